import { builtinEmbeddings } from "../backends/models/builtin.ts";
import type { Database } from "../backends/sql/database.ts";
import { tableIndex } from "../backends/vectors/table.ts";
import type { VectorIndex } from "../backends/vectors/vector-index.ts";
import type { StoryVectors } from "../features/library/embed-story.ts";

/** What compares people and places: the model that needs no provider, and the index that the database offers. */
export function openVectors(db: Database): StoryVectors {
  const pgvector = db.capabilities.vectorExtension === "pgvector";
  const index = pgvector ? lazyIndex(() => import("../backends/vectors/pgvector.ts"), db) : tableIndex(db);
  return { model: builtinEmbeddings(), index };
}

type Pgvector = typeof import("../backends/vectors/pgvector.ts");

/** What the extension needs is made when vectors are first used, and again where that failed. */
function lazyIndex(load: () => Promise<Pgvector>, db: Database): VectorIndex {
  let opened: Promise<VectorIndex> | null = null;
  const open = (): Promise<VectorIndex> => {
    opened ??= load()
      .then(async ({ postgresVectors }) => (await postgresVectors(db)).index)
      .catch((error: unknown) => {
        opened = null;
        throw error;
      });
    return opened;
  };
  return {
    put: async (entries, now) => (await open()).put(entries, now),
    remove: async (kind, ids) => (await open()).remove(kind, ids),
    nearest: async (scope, query) => (await open()).nearest(scope, query),
  };
}
