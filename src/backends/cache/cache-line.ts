import { crc32 } from "node:zlib";

/** What a line of the file says: a key has a value until a moment (milliseconds since 1970; null: for good), or no longer has one. */
export type CacheEntry = { key: string; value: string; expiresAt: number | null } | { key: string; value: null };

/** A line: a sum over the rest (CRC-32, eight hexadecimal digits), and the entry as a list in JSON. */
export function lineOf(entry: CacheEntry): string {
  const json = JSON.stringify(entry.value === null ? [entry.key] : [entry.key, entry.value, entry.expiresAt]);
  return `${sumOf(json)} ${json}\n`;
}

/** The entry of a line, without its line break; null where it is damaged. */
export function entryOf(line: string): CacheEntry | null {
  const json = line.slice(9);
  if (line[8] !== " " || !json.startsWith("[") || line.slice(0, 8) !== sumOf(json)) return null;
  const parts: unknown = JSON.parse(json);
  if (!Array.isArray(parts)) return null;
  const [key, value, expiresAt]: unknown[] = parts;
  if (typeof key !== "string") return null;
  if (value === undefined) return { key, value: null };
  const isMoment = expiresAt === null || typeof expiresAt === "number";
  return typeof value === "string" && isMoment ? { key, value, expiresAt } : null;
}

const sumOf = (json: string): string => crc32(json).toString(16).padStart(8, "0");
