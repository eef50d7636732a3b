import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Zip, ZipDeflate } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Book } from "../src/core/book/book.ts";
import { zipCaps } from "../src/core/book/open-zip.ts";
import { epubFiles, makeEpub, makeZip } from "./epub-fixture.ts";
import { fabula } from "./host.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fabula-hostile-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pages = { "one.xhtml": "<p>A story.</p>" };
const long = { "one.xhtml": `<p>${"long ".repeat(2000)}</p>` };

/** Gives a file to `fabula read` and takes what a person would see. Nothing but the file may be in the folder afterwards. */
async function give(bytes: Uint8Array): Promise<{ code: number; stdout: string; stderr: string }> {
  writeFileSync(join(folder, "book.epub"), bytes);
  const from = process.threadCpuUsage();
  const result = await fabula(folder, ["read", "book.epub", "--json"]);
  const { user, system } = process.threadCpuUsage(from);
  expect((user + system) / 1000).toBeLessThan(5000);
  expect(readdirSync(folder)).toEqual(["book.epub"]);
  return result;
}

/** The first line of the refusal, and its code. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const { code, stdout, stderr } = await give(bytes);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  const lines = stderr.trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  const [, fix, name] = /^(.+[.]) \[([a-z-]+)\]$/.exec(lines[1] ?? "") ?? [];
  expect(fix).toBeTruthy();
  return `${name ?? ""}: ${lines[0] ?? ""}`;
}

async function readAnyway(bytes: Uint8Array): Promise<Book> {
  const { code, stdout, stderr } = await give(bytes);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const book: Book = JSON.parse(stdout);
  return book;
}

const codes = (book: Book): string[] => book.warnings.map(({ code }) => code);

describe("a comic of a cut book", () => {
  it("is made of what is there, and says what is not", async () => {
    const whole = readFileSync(new URL("../samples/english.epub", import.meta.url));
    writeFileSync(join(folder, "book.epub"), whole.subarray(0, 9000));
    const made = await fabula(folder, ["make", "book.epub", "--pace", "digest", "--quiet"]);
    expect(made.code).toBe(0);
    expect(made.stdout.match(/^ {2}! .*$/gmu)).toEqual([
      "  ! The end of the file is missing; the parts before it were read.",
      "  ! OEBPS/chapter-3.xhtml is in the book's order of pages but not in the file.",
      "  ! OEBPS/chapter-4.xhtml is in the book's order of pages but not in the file.",
      expect.stringMatching(/^ {2}! and 1 more, in .*report\.json$/u),
    ]);
  }, 30_000);
});

describe("bombs", () => {
  it("refuses an entry that unpacks to more than its ratio", async () => {
    expect(await refusal(makeEpub({ pages, files: { "bomb.txt": new Uint8Array(8 * 1024 * 1024) } }))).toMatch(
      /^too-large: This file is larger than any book should be: bomb\.txt unpacks to \d+ times its size/,
    );
  });

  it("refuses many small entries that unpack to much together", async () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.txt`, new Uint8Array(1_000_001)]));
    expect(await refusal(makeEpub({ pages, files }))).toMatch(/^too-large: .*: it unpacks to \d+ times its size$/);
  });

  it("never opens archives inside of the book", async () => {
    const inner = makeZip({ "bomb.txt": new Uint8Array(8 * 1024 * 1024) });
    const nested = makeZip({ "inner.zip": inner });
    expect((await readAnyway(makeEpub({ pages, files: { "OEBPS/nested.zip": nested } }))).text).toBe("A story.");
  });

  it("refuses too many entries", async () => {
    const files = epubFiles({ pages });
    for (let index = 0; index <= zipCaps.entries; index++) files[`x/${index}`] = "";
    expect(await refusal(makeZip(files))).toMatch(new RegExp(`^too-large: .*more than ${zipCaps.entries} files`));
  });

  it("does not believe an entry that lies about its size", async () => {
    expect(await refusal(withHeader(makeEpub({ pages: long }), "OEBPS/one.xhtml", "unpacked", 10))).toMatch(
      /^damaged-zip: .*OEBPS\/one\.xhtml cannot be unpacked/,
    );
  });

  it("refuses more text than the longest books have, before it is unpacked", async () => {
    const page = `<p>${"words ".repeat(50_000)}</p>`;
    const size = 50 * 1024 * 1024;
    const book = makeEpub({ pages: { "one.xhtml": page } });
    expect(await refusal(withHeader(book, "OEBPS/one.xhtml", "unpacked", size))).toBe(
      `too-large: This file is larger than any book should be: its pages unpack to ${size} bytes`,
    );
  });

  it("puts in entities up to a length, and fetches none", async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
    const bomb = `<!DOCTYPE html [<!ENTITY l0 "lol">${laughs}<!ENTITY a "&b;"><!ENTITY b "&a;"><!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://localhost/x">%p;]><p>&l9; &a; &file; &l1;</p>`;
    const book = await readAnyway(makeEpub({ pages, files: { "OEBPS/one.xhtml": bomb } }));
    expect(book.text).toBe(`&l9; &a; &file; ${"lol".repeat(10)}`);
  });

  it("refuses pages of a million levels, and finds its way through package and contents of as many", async () => {
    const deep = (name: string): string => `<${name}>`.repeat(1_000_000);
    expect(await refusal(makeEpub({ pages: { "one.xhtml": `${deep("div")}deep` } }))).toBe(
      "too-large: This file is larger than any book should be: more than 600,000 tags",
    );
    const ncx = await readAnyway(makeEpub({ pages, ncx: deep("a") }));
    expect(ncx.text).toBe("A story.");
    const nav = await readAnyway(makeEpub({ pages, nav: deep("b") }));
    expect(nav.text).toBe("A story.");
    const meta = await readAnyway(makeEpub({ pages, metadata: "<dc:title>Deep</dc:title>", items: deep("x") }));
    expect(meta.title).toBe("Deep");
  }, 20_000);
});

describe("endless lists", () => {
  it("refuses a package, and leaves out a table of contents, that is longer than any book needs", async () => {
    const title = "too-large: This file is larger than any book should be: OEBPS/book.opf has";
    expect(await refusal(makeEpub({ pages, refs: '<itemref idref="p0"/>'.repeat(500_000) }))).toContain(title);
    expect(codes(await readAnyway(makeEpub({ pages, ncx: "<navPoint/>".repeat(800_000) })))).toEqual(["part-skipped"]);
  });
});

describe("names and ways that lead elsewhere", () => {
  it("ignores entries whose names lead out of the book, with a warning", async () => {
    const book = await readAnyway(makeEpub({ pages, files: { "../../etc/passwd": "x", "/abs": "x", "C:\\x": "x" } }));
    expect(codes(book)).toEqual(["unsafe-name", "unsafe-name", "unsafe-name"]);
  });

  it("never fetches a page from elsewhere, and says so", async () => {
    const items = '<item id="r" href="https://example.org/r.xhtml" media-type="application/xhtml+xml"/>';
    const book = await readAnyway(makeEpub({ pages, items, refs: '<itemref idref="r"/>' }));
    expect(book.warnings[0]?.message).toBe("https://example.org/r.xhtml lies outside of the book and was not fetched.");
  });

  it("says which pages are missing", async () => {
    const book = await readAnyway(
      makeEpub({ pages: { ...pages, "gone.xhtml": "" }, files: { "OEBPS/gone.xhtml": null } }),
    );
    expect(book.warnings.map(({ message }) => message)).toEqual([
      "OEBPS/gone.xhtml is in the book's order of pages but not in the file.",
    ]);
  });

  it("refuses a book without a package", async () => {
    const files = { "META-INF/container.xml": null, "OEBPS/book.opf": null };
    expect(await refusal(makeEpub({ pages, files }))).toBe(
      "epub-without-package: This EPUB does not say what is in it.",
    );
  });

  it("refuses a book of pictures that nothing is said of", async () => {
    const files = { "OEBPS/a.png": "" };
    expect(await refusal(makeEpub({ pages: { "one.xhtml": '<img src="a.png" alt=""/>' }, files }))).toBe(
      "no-text: There is no text in this file: 1 pictures without words",
    );
  });
});

describe("damage", () => {
  const whole = makeEpub({ pages: { ...pages, "two.xhtml": "<p>The end.</p>" }, files: { "OEBPS/last.css": "p{}" } });

  it("reads a file that lost its list of contents, with a warning", async () => {
    const book = await readAnyway(whole.slice(0, whole.length - 200));
    expect(book.text).toBe("A story.\n\nThe end.");
    expect(codes(book)).toEqual(["archive-cut"]);
  });

  it("finds the sizes of entries that were written as a stream", async () => {
    const stream = streamed(epubFiles({ pages: { ...pages, "two.xhtml": "<p>The end.</p>" } }));
    expect((await readAnyway(stream.slice(0, stream.length - 30))).text).toBe("A story.\n\nThe end.");
  });

  it("reads what stands before the cut", async () => {
    const at = indexOf(whole, "OEBPS/two.xhtml");
    const book = await readAnyway(whole.slice(0, at + 60));
    expect(book.text).toBe("A story.");
    expect(codes(book)).toEqual(["archive-cut", "part-missing"]);
  });

  it("refuses a file that is cut before anything can be read", async () => {
    expect(await refusal(whole.slice(0, 60))).toMatch(/^damaged-zip: The file is damaged/);
    expect(await refusal(whole.slice(0, 300))).toBe("damaged-zip: The file is damaged: the end is missing");
  });

  it("refuses a book whose only page has a wrong checksum, and reads the others with a warning", async () => {
    expect(await refusal(withHeader(makeEpub({ pages }), "OEBPS/one.xhtml", "crc", 1))).toMatch(
      /^damaged-zip: .*OEBPS\/one\.xhtml cannot be unpacked/,
    );
    const book = await readAnyway(withHeader(whole, "OEBPS/one.xhtml", "crc", 1));
    expect(book.text).toBe("The end.");
    expect(codes(book)).toEqual(["part-damaged"]);
  });
});

describe("locks", () => {
  const algorithm = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
  const encryption = (uri: string, method = algorithm): string =>
    `<encryption><enc:EncryptedData xmlns:enc="x"><enc:EncryptionMethod Algorithm="${method}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`;
  const locked = (files: Record<string, string>): Uint8Array =>
    makeEpub({ pages, files: { "META-INF/encryption.xml": encryption("OEBPS/one.xhtml"), ...files } });

  it("names the copy protection", async () => {
    const title = "epub-encrypted: This book is locked by DRM or a password";
    const adept = '<rights xmlns="http://ns.adobe.com/adept"/>';
    expect(await refusal(locked({ "META-INF/rights.xml": adept }))).toBe(`${title}: Adobe ADEPT`);
    expect(await refusal(locked({ "META-INF/rights.xml": "<kdrm/>" }))).toBe(`${title}: Kobo DRM`);
    expect(await refusal(locked({ "META-INF/sinf.xml": "<sinf/>" }))).toBe(`${title}: Apple FairPlay`);
    expect(await refusal(locked({ "META-INF/license.lcpl": "{}" }))).toBe(`${title}: Readium LCP`);
    expect(await refusal(locked({}))).toBe(`${title}: OEBPS/one.xhtml`);
  });

  it("reads a book whose fonts alone are scrambled or locked", async () => {
    for (const method of ["http://www.idpf.org/2008/embedding", algorithm]) {
      const files = { "META-INF/encryption.xml": encryption("OEBPS/font.otf", method), "OEBPS/font.otf": "x" };
      expect((await readAnyway(makeEpub({ pages, files }))).text).toBe("A story.");
    }
  });

  it("refuses an archive with a password", async () => {
    expect(await refusal(withHeader(makeEpub({ pages }), "OEBPS/one.xhtml", "flags", 1))).toBe(
      "epub-encrypted: This book is locked by DRM or a password: a password on OEBPS/one.xhtml",
    );
  });
});

const fields = {
  flags: { local: 6, central: 8, size: 2 },
  crc: { local: 14, central: 16, size: 4 },
  unpacked: { local: 22, central: 24, size: 4 },
} as const;

/** Writes a number into both headers of an entry (APPNOTE 4.3.7 and 4.3.12). */
function withHeader(bytes: Uint8Array, name: string, field: keyof typeof fields, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const { local, central, size } = fields[field];
  const put = (at: number): void => (size === 2 ? view.setUint16(at, value, true) : view.setUint32(at, value, true));
  for (let at = 0; at < copy.length - 46; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x04034b50 && textAt(copy, at + 30, name.length) === name) put(at + local);
    if (mark === 0x02014b50 && textAt(copy, at + 46, name.length) === name) put(at + central);
  }
  return copy;
}

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

function indexOf(bytes: Uint8Array, text: string): number {
  for (let at = 0; at < bytes.length; at++) if (textAt(bytes, at, text.length) === text) return at;
  throw new Error(`${text} is not in the file`);
}

/** An archive whose entries have their sizes behind them. */
function streamed(files: ReturnType<typeof epubFiles>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  for (const [name, content] of Object.entries(files)) {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    entry.push(typeof content === "string" ? new TextEncoder().encode(content) : (content ?? new Uint8Array()), true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}
