import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { guarded, makeFolders } from "./file-errors.ts";

/**
 * Writes a text file whole or not at all: what stood there before stays until the new one is complete. Throws
 * `Refused("disk-full" | "out-unwritable")`.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.partial-${process.pid}`);
  await guarded(path, async () => {
    await makeFolders(dirname(path));
    try {
      await writeFile(partial, text);
      await rename(partial, path);
    } finally {
      await rm(partial, { force: true });
    }
  });
}
