import { describe, expect, it } from "vitest";
import { epubFiles, makeEpub, makeZip } from "../../../test/epub-fixture.ts";
import { zipCaps } from "./open-zip.ts";
import { readBook } from "./read-book.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function failure(bytes: Uint8Array): Promise<string> {
  const result = await readBook(bytes);
  return result.ok ? "read" : `${result.code}${result.detail === null ? "" : `: ${result.detail}`}`;
}

const pages = { "one.xhtml": "<p>A story.</p>" };

describe("what is no book", () => {
  it("refuses an empty file and one without a letter", async () => {
    expect(await failure(new Uint8Array())).toBe("empty-file");
    expect(await failure(encode(" \n* * *\n"))).toBe("no-text");
  });

  it("says what a file looks like, whatever its name is", async () => {
    expect(await failure(encode("%PDF-1.7\n…"))).toBe("not-a-book: PDF");
    expect(await failure(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toBe("not-a-book: JPEG image");
    expect(await failure(new Uint8Array([1, 2, 0, 4]))).toBe("not-a-book: binary data");
    expect(await failure(makeZip({ "word/document.xml": "<x/>" }))).toBe("not-a-book: Word document");
    expect(await failure(makeZip({ "001.jpg": "x" }))).toBe("not-a-book: archive of pictures");
  });

  it("refuses text in another encoding", async () => {
    expect(await failure(new Uint8Array([0x8b, 0xe0, 0x94, 0x79]))).toBe("not-utf8");
    expect(await failure(new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toBe("not-utf8");
  });

  it("refuses an EPUB without a package, without text, or locked", async () => {
    expect(await failure(makeEpub({ pages, files: { "META-INF/container.xml": null, "OEBPS/book.opf": null } }))).toBe(
      "epub-without-package",
    );
    expect(await failure(makeEpub({ pages: { "one.xhtml": '<img src="a.png" alt=""/>' } }))).toBe("no-text");
    const locked =
      '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><CipherData><CipherReference URI="OEBPS/one.xhtml"/></CipherData></EncryptedData></encryption>';
    expect(await failure(makeEpub({ pages, files: { "META-INF/encryption.xml": locked } }))).toBe(
      "epub-encrypted: OEBPS/one.xhtml",
    );
    const fonts = locked.replace(/Algorithm="[^"]+"/, 'Algorithm="http://www.idpf.org/2008/embedding"');
    expect(await failure(makeEpub({ pages, files: { "META-INF/encryption.xml": fonts } }))).toBe("read");
  });
});

describe("hostile and damaged archives", () => {
  it("refuses a file cut short", async () => {
    const whole = makeEpub({ pages });
    expect(await failure(whole.slice(0, whole.length - 40))).toMatch(/^damaged-zip/);
    expect(await failure(whole.slice(0, 60))).toMatch(/^damaged-zip/);
  });

  it("refuses an entry that unpacks to more than its ratio", async () => {
    expect(await failure(makeEpub({ pages, files: { "bomb.txt": new Uint8Array(8 * 1024 * 1024) } }))).toMatch(
      /^too-large: bomb\.txt/,
    );
  });

  it("refuses too many entries", async () => {
    const files = epubFiles({ pages });
    for (let index = 0; index <= zipCaps.entries; index++) files[`x/${index}`] = "";
    expect(await failure(makeZip(files))).toMatch(/^too-large: more than/);
  });

  it("does not believe an entry that lies about its size", async () => {
    const bytes = makeEpub({ pages: { "one.xhtml": `<p>${"long ".repeat(2000)}</p>` } });
    const result = await readBook(withDeclaredSize(bytes, "OEBPS/one.xhtml", 10));
    expect(result).toMatchObject({ ok: false, code: "no-text" });
  });

  it("reads the other pages when one is damaged, with a warning", async () => {
    const bytes = makeEpub({ pages: { "one.xhtml": `<p>${"long ".repeat(2000)}</p>`, "two.xhtml": "<p>Here.</p>" } });
    const result = await readBook(withDeclaredSize(bytes, "OEBPS/one.xhtml", 10));
    expect(result.ok && [result.value.text, result.value.warnings.map(({ code }) => code)]).toEqual([
      "Here.",
      ["part-damaged"],
    ]);
  });

  it("ignores entries whose names lead out of the book, with a warning", async () => {
    const result = await readBook(makeEpub({ pages, files: { "../../etc/passwd": "x", "/abs": "x", "C:\\x": "x" } }));
    expect(result.ok && result.value.warnings.map(({ code }) => code)).toEqual([
      "unsafe-name",
      "unsafe-name",
      "unsafe-name",
    ]);
  });

  it("survives 200,000 nested elements and does not expand entities", async () => {
    const deep = `${'<div id="x"><b><i>'.repeat(70_000)}deep`;
    const bomb = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>';
    const result = await readBook(
      makeEpub({ pages: { "a.xhtml": deep, "b.xhtml": "" }, files: { "OEBPS/b.xhtml": bomb } }),
    );
    expect(result.ok && result.value.text).toBe("deep\n\n&b;");
  });

  it("reads a page once that the spine names twice", async () => {
    const files = epubFiles({ pages });
    files["OEBPS/book.opf"] = String(files["OEBPS/book.opf"]).replace(
      '<itemref idref="p0"/>',
      '<itemref idref="p0"/><itemref idref="p0"/><itemref idref="none"/>',
    );
    const result = await readBook(makeZip(files));
    expect(result.ok && result.value.text).toBe("A story.");
  });
});

/** Writes another unpacked size into both headers of an entry (APPNOTE 4.3.7 and 4.3.12). */
function withDeclaredSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const at = (offset: number): string => String.fromCharCode(...copy.subarray(offset, offset + name.length));
  for (let offset = 0; offset < copy.length - 46; offset++) {
    const mark = view.getUint32(offset, true);
    if (mark === 0x04034b50 && at(offset + 30) === name) view.setUint32(offset + 22, size, true);
    if (mark === 0x02014b50 && at(offset + 46) === name) view.setUint32(offset + 24, size, true);
  }
  return copy;
}
