import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Refused } from "../core/text/result.ts";

/** The system's code of a failed call, such as `ENOENT`; null for other errors. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

const full = new Set(["ENOSPC", "EDQUOT"]);
const unwritable = new Set(
  "EACCES EPERM EROFS ENOTDIR EEXIST ENOENT ENAMETOOLONG ELOOP EISDIR ENOTEMPTY EIO EINVAL EXDEV".split(" "),
);

/** Runs file work for an output folder; what the system refuses becomes a refusal that a person can act on. */
export async function guarded<T>(target: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error) ?? "";
    if (full.has(code)) throw new Refused("disk-full", target, { cause: error });
    if (unwritable.has(code)) throw new Refused("out-unwritable", target, { cause: error });
    throw error;
  }
}

/** Makes a folder and those above it. One at a time, because the system's own recursive call never ends where folders cannot exist (`/proc`). */
export async function makeFolders(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST" && (await stat(path)).isDirectory()) return;
    if (code !== "ENOENT" || dirname(path) === path || (await isThere(dirname(path)))) throw error;
    await makeFolders(dirname(path));
    await mkdir(path);
  }
}

/** Whether a path leads to anything. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}
