import type { Dirent } from "node:fs";
import { dirname, join } from "node:path";
import type { FileSystem } from "./fs.ts";
import { compareKeys } from "./blob-key.ts";

/** Makes a folder and those above it, and sees to it that their names survive a loss of power. */
export async function makeFolder(files: FileSystem, folder: string): Promise<void> {
  const first = await files.mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  let made = folder;
  while (made.length > first.length) {
    made = dirname(made);
    await syncFolder(files, made);
  }
  await syncFolder(files, dirname(first));
}

/** Writes the names in a folder through to the disk. Windows cannot open folders, and writes names through by itself. */
export async function syncFolder(files: FileSystem, folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await files.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Every key below `root` that begins with `prefix` and comes after `cursor`, in the order of keys, as few folders opened as can be. */
export async function* walkKeys(
  files: FileSystem,
  root: string,
  prefix: string,
  cursor: string | null,
  folder = "",
): AsyncGenerator<string> {
  for (const entry of await entriesOf(files, join(root, folder))) {
    const key = folder + entry;
    if (key.endsWith("/")) {
      const mayHold = key.startsWith(prefix) || prefix.startsWith(key);
      const isBehind = cursor !== null && compareKeys(key, cursor) < 0 && !cursor.startsWith(key);
      if (mayHold && !isBehind) yield* walkKeys(files, root, prefix, cursor, key);
    } else if (key.startsWith(prefix) && (cursor === null || compareKeys(key, cursor) > 0)) yield key;
  }
}

/** Names of files, and of folders with a slash behind, in the order of keys. */
async function entriesOf(files: FileSystem, folder: string): Promise<string[]> {
  const entries: Dirent[] = await files.readdir(folder, { withFileTypes: true });
  const shown = entries.filter((entry) => !entry.name.startsWith("."));
  const names = shown.flatMap((entry) => {
    if (entry.isDirectory()) return [`${entry.name}/`];
    return entry.isFile() ? [entry.name] : [];
  });
  return names.toSorted(compareKeys);
}
