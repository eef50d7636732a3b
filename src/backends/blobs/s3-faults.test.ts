import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bytesOf, pieces } from "../../../test/blob-store-contract.ts";
import { type FaultKind, type FaultyWay, startFaults } from "../../../test/engines/s3-faults.ts";
import { type S3Server, startS3 } from "../../../test/engines/s3.ts";
import type { BlobStore } from "./blob-store.ts";
import { beginUpload, sendPart } from "./s3-upload.ts";
import { createS3Client } from "./s3-client.ts";
import { openS3Blobs } from "./s3.ts";

const mebibyte = 1024 * 1024;
const hurried = { tries: 4, firstPause: 5, silence: 3_000 };
const settings = { prefix: "f/", patience: hurried, partSize: 5 * mebibyte };
/** Two parts; no two stretches of it are the same. */
const large = Uint8Array.from({ length: 6 * mebibyte }, (_, i) => (i * 31 + (i >>> 12) * 7) & 0xff);
const later = (): number => Date.now() + 60_000;
const onTheWay: FaultKind[] = [
  "refuse",
  "lose-answer",
  "twice",
  "slow",
  { status: 500, code: "InternalError" },
  { status: 503, code: "SlowDown" },
  { status: 409, code: "ConditionalRequestConflict" },
  { status: 400, code: "RequestTimeout" },
];

let server: S3Server;
let way: FaultyWay;
let store: BlobStore;
let names = 0;
const newKey = (): string => `outputs/u/${(names += 1)}.bin`;

beforeAll(async () => {
  server = await startS3();
  way = await startFaults(server.bucket, { uploads: "listed, and conditional at the end" });
  store = await openS3Blobs({ ...way.bucket, ...settings });
  // What is tried once is tried before something goes wrong.
  await store.put("tried/small.bin", new Uint8Array(1));
  await store.put("tried/large.bin", large);
});
beforeEach(() => way.befall());
afterAll(async () => {
  await way.close();
  await server.close();
});

const read = async (key: string): Promise<Buffer | null> => {
  const found = await store.get(key);
  return found && Buffer.from(await bytesOf(found.content));
};

