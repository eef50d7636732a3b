import { BlobError } from "./blob-error.ts";
import { checkKey, compareKeys } from "./blob-key.ts";
import { piecesOf } from "./blob-source.ts";
import type { BlobHead, BlobRange, BlobStore } from "./blob-store.ts";

type Kept = { bytes: Uint8Array<ArrayBuffer>; putAt: number };

/** A store that lasts as long as the process. `now` gives milliseconds since 1970. */
export function createMemoryBlobs(now: () => number): BlobStore {
  const kept = new Map<string, Kept>();
  const headOf = (key: string): BlobHead | null => {
    const found = kept.get(key);
    return found ? { key, size: found.bytes.length, putAt: found.putAt } : null;
  };
  return {
    async put(key, content, { signal } = {}) {
      checkKey("put", key);
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      for await (const piece of piecesOf(content, signal)) pieces.push(Uint8Array.from(piece));
      const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
      if (kept.has(key)) throw new BlobError("exists", "put", key);
      const putAt = now();
      kept.set(key, { bytes, putAt });
      return { key, size: bytes.length, putAt };
    },
    async get(key, range) {
      checkKey("get", key);
      const head = headOf(key);
      return head && { head, content: contentOf(kept, key, range ?? { offset: 0, length: null }) };
    },
    async head(key) {
      checkKey("head", key);
      return headOf(key);
    },
    async delete(key) {
      checkKey("delete", key);
      kept.delete(key);
    },
    async list(prefix, { cursor = null, limit = 1_000 } = {}) {
      const keys = [...kept.keys()].filter((key) => key.startsWith(prefix)).toSorted(compareKeys);
      const rest = cursor === null ? keys : keys.filter((key) => compareKeys(key, cursor) > 0);
      const blobs = rest.slice(0, limit).flatMap((key) => headOf(key) ?? []);
      return { blobs, next: rest.length > limit ? (blobs.at(-1)?.key ?? null) : null };
    },
    removePartial: async () => 0,
    link: null,
  };
}

async function* contentOf(kept: Map<string, Kept>, key: string, { offset, length }: BlobRange) {
  const found = kept.get(key);
  if (!found) throw new BlobError("missing", "get", key);
  yield found.bytes.slice(offset, length === null ? undefined : offset + length);
}
