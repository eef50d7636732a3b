import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProblemAnswer, type TestApp, testApp } from "../../../test/app.ts";
import { createNodeRasterizer } from "../../backends/raster/node.ts";
import { decodePng, encodePng } from "../../core/image/picture-png.ts";
import { pngSize } from "../../core/image/png-size.ts";
import type { ConsentsAnswer, ProfileAnswer } from "./profile-schema.ts";
import type { Me } from "./schema.ts";

/** A picture twice as wide as high, red on its left half and blue on its right. */
function wideFlag(): Uint8Array<ArrayBuffer> {
  const [width, height] = [600, 300];
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++) {
    const isLeft = i % width < width / 2;
    data.set(isLeft ? [255, 0, 0] : [0, 0, 255], 4 * i);
  }
  return new Uint8Array(encodePng({ width, height, data }));
}

describe("the profile", () => {
  const rasterizer = createNodeRasterizer(1);
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    app.studio.tools.rasterizer = () => rasterizer;
  });
  afterAll(async () => {
    await rasterizer.close();
    await app.close();
  });
  const put = (bytes: Uint8Array<ArrayBuffer>, options = {}) =>
    app.json<ProfileAnswer>("PUT", "/api/account/picture", {
      bytes,
      headers: { "Content-Type": "application/octet-stream" },
      ...options,
    });

  it("changes what one is called, one by one, each person’s own", async () => {
    const body = { name: "Ann", firstName: "Ann", lastName: "Lee", language: "zh-TW" };
    const profile = await app.json<ProfileAnswer>("PATCH", "/api/account/profile", { body });
    expect(profile).toEqual({ ...body, fullName: "Ann Lee", picture: null });
    const later = await app.json("PATCH", "/api/account/profile", { body: { lastName: "" } });
    expect(later).toMatchObject({ name: "Ann", fullName: "Ann", language: "zh-TW" });
    expect(await app.json<Me>("GET", "/api/me", { as: app.other })).toMatchObject({ name: "", firstName: "" });
  });

  it("wants a name, and a language that could be one", async () => {
    for (const body of [{ name: "  " }, { language: "<b>" }, { firstName: "x".repeat(256) }]) {
      const problem = await app.json<ProblemAnswer>("PATCH", "/api/account/profile", { body, status: 400 });
      expect(problem.code).toBe("request-invalid");
    }
  });

  it("keeps the middle square of a picture, 256 pixels wide, and serves it to its owner alone", async () => {
    const { picture } = await put(wideFlag());
    expect(picture).toMatch(/^\/api\/blobs\//);
    const response = await app.send("GET", picture ?? "");
    const png = new Uint8Array(await response.arrayBuffer());
    expect([response.headers.get("Content-Type"), pngSize(png)]).toEqual(["image/png", { width: 256, height: 256 }]);
    const { data } = decodePng(png);
    const at = (x: number, y: number) => [...data.subarray(4 * (256 * y + x), 4 * (256 * y + x) + 3)];
    expect([at(20, 128), at(235, 128)]).toEqual([
      [255, 0, 0],
      [0, 0, 255],
    ]);
    await app.json("GET", picture ?? "", { as: app.other, status: 404 });
    expect(await app.json<Me>("GET", "/api/me")).toMatchObject({ picture });
  });

  it("takes a WebP of any kind that stands still, and refuses one that is cut or says that it is huge", async () => {
    const webp = new Uint8Array(await rasterizer.toWebp(wideFlag()));
    const { picture } = await put(webp);
    const { data } = decodePng(new Uint8Array(await (await app.send("GET", picture ?? "")).arrayBuffer()));
    const at = (x: number, y: number) => [...data.subarray(4 * (256 * y + x), 4 * (256 * y + x) + 3)];
    expect([at(20, 128), at(230, 128)]).toEqual([
      [255, 0, 0],
      [0, 0, 255],
    ]);
    const huge = webp.slice();
    // The 14 bits of its width and the 14 bits of its height.
    new DataView(huge.buffer).setUint32(21, 0x0fff_ffff, true);
    for (const bytes of [webp.slice(0, webp.length / 2), webp.slice(0, 22), huge])
      expect(await put(bytes, { status: 422 })).toMatchObject({ code: "picture-unreadable" });
    await put(webp);
  });

  it("keeps one picture, and none when it is taken away", async () => {
    const { picture } = await put(new Uint8Array(readFileSync("docs/gallery/english-1.png")));
    const rows = () => app.studio.db.kysely.selectFrom("storage_files").select("id").where("category", "=", "images");
    expect(await rows().execute()).toEqual([{ id: picture?.split("/").at(-1) }]);
    expect(await app.json("DELETE", "/api/account/picture")).toMatchObject({ picture: null });
    expect(await rows().execute()).toEqual([]);
    expect((await app.studio.blobs.list("images/")).blobs).toEqual([]);
  });

  it("refuses what is no picture, what is broken, and what would unfold to a huge one", async () => {
    const bomb = wideFlag();
    new DataView(bomb.buffer).setUint32(16, 60_000);
    new DataView(bomb.buffer).setUint32(20, 60_000);
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const cut = wideFlag().slice(0, 60);
    for (const bytes of [bomb, svg, cut, new TextEncoder().encode("GIF8"), Uint8Array.of(0xff, 0xd8, 0xff)]) {
      const problem = await put(bytes, { status: 422 });
      expect(problem).toMatchObject({ code: "picture-unreadable" });
    }
    expect(await put(new Uint8Array(0), { status: 422 })).toMatchObject({ code: "upload-empty" });
  });

  it("lists the documents in the person’s language, with what they agreed to", async () => {
    const { items } = await app.json<ConsentsAnswer>("GET", "/api/account/consents");
    expect(items.map(({ document, acceptedAt }) => [document, acceptedAt])).toEqual([
      ["terms", null],
      ["privacy", null],
    ]);
    const japanese = await app.json<ConsentsAnswer>("GET", "/api/account/consents?language=ja");
    expect(japanese.items[0]?.title).toBe("利用規約");
    expect(items[0]?.paragraphs.length).toBe(japanese.items[0]?.paragraphs.length);
  });

  it("notes what one agrees to and agrees to no more, and forgets none of it", async () => {
    const [terms] = (await app.json<ConsentsAnswer>("GET", "/api/account/consents")).items;
    const body = { document: "terms", version: terms?.version };
    const given = await app.json<ConsentsAnswer>("POST", "/api/account/consents", { body });
    expect(given.items[0]?.acceptedAt).not.toBeNull();
    await app.json("POST", "/api/account/consents", { body });
    const after = await app.json<ConsentsAnswer>("DELETE", "/api/account/consents/terms");
    expect(after.items[0]).toMatchObject({ acceptedAt: null, withdrawnAt: expect.any(String) });
    await app.json("POST", "/api/account/consents", { body });
    const rows = await app.studio.db.kysely.selectFrom("consents").select("withdrawn_at as at").orderBy("id").execute();
    expect(rows.map(({ at }) => at === null)).toEqual([false, true]);
    const others = await app.json<ConsentsAnswer>("GET", "/api/account/consents", { as: app.other });
    expect(others.items[0]?.acceptedAt).toBeNull();
  });

  it("lets nobody agree to a version that is not the one of today", async () => {
    const body = { document: "privacy", version: "2001-01-01" };
    const problem = await app.json<ProblemAnswer>("POST", "/api/account/consents", { body, status: 409 });
    expect(problem.code).toBe("consent-outdated");
  });
});
