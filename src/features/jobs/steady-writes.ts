import type { Database } from "../../backends/sql/database.ts";
import { SqlError } from "../../backends/sql/sql-error.ts";

/** Milliseconds between the attempts; about as long as a server takes to start again. */
const pauses: readonly number[] = [100, 400, 1_500, 4_000];

const passing: ReadonlySet<string> = new Set(["busy", "unreachable"]);

interface SteadyOptions {
  sleep: (milliseconds: number) => Promise<void>;
  /** From 0 to below 1: those that locked each other out do not come back together. */
  jitter: () => number;
}

/**
 * The database with lists of queries that are tried again where it is busy or away. Only for lists whose guards hold no longer once they are
 * stored: a connection may be lost after the list was, and then the second attempt fails by its guard.
 */
export function steadyWrites(db: Database, { sleep, jitter }: SteadyOptions): Database {
  return {
    ...db,
    async atomic(queries) {
      for (const pause of pauses)
        try {
          return await db.atomic(queries);
        } catch (error) {
          if (!(error instanceof SqlError && passing.has(error.code))) throw error;
          await sleep(Math.round(pause * (0.5 + jitter() / 2)));
        }
      return db.atomic(queries);
    },
  };
}
