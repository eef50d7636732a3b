import { afterAll, describe, expect, it } from "vitest";
import { bytesOf, describeBlobStore, pieces } from "../../../test/blob-store-contract.ts";
import { bucketElsewhere, startS3, startS3WithoutConditions } from "../../../test/engines/s3.ts";
import { memoryUsed } from "../../../test/memory-used.ts";
import { openS3Blobs } from "./s3.ts";

/** `FABULA_SLOW=1` takes the full measure. */
const measure = process.env["FABULA_SLOW"] === "1" ? { keys: 10_000, megabytes: 200 } : { keys: 300, megabytes: 20 };
const elsewhere = bucketElsewhere();
const server = elsewhere ? { bucket: elsewhere, close: async () => undefined } : await startS3();
afterAll(() => server.close());

const open = async () => ({
  store: await openS3Blobs({ ...server.bucket, prefix: `contract-${Date.now()}/` }),
  close: async () => undefined,
});
// Two parts are under way while the third fills, and what sends them copies each.
describeBlobStore("a bucket of S3", open, { ...measure, memory: { used: memoryUsed, most: 48 * 1024 * 1024 } });

describe("a bucket of a server that knows no conditions", () => {
  it("replaces nothing: it is looked at before", async () => {
    const plain = await startS3WithoutConditions();
    const store = await openS3Blobs({ ...plain.bucket, prefix: "", partSize: 5 * 1024 * 1024 });
    for (const size of [1_000, 6 * 1024 * 1024]) {
      const key = `outputs/u/${size} 羅.bin`;
      const content = new Uint8Array(size).fill(7);
      expect(await store.put(key, content)).toMatchObject({ key, size });
      await expect(store.put(key, new Uint8Array(1))).rejects.toMatchObject({ code: "exists" });
      const found = await store.get(key);
      expect(Buffer.compare(await bytesOf(found?.content ?? pieces()), content)).toBe(0);
    }
    expect((await store.list("")).blobs).toHaveLength(2);
    await plain.close();
  });
});
