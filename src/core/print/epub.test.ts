import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { bound, greyBindery, pictureOf, smallComic } from "../../../test/small-comic.ts";
import type { Book } from "../book/book.ts";
import { screenEdition } from "./edition.ts";
import { bindEpub } from "./epub.ts";
import { epubWarnings } from "./epub-picture.ts";

async function filesOf(comic = smallComic(), bindery = greyBindery()): Promise<Record<string, string>> {
  const entries = Object.entries(unzipSync(await bound(bindEpub, comic, bindery)));
  return Object.fromEntries(entries.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

async function packageOf(book: Partial<Book>): Promise<string> {
  const comic = smallComic();
  return (await filesOf({ ...comic, book: { ...comic.book, ...book } }))["item/standard.opf"] ?? "";
}

const every = (text: string | undefined, pattern: RegExp): string[] =>
  [...(text ?? "").matchAll(pattern)].map((match) => match[1] ?? "");
const idOf = (files: Record<string, string>): string | undefined =>
  every(files["item/standard.opf"], /<dc:identifier id="id">([^<]*)/g)[0];

describe.each(["ltr", "rtl"] as const)("an EPUB that reads %s", (direction) => {
  let files: Record<string, string> = {};
  beforeAll(async () => {
    files = await filesOf(smallComic({}, direction));
  });

  it("[F2] begins with its type, stored and without anything else before it", async () => {
    const bytes = await bound(bindEpub, smallComic({}, direction));
    expect(new TextDecoder("latin1").decode(bytes.subarray(30, 58))).toBe("mimetypeapplication/epub+zip");
    expect(new DataView(bytes.buffer).getUint16(28, true), "no extra field").toBe(0);
  });

  it("[F2] has one document a page with one picture in it, and no text beside it", () => {
    const pages = Object.entries(files).filter(([name]) => name.startsWith("item/xhtml/"));
    expect(pages.map(([name]) => name.slice(11, -6))).toEqual([
      "cover",
      "p-0001",
      "p-0002",
      "p-0003",
      "p-0004",
      "p-0005",
    ]);
    for (const [name, text] of pages) {
      expect(every(text, /<img src="\.\.\/([^"]*)"/g)).toEqual([`image/${name.slice(11, -6)}.png`]);
      expect(
        text
          .replace(/[\s\S]*<body[^>]*>/, "")
          .replace(/<[^>]*>/g, "")
          .trim(),
      ).toBe("");
    }
  });

  it("[F2] has a viewport as large as the picture", () => {
    const page = files["item/xhtml/p-0002.xhtml"];
    expect(page).toContain(`<meta name="viewport" content="width=62, height=88"/>`);
    expect(page).toContain(`width="62" height="88"/>`);
  });

  it("[F2] gives the words of a page as alternative text; title and number stand for what has none", () => {
    const alternatives = Object.keys(files).map((name) => every(files[name], / alt="([^"]*)"/g)[0] ?? null);
    const told = alternatives.filter((text) => text !== null);
    expect(told[0]).toMatch(/A &amp; B/);
    expect(told[1]).toBe("A &amp; B");
    expect(told[2]).toContain("&quot;&lt;No&gt;&quot;");
    expect(told[3]).toBe(direction === "ltr" ? "Page 2" : "2ページ");
    expect(told[5]).toBe(direction === "ltr" ? "Credits" : "奥付");
  });

  it("[F2] shows pages in pairs in the direction of reading, the cover alone", () => {
    const spine = files["item/standard.opf"]?.replace(/[\s\S]*<spine/, "") ?? "";
    expect(spine).toContain(`page-progression-direction="${direction}"`);
    const sides = ["left", "right", "left", "right", "left"].map((side) =>
      direction === "ltr" ? side : side === "left" ? "right" : "left",
    );
    expect(every(spine, /properties="([^"]*)"/g)).toEqual([
      "rendition:page-spread-center",
      ...sides.map((side) => `page-spread-${side}`),
    ]);
  });

  it("[F2] has the same contents for new readers and for old ones: cover, parts, credits", () => {
    const own = direction === "ltr" ? ["Cover", "Part 2", "Credits"] : ["表紙", "第2話", "奥付"];
    const contents = [own[0], "The &quot;start&quot;", own[1], own[2]];
    const toc = /<nav epub:type="toc">[\s\S]*?<\/nav>/.exec(files["item/nav.xhtml"] ?? "")?.[0];
    expect(every(toc, /<a href="[^"]*">([^<]*)/g)).toEqual(contents);
    expect(every(files["item/toc.ncx"], /<navLabel><text>([^<]*)/g)).toEqual(contents);
    const paths = ["cover", "p-0002", "p-0004", "p-0005"].map((name) => `xhtml/${name}.xhtml`);
    expect(every(toc, /href="([^"]*)"/g)).toEqual(paths);
    expect(every(files["item/toc.ncx"], /src="([^"]*)"/g)).toEqual(paths);
  });

  it("[F2] lists the pages by the numbers that are printed on them", () => {
    const list = /<nav epub:type="page-list"[\s\S]*?<\/nav>/.exec(files["item/nav.xhtml"] ?? "")?.[0];
    expect(every(list, /href="([^"]*)"/g)).toEqual([2, 3, 4].map((i) => `xhtml/p-000${i}.xhtml`));
    expect(every(list, />(\d+)<\/a>/g)).toEqual(["1", "2", "3"]);
  });

  it("[F2] tells Kindle, Kobo and Apple what each asks for", () => {
    const opf = files["item/standard.opf"];
    for (const line of [
      `<meta property="rendition:layout">pre-paginated</meta>`,
      `<meta property="rendition:spread">landscape</meta>`,
      `<meta name="cover" content="image-cover"/>`,
      `<meta name="fixed-layout" content="true"/>`,
      `<meta name="original-resolution" content="62x88"/>`,
      `<meta name="book-type" content="comic"/>`,
      `<meta name="primary-writing-mode" content="horizontal-${direction === "rtl" ? "rl" : "lr"}"/>`,
      `href="image/cover.png" media-type="image/png" properties="cover-image"/>`,
    ])
      expect(opf).toContain(line);
  });
});

describe("what an EPUB says of the book", () => {
  it("[F2] has everybody with a role, and a series both ways", async () => {
    const opf = await packageOf({
      creators: [
        { name: "A. Writer", role: null },
        { name: "I. Llustrator", role: "ill" },
        { name: "T. Ranslator", role: "trl" },
      ],
      series: { name: "The <Whales>", number: "II" },
    });
    expect(every(opf, /<dc:creator [^>]*>([^<]*)/g)).toEqual(["A. Writer", "T. Ranslator"]);
    expect(every(opf, /property="role" scheme="marc:relators">(\w+)/g)).toEqual(["aut", "trl"]);
    expect(opf).toContain(`<meta property="belongs-to-collection" id="series">The &lt;Whales&gt;</meta>`);
    expect(opf).toContain(`<meta refines="#series" property="group-position">2</meta>`);
    expect(opf).toContain(`<meta name="calibre:series" content="The &lt;Whales&gt;"/>`);
    expect(opf).toContain(`<meta name="calibre:series_index" content="2"/>`);
  });

  it("[T3] has the book's date for the time of its making, or a fixed one: there is no clock", async () => {
    const modified = async (date: string | null) => every(await packageOf({ date }), /dcterms:modified">([^<]*)/g)[0];
    expect(await modified("1890-05-01T10:00:00Z")).toBe("1890-05-01T00:00:00Z");
    expect(await modified("1890")).toBe("1890-01-01T00:00:00Z");
    expect(await modified("lately")).toBe("2000-01-01T00:00:00Z");
    expect(await packageOf({ date: "lately" })).not.toContain("<dc:date>");
  });

  it("[F2] has a language that shops know", async () => {
    const language = async (tag: string | null) =>
      every(await packageOf({ language: tag }), /<dc:language>([^<]*)/g)[0];
    expect([await language("en-US"), await language("ja-JP"), await language(null)]).toEqual(["en-US", "ja", "und"]);
  });

  it("[T3] is the same bytes for the same comic, and another publication where one picture differs", async () => {
    expect(await bound(bindEpub, smallComic())).toEqual(await bound(bindEpub, smallComic()));
    const other = greyBindery({ printOf: async (page) => pictureOf(page === 2 ? 9 : page) });
    const ids = [idOf(await filesOf()), idOf(await filesOf(smallComic(), other))];
    expect(ids[0]).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
    expect(ids[0]).not.toBe(ids[1]);
    expect((await filesOf())["item/toc.ncx"]).toContain(`<meta name="dtb:uid" content="${ids[0]}"/>`);
  });
});

it("[F2] for Kobo: a picture of more than 3.8 million pixels is drawn anew, as large as may be", async () => {
  const widths: (number | undefined)[] = [];
  const bindery = greyBindery({
    printOf: async (page) => (page === 2 ? sized(2150, 3036) : pictureOf(page)),
    toPng: async (_, width = 0) => {
      widths.push(width);
      return sized(width, Math.ceil((width * 1754) / 1240));
    },
  });
  const page = (await filesOf(smallComic(), bindery))["item/xhtml/p-0003.xhtml"] ?? "";
  const [width = 0, height = 0] = every(page, /(?:width|height)=(\d+)/g).map(Number);
  expect(widths).toEqual([width]);
  expect(width * height).toBeLessThanOrEqual(3_800_000);
  expect(width * height).toBeGreaterThan(3_700_000);
});

it("[F2] the report tells where an edition's pages are too large for an EPUB", () => {
  const { cover } = smallComic();
  expect(epubWarnings({ cover, edition: screenEdition })).toEqual([]);
  const [warning] = epubWarnings({ cover, edition: { ...screenEdition, dpi: 300 } });
  expect(warning?.message).toContain("1636 pixels wide instead of 2150");
});

/** A picture that says of itself that it is so large. */
function sized(width: number, height: number): Uint8Array {
  const png = pictureOf(2);
  const header = new DataView(png.buffer, png.byteOffset);
  header.setUint32(16, width);
  header.setUint32(20, height);
  return png;
}
