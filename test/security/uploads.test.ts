import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../src/core/text/result.ts";
import { storeFile } from "../../src/features/files/store-file.ts";
import { type ProblemAnswer, type TestApp, testApp } from "../app.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const script = "<script>document.title='ran'</script>";

/** What runs in a browser, under names and behind beginnings that hide it. */
const active: Record<string, string> = {
  "page.html": `<!doctype html><html><body>${script}</body></html>`,
  "page.txt": `<html>${script}</html>`,
  "picture.png": `<!doctype html>${script}`,
  "page.xhtml": `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`,
  "sheet.xml": `<?xml version="1.0"?><?xml-stylesheet href="data:text/xsl,x" type="text/xsl"?><a/>`,
  "module.js": "alert(1)",
  "manifest.mhtml": "MIME-Version: 1.0\nContent-Type: text/html\n\n<b>x</b>",
};
const drawings: Record<string, string> = {
  "drawing.svg": `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`,
  "drawing.png": `<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`,
  "prefixed.xml": `<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></s:svg>`,
};

describe("what people upload", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  const limits = { types: null, size: 1e6, quota: null };
  const store = (name: string, text: string) =>
    storeFile(
      app.studio.db,
      app.studio.tools,
      app.owner,
      { category: "images", content: bytes(text), name, type: null },
      limits,
    );

  it("is never served as something that runs: text stays text, in a sandbox without anything", async () => {
    for (const [name, text] of Object.entries(active)) {
      const { id } = unwrap(await store(name, text));
      for (const query of ["", "?download"]) {
        const { headers } = await app.send("GET", `/api/blobs/${id}${query}`);
        const type = headers.get("Content-Type") ?? "";
        expect(type, name).toBe("text/plain; charset=utf-8");
        expect(headers.get("X-Content-Type-Options"), name).toBe("nosniff");
        expect(headers.get("Content-Security-Policy"), name).toMatch(/^sandbox; default-src 'none'/);
        expect(headers.get("Content-Security-Policy"), name).not.toContain("allow-");
      }
    }
  });

  it("is refused where it is a drawing with programs in it, whatever it is called", async () => {
    for (const [name, text] of Object.entries(drawings)) {
      const stored = await store(name, text);
      expect(stored.ok ? stored.value.mime : stored.code, name).toBe("upload-active");
    }
  });

  it("is a cover only where it is a picture, and a book only where it is a book", async () => {
    const book = await app.json<{ book: { id: string } }>("POST", "/api/books/samples", {
      body: { sample: "english" },
      status: 201,
    });
    const cover = (text: string) =>
      app.json<ProblemAnswer>("PUT", `/api/books/${book.book.id}/cover`, { bytes: bytes(text), status: 415 });
    for (const text of [...Object.values(active), ...Object.values(drawings)])
      expect((await cover(text)).code).toMatch(/^upload-(?:unwanted|active|unknown)$/);
    const shown = await app.send("GET", `/api/books/${book.book.id}/cover`);
    // Drawn by us, of the title alone; and it could not run if it were not.
    expect(shown.headers.get("Content-Security-Policy")).toMatch(/^sandbox; default-src 'none'/);
  });

  it("is saved, and not shown, where a browser would open it with something else", async () => {
    const { id } = unwrap(
      await storeFile(
        app.studio.db,
        app.studio.tools,
        app.owner,
        { category: "outputs", content: bytes("{}"), name: 'a"\r\nSet-Cookie: x=1; .json', type: "json" },
        limits,
      ),
    );
    const { headers } = await app.send("GET", `/api/blobs/${id}`);
    expect(headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[^\r\n]*$/,
    );
    expect(headers.get("Set-Cookie")).toBeNull();
  });

  it("draws a cover of a title that is markup as letters", async () => {
    const title = `</text>${script}<text onload="alert(1)">`;
    const { book } = await app.json<{ book: { id: string } }>("POST", "/api/books", {
      bytes: bytes("Another\n\nIt was late.\n"),
      status: 201,
    });
    await app.json("PATCH", `/api/books/${book.id}`, { body: { title } });
    const svg = await (await app.send("GET", `/api/books/${book.id}/cover`)).text();
    expect(svg).not.toMatch(/<script|<text onload/);
  });
});
