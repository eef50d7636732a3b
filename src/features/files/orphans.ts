import type { BlobHead, BlobStore } from "../../backends/blobs/blob-store.ts";
import { timeText } from "../../backends/sql/codecs.ts";
import type { Database } from "../../backends/sql/database.ts";
import { findFile } from "./queries/find-files.ts";
import { deletedAfter, filesAfter, forgetFile, hideFile, keysWithRow, sweepBatch } from "./queries/sweep-rows.ts";
import { fileCategories, type StoredFile } from "./stored-file.ts";

/** Where rows and blobs do not agree. */
export type Orphan =
  /** Left by a kill between blob and row, or by an account that is gone. */
  | { kind: "blob-without-row"; blob: BlobHead }
  /** Left by a kill while a file was deleted. */
  | { kind: "deletion-unfinished"; file: StoredFile }
  /** Lost behind our back; a backup may have it. */
  | { kind: "row-without-blob"; file: StoredFile }
  /** Cut or overwritten behind our back. */
  | { kind: "size-differs"; file: StoredFile; size: number };

/** Milliseconds that a blob may wait for its row before it counts as left behind: longer than any upload takes. */
export const orphanGrace = 24 * 3_600_000;

/**
 * Finds all orphans, page by page. `before` (milliseconds since 1970) is `now` less the grace: blobs put later are not looked at, nor
 * ones from the future, which a clock that jumped back leaves. Throws `BlobError` where the store cannot be reached, rather than take it for empty.
 */
export async function* findOrphans(db: Database, blobs: BlobStore, before: number): AsyncGenerator<Orphan> {
  yield* blobsWithoutRow(db, blobs, before);
  for await (const file of pagesOf(db, deletedAfter)) yield { kind: "deletion-unfinished", file };
  for await (const file of pagesOf(db, filesAfter)) {
    const head = await blobs.head(file.key);
    // Its owner may have deleted it since the page was read.
    if (head === null) {
      if (await findFile(db, file.owner, file.id)) yield { kind: "row-without-blob", file };
    } else if (head.size !== file.size) yield { kind: "size-differs", file, size: head.size };
  }
}

async function* blobsWithoutRow(db: Database, blobs: BlobStore, before: number): AsyncGenerator<Orphan> {
  let cursor: string | null = null;
  do {
    const page = await blobs.list("", { cursor, limit: sweepBatch });
    const old = page.blobs.filter(({ key, putAt }) => putAt < before && isOurs(key));
    const known = await keysWithRow(
      db,
      old.map(({ key }) => key),
    );
    for (const blob of old) if (!known.has(blob.key)) yield { kind: "blob-without-row", blob };
    cursor = page.next;
  } while (cursor !== null);
}

/** Whether a key is built as `storeFile` builds them. Whatever else lies in the folder of the store is somebody's, and is never touched. */
export function isOurs(key: string): boolean {
  const [category, owner, file, ...more] = key.split("/");
  const isKnown = fileCategories.some((each) => each === category);
  return isKnown && owner !== undefined && file !== undefined && more.length === 0 && /^[\w-]+\.[a-z0-9]+$/.test(file);
}

async function* pagesOf(
  db: Database,
  pageAfter: (db: Database, id: string) => Promise<StoredFile[]>,
): AsyncGenerator<StoredFile> {
  for (let page = await pageAfter(db, ""); page.length > 0; page = await pageAfter(db, page.at(-1)?.id ?? ""))
    yield* page;
}

/** Makes rows and blobs agree again: what nobody sees goes, and a file that is lost is hidden from its owner, its row kept until the next sweep. `now` in milliseconds. */
export async function mendOrphan(db: Database, blobs: BlobStore, orphan: Orphan, now: number): Promise<void> {
  if (orphan.kind === "blob-without-row") return blobs.delete(orphan.blob.key);
  const { owner, id, key } = orphan.file;
  if (orphan.kind !== "deletion-unfinished") return void (await hideFile(db, owner, id, timeText(now)));
  await blobs.delete(key);
  await forgetFile(db, owner, id);
}

export interface SweepReport {
  /** Blobs that no row named, and their bytes. */
  blobs: number;
  bytes: number;
  /** Deletions that were finished. */
  deletions: number;
  /** Puts of killed processes that were cleared away. */
  partial: number;
  /** Files that are lost or changed; the sweep leaves them to the doctor. */
  lost: readonly string[];
}

/** Clears away what kills leave, and tells what is lost. May run while files are stored and deleted, and twice at once. `now` in milliseconds since 1970. */
export async function sweepFiles(
  db: Database,
  blobs: BlobStore,
  now: number,
  grace = orphanGrace,
): Promise<SweepReport> {
  const report = { blobs: 0, bytes: 0, deletions: 0, partial: await blobs.removePartial(now - grace) };
  const lost: string[] = [];
  for await (const orphan of findOrphans(db, blobs, now - grace)) {
    if (orphan.kind === "row-without-blob" || orphan.kind === "size-differs") {
      lost.push(orphan.file.key);
      continue;
    }
    await mendOrphan(db, blobs, orphan, now);
    if (orphan.kind === "deletion-unfinished") report.deletions += 1;
    else {
      report.blobs += 1;
      report.bytes += orphan.blob.size;
    }
  }
  return { ...report, lost };
}
