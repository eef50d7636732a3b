import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Refused } from "../core/text/result.ts";
import type { WatchedFile, WatchedFolder } from "../features/library/watched-files.ts";

/** A folder of a disk, be it another machine's: it is looked through, since not every disk tells what happens on it. */
export function diskFolder(root: string): WatchedFolder {
  return {
    async list() {
      const names = await namesIn(root);
      if (names === null) return null;
      const inner = await Promise.all(names.folders.map(async (name) => within(name, await namesIn(join(root, name)))));
      const found = [...names.files, ...inner.flat()];
      return (await Promise.all(found.map((path) => fileAt(root, path)))).filter((file) => file !== null);
    },
    async read(file) {
      try {
        const content = await readFile(join(root, file.path));
        const after = await fileAt(root, file.path);
        const isSame = after?.size === file.size && after.modified === file.modified && content.length === file.size;
        return isSame ? new Uint8Array(content) : null;
      } catch (error) {
        if (isGone(error)) return null;
        throw new Refused("file-unreadable", file.path, { cause: error });
      }
    },
  };
}

async function namesIn(folder: string): Promise<{ files: string[]; folders: string[] } | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = (isOne: (entry: (typeof entries)[number]) => boolean) =>
      entries.filter(isOne).map(({ name }) => name);
    return { files: names((entry) => entry.isFile()), folders: names((entry) => entry.isDirectory()) };
  } catch (error) {
    if (isAway(error)) return null;
    throw error;
  }
}

const within = (folder: string, names: { files: string[] } | null): string[] =>
  (names?.files ?? []).map((name) => `${folder}/${name}`);

async function fileAt(root: string, path: string): Promise<WatchedFile | null> {
  try {
    const { size, mtimeMs } = await stat(join(root, path));
    return { path, size, modified: mtimeMs };
  } catch (error) {
    if (isAway(error)) return null;
    throw error;
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");
const isGone = (error: unknown): boolean => ["ENOENT", "ENOTDIR", "ESTALE"].includes(codeOf(error));
/** What a disk says that was taken away, is not connected, or lets nobody in: it may come back. */
const isAway = (error: unknown): boolean =>
  isGone(error) || ["EACCES", "EPERM", "EIO", "ENXIO", "ENODEV", "EHOSTDOWN", "ETIMEDOUT"].includes(codeOf(error));
