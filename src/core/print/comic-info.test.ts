import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Book } from "../book/book.ts";
import { type ComicPage, comicInfo, escapeXml } from "./comic-info.ts";

const book: Book = {
  version: 1,
  format: "epub",
  title: "Cats & <Dogs>",
  creators: [
    { name: "A. Writer", role: "aut" },
    { name: "T. Ranslator", role: "trl" },
  ],
  series: null,
  language: "en",
  direction: "ltr",
  identifier: null,
  publisher: "Fabula",
  date: "1890-05-01",
  subjects: [],
  cover: null,
  text: "",
  chapters: [],
  blocks: [],
  marks: [],
  images: [],
  notes: [],
  pages: [],
  warnings: [],
};
const page: ComicPage = { type: "Story", width: 1240, height: 1754, bytes: 9, bookmark: null };
const cover: ComicPage = { ...page, type: "FrontCover" };
const elementsOf = (xml: string): string[] => [...xml.matchAll(/^ {2}<(\w+)/gm)].map((match) => match[1] ?? "");

describe("comicInfo", () => {
  it("[F1] writes no empty element, however little is known", () => {
    const xml = comicInfo({ ...book, title: null, creators: [], language: null, publisher: " ", date: "soon" }, "ltr", [
      cover,
    ]);
    expect(xml).not.toMatch(/<(\w+)>\s*<\/\1>|<Year|<Title|<Publisher/);
  });

  it("[F1] says right-to-left in the one way that readers agree on", () => {
    expect(comicInfo(book, "rtl", [cover])).toContain("<Manga>YesAndRightToLeft</Manga>");
    expect(comicInfo(book, "ltr", [cover])).toContain("<Manga>No</Manga>");
  });

  it("[F1] lists pages with types, sizes and bookmarks, counted from 0", () => {
    const xml = comicInfo(book, "ltr", [cover, { ...page, bookmark: 'The "end"' }]);
    expect(xml).toContain("<PageCount>2</PageCount>");
    expect(xml).toContain('<Page Image="0" Type="FrontCover" ImageSize="9" ImageWidth="1240" ImageHeight="1754" />');
    expect(xml).toContain(
      '<Page Image="1" Type="Story" ImageSize="9" Bookmark="The &quot;end&quot;" ImageWidth="1240" ImageHeight="1754" />',
    );
  });

  it("escapes what XML forbids", () => {
    expect(comicInfo(book, "ltr", [cover])).toContain("<Title>Cats &amp; &lt;Dogs&gt;</Title>");
    expect(escapeXml("a\u0000b\u001fc\ud800")).toBe("abc");
  });

  // The schema is not copied into the repository (2026-11-21).
  it.skipIf(!existsSync("../shared/data/comicinfo"))("[F1] keeps the order of the schema", () => {
    const schema = readFileSync("../shared/data/comicinfo/ComicInfo-2.1.xsd", "utf8");
    const whole = /<xs:complexType name="ComicInfo">[\s\S]*?<\/xs:complexType>/.exec(schema)?.[0] ?? "";
    const order = [...whole.matchAll(/<xs:element[^>]*name="(\w+)"/g)].map((match) => match[1] ?? "");
    const places = elementsOf(comicInfo(book, "rtl", [cover])).map((name) => order.indexOf(name));
    expect(places.length).toBeGreaterThan(10);
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
