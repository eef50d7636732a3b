import type { BlobStore } from "../backends/blobs/blob-store.ts";
import type { Database } from "../backends/sql/database.ts";
import type { Stores } from "./storage-copy.ts";
import { type CopiedObject, openJournal } from "./storage-copy-journal.ts";
import { changeKey, takeAdded } from "./storage-copy-rows.ts";

export interface UndoReport {
  /** Copies that were taken away. */
  removed: number;
  rows: { moved: number; added: number };
  /** Copies that stay, with their rows, because the store that they came from no longer has the same file. */
  kept: string[];
}

/**
 * Takes back what `copyStore` has done between two stores: rows get the keys that they had, rows that were added go, then the copies go. What was in the second store
 * before, or came later, stays. May be killed at any moment and run again. Throws `BlobError`, `SqlError`.
 */
export async function undoCopy(
  db: Database,
  stores: Stores,
  options: { dryRun: boolean; signal: AbortSignal },
): Promise<UndoReport> {
  const { from, to, fromName } = stores;
  const journal = await openJournal(to, fromName);
  const report: UndoReport = { removed: 0, rows: { moved: 0, added: 0 }, kept: [] };
  for (const object of journal.objects.values()) {
    options.signal.throwIfAborted();
    if (!(await isStillThere(from, to, object))) report.kept.push(object.to);
    else if (options.dryRun) report.removed += 1;
    else await takeBack(db, to, object, report);
  }
  // As long as something is kept, another run may take it back.
  if (!options.dryRun && report.kept.length === 0) await journal.remove();
  return report;
}

async function isStillThere(from: BlobStore, to: BlobStore, object: CopiedObject): Promise<boolean> {
  const [source, copy] = [await from.head(object.from), await to.head(object.to)];
  return copy === null || source?.size === copy.size;
}

async function takeBack(
  db: Database,
  to: BlobStore,
  { from: key, to: copy, row }: CopiedObject,
  report: UndoReport,
): Promise<void> {
  if (row?.was === "moved" && (await changeKey(db, row.id, copy, key))) report.rows.moved += 1;
  if (row?.was === "added" && (await takeAdded(db, row.id, copy))) report.rows.added += 1;
  if ((await to.head(copy)) === null) return;
  await to.delete(copy);
  report.removed += 1;
}
