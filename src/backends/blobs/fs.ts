import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import nodeFiles from "node:fs/promises";
import { dirname, join } from "node:path";
import { BlobError } from "./blob-error.ts";
import { checkKey } from "./blob-key.ts";
import { brokenSource, clippedTo, ofSource, piecesOf } from "./blob-source.ts";
import type { BlobHead, BlobStore } from "./blob-store.ts";
import { asBlobError, systemCode } from "./fs-failure.ts";
import { makeFolder, syncFolder, walkKeys } from "./fs-folders.ts";

export type FileSystem = Pick<typeof nodeFiles, "link" | "lstat" | "mkdir" | "open" | "readdir" | "rename" | "rm">;

/** Bytes that are read at once. */
const pieceSize = 256 * 1024;

/**
 * A store in a folder of one file system: a key is a path below `root`. A blob is written to `root/.partial` under a name by chance, flushed,
 * linked to its place (which fails where there is something) and the folder flushed, so that nobody ever sees a part of it.
 * `root` is made here, and missed later: a disk that was taken out is `unreachable`, not empty.
 */
export async function openFsBlobs(root: string, files: FileSystem = nodeFiles): Promise<BlobStore> {
  const partial = join(root, ".partial");
  await failing("open", root, () => makeFolder(files, partial));
  const pathOf = (operation: string, key: string): string => {
    checkKey(operation, key);
    return join(root, ...key.split("/"));
  };
  return {
    async put(key, content, { signal } = {}) {
      const path = pathOf("put", key);
      return failing("put", key, async () => {
        if (await statOf(files, root, path)) throw new BlobError("exists", "put", key);
        const temporary = join(partial, randomUUID());
        try {
          await write(files, temporary, ofSource(piecesOf(content, signal)));
          await makeFolder(files, dirname(path));
          await appear(files, temporary, path);
        } finally {
          await files.rm(temporary, { force: true });
        }
        await syncFolder(files, dirname(path));
        return headOf(key, await files.lstat(path));
      });
    },
    async get(key, range) {
      const path = pathOf("get", key);
      const stats = await failing("get", key, () => statOf(files, root, path));
      if (!stats) return null;
      const content = read(files, path, key, clippedTo(stats.size, range));
      return { head: headOf(key, stats), content };
    },
    async head(key) {
      const path = pathOf("head", key);
      const stats = await failing("head", key, () => statOf(files, root, path));
      return stats && headOf(key, stats);
    },
    async delete(key) {
      const path = pathOf("delete", key);
      await failing("delete", key, async () => {
        if (await statOf(files, root, path)) await files.rm(path, { force: true });
      });
    },
    list: (prefix, { cursor = null, limit = 1_000 } = {}) =>
      failing("list", prefix, async () => {
        const blobs: BlobHead[] = [];
        for await (const key of walkKeys(files, root, prefix, cursor)) {
          if (blobs.length === limit) return { blobs, next: blobs.at(-1)?.key ?? null };
          const stats = await statOf(files, root, join(root, key));
          if (stats) blobs.push(headOf(key, stats));
        }
        return { blobs, next: null };
      }),
    removePartial: (time) => failing("removePartial", root, () => removePartial(files, partial, time)),
    link: null,
  };
}

const headOf = (key: string, stats: Stats): BlobHead => ({ key, size: stats.size, putAt: Math.floor(stats.mtimeMs) });

async function write(files: FileSystem, path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await files.open(path, "wx", 0o600);
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a finished file its place. Where the file system has no links it is renamed, which two puts of one key at once would not survive. */
async function appear(files: FileSystem, temporary: string, path: string): Promise<void> {
  try {
    await files.link(temporary, path);
  } catch (error) {
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(systemCode(error) ?? "")) throw error;
    await files.rename(temporary, path);
  }
}

async function* read(
  files: FileSystem,
  path: string,
  key: string,
  { offset, length }: { offset: number; length: number },
) {
  try {
    const handle = await files.open(path, "r");
    try {
      for (let done = 0; done < length;) {
        const piece = new Uint8Array(Math.min(pieceSize, length - done));
        const { bytesRead } = await handle.read(piece, 0, piece.length, offset + done);
        if (bytesRead === 0) throw new BlobError("corrupt", "get", key);
        done += bytesRead;
        yield piece.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (systemCode(error) === "ENOENT") throw new BlobError("missing", "get", key, { cause: error });
    throw asBlobError(error, "get", key);
  }
}

/** What is known of a file; null where there is none. Throws `ENOENT` of the root where the whole store is gone. */
async function statOf(files: FileSystem, root: string, path: string): Promise<Stats | null> {
  try {
    const stats = await files.lstat(path);
    return stats.isFile() ? stats : null;
  } catch (error) {
    if (systemCode(error) !== "ENOENT" && systemCode(error) !== "ENOTDIR") throw error;
    await files.lstat(root);
    return null;
  }
}

async function removePartial(files: FileSystem, folder: string, time: number): Promise<number> {
  let removed = 0;
  for (const name of await files.readdir(folder)) {
    const path = join(folder, name);
    const stats = await statOf(files, folder, path);
    if (!stats || stats.mtimeMs >= time) continue;
    await files.rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

async function failing<Value>(operation: string, key: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const broken = brokenSource(error);
    throw broken ? broken.reason : asBlobError(error, operation, key);
  }
}
