import { env } from "cloudflare:test";
import { afterEach, describe, expect, it } from "vitest";
import { openR2Blobs, type R2Bucket } from "../../../src/backends/blobs/r2.ts";
import { bytesOf, describeBlobStore, pieces } from "../../blob-store-contract.ts";

const bucket = env.FILES;
const open = async () => ({ store: openR2Blobs(bucket), close: async () => undefined });
describeBlobStore("a bucket of R2", open, { keys: 1_200, megabytes: 20 });

const mebibyte = 1024 * 1024;
const large = Uint8Array.from({ length: 9 * mebibyte }, (_, i) => (i * 31 + (i >>> 12) * 7) & 0xff);
const later = (): number => Date.now() + 60_000;

/** The bucket with something else in place of what it does. */
const faulty = (change: Partial<R2Bucket>): R2Bucket => ({
  head: (...args) => bucket.head(...args),
  get: (...args) => bucket.get(...args),
  put: (...args) => bucket.put(...args),
  delete: (...args) => bucket.delete(...args),
  list: (...args) => bucket.list(...args),
  createMultipartUpload: (...args) => bucket.createMultipartUpload(...args),
  ...change,
});

/** Does it, and says once that it failed. */
const answerLost = <Args extends unknown[], Value>(work: (...args: Args) => Promise<Value>) => {
  let lost = 0;
  return async (...args: Args): Promise<Value> => {
    const value = await work(...args);
    if ((lost += 1) === 1) throw new Error("put: We encountered an internal error. Please try again. (10001)");
    return value;
  };
};

describe("a store in a bucket of R2", () => {
  const key = "outputs/u/large.bin";
  afterEach(() => bucket.delete(key));

  it("lets one of two win that put the same large key at once, and leaves nothing else", async () => {
    const store = openR2Blobs(bucket);
    const contents = [large, large.toReversed()];
    const settled = await Promise.allSettled(contents.map((content) => store.put(key, content)));
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(settled.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "exists" } });
    const winner = settled.findIndex(({ status }) => status === "fulfilled");
    const content = await bytesOf((await store.get(key))?.content ?? pieces());
    expect(content.every((byte, i) => byte === contents[winner]?.[i])).toBe(true);
    expect((await bucket.list({ prefix: ".partial/", limit: 10 })).objects).toEqual([]);
  });

  it.each([
    ["small", large.subarray(0, 1_000)],
    ["large", large],
  ])("knows its own %s blob again when the answer was lost", async (_, content) => {
    const store = openR2Blobs(faulty({ put: answerLost((...args) => bucket.put(...args)) }));
    expect(await store.put(key, content)).toMatchObject({ size: content.length });
    await expect(store.put(key, content)).rejects.toMatchObject({ code: "exists" });
  });

  it("leaves nothing of a large source that breaks off", async () => {
    const reason = new Error("the reader went");
    async function* broken() {
      yield large;
      throw reason;
    }
    const store = openR2Blobs(bucket);
    await expect(store.put(key, broken())).rejects.toBe(reason);
    expect([await store.head(key), await store.removePartial(later())]).toEqual([null, 0]);
  });

  it("hides what is not whole, and clears it away when it is old", async () => {
    await bucket.put(".partial/left", new Uint8Array(9), { customMetadata: {} });
    const store = openR2Blobs(bucket);
    expect((await store.list("")).blobs.filter((blob) => blob.key.startsWith("."))).toEqual([]);
    expect(await store.removePartial(Date.now() - 60_000)).toBe(0);
    expect(await store.removePartial(later())).toBe(1);
  });

  it("fails behind what came, where the connection breaks off", async () => {
    await openR2Blobs(bucket).put(key, large);
    const cut: R2Bucket["get"] = async (...args) => {
      const found = await bucket.get(...args);
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(large.subarray(0, 1_000));
          controller.close();
        },
      });
      return found && { ...found, key, size: found.size, etag: found.etag, uploaded: found.uploaded, body };
    };
    const store = openR2Blobs(faulty({ get: cut }));
    const found = await store.get(key);
    await expect(bytesOf(found?.content ?? pieces())).rejects.toMatchObject({ code: "unreachable" });
  });

  it("says what R2 says", async () => {
    for (const [said, code] of [
      ["get: You do not have permission. (10003)", "denied"],
      ["put: Your proposed upload exceeds the maximum allowed object size. (100100)", "too-large"],
      ["Network connection lost.", "unreachable"],
    ] as const) {
      const store = openR2Blobs(faulty({ head: () => Promise.reject(new Error(said)) }));
      await expect(store.head(key)).rejects.toMatchObject({ code });
    }
  });
});
