import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { resolve } from "node:path";
import { largestFile } from "../core/book/detect-format.ts";
import type { RosterEntry } from "../core/story/cast.ts";
import { Refused } from "../core/text/result.ts";
import { codeOf } from "./file-errors.ts";

const refusals: Readonly<Record<string, string>> = {
  ENOENT: "file-missing",
  ENOTDIR: "file-missing",
  EISDIR: "file-is-folder",
};

/** Reads a file that a person named. Throws `Refused` with the path as they wrote it. */
export async function readInput(folder: string, path: string): Promise<Uint8Array> {
  try {
    const file = await open(resolve(folder, path));
    try {
      return await readWithinCap(file, path);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(refusals[codeOf(error) ?? ""] ?? "file-unreadable", path, { cause: error });
  }
}

/** Bytes of the first read. */
const firstStretch = 1 << 20;

/** Stops where the file turns out to be larger than any book: such a file is not loaded whole, and a pipe does not tell its size. */
async function readWithinCap(file: FileHandle, path: string): Promise<Uint8Array> {
  const before = await file.stat();
  const { size } = before;
  let bytes = new Uint8Array(firstStretch);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length);
    length += bytesRead;
    const cap = largestFile(bytes.subarray(0, length));
    if (Math.max(size, length) > cap) throw new Refused("too-large", path);
    if (bytesRead === 0) {
      const after = await file.stat();
      if (after.isFile() && (after.size !== length || after.mtimeMs !== before.mtimeMs))
        throw new Refused("file-changing", path);
      return bytes.subarray(0, length);
    }
    if (length < bytes.length) continue;
    const longer = new Uint8Array(Math.max(size + 1, Math.min(length * 2, cap + 1)));
    longer.set(bytes);
    bytes = longer;
  }
}

/** Reads `--cast FILE`: who is in the book, as a person knows it. */
export async function readRoster(folder: string, path: string): Promise<RosterEntry[]> {
  const bytes = await readInput(folder, path);
  const parsed = parseJson(new TextDecoder().decode(bytes), path);
  const cast = isRecord(parsed) ? parsed["cast"] : null;
  if (!Array.isArray(cast)) throw new Refused("cast-invalid", path);
  return cast.map((entry: unknown) => {
    if (!isRecord(entry) || typeof entry["name"] !== "string") throw new Refused("cast-invalid", path);
    const aliases: unknown = entry["aliases"] ?? [];
    if (!isTexts(aliases)) throw new Refused("cast-invalid", `${path}: ${entry["name"]}`);
    return { name: entry["name"], aliases };
  });
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refused("cast-invalid", path, { cause: error });
  }
}

/** Whether a value from outside is an object whose entries can be looked at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
