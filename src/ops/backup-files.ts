import { createHash, type Hash } from "node:crypto";
import { dirname, join } from "node:path";
import { Refused } from "../core/text/result.ts";
import type { FileSystem } from "./backup-place.ts";

/** Size in bytes, and SHA-256 in hex. */
export interface Measured {
  size: number;
  sha256: string;
}

/** Bytes that are read at once. */
const pieceSize = 256 * 1024;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Whether an error of the system says that something is not there. */
export const isAbsent = (error: unknown): boolean => ["ENOENT", "ENOTDIR"].includes(codeOf(error));

/** Runs file work at a path; what the system refuses becomes a refusal that a person can act on: `disk-full`, `backup-unwritable`. */
export async function guardedAt<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (["ENOSPC", "EDQUOT"].includes(codeOf(error))) throw new Refused("disk-full", path, { cause: error });
    if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENAMETOOLONG", "EBUSY"].includes(codeOf(error)))
      throw new Refused("backup-unwritable", path, { cause: error });
    throw error;
  }
}

/** Whether a path leads to anything. */
export async function isThere(files: FileSystem, path: string): Promise<boolean> {
  try {
    await files.stat(path);
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

/** Size and checksum of a file; null where there is none. */
export async function measureFile(files: FileSystem, path: string): Promise<Measured | null> {
  const hash = createHash("sha256");
  try {
    let size = 0;
    for await (const piece of piecesOf(files, path)) size += update(hash, piece);
    return { size, sha256: hash.digest("hex") };
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** Writes a new file, and its folders, through to the disk; what stands there after a failure is no whole file. */
export async function writeNew(files: FileSystem, path: string, content: AsyncIterable<Uint8Array>): Promise<Measured> {
  const hash = createHash("sha256");
  let size = 0;
  await files.mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await files.open(path, "wx", 0o600);
  try {
    for await (const piece of content) {
      await handle.writeFile(piece);
      size += update(hash, piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { size, sha256: hash.digest("hex") };
}

/** Copies a file to a new path. */
export function copyFile(files: FileSystem, from: string, to: string): Promise<Measured> {
  return writeNew(files, to, piecesOf(files, from));
}

/** Gives a file a second name, so that it takes no second room, or copies it where the disk has no such thing. */
export async function linkOrCopy(files: FileSystem, from: string, to: string): Promise<void> {
  await files.mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await files.link(from, to);
  } catch (error) {
    if (!["EPERM", "EXDEV", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(codeOf(error))) throw error;
    await copyFile(files, from, to);
  }
}

/** Writes the names in a folder through to the disk; Windows cannot open folders. */
export async function syncFolder(files: FileSystem, folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await files.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a small text file whole. */
export async function writeText(files: FileSystem, path: string, text: string): Promise<void> {
  const partial = `${path}.partial`;
  await files.rm(partial, { force: true });
  await writeNew(files, partial, bytesOf(text));
  await files.rename(partial, path);
  await syncFolder(files, dirname(path));
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** Path of a file of the store in the folder of a backup, or of a store. */
export function pathOfKey(folder: string, key: string): string {
  return join(folder, ...key.split("/"));
}

/** The bytes of a file, in pieces. */
export async function* piecesOf(files: FileSystem, path: string): AsyncGenerator<Uint8Array> {
  const handle = await files.open(path, "r");
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(pieceSize), 0, pieceSize, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

function update(hash: Hash, piece: Uint8Array): number {
  hash.update(piece);
  return piece.length;
}
