import { createHash } from "node:crypto";
import type { BlobStore } from "../backends/blobs/blob-store.ts";

/** One object of a copy: where it came from, where it went, and the row that follows it, null where the row's key stays. */
export interface CopiedObject {
  from: string;
  to: string;
  row: { id: string; was: "moved" | "added" } | null;
}

/** What a copy from one store has begun, kept in the store that it goes to, so that it can be resumed and undone from anywhere. */
export interface CopyJournal {
  objects: ReadonlyMap<string, CopiedObject>;
  /** Notes what is going to be copied, before it is. */
  note(objects: readonly CopiedObject[]): Promise<void>;
  /** Forgets all of it. */
  remove(): Promise<void>;
}

/** Opens the journal of copies from a store of that name. Nobody's file: its keys are none of ours. */
export async function openJournal(to: BlobStore, fromName: string): Promise<CopyJournal> {
  const folder = `storage-copy/${createHash("sha256").update(fromName).digest("hex").slice(0, 16)}/`;
  const objects = new Map<string, CopiedObject>();
  const parts: string[] = [];
  for await (const key of keysOf(to, folder)) {
    parts.push(key);
    for (const object of await partAt(to, key)) objects.set(object.from, object);
  }
  let next = Number(parts.at(-1)?.slice(folder.length, -".json".length) ?? 0) + 1;
  return {
    objects,
    async note(noted) {
      if (noted.length === 0) return;
      const key = `${folder}${String(next).padStart(8, "0")}.json`;
      await to.put(key, new TextEncoder().encode(JSON.stringify(noted)));
      parts.push(key);
      next += 1;
      for (const object of noted) objects.set(object.from, object);
    },
    async remove() {
      for (const key of parts) await to.delete(key);
    },
  };
}

async function* keysOf(store: BlobStore, prefix: string): AsyncGenerator<string> {
  let cursor: string | null = null;
  do {
    const page = await store.list(prefix, { cursor });
    for (const { key } of page.blobs) yield key;
    cursor = page.next;
  } while (cursor !== null);
}

async function partAt(store: BlobStore, key: string): Promise<CopiedObject[]> {
  const found = await store.get(key);
  if (found === null) return [];
  const text = Buffer.concat(await Array.fromAsync(found.content)).toString();
  // Blobs are whole, and only `note` writes these.
  return JSON.parse(text) as CopiedObject[];
}
