import { expect, it } from "vitest";
import { createMemoryBlobs } from "../../backends/blobs/memory.ts";
import { openS3Blobs } from "../../backends/blobs/s3.ts";
import { startS3 } from "../../../test/engines/s3.ts";
import { linkToBlob } from "./blob-link.ts";
import { verifyLink } from "./signed-link.ts";

const secret = new Uint8Array(32).fill(7);
const now = (): number => Date.now();
const base = "https://comics.example.org/files";
const grantOf = (method: "GET" | "HEAD" | "PUT") => ({
  key: "novels/u/羅 生門.txt",
  method,
  contentType: "text/plain; charset=utf-8",
  expiresAt: now() + 60_000,
});

it("a link leads to the program where the store has none, with our own signature", async () => {
  const link = await linkToBlob({ blobs: createMemoryBlobs(now), base, secret, now }, grantOf("PUT"));
  const url = new URL(link.url);
  expect(url.href.startsWith(`${base}/novels/u/`)).toBe(true);
  expect(link.headers).toEqual({ "content-type": "text/plain; charset=utf-8" });
  const key = decodeURIComponent(url.pathname.slice("/files/".length));
  expect(await verifyLink(secret, { key, method: "PUT", query: url.searchParams }, now())).toMatchObject({ ok: true });
});

it("a link leads to the store where that has links, and what is put by it can be got by another", async () => {
  const server = await startS3();
  const blobs = await openS3Blobs({ ...server.bucket, prefix: "f/" });
  const maker = { blobs, base, secret, now };
  const put = await linkToBlob(maker, grantOf("PUT"), { contentLength: 5 });
  expect(put.url.startsWith(server.bucket.endpoint)).toBe(true);
  expect((await fetch(put.url, { method: "PUT", headers: put.headers, body: "hello" })).status).toBe(200);
  const get = await linkToBlob(maker, grantOf("GET"));
  expect(await (await fetch(get.url)).text()).toBe("hello");
  expect((await linkToBlob(maker, grantOf("HEAD"))).url.startsWith(base)).toBe(true);
  await server.close();
});
