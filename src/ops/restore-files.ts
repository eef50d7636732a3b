import { join } from "node:path";
import { BlobError } from "../backends/blobs/blob-error.ts";
import type { BlobStore } from "../backends/blobs/blob-store.ts";
import { Refused } from "../core/text/result.ts";
import { measured } from "../features/files/measured-content.ts";
import { isOurs } from "../features/files/orphans.ts";
import { type Measured, pathOfKey, piecesOf } from "./backup-files.ts";
import { type BackupFile, type BackupManifest, filesName } from "./backup-manifest.ts";
import type { FileSystem } from "./backup-place.ts";
import type { Tell } from "./backup-verify.ts";

/** Files of ours in a store that a backup does not have, by their keys. */
export async function surplusOf(store: BlobStore, { files }: BackupManifest): Promise<string[]> {
  const known = new Set(files.map(({ key }) => key));
  const surplus: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.list("", { cursor });
    surplus.push(...page.blobs.map(({ key }) => key).filter((key) => isOurs(key) && !known.has(key)));
    cursor = page.next;
  } while (cursor !== null);
  return surplus;
}

export interface FilesPutBack {
  folder: string;
  manifest: BackupManifest;
  /** What `surplusOf` gave. */
  surplus: readonly string[];
  /** The beginning of the keys under which is kept what was there before. */
  aside: string;
}

/**
 * Puts the files of a backup into a store, beside what is there: one that is there as it should be is only read. Copies of the surplus, and files that
 * are not what the backup says, come to lie under `aside`; the surplus itself stays until the sweep of a day later finds it without rows. So the old
 * state is whole until the rows are replaced, and a kill needs nothing but the same restore again. Gives how many lie aside. Throws
 * `Refused("backup-damaged")` and `BlobError`.
 */
export async function putFilesBack(
  files: FileSystem,
  store: BlobStore,
  { folder, manifest, surplus, aside }: FilesPutBack,
  { signal, tell }: { signal: AbortSignal; tell: Tell },
): Promise<number> {
  let kept = 0;
  const total = surplus.length + manifest.files.length;
  let done = 0;
  for (const key of surplus) {
    signal.throwIfAborted();
    kept += await copyAside(store, key, aside);
    tell((done += 1), total);
  }
  for (const file of manifest.files) {
    signal.throwIfAborted();
    const there = await measureBlob(store, file.key);
    if (there === null || !isSame(there, file)) {
      if (there !== null) {
        kept += await copyAside(store, file.key, aside);
        await store.delete(file.key);
      }
      await store.put(file.key, checked(piecesOf(files, pathOfKey(join(folder, filesName), file.key)), file), {
        signal,
      });
    }
    tell((done += 1), total);
  }
  return kept;
}

const isSame = (a: Measured, b: Measured): boolean => a.size === b.size && a.sha256 === b.sha256;

/** 1 where it lies aside now, 0 where it had gone or cannot be read. */
async function copyAside(store: BlobStore, key: string, aside: string): Promise<number> {
  try {
    const blob = await store.get(key);
    if (blob === null) return 0;
    await store.put(aside + key, blob.content);
    return 1;
  } catch (error) {
    if (error instanceof BlobError && ["missing", "corrupt"].includes(error.code)) return 0;
    // It lies there from a restore of the same moment.
    if (error instanceof BlobError && error.code === "exists") return 1;
    throw error;
  }
}

/** What stands under a key; of what cannot be read a measure that is nobody's. */
async function measureBlob(store: BlobStore, key: string): Promise<Measured | null> {
  try {
    const blob = await store.get(key);
    if (blob === null) return null;
    const { content, measure } = measured(blob.content, Number.MAX_SAFE_INTEGER);
    for await (const _ of content);
    return { size: measure.size, sha256: measure.sha256() };
  } catch (error) {
    if (error instanceof BlobError && error.code === "missing") return null;
    if (error instanceof BlobError && error.code === "corrupt") return { size: -1, sha256: "" };
    throw error;
  }
}

/** A content that fails at its end where it is not what the list says, so that nothing of it is stored. */
async function* checked(content: AsyncIterable<Uint8Array>, file: BackupFile): AsyncGenerator<Uint8Array> {
  const counted = measured(content, Number.MAX_SAFE_INTEGER);
  yield* counted.content;
  if (!isSame({ size: counted.measure.size, sha256: counted.measure.sha256() }, file))
    throw new Refused("backup-damaged", file.key);
}
