import { type RawBuilder, sql } from "kysely";
import { asQuery, copiesOf, copyQuery, type CopyPlace, isSince } from "./pgvector-copies.ts";
import { type VectorDatabase, vectorTables } from "./table.ts";
import { vectorOf } from "./vector-bytes.ts";
import type { VectorKind } from "./vector-index.ts";

/** What pgvector can index: sizes of vectors at most (HNSW on `vector`). */
const largestSize = 2_000;
/** Vectors of a size from which on an index is worth while: of fewer every one is looked at sooner than a graph is kept up to date. */
const worthIndexing = 500;
/** Neighbours of a vector in the graph, and how many are looked at to find them: see docs/scaling.md. */
const graph = { m: 16, construction: 64 } as const;
/** Rows that are copied in one list. */
const copyAtOnce = 100;

const kinds: readonly VectorKind[] = ["character", "place"];

/**
 * Makes what a search by pgvector needs, as far as it is missing: the extension, tables of copies in a schema of their own, the copies of vectors that
 * came in another way, one partial index (HNSW, cosine) for each size that many vectors have. Gives the reason where the server or its user's rights do not allow it.
 */
export async function preparePgvector(db: VectorDatabase): Promise<CopyPlace | { schema: null; reason: string }> {
  const found = await extensionOf(db);
  if (typeof found === "string") return { schema: null, reason: found };
  const place = { schema: found.schema, version: found.version };
  await makeTables(db, place);
  for (const kind of kinds) await copyRows(db, place, kind);
  await makeIndexes(db, place);
  return place;
}

interface Extension {
  current: string;
  installed: string | null;
  newest: string;
  /** 0 and 1. */
  mayInstall: number;
  mayCreate: number;
  isMade: number;
}

/** The extension that is or can be installed, or why there is none. */
async function extensionOf({ kysely }: VectorDatabase): Promise<CopyPlace | string> {
  const yes = (condition: RawBuilder<unknown>): RawBuilder<number> => sql`case when ${condition} then 1 else 0 end`;
  const { rows } = await sql<Extension>`
    select current_schema()::text as current, e.installed_version::text as installed, e.default_version::text as newest,
      ${yes(sql`r.rolsuper or v.trusted`)} as "mayInstall",
      ${yes(sql`has_database_privilege(current_database(), 'CREATE')`)} as "mayCreate",
      ${yes(sql`to_regclass(quote_ident(current_schema() || '_vectors') || '.setting_embeddings') is not null`)} as "isMade"
    from pg_roles as r, pg_available_extensions as e
      left join pg_available_extension_versions as v on v.name = e.name and v.version = e.default_version
    where e.name = 'vector' and r.rolname = current_user`.execute(kysely);
  const [found] = rows;
  if (!found) return "the server does not have the extension “vector”";
  const { installed, newest } = found;
  if (installed === null && (found.mayInstall === 0 || found.mayCreate === 0))
    return "the extension “vector” is not installed in this database, and this user may not do it";
  if (found.isMade === 0 && found.mayCreate === 0) return "this user may not make a schema in this database";
  const version = installed ?? newest;
  if (!isSince(version, 0, 5)) return `pgvector ${version} has no HNSW; 0.5 has`;
  return { schema: `${found.current}_vectors`, version };
}

/** The copies refer to no table: a migration could not take one back that they refer to. */
async function makeTables(db: VectorDatabase, place: CopyPlace): Promise<void> {
  const tables = kinds.map(
    (
      kind,
    ) => sql`create table if not exists ${copiesOf(place, kind)} (id text not null primary key, owner text not null,
      model text not null, dimensions integer not null, embedding vector not null, updated_at text not null)`,
  );
  const owners = kinds.map((kind) => {
    const name = sql.id(`${vectorTables[kind].vectors}_by_owner`);
    return sql`create index if not exists ${name} on ${copiesOf(place, kind)} (owner, model, dimensions)`;
  });
  const schema = sql`create schema if not exists ${sql.id(place.schema)}`;
  await inTurn(db, [sql`create extension if not exists vector`, schema, ...tables, ...owners]);
}

/** One partial index for each size. To build one of all vectors takes less time than to add them one by one; afterwards it is kept up to date. */
async function makeIndexes(db: VectorDatabase, place: CopyPlace): Promise<void> {
  for (const kind of kinds) {
    const { rows } = await sql<{ size: number }>`
      select dimensions as size from ${copiesOf(place, kind)} where dimensions <= ${largestSize}
      group by dimensions having count(*) >= ${worthIndexing}`.execute(db.kysely);
    if (rows.length === 0) continue;
    await inTurn(
      db,
      rows.map(({ size }) => {
        const name = sql.id(`${vectorTables[kind].vectors}_${size}`);
        const column = sql`(embedding::vector(${sql.lit(size)}))`;
        return sql`create index if not exists ${name} on ${copiesOf(place, kind)} using hnsw (${column} vector_cosine_ops)
          with (m = ${sql.lit(graph.m)}, ef_construction = ${sql.lit(graph.construction)}) where dimensions = ${sql.lit(size)}`;
      }),
    );
  }
}

/** What two processes that start at once must not do at once: PostgreSQL fails where both make the same thing. */
async function inTurn(db: VectorDatabase, parts: readonly RawBuilder<unknown>[]): Promise<void> {
  const lock = sql`select pg_advisory_xact_lock(hashtext('fabula vectors'))`;
  await db.atomic([lock, ...parts].map((part) => asQuery(db, part)));
}

interface EmbeddingRow {
  id: string;
  owner: string;
  model: string;
  embedding: Uint8Array;
  at: string;
}

/** Makes the copies agree with the tables: adds what is missing or older, takes out what is gone. */
async function copyRows(db: VectorDatabase, place: CopyPlace, kind: VectorKind): Promise<void> {
  const { vectors, key } = vectorTables[kind];
  const gone = sql`not exists (select 1 from ${sql.table(vectors)} as own where own.${sql.ref(key)} = kept.id)`;
  await sql`delete from ${copiesOf(place, kind)} as kept where ${gone}`.execute(db.kysely);
  for (let after: string | undefined = ""; after !== undefined;) {
    const rows = await missingRows(db, place, kind, after);
    const copies = rows.map(({ embedding, at, ...row }) =>
      copyQuery(db, place, { kind, ...row, vector: vectorOf(embedding) }, at),
    );
    if (copies.length > 0) await db.atomic(copies);
    after = rows.at(-1)?.id;
  }
}

async function missingRows(
  { kysely }: VectorDatabase,
  place: CopyPlace,
  kind: VectorKind,
  after: string,
): Promise<EmbeddingRow[]> {
  const { things, vectors, key } = vectorTables[kind];
  const { rows } = await sql<EmbeddingRow>`
    select thing.id as id, novels.user_id as owner, own.model as model, own.embedding as embedding, own.updated_at as at
    from ${sql.table(vectors)} as own join ${sql.table(things)} as thing on thing.id = own.${sql.ref(key)}
      join novels on novels.id = thing.novel_id
    where own.${sql.ref(key)} > ${after} and not exists (
      select 1 from ${copiesOf(place, kind)} as kept where kept.id = own.${sql.ref(key)} and kept.updated_at >= own.updated_at)
    order by own.${sql.ref(key)} limit ${sql.lit(copyAtOnce)}`.execute(kysely);
  return rows;
}
