import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import { createMemoryBlobs } from "../../backends/blobs/memory.ts";
import { unwrap } from "../../core/text/result.ts";
import { contentMemory } from "./content-memory.ts";
import type { StoredFile } from "./stored-file.ts";

/** A store that counts what is read of it. */
function countingBlobs(): { blobs: BlobStore; reads: () => number } {
  let reads = 0;
  const blobs = createMemoryBlobs(Date.now);
  const get: BlobStore["get"] = (...asked) => {
    reads++;
    return blobs.get(...asked);
  };
  return { blobs: { ...blobs, get }, reads: () => reads };
}

async function stored(blobs: BlobStore, name: string, content: Uint8Array): Promise<StoredFile> {
  const key = `renders/u/${name}.png`;
  await blobs.put(key, content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const facts = { id: name, owner: "u", category: "renders", name: null, mime: "image/png", novelId: null } as const;
  const made = { jobId: null, artifact: null, unit: null, createdAt: "2026-01-01T00:00:00.000Z" };
  return { ...facts, ...made, key, sha256, size: content.length };
}

const page = (seed: number, size = 100): Uint8Array => new Uint8Array(size).fill(seed);

it("reads a content once, also for many who ask at the same moment", async () => {
  const { blobs, reads } = countingBlobs();
  const memory = contentMemory();
  const file = await stored(blobs, "a", page(1));
  const many = await Promise.all(Array.from({ length: 5 }, () => memory.whole(blobs, file)));
  expect(many.map((each) => each && unwrap(each))).toEqual(Array(5).fill(page(1)));
  await memory.whole(blobs, file);
  expect(reads()).toBe(1);
});

it("keeps no more bytes than it may, and forgets what was asked for longest ago", async () => {
  const { blobs, reads } = countingBlobs();
  const memory = contentMemory(250, 200);
  const [a, b, c] = [
    await stored(blobs, "a", page(1)),
    await stored(blobs, "b", page(2)),
    await stored(blobs, "c", page(3)),
  ];
  for (const file of [a, b, a, c]) await memory.whole(blobs, file);
  expect([reads(), memory.size()]).toEqual([3, 200]);
  await memory.whole(blobs, a);
  expect(reads()).toBe(3);
  await memory.whole(blobs, b);
  expect([reads(), memory.size()]).toEqual([4, 200]);
  expect(await memory.whole(blobs, await stored(blobs, "large", page(4, 201)))).toBeNull();
});

it("keeps nothing that is not what was stored, and tells what is lost", async () => {
  const { blobs, reads } = countingBlobs();
  const memory = contentMemory();
  const file = await stored(blobs, "a", page(1));
  await blobs.delete(file.key);
  expect(await memory.whole(blobs, file)).toMatchObject({ ok: false, code: "stored-file-lost" });
  await blobs.put(file.key, page(9));
  expect(unwrap((await memory.whole(blobs, file)) ?? { ok: false, code: "stored-file-lost", detail: null })).toEqual(
    page(9),
  );
  expect([reads(), memory.size()]).toEqual([2, 0]);
});