describe("putting by a way on which things go wrong", () => {
  it.each(onTheWay.concat("cut-request").map((kind) => ({ kind })))("puts one blob, though $kind", async ({ kind }) => {
    const key = newKey();
    way.befall({ kind, of: /^PUT / });
    expect(await store.put(key, large.subarray(0, 200_000))).toMatchObject({ key, size: 200_000 });
    expect(way.requests.filter((line) => line.startsWith("PUT"))).toHaveLength(
      kind === "twice" || kind === "slow" ? 1 : 2,
    );
    expect(await read(key)).toEqual(Buffer.from(large.subarray(0, 200_000)));
    await expect(store.put(key, new Uint8Array(1))).rejects.toMatchObject({ code: "exists" });
  });

  it.each([
    { kind: { status: 500, code: "InternalError" }, what: "the beginning", of: /^POST .*uploads=/ },
    { kind: "lose-answer", what: "the beginning", of: /^POST .*uploads=/ },
    { kind: "cut-request", what: "a part", of: /^PUT .*partNumber=1/ },
    { kind: "lose-answer", what: "a part", of: /^PUT .*partNumber=2/ },
    { kind: "twice", what: "a part", of: /^PUT .*partNumber=2/ },
    { kind: { status: 503, code: "SlowDown" }, what: "a part", of: /^PUT .*partNumber=2/ },
    { kind: "refuse", what: "the end", of: /^POST .*uploadId=/ },
    { kind: "lose-answer", what: "the end", of: /^POST .*uploadId=/ },
    { kind: "twice", what: "the end", of: /^POST .*uploadId=/ },
  ] as const)("puts one blob in parts, though $kind at $what", async ({ kind, of }) => {
    const key = newKey();
    way.befall({ kind, of });
    expect(await store.put(key, pieces(large.subarray(0, mebibyte), large.subarray(mebibyte)))).toMatchObject({
      size: large.length,
    });
    expect(Buffer.compare((await read(key)) ?? Buffer.alloc(0), large)).toBe(0);
    await store.delete(key);
    await store.removePartial(later());
    expect((await store.list("outputs/")).blobs.map((blob) => blob.key)).not.toContain(key);
  });

  it("gives up where a part never gets through, and leaves nothing", async () => {
    const key = newKey();
    way.befall({ kind: { status: 500, code: "InternalError" }, of: /partNumber=2/, times: 100 });
    await expect(store.put(key, large)).rejects.toMatchObject({ code: "unreachable", cause: { status: 500 } });
    expect(way.requests.filter((line) => line.includes("partNumber=2"))).toHaveLength(hurried.tries);
    expect(way.requests.at(-1)).toMatch(/^DELETE .*uploadId=/);
    way.befall();
    expect(await store.head(key)).toBeNull();
    expect(await store.removePartial(later())).toBe(0);
  });

  it("ends an upload whose source breaks off, and hands the reason on", async () => {
    const reason = new TypeError("the reader went");
    async function* broken() {
      yield large;
      throw reason;
    }
    const key = newKey();
    await expect(store.put(key, broken())).rejects.toBe(reason);
    expect(way.requests.at(-1)).toMatch(/^DELETE .*uploadId=/);
    expect([await store.head(key), await store.removePartial(later())]).toEqual([null, 0]);
  });

  it("stops within a part when it is told", async () => {
    const stop = new AbortController();
    const key = newKey();
    way.befall({ kind: "stall-answer", of: /partNumber=1/, times: 9 });
    const put = store.put(key, large, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error("enough")), 150);
    await expect(put).rejects.toThrow("enough");
    way.befall();
    expect([await store.head(key), await store.removePartial(later())]).toEqual([null, 0]);
  });

  it("clears away the uploads of killed processes, page by page, and none that is young", async () => {
    const client = createS3Client(way.bucket, fetch, hurried);
    for (const name of ["a", "b", "ü +", "c", "d"]) {
      const upload = await beginUpload(client, { operation: "put", of: name, key: `f/killed/${name}` }, "mark");
      await sendPart(client, upload, 1, new Uint8Array(10), undefined);
    }
    await beginUpload(client, { operation: "put", of: "other", key: "of-others/x" }, "mark");
    expect(await store.removePartial(Date.now() - 60_000)).toBe(0);
    expect(await store.removePartial(later())).toBe(5);
    expect(await store.removePartial(later())).toBe(0);
  });

  it("refuses what is larger than all parts together", async () => {
    const small = await openS3Blobs({ ...way.bucket, ...settings, mostParts: 1 });
    const key = newKey();
    await expect(small.put(key, large)).rejects.toMatchObject({ code: "too-large" });
    expect([await small.head(key), await small.removePartial(later())]).toEqual([null, 0]);
    expect(await small.put(key, large.subarray(0, 5 * mebibyte))).toMatchObject({ size: 5 * mebibyte });
  });
});

describe.each([
  { uploads: "listed", says: "knows no condition at the end of an upload" },
  { uploads: "listed, and conditional at the end", says: "knows one" },
] as const)("two puts in parts of one key, where the server $says", ({ uploads }) => {
  it("leave one winner, and nothing else", async () => {
    const other = await startFaults(server.bucket, { uploads });
    const [one, two] = [
      await openS3Blobs({ ...other.bucket, ...settings, prefix: "race/" }),
      await openS3Blobs({ ...other.bucket, ...settings, prefix: "race/" }),
    ];
    const key = newKey();
    const contents = [large, large.toReversed()];
    const settled = await Promise.allSettled([one.put(key, contents[0] ?? large), two.put(key, contents[1] ?? large)]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(settled.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "exists" } });
    const winner = settled.findIndex(({ status }) => status === "fulfilled");
    const found = await one.get(key);
    const content = await bytesOf(found?.content ?? pieces());
    expect(Buffer.compare(content, contents[winner] ?? large)).toBe(0);
    expect((await one.list("")).blobs.map((blob) => blob.key)).toEqual([key]);
    expect(await one.removePartial(later())).toBe(0);
    await one.delete(key);
    await other.close();
  });
});

