import type { BlobStore } from "../backends/blobs/blob-store.ts";
import { timeOf, timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";
import { Refused } from "../core/text/result.ts";
import { backupLease } from "./backup-request.ts";
import { gunzipped, gzipped } from "./backup-gzip.ts";
import { dueBackup } from "./schedule.ts";
import { type LeaseTaker, underLease } from "./schedule-lease.ts";

/** What the rows of a studio are kept with, in the store of its own files: for a home without disks. */
export interface RowsKeeper {
  db: Database;
  blobs: BlobStore;
  taker: LeaseTaker;
  /** The database as SQL. */
  dump(): AsyncIterable<string>;
  /** Reads such a text to its end and gives how many statements it has. Throws where it is not whole. */
  read(text: AsyncIterable<string>): Promise<number>;
}

/** A backup of the rows, packed by gzip, beside the files that it names. */
export interface StoredRows {
  key: string;
  /** Bytes. */
  size: number;
  statements: number;
  /** Keys of backups that were taken away. */
  removed: readonly string[];
}

/** Backups that are kept, the newest ones. */
const kept = 14;
/** The ending has two points, so that no sweep takes it for a file of a person's. */
const begin = "backups/fabula-";
const end = ".sql.gz";

/** Makes the backup of each night that is due, at 02:00 UTC; null where none is, or where another is at it. Throws what `keepRows` throws. */
export async function keepRowsNightly(keeper: RowsKeeper, signal: AbortSignal): Promise<StoredRows | null> {
  const { blobs, db, taker } = keeper;
  const isDue = async (): Promise<boolean> => {
    const last = momentOf((await keysIn(blobs)).at(-1) ?? "");
    return dueBackup(taker.now(), { last, lastWeekly: last }, "UTC") !== null;
  };
  if (!(await isDue())) return null;
  const made = await underLease(db, backupLease, taker, signal, async (held) =>
    // Another may have made it before this one got the lease.
    (await isDue()) ? keepRows(keeper, held) : null,
  );
  return made?.result ?? null;
}

/**
 * Writes the rows into the store as they are now, reads them back to the end, and takes old backups away. Throws `SqlError`, `BlobError`, `TypeError`
 * where what was written is not what is read; then nothing of it stays.
 */
export async function keepRows(
  { blobs, taker, dump, read }: Omit<RowsKeeper, "db">,
  signal: AbortSignal,
): Promise<StoredRows> {
  const key = `${begin}${timeText(taker.now()).replaceAll(/[:.]/g, "-")}${end}`;
  const { size } = await blobs.put(key, gzipped(dump()), { signal });
  try {
    const blob = await blobs.get(key);
    if (blob === null) throw new TypeError(`${key} was written and is not there.`);
    const statements = await read(gunzipped(blob.content));
    const removed = (await keysIn(blobs)).slice(0, -kept);
    for (const old of removed) await blobs.delete(old);
    return { key, size, statements, removed };
  } catch (error) {
    await blobs.delete(key);
    throw error;
  }
}

/**
 * Goes on with reading a backup of the store into a database, by `load`, and gives how far it is. `name`: a key, or `last`. Throws
 * `Refused("backup-unknown")`, and what `load` throws.
 */
export async function putRowsBack<Step>(
  blobs: BlobStore,
  name: string,
  load: (key: string, text: AsyncIterable<string>) => Promise<Step>,
): Promise<{ key: string } & Step> {
  const keys = await keysIn(blobs);
  const key = name === "last" ? keys.at(-1) : keys.find((each) => each === name);
  const blob = key === undefined ? null : await blobs.get(key);
  if (key === undefined || blob === null) throw new Refused("backup-unknown", name);
  return { key, ...(await load(key, gunzipped(blob.content))) };
}

/** Keys of the backups in a store, oldest first. */
async function keysIn(blobs: BlobStore): Promise<string[]> {
  // So many are never kept that there were a second page.
  const { blobs: found } = await blobs.list(begin);
  return found.map(({ key }) => key).filter((key) => momentOf(key) !== null);
}

/** When a backup was begun, by its key; null for what is none. */
function momentOf(key: string): number | null {
  if (!key.startsWith(begin) || !key.endsWith(end)) return null;
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/.exec(key.slice(begin.length, -end.length));
  if (!found) return null;
  const [, day, hour, minute, second, milli] = found;
  return timeOf(`${day}T${hour}:${minute}:${second}.${milli}Z`);
}
