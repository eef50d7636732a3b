import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
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
    return new Uint8Array(await readFile(resolve(folder, path)));
  } catch (error) {
    throw new Refused(refusals[codeOf(error) ?? ""] ?? "file-unreadable", path, { cause: error });
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
