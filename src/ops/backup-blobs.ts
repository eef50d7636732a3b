import { join } from "node:path";
import { BlobError } from "../backends/blobs/blob-error.ts";
import type { BlobStore } from "../backends/blobs/blob-store.ts";
import type { Database } from "../backends/sql/database.ts";
import { findFile } from "../features/files/queries/find-files.ts";
import { filesAfter } from "../features/files/queries/sweep-rows.ts";
import type { StoredFile } from "../features/files/stored-file.ts";
import { linkOrCopy, measureFile, pathOfKey, writeNew } from "./backup-files.ts";
import { type BackupFile, filesName } from "./backup-manifest.ts";
import type { FileSystem } from "./backup-place.ts";
import type { BackupMaker, BackupRequest } from "./backup-request.ts";
import { backupToBuildOn } from "./backup-rows.ts";

/** What came of the files that rows name. */
export interface CopiedFiles {
  files: BackupFile[];
  /** Keys of those that are lost, or not what their rows say. */
  missing: string[];
  /** How many share the room of an earlier backup. */
  shared: number;
}

/** The files that the rows of a copied database name, and the way to hide one there. */
export interface NamedFiles {
  total: number;
  all(): AsyncIterable<StoredFile>;
  /** Called for a file that its owner has deleted since the database was copied. */
  hide(file: StoredFile): Promise<void>;
}

/** Copies every file that a copied database names into a folder; what its owner has deleted meanwhile is hidden in the copy too. */
export async function copyFiles(
  { db, blobs, place: { files } }: BackupMaker,
  named: NamedFiles,
  folder: string,
  { signal, tell }: Pick<BackupRequest, "signal" | "tell">,
): Promise<CopiedFiles> {
  const copied: CopiedFiles = { files: [], missing: [], shared: 0 };
  const before = await backupToBuildOn(db, files);
  const earlier = new Map(before?.manifest.files.map((file) => [file.key, file]));
  const earlierFolder = join(before?.folder ?? "", filesName);
  await files.mkdir(folder, { recursive: true, mode: 0o700 });
  for await (const file of named.all()) {
    signal.throwIfAborted();
    const target = pathOfKey(folder, file.key);
    const { key, size, sha256 } = file;
    const known = earlier.get(key)?.sha256 === sha256;
    if (known && (await shareFile(files, pathOfKey(earlierFolder, key), target, file))) copied.shared += 1;
    else if (!(await copyBlob(blobs, files, file, target))) {
      // Its owner may have deleted it since the database was copied; then it is deleted in the copy too.
      if (await findFile(db, file.owner, file.id)) copied.missing.push(key);
      else await named.hide(file);
      continue;
    }
    copied.files.push({ key, size, sha256 });
    tell({ stage: "Copying", done: copied.files.length, total: named.total });
  }
  return copied;
}

/** All files that the rows of a database name and that are not deleted. */
export async function* filesIn(db: Database): AsyncGenerator<StoredFile> {
  for (let page = await filesAfter(db, ""); page.length > 0; page = await filesAfter(db, page.at(-1)?.id ?? ""))
    yield* page;
}

async function shareFile(files: FileSystem, from: string, to: string, { size, sha256 }: StoredFile): Promise<boolean> {
  const found = await measureFile(files, from);
  if (found?.size !== size || found.sha256 !== sha256) return false;
  await linkOrCopy(files, from, to);
  return true;
}

/** Copies a file out of the store; false, and nothing is there, where it is lost or not what its row says. */
async function copyBlob(blobs: BlobStore, files: FileSystem, file: StoredFile, to: string): Promise<boolean> {
  try {
    const blob = await blobs.get(file.key);
    if (blob === null) return false;
    const { size, sha256 } = await writeNew(files, to, blob.content);
    if (size === file.size && sha256 === file.sha256) return true;
  } catch (error) {
    if (!(error instanceof BlobError && ["missing", "corrupt"].includes(error.code))) throw error;
  }
  await files.rm(to, { force: true });
  return false;
}
