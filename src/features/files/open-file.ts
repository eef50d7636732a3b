import type { BlobRange, BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Database } from "../../backends/sql/database.ts";
import type { Result } from "../../core/text/result.ts";
import { measured } from "./measured-content.ts";
import { findFile } from "./queries/find-files.ts";
import { forgetFile, hideFile } from "./queries/sweep-rows.ts";
import type { StoredFile } from "./stored-file.ts";
import { timeText } from "../../backends/sql/codecs.ts";

/** A file that its owner asks for, or a part of it; `content` is read once. Null where the person has no such file. */
export async function openFile(
  db: Database,
  blobs: BlobStore,
  owner: string,
  id: string,
  range?: BlobRange,
): Promise<Result<{ file: StoredFile; content: AsyncIterable<Uint8Array> }, "stored-file-lost"> | null> {
  const file = await findFile(db, owner, id);
  return file && openContent(blobs, file, range);
}

/** The content of a file whose row is at hand. */
export async function openContent(
  blobs: BlobStore,
  file: StoredFile,
  range?: BlobRange,
): Promise<Result<{ file: StoredFile; content: AsyncIterable<Uint8Array> }, "stored-file-lost">> {
  const found = await blobs.get(file.key, range);
  if (found === null || found.head.size !== file.size) return { ok: false, code: "stored-file-lost", detail: file.key };
  return { ok: true, value: { file, content: found.content } };
}

/** Reads the whole of a file and compares it with its row. Throws `BlobError` where the medium cannot read it. */
export async function verifyFile(blobs: BlobStore, file: StoredFile): Promise<"whole" | "missing" | "changed"> {
  const found = await blobs.get(file.key);
  if (found === null) return "missing";
  const { content, measure } = measured(found.content, Infinity);
  for await (const piece of content) void piece;
  return measure.size === file.size && measure.sha256() === file.sha256 ? "whole" : "changed";
}

/**
 * Deletes a file of the person: hidden, then its blob, then its row; the sweep finishes what a kill interrupts.
 * After a loss of power the row may stand again, without its blob: it is found as lost, and can be deleted once more. `now` in milliseconds
 * since 1970. False where there is none.
 */
export async function deleteFile(
  db: Database,
  blobs: BlobStore,
  owner: string,
  id: string,
  now: number,
): Promise<boolean> {
  const file = await findFile(db, owner, id);
  if (file === null || !(await hideFile(db, owner, id, timeText(now)))) return false;
  await blobs.delete(file.key);
  await forgetFile(db, owner, id);
  return true;
}
