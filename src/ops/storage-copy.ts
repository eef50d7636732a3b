import type { BlobHead, BlobStore } from "../backends/blobs/blob-store.ts";
import { timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";
import { findFile } from "../features/files/queries/find-files.ts";
import { insertFile } from "../features/files/queries/insert-file.ts";
import { filesAfter, sweepBatch } from "../features/files/queries/sweep-rows.ts";
import { type CopyJournal, openJournal } from "./storage-copy-journal.ts";
import { copyObject } from "./storage-copy-object.ts";
import { planObject, type PlannedObject } from "./storage-copy-plan.ts";
import { changeKey, filesOfKeys } from "./storage-copy-rows.ts";

/** Two stores, and what the one that is copied from is called, the same for each run. */
export interface Stores {
  from: BlobStore;
  to: BlobStore;
  fromName: string;
}

export interface CopyOptions {
  dryRun: boolean;
  /** Who gets objects of the predecessor that nobody owns; asked only where there are such. */
  owner(): Promise<string>;
  /** Milliseconds since 1970. */
  now(): number;
  /** How many objects are done, of how many. */
  tell(done: number, total: number): void;
  signal: AbortSignal;
}

export interface CopyReport {
  /** Objects that were copied, or would be. */
  copied: number;
  /** Objects that were there already with the same bytes. */
  skipped: number;
  /** Bytes of the objects that were copied. */
  bytes: number;
  /** Keys whose bytes are not those of their row, or in whose place is another file; they are left as they are. */
  mismatched: string[];
  /** Keys of rows that neither store has. */
  missing: string[];
  /** Objects that are none of ours, and stay where they are. */
  foreign: number;
  /** Rows that were given keys of ours, and rows that were added for objects without one. */
  rows: { moved: number; added: number };
}

/**
 * Copies all files of a store to another, checks each by its SHA-256, and gives rows of the predecessor keys of ours once their file has arrived. The first store is
 * only read. May be killed at any moment: the next run goes on. Throws `BlobError`, `SqlError` and the reason of the signal.
 */
export async function copyStore(db: Database, stores: Stores, options: CopyOptions): Promise<CopyReport> {
  const { from, to, fromName } = stores;
  const report: CopyReport = {
    copied: 0,
    skipped: 0,
    bytes: 0,
    mismatched: [],
    missing: [],
    foreign: 0,
    rows: { moved: 0, added: 0 },
  };
  const journal = await openJournal(to, fromName);
  let total = 0;
  for await (const page of pagesOf(from)) total += page.length;
  let done = 0;
  for await (const page of pagesOf(from)) {
    const planned = await planPage(db, from, page, { journal, options, report });
    if (!options.dryRun) await noteNew(to, journal, planned);
    for (const object of planned) {
      options.signal.throwIfAborted();
      if (options.dryRun) await foresee(to, object, report);
      else await carryOut(db, stores, object, { options, report });
    }
    done += page.length;
    options.tell(done, total);
  }
  await findMissing(db, stores, report);
  return report;
}

async function* pagesOf(store: BlobStore): AsyncGenerator<readonly BlobHead[]> {
  let cursor: string | null = null;
  do {
    const page = await store.list("", { cursor, limit: sweepBatch });
    yield page.blobs;
    cursor = page.next;
  } while (cursor !== null);
}

interface Planning {
  journal: CopyJournal;
  options: CopyOptions;
  report: CopyReport;
}

async function planPage(
  db: Database,
  from: BlobStore,
  page: readonly BlobHead[],
  { journal, options, report }: Planning,
): Promise<PlannedObject[]> {
  const noted = page.map(({ key }) => journal.objects.get(key) ?? null);
  const known = await filesOfKeys(db, [...page.map(({ key }) => key), ...noted.flatMap((object) => object?.to ?? [])]);
  const planned: PlannedObject[] = [];
  for (const [i, head] of page.entries()) {
    if (known.hidden.has(head.key)) continue;
    const before = noted[i] ?? null;
    const file = known.files.get(head.key) ?? (before && known.files.get(before.to)) ?? null;
    const object = await planObject(from, head, { file, noted: before, owner: options.owner });
    if (object) planned.push(object);
    else report.foreign += 1;
  }
  return planned;
}

/** Notes what is not there yet: what lay in the store before is not ours to take back. */
async function noteNew(to: BlobStore, journal: CopyJournal, planned: readonly PlannedObject[]): Promise<void> {
  const fresh = [];
  for (const { from, to: key, row } of planned)
    if (!journal.objects.has(from) && (row !== null || (await to.head(key)) === null))
      fresh.push({ from, to: key, row });
  await journal.note(fresh);
}

async function foresee(to: BlobStore, object: PlannedObject, report: CopyReport): Promise<void> {
  const there = await to.head(object.to);
  if (there === null) {
    report.copied += 1;
    report.bytes += object.size;
  } else if (there.size === object.size) report.skipped += 1;
  else report.mismatched.push(object.from);
  if (object.row?.was === "moved" && object.known?.key === object.from) report.rows.moved += 1;
  if (object.added) report.rows.added += 1;
}

async function carryOut(
  db: Database,
  { from, to }: Stores,
  object: PlannedObject,
  { options, report }: Omit<Planning, "journal">,
): Promise<void> {
  const copied = await copyObject(from, to, object, options.signal);
  if (copied.how === "mismatched" || copied.how === "missing") return void report[copied.how].push(object.from);
  report[copied.how] += 1;
  if (copied.how === "copied") report.bytes += copied.size;
  if (object.row?.was === "moved") {
    if (await changeKey(db, object.row.id, object.from, object.to)) report.rows.moved += 1;
  } else if (object.added && (await findFile(db, object.added.owner, object.added.id)) === null) {
    const { size, sha256 } = copied;
    await insertFile(
      db,
      object.added.owner,
      { ...object.added, size, sha256, createdAt: timeText(options.now()) },
      null,
    );
    report.rows.added += 1;
  }
}

async function findMissing(db: Database, { from, to }: Stores, report: CopyReport): Promise<void> {
  const told = new Set(report.missing);
  for (let page = await filesAfter(db, ""); page.length > 0; page = await filesAfter(db, page.at(-1)?.id ?? ""))
    for (const { key } of page)
      if (!told.has(key) && (await from.head(key)) === null && (await to.head(key)) === null) report.missing.push(key);
}
