import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProblemAnswer, type TestApp, testApp } from "../../../test/app.ts";
import { unwrap } from "../../core/text/result.ts";
import { signLink } from "./signed-link.ts";
import { storeFile } from "./store-file.ts";

const bytes = pictureBytes();

/** What begins as a PNG does. */
function pictureBytes(): Uint8Array {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return Uint8Array.from({ length: 1_000 }, (_, i) => png[i] ?? i % 251);
}

describe("files over HTTP", () => {
  let app: TestApp;
  let id: string;
  let path: string;
  async function keep(content: Uint8Array, name: string): Promise<string> {
    const { studio, owner } = app;
    const file = { category: "outputs", content, name, type: null } as const;
    const limits = { types: null, size: 1e6, quota: null };
    return unwrap(await storeFile(studio.db, studio.tools, owner, file, limits)).id;
  }
  beforeAll(async () => {
    app = await testApp();
    id = await keep(bytes, "絵 1.png");
    path = `/api/blobs/${id}`;
  });
  afterAll(() => app.close());
  const bodyOf = async (response: Response): Promise<number[]> => [...new Uint8Array(await response.arrayBuffer())];

  it("come whole to their owner, and to nobody else", async () => {
    const response = await app.send("GET", path);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("image/png");
    expect(response.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(await bodyOf(response)).toEqual([...bytes]);
    expect((await app.send("GET", path, { as: app.other })).status).toBe(404);
    expect((await app.send("GET", path, { as: "nobody" })).status).toBe(401);
  });

  it("tell of themselves at HEAD", async () => {
    const response = await app.send("HEAD", path);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Length")).toBe("1000");
    expect(await bodyOf(response)).toEqual([]);
  });

  it("come in parts", async () => {
    const part = await app.send("GET", path, { headers: { Range: "bytes=10-19" } });
    expect(part.status).toBe(206);
    expect(part.headers.get("Content-Range")).toBe("bytes 10-19/1000");
    expect(await bodyOf(part)).toEqual([...bytes.subarray(10, 20)]);
    const last = await app.send("GET", path, { headers: { Range: "bytes=-5" } });
    expect(await bodyOf(last)).toEqual([...bytes.subarray(995)]);
    const beyond = await app.send("GET", path, { headers: { Range: "bytes=2000-" } });
    expect(beyond.status).toBe(416);
  });

  it("come whole where the part is of another version", async () => {
    const response = await app.send("GET", path, { headers: { Range: "bytes=0-1", "If-Range": '"other"' } });
    expect(response.status).toBe(200);
  });

  it("are not sent again to a browser that has them", async () => {
    const tag = (await app.send("HEAD", path)).headers.get("ETag") ?? "";
    const again = await app.send("GET", path, { headers: { "If-None-Match": tag } });
    expect(again.status).toBe(304);
    expect(await bodyOf(again)).toEqual([]);
  });

  it("are saved under their names where that is asked for", async () => {
    const field = (await app.send("GET", `${path}?download`)).headers.get("Content-Disposition") ?? "";
    expect(field).toContain("attachment");
    expect(field).toContain(`filename*=UTF-8''${encodeURIComponent("絵 1.png")}`);
  });

  it("are never shown where they could be pages", async () => {
    const page = await keep(new TextEncoder().encode("<!doctype html><script>alert(1)</script>"), "page.html");
    const response = await app.send("GET", `/api/blobs/${page}`);
    expect(response.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  it("come by a signed link to whoever has it, until it ends", async () => {
    const secret = new Uint8Array(32).fill(7);
    const linkUntil = async (expiresAt: number): Promise<string> => {
      const query = await signLink(secret, { key: id, method: "GET", contentType: "image/png", expiresAt });
      return `/api/blobs/${id}?${query}`;
    };
    const link = await linkUntil(Date.now() + 60_000);
    expect((await app.send("GET", link, { as: "nobody" })).status).toBe(200);
    const forged = await app.send("GET", link.replace(/signature=./, "signature=-"), { as: "nobody" });
    expect(forged.status).toBe(403);
    const late = await app.send("GET", await linkUntil(Date.now() - 60_000), { as: "nobody" });
    expect(((await late.json()) as ProblemAnswer).code).toBe("link-expired");
  });

  it("are sent to the store itself where that has links", async () => {
    const { blobs } = app.studio;
    const linking = await testApp();
    const link = async ({ key }: { key: string }) => ({ url: `https://store.example/${key}`, headers: {} });
    Object.assign(linking.studio.blobs, { link });
    const file = { category: "outputs", content: bytes, name: "a.png", type: null } as const;
    const { studio, owner } = linking;
    const stored = unwrap(
      await storeFile(studio.db, studio.tools, owner, file, { types: null, size: 1e6, quota: null }),
    );
    const response = await linking.send("GET", `/api/blobs/${stored.id}`);
    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toContain("https://store.example/outputs/");
    expect(blobs.link).toBeNull();
    await linking.close();
  });

  it("are deleted by their owner alone, once", async () => {
    const gone = await keep(bytes, "gone.png");
    expect((await app.send("DELETE", `/api/blobs/${gone}`, { as: app.other })).status).toBe(404);
    expect((await app.send("DELETE", `/api/blobs/${gone}`)).status).toBe(204);
    expect((await app.send("DELETE", `/api/blobs/${gone}`)).status).toBe(404);
    expect((await app.send("GET", `/api/blobs/${gone}`)).status).toBe(404);
  });
});
