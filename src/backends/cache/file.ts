import { randomUUID } from "node:crypto";
import { appendFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Cache } from "./cache.ts";
import { entryOf, lineOf } from "./cache-line.ts";

interface Kept {
  value: string;
  expiresAt: number | null;
  /** Bytes of its line. */
  bytes: number;
}

/**
 * A cache in one file of at most `limit` bytes, held in memory as well. Each change is a line at the end; when the file is full it is written anew
 * with the half that was asked for last. It may be deleted at any time. Damaged lines are passed over: a file that is no cache is an empty one,
 * and is replaced. Two processes may share it; each sees what stood there when it began. `now` in milliseconds since 1970.
 * Throws the system's error where the file cannot be read or written; nothing but the cache is lost then.
 */
export async function openFileCache(
  path: string,
  now: () => number,
  { limit = 64 * 1024 * 1024 }: { limit?: number } = {},
): Promise<Cache> {
  await mkdir(dirname(path), { recursive: true });
  const loaded = await load(path);
  const { entries } = loaded;
  let size = loaded.size;
  const isGood = ({ expiresAt }: Kept): boolean => expiresAt === null || expiresAt > now();

  async function compact(): Promise<void> {
    let bytes = 0;
    const newest = [...entries]
      .toReversed()
      .filter(([, entry]) => isGood(entry) && (bytes += entry.bytes) <= limit / 2);
    entries.clear();
    for (const [key, entry] of newest.toReversed()) entries.set(key, entry);
    await replace(
      path,
      newest
        .toReversed()
        .map(([key, { value, expiresAt }]) => lineOf({ key, value, expiresAt }))
        .join(""),
    );
    size = newest.reduce((sum, [, entry]) => sum + entry.bytes, 0);
  }

  // One change after the other; a failure is told to whoever made the change, and the next one is tried all the same.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const write = (line: string): Promise<void> =>
    inTurn(async () => {
      size += Buffer.byteLength(line);
      await (size > limit ? compact() : appendFile(path, line, { mode: 0o600 }));
    });

  if (loaded.damaged || size > limit) await inTurn(compact);
  return {
    async get(key) {
      const entry = entries.get(key);
      if (!entry || !isGood(entry)) return null;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    async set(key, value, lifetime) {
      const expiresAt = lifetime === null ? null : now() + lifetime;
      const line = lineOf({ key, value, expiresAt });
      const bytes = Buffer.byteLength(line);
      entries.delete(key);
      // What takes half of the file is worth less than all the rest.
      if (bytes > limit / 2) return write(lineOf({ key, value: null }));
      entries.set(key, { value, expiresAt, bytes });
      return write(line);
    },
    async delete(key) {
      if (entries.delete(key)) await write(lineOf({ key, value: null }));
    },
    async sweep() {
      const old = [...entries].filter(([, entry]) => !isGood(entry));
      for (const [key] of old) entries.delete(key);
      if (old.length > 0) await inTurn(compact);
      return old.length;
    },
    close: () => last,
  };
}

async function load(path: string): Promise<{ entries: Map<string, Kept>; size: number; damaged: boolean }> {
  const entries = new Map<string, Kept>();
  const text = await readText(path);
  const lines = text.split("\n");
  let damaged = lines.pop() !== "";
  for (const line of lines) {
    const entry = entryOf(line);
    damaged ||= entry === null;
    if (!entry) continue;
    entries.delete(entry.key);
    if (entry.value !== null) entries.set(entry.key, { ...entry, bytes: Buffer.byteLength(line) + 1 });
  }
  return { entries, size: Buffer.byteLength(text), damaged };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

async function replace(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.partial`;
  try {
    await writeFile(temporary, text, { mode: 0o600 });
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}
