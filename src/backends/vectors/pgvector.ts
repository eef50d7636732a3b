import { sql } from "kysely";
import { approximateIndex, type Candidates } from "./approximate.ts";
import { copiesOf, copyQuery, type CopyPlace, nearQueries } from "./pgvector-copies.ts";
import { preparePgvector } from "./pgvector-tables.ts";
import { tableIndex, type VectorDatabase } from "./table.ts";
import type { VectorIndex } from "./vector-index.ts";

/** Which index a database of PostgreSQL has. */
export interface PostgresVectors {
  index: VectorIndex;
  /** Where pgvector works, and its version; null where every vector is looked at. */
  pgvector: CopyPlace | null;
  /** Why it does not; null where it does. */
  reason: string | null;
}

/** Vectors of one list. */
const putAtOnce = 50;

/**
 * The index of a database of PostgreSQL: with pgvector, where the server has it and this user may use it, approximate (HNSW) within a person's
 * novels; otherwise exact. Makes what is missing, as `preparePgvector` does; to be called when a process starts, and after many rows came in
 * another way. Throws `SqlError`.
 */
export async function postgresVectors(db: VectorDatabase): Promise<PostgresVectors> {
  const place = await preparePgvector(db);
  const exact = tableIndex(db);
  if (place.schema === null) return { index: exact, pgvector: null, reason: place.reason };
  return { index: approximateIndex(exact, pgvectorCandidates(db, place)), pgvector: place, reason: null };
}

function pgvectorCandidates(db: VectorDatabase, place: CopyPlace): Candidates {
  return {
    async put(entries, now) {
      const at = new Date(now).toISOString();
      for (let from = 0; from < entries.length; from += putAtOnce)
        await db.atomic(entries.slice(from, from + putAtOnce).map((entry) => copyQuery(db, place, entry, at)));
    },
    async remove(kind, ids) {
      const gone = db.capabilities.valuesOf(ids);
      await sql`delete from ${copiesOf(place, kind)} where id in ${gone}`.execute(db.kysely);
    },
    async near(owner, query) {
      const found = (await db.atomic(nearQueries(db, place, owner, query))).at(-1) ?? [];
      return found.map(({ id }) => String(id));
    },
  };
}