describe("getting by a way on which things go wrong", () => {
  const key = "outputs/u/got.bin";
  beforeAll(() => store.put(key, large));

  it.each(
    (["refuse", "cut-answer", "shorten-answer", "stall-answer", { status: 503, code: "SlowDown" }] as const).map(
      (kind) => ({ kind }),
    ),
  )("gives the whole blob, though $kind", async ({ kind }) => {
    way.befall({ kind, of: /^GET /, times: 2 });
    expect(Buffer.compare((await read(key)) ?? Buffer.alloc(0), large)).toBe(0);
    expect(way.requests.filter((line) => line.startsWith("GET"))).toHaveLength(3);
  });

  it("gives a part of it, though the connection breaks", async () => {
    way.befall({ kind: "cut-answer", of: /^GET /, times: 3 });
    const found = await store.get(key, { offset: 1_000_001, length: 3_000_000 });
    expect(Buffer.compare(await bytesOf(found?.content ?? pieces()), large.subarray(1_000_001, 4_000_001))).toBe(0);
  });

  it("fails behind what came, where there is never more of it", async () => {
    const found = await store.get(key);
    way.befall({ kind: "cut-answer", of: /^GET / }, { kind: "refuse", of: /^GET /, times: 100 });
    let came = 0;
    const reading = (async () => {
      for await (const piece of found?.content ?? pieces()) came += piece.length;
    })();
    await expect(reading).rejects.toMatchObject({ code: "unreachable" });
    expect(came).toBeGreaterThan(0);
    expect(came).toBeLessThan(large.length);
  });
});

describe("a bucket that cannot be used", () => {
  const opening = (change: Partial<S3Server["bucket"]>) => openS3Blobs({ ...way.bucket, ...settings, ...change });

  it.each([
    ["unreachable", { bucket: "no-such-bucket" }],
    ["unreachable", { endpoint: "http://127.0.0.1:9" }],
    ["denied", { secretAccessKey: "another" }],
    ["denied", { accessKeyId: "ANOTHER" }],
  ])("is %s when it is opened", async (code, change) => {
    await expect(opening(change)).rejects.toMatchObject({ code, message: expect.not.stringContaining("another") });
  });

  it("says that the clocks differ", async () => {
    way.befall({ kind: { status: 403, code: "RequestTimeTooSkewed" }, of: /./, times: 100 });
    await expect(opening({})).rejects.toMatchObject({ code: "clock" });
  });

  it("is not taken for empty when it went", async () => {
    way.befall({ kind: { status: 404, code: "NoSuchBucket" }, of: /./, times: 100 });
    const tries = [store.head("a"), store.get("a"), store.list(""), store.put("a", new Uint8Array(1))];
    for (const each of await Promise.allSettled(tries)) expect(each).toMatchObject({ reason: { code: "unreachable" } });
  });
});

describe("links to a bucket", () => {
  const type = "text/plain; charset=utf-8";
  const grant = { expiresIn: 60, contentType: type, disposition: null, contentLength: null };
  const linkTo = async (
    change: Partial<Parameters<NonNullable<BlobStore["link"]>>[0]> & { key: string; method: "GET" | "PUT" },
  ) => {
    const link = await store.link?.({ ...grant, ...change });
    if (!link) throw new Error("a bucket of S3 has links");
    return link;
  };
  const send = async (
    method: string,
    { url, headers }: { url: string; headers: Readonly<Record<string, string>> },
    body: string | null = null,
  ) => fetch(url, { method, headers, body });

  it("put a blob once, of the type and length that were granted, and get it", async () => {
    const key = "outputs/u/羅生門 +&='(1).txt";
    const put = await linkTo({ key, method: "PUT", contentLength: 4 });
    expect((await send("PUT", put, "too long")).status).toBe(403);
    expect(
      (await send("PUT", { ...put, headers: { ...put.headers, "content-type": "text/html" } }, "four")).status,
    ).toBe(403);
    expect((await send("PUT", put, "four")).status).toBe(200);
    expect((await send("PUT", put, "more")).status).toBe(412);
    expect(await store.head(key)).toMatchObject({ size: 4 });
    const got = await send("GET", await linkTo({ key, method: "GET" }));
    expect([got.status, await got.text()]).toEqual([200, "four"]);
  });

  it("give nothing else, and nothing when their time is over", async () => {
    await store.put("outputs/u/linked.txt", new Uint8Array(3));
    const { url } = await linkTo({
      key: "outputs/u/linked.txt",
      method: "GET",
      disposition: 'attachment; filename="a.txt"',
    });
    expect((await fetch(url, { method: "DELETE" })).status).toBe(403);
    expect((await fetch(url.replace("linked", "got"))).status).toBe(403);
    expect((await fetch(url.replace("X-Amz-Expires=60", "X-Amz-Expires=61"))).status).toBe(403);
    expect((await fetch(url)).status).toBe(200);
    const short = await linkTo({ key: "outputs/u/linked.txt", method: "GET", expiresIn: 1 });
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await fetch(short.url)).status).toBe(403);
  });
});
