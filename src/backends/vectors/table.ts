import { type Compilable, type Kysely, type RawBuilder, sql } from "kysely";
import type { Schema } from "../../generated/schema.ts";
import { assertDirection, cosine, lengthOf, vectorBytes, vectorOf } from "./vector-bytes.ts";
import type { Neighbour, VectorEntry, VectorIndex, VectorKind, VectorQuery, VectorScope } from "./vector-index.ts";

/** The part of a database that an index needs. */
export interface VectorDatabase {
  readonly kysely: Kysely<Schema>;
  readonly capabilities: {
    valuesOf<Value extends string | number>(values: readonly Value[]): RawBuilder<Value>;
  };
  atomic(queries: readonly Compilable[]): Promise<readonly (readonly Readonly<Record<string, unknown>>[])[]>;
}

/** An index that looks at every vector, and can be asked about some things only. */
export interface ExactIndex extends VectorIndex {
  /** The nearest of these things, as far as they are of the scope and have a vector of the model. */
  nearestOf(ids: readonly string[], scope: VectorScope, query: VectorQuery): Promise<Neighbour[]>;
}

/** The tables of each kind: things, their vectors, and the column that leads from these to those. */
export const vectorTables = {
  character: { things: "characters", vectors: "character_embeddings", key: "character_id" },
  place: { things: "places", vectors: "setting_embeddings", key: "setting_id" },
} as const satisfies Record<VectorKind, { things: keyof Schema; vectors: keyof Schema; key: string }>;

/** Vectors that are in memory at once; of 1,536 numbers they are 3 MB. */
const pageSize = 500;
/** Vectors of one list: some hundred kilobytes, and seven parameters for each statement. */
const putAtOnce = 100;

/** Finds by comparing with every vector of the scope, read page by page from the tables. The same on every engine, and the truth that other indexes are measured by. */
export function tableIndex(db: VectorDatabase): ExactIndex {
  return {
    async put(entries, now) {
      for (const { vector } of entries) assertDirection(vector);
      for (let from = 0; from < entries.length; from += putAtOnce)
        await db.atomic(entries.slice(from, from + putAtOnce).map((entry) => putQuery(db, entry, now)));
    },
    async remove(kind, ids) {
      const { vectors, key } = vectorTables[kind];
      const gone = db.capabilities.valuesOf(ids);
      await sql`delete from ${sql.table(vectors)} where ${sql.ref(key)} in ${gone}`.execute(db.kysely);
    },
    async nearest(scope, query) {
      return nearestAmong(db, await thingsOf(db, scope, query.kind), query);
    },
    async nearestOf(ids, scope, query) {
      return nearestAmong(db, await thingsOf(db, scope, query.kind, ids), query);
    },
  };
}

/** The row has the id of its thing, since there is one for each. */
function putQuery({ kysely }: VectorDatabase, { kind, id, model, vector }: VectorEntry, now: number): Compilable {
  const at = new Date(now).toISOString();
  const row = { embedding: vectorBytes(vector), model, dimensions: vector.length, updated_at: at };
  return kind === "character"
    ? kysely
        .insertInto("character_embeddings")
        .values({ id, character_id: id, ...row, created_at: at })
        .onConflict((conflict) => conflict.column("character_id").doUpdateSet(row))
    : kysely
        .insertInto("setting_embeddings")
        .values({ id, setting_id: id, ...row, created_at: at })
        .onConflict((conflict) => conflict.column("setting_id").doUpdateSet(row));
}

/** Ids of the things of a scope, sorted; of these only where `among` says which. They are read before the vectors, so that these come by their key. */
async function thingsOf(
  db: VectorDatabase,
  scope: VectorScope,
  kind: VectorKind,
  among: readonly string[] | null = null,
): Promise<string[]> {
  const { rows } = await thingsQuery(db, scope, kind, among).execute(db.kysely);
  return rows.map(({ id }) => id).toSorted(byText);
}

/** The query for ids, as it is sent. */
export function thingsQuery(
  { capabilities }: VectorDatabase,
  { owner, novel }: VectorScope,
  kind: VectorKind,
  among: readonly string[] | null,
): RawBuilder<{ id: string }> {
  const ofNovel = novel === null ? sql`` : sql`and novels.id = ${novel}`;
  const ofThese = among === null ? sql`` : sql`and thing.id in ${capabilities.valuesOf(among)}`;
  return sql`select thing.id as id from novels
    join ${sql.table(vectorTables[kind].things)} as thing on thing.novel_id = novels.id
    where novels.user_id = ${owner} ${ofNovel} ${ofThese}`;
}

async function nearestAmong(db: VectorDatabase, ids: readonly string[], query: VectorQuery): Promise<Neighbour[]> {
  assertDirection(query.vector);
  const length = lengthOf(query.vector);
  let best: Neighbour[] = [];
  for (let from = 0; from < ids.length; from += pageSize) {
    const { rows } = await vectorsQuery(db, ids.slice(from, from + pageSize), query).execute(db.kysely);
    const near = rows.map(({ id, embedding }) => {
      const vector = vectorOf(embedding);
      return { id, similarity: cosine(query.vector, vector, length * lengthOf(vector)) };
    });
    best = [...best, ...near].toSorted(byNearness).slice(0, Math.max(0, query.limit));
  }
  return best;
}

/** The query for the vectors of things, as it is sent. */
export function vectorsQuery(
  { capabilities }: VectorDatabase,
  ids: readonly string[],
  { kind, model, vector }: VectorQuery,
): RawBuilder<{ id: string; embedding: Uint8Array }> {
  const { vectors, key } = vectorTables[kind];
  return sql`select ${sql.ref(key)} as id, embedding from ${sql.table(vectors)}
    where ${sql.ref(key)} in ${capabilities.valuesOf(ids)} and model = ${model} and dimensions = ${vector.length}`;
}

const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Nearest first, things that are equally near by their ids. */
function byNearness(one: Neighbour, other: Neighbour): number {
  return other.similarity - one.similarity || byText(one.id, other.id);
}
