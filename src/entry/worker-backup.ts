import { d1Language } from "../backends/sql/dump-language.ts";
import { dumpSql } from "../backends/sql/dump-sql.ts";
import { type LoadStep, loadSqlStep, statementsIn } from "../backends/sql/load-sql.ts";
import { keepRows, keepRowsNightly, putRowsBack, type RowsKeeper, type StoredRows } from "../ops/backup-store.ts";
import type { Services } from "../services.ts";

/** Makes the backup of the rows that is due by the schedule, into the bucket of the files; null where none is. */
export function nightlyWorkerBackup(services: Services): Promise<StoredRows | null> {
  return keepRowsNightly(keeperOf(services), new AbortController().signal);
}

/** Makes a backup of the rows now. */
export function workerBackup(services: Services): Promise<StoredRows> {
  return keepRows(keeperOf(services), new AbortController().signal);
}

/** Queries that one event may make are a thousand. */
const statementsAtOnce = 700;

/** Goes some way of reading a backup back into the database, which must have been empty before; `backup`: a key, or `last`. */
export function workerRestore({ db, blobs }: Services, backup: string): Promise<LoadStep & { key: string }> {
  return putRowsBack(blobs, backup, (key, text) => loadSqlStep(db, key, text, statementsAtOnce));
}

function keeperOf({ db, blobs, now, newId }: Services): RowsKeeper {
  return {
    db,
    blobs,
    taker: { owner: newId(), now, isDead: () => false },
    dump: () => dumpSql(db, d1Language),
    read: async (text) => {
      let count = 0;
      for await (const _ of statementsIn(text)) count += 1;
      return count;
    },
  };
}
