import { describe, expect, it } from "vitest";
import { docxParagraph, docxRun, makeDocx } from "../../../test/docx-fixture.ts";
import { makeEpub, makeZip } from "../../../test/epub-fixture.ts";
import { readBook } from "./read-book.ts";

const tale =
  "題\n作者《さくしゃ》\n\n　雨《あめ》が降る。［＃挿絵（fig1.png、横3×縦2）入る］\n\n底本：「全集」某書房\n";

describe("an archive", () => {
  it("is one book of its texts in natural order, whatever else lies in it", async () => {
    const result = await readBook(
      makeZip({
        "b/10.txt": "The tenth and last.",
        "b/2 The Sea.txt": "The second.",
        "b/1.txt": "The first.",
        "__MACOSX/b/._1.txt": "Not a chapter.",
        "readme.txt": "Read me not.",
        "cover.jpg": new Uint8Array([0xff, 0xd8, 0xff]),
      }),
    );
    expect(result.ok && [result.value.format, result.value.text]).toEqual([
      "archive",
      "The first.\n\nThe second.\n\nThe tenth and last.",
    ]);
    expect(result.ok && result.value.chapters.map(({ id, title }) => `${id} ${title}`)).toEqual([
      "c1 1",
      "c2 The Sea",
      "c3 10",
    ]);
  });

  it("is refused when its texts are too many lines together", async () => {
    const files = Object.fromEntries([1, 2, 3].map((name) => [`${name}.txt`, `Line ${name}.\n`.repeat(90_000)]));
    expect(await readBook(makeZip(files))).toEqual({ ok: false, code: "too-large", detail: "more than 250,000 lines" });
  });

  it("is the Aozora text in it, with its pictures", async () => {
    const result = await readBook(makeZip({ "tale.txt": tale, "fig1.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }));
    expect(result).toMatchObject({
      ok: true,
      value: { format: "aozora", title: "題", images: [{ href: "fig1.png" }] },
    });
  });

  it("is the one EPUB in it, and refused when it holds two", async () => {
    const one = makeEpub({ pages: { "a.xhtml": "<p>One.</p>" } });
    const two = makeEpub({ pages: { "a.xhtml": "<p>Two.</p>" }, metadata: "<dc:title>Other</dc:title>" });
    expect(await readBook(makeZip({ "x.epub": one }))).toMatchObject({
      ok: true,
      value: { format: "epub", text: "One." },
    });
    expect(await readBook(makeZip({ "x.epub": one, "y.epub": two }))).toEqual({
      ok: false,
      code: "several-books",
      detail: "x.epub, y.epub",
    });
  });

  it("is refused without text, and not opened when archives lie in archives", async () => {
    expect(await readBook(makeZip({ "a.jpg": new Uint8Array([0xff, 0xd8, 0xff]) }))).toMatchObject({
      code: "not-a-book",
    });
    expect(await readBook(makeZip({ "a.zip": makeZip({ "b.zip": makeZip({ "c.txt": "Deep." }) }) }))).toMatchObject({
      ok: false,
    });
  });
});

describe("a Word document", () => {
  it("keeps headings, quotes, tables, lists and its properties", async () => {
    const line = (text: string): string => docxParagraph(docxRun(text));
    const result = await readBook(
      makeDocx({
        body: `${docxParagraph(docxRun("Part"), "Heading1")}${docxParagraph(docxRun("One"), "Heading2")}${docxParagraph(docxRun("Quoted."), "Quote")}<w:tbl><w:tr><w:tc>${line("a")}</w:tc><w:tc>${line("b")}</w:tc></w:tr></w:tbl>${line("End.")}`,
      }),
    );
    if (!result.ok) throw new Error(result.code);
    const { text, blocks, language, creators } = result.value;
    expect(blocks.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
      "heading Part",
      "heading One",
      "quote Quoted.",
      "table a\tb",
      "paragraph End.",
    ]);
    expect([language, creators]).toEqual(["en-GB", [{ name: "Ann Lee", role: "aut" }]]);
  });

  it("is refused when it is nested deeper than the library bears, or not understood", async () => {
    const deep = "<w:p><w:r>".repeat(400);
    expect(await readBook(makeDocx({ body: deep }))).toMatchObject({ ok: false, code: "damaged-docx" });
    expect(await readBook(makeZip({ "word/document.xml": "<w:document/>" }))).toMatchObject({ code: "damaged-docx" });
  });
});
