import { expect, it } from "vitest";
import { testApp } from "./app.ts";

it("answers the front page to everybody, and other addresses of pages only to browsers", async () => {
  const page = new TextEncoder().encode("<!doctype html><title>Fabula</title>");
  const app = await testApp({
    web: async (path) =>
      path === "index.html" ? { content: page, mime: "text/html; charset=utf-8", tag: '"1"', isForever: false } : null,
  });
  const statusOf = async (path: string, accept: string): Promise<number> =>
    (await app.send("GET", path, { headers: { Accept: accept } })).status;
  for (const accept of ["*/*", "application/json", "text/html", ""])
    expect([await statusOf("/", accept), await statusOf("/index.html", accept)]).toEqual([200, 200]);
  expect([await statusOf("/library", "text/html"), await statusOf("/library", "*/*")]).toEqual([200, 404]);
  expect(await statusOf("/assets/none.js", "text/html")).toBe(404);
  await app.close();
});
