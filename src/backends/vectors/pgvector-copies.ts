import { type Compilable, type RawBuilder, sql } from "kysely";
import { type VectorDatabase, vectorTables } from "./table.ts";
import type { VectorEntry, VectorKind, VectorQuery } from "./vector-index.ts";

/** Where copies of vectors lie as pgvector has them. */
export interface CopyPlace {
  /** A schema of its own, so that migrations do not take what the extension needs for something that was changed by hand. */
  schema: string;
  /** The version of pgvector, which decides what may be set. */
  version: string;
}

/** Vectors that a search keeps in view: more find what is near with more certainty, and take longer. */
const leastInView = 100;
/** The most that pgvector takes. */
const mostInView = 1_000;

/** The table of the copies of a kind. */
export function copiesOf({ schema }: CopyPlace, kind: VectorKind): RawBuilder<unknown> {
  return sql`${sql.id(schema, vectorTables[kind].vectors)}`;
}

/** The query that keeps a copy of a vector, unless there is a later one. `at`: the moment of its row. */
export function copyQuery(
  db: VectorDatabase,
  place: CopyPlace,
  { kind, id, owner, model, vector }: Omit<VectorEntry, "novel">,
  at: string,
): Compilable {
  return asQuery(
    db,
    sql`insert into ${copiesOf(place, kind)} as kept (id, owner, model, dimensions, embedding, updated_at)
      values (${id}, ${owner}, ${model}, ${vector.length}, ${vectorText(vector)}::vector, ${at})
      on conflict (id) do update set model = excluded.model, dimensions = excluded.dimensions, embedding = excluded.embedding,
        updated_at = excluded.updated_at where kept.updated_at <= excluded.updated_at`,
  );
}

/** The queries of a search for candidates, to be sent as one list; the last one gives the ids. */
export function nearQueries(
  db: VectorDatabase,
  place: CopyPlace,
  owner: string,
  { kind, model, vector, limit }: VectorQuery,
): Compilable[] {
  const wanted = Math.min(limit, mostInView);
  const size = sql.lit(vector.length);
  const distance = sql`embedding::vector(${size}) <=> ${vectorText(vector)}::vector(${size})`;
  return [
    sql`set local hnsw.ef_search = ${sql.lit(Math.max(wanted, leastInView))}`,
    // From 0.8 on a search goes on where the nearest are another's.
    ...(isSince(place.version, 0, 8) ? [sql`set local hnsw.iterative_scan = strict_order`] : []),
    sql`select id from ${copiesOf(place, kind)} where dimensions = ${size} and model = ${model} and owner = ${owner}
      order by ${distance} limit ${sql.lit(wanted)}`,
  ].map((part) => asQuery(db, part));
}

/** Whether a version is at least another one. */
export function isSince(version: string, major: number, minor: number): boolean {
  const [first = 0, second = 0] = version.split(".").map(Number);
  return first > major || (first === major && second >= minor);
}

/** A statement as one query of `atomic`. */
export function asQuery(db: VectorDatabase, part: RawBuilder<unknown>): Compilable {
  return { compile: () => part.compile(db.kysely) };
}

/** A vector as pgvector reads it; the shortest text of each number gives the same float32 again. */
function vectorText(vector: Float32Array): string {
  return `[${vector.join(",")}]`;
}
