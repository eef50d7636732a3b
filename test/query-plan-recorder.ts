import type { CompiledQuery, KyselyPlugin } from "kysely";
import type { Database } from "../src/backends/sql/database.ts";

/** A database that remembers what it is asked. */
export interface RecordingDatabase {
  db: Database;
  /** The queries since the last call, each text once. */
  taken(): CompiledQuery[];
}

/** Wraps a database, so that every query built with its `kysely` is remembered as it is compiled, alone or for a list. */
export function recording(db: Database): RecordingDatabase {
  let queries = new Map<string, CompiledQuery>();
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const query = db.kysely.getExecutor().compileQuery(node, queryId);
      queries.set(query.sql, query);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    db: { ...db, kysely: db.kysely.withPlugin(plugin) },
    taken() {
      const all = [...queries.values()];
      queries = new Map();
      return all;
    },
  };
}
