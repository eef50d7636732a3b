import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { personNamed } from "../../../test/people.ts";
import { smallComic } from "../../../test/small-comic.ts";
import type { Book } from "../book/book.ts";
import { type ComicPage, comicInfo, escapeXml } from "./comic-info.ts";
import { screenEdition } from "./edition.ts";

const page: ComicPage = { type: "Story", width: 1240, height: 1754, bytes: 9, bookmark: null };
const cover: ComicPage = { ...page, type: "FrontCover" };
const whole: Partial<Book> = {
  creators: [
    { name: "Writer, A.", role: "aut" },
    { name: "B. Writer", role: null },
    { name: "T. Ranslator", role: "trl" },
    { name: "E. Ditor", role: "edt" },
    { name: "I. Llustrator", role: "ill" },
  ],
  series: { name: "The Whales", number: "III" },
  description: "Two <animals> & a house.",
  publisher: "Fabula",
  date: "1890-05-01",
  subjects: ["Animals, large", "Houses", "Houses"],
  identifier: "urn:isbn:978-3-16-148410-0",
};

interface Told {
  book?: Partial<Book>;
  direction?: "ltr" | "rtl";
  pages?: readonly ComicPage[];
}

function infoOf({ book = {}, direction = "ltr", pages = [cover] }: Told = {}): string {
  const comic = smallComic({}, direction);
  return comicInfo({ ...comic, book: { ...comic.book, ...book } }, pages);
}

function valueOf(name: string, told: Told): string | null {
  return new RegExp(`<${name}>(.*)</${name}>`).exec(infoOf(told))?.[1] ?? null;
}

describe("comicInfo", () => {
  it("[F1] writes no empty element, however little is known", () => {
    const xml = infoOf({
      book: { creators: [{ name: " ", role: null }], language: null, publisher: " ", date: "soon" },
    });
    expect(xml).not.toMatch(/<(\w+)>\s*<\/\1>|<\w+ ?\/>|<Year|<Writer|<Publisher|<LanguageISO/);
  });

  it("[F1] says right-to-left in the one way that readers agree on", () => {
    expect(valueOf("Manga", { direction: "rtl" })).toBe("YesAndRightToLeft");
    expect(valueOf("Manga", { direction: "ltr" })).toBe("No");
  });

  it("[F1] tells who did what, each name without a comma of its own; who drew another edition is not among them", () => {
    expect(valueOf("Writer", { book: whole })).toBe("Writer A., B. Writer");
    expect(valueOf("Translator", { book: whole })).toBe("T. Ranslator");
    expect(valueOf("Editor", { book: whole })).toBe("E. Ditor");
    expect(infoOf({ book: whole })).not.toContain("Llustrator");
  });

  it("[F1] has the book's own series and the place in it as a number; a book without one is the first of its own", () => {
    expect([valueOf("Series", { book: whole }), valueOf("Number", { book: whole })]).toEqual(["The Whales", "3"]);
    expect([valueOf("Series", {}), valueOf("Number", {})]).toEqual(["A &amp; B", "1"]);
    expect(valueOf("Number", { book: { series: { name: "S", number: "1.5" } } })).toBe("1.5");
    expect(valueOf("Number", { book: { series: { name: "S", number: "bis" } } })).toBeNull();
  });

  it("[F1] has as much of the date as there is; a month or a day is never 0", () => {
    const dates = [
      "1890-05-01",
      "1890-05",
      "1890",
      "1890-00-00",
      "1890-13-01",
      "1890-02-29",
      "0000-01-01",
      "12345",
      null,
    ];
    const told = dates.map((date) => ["Year", "Month", "Day"].map((name) => valueOf(name, { book: { date } })));
    const [all, month, year] = [
      ["1890", "5", "1"],
      ["1890", "5", null],
      ["1890", null, null],
    ];
    const [february, none] = [
      ["1890", "2", null],
      [null, null, null],
    ];
    expect(told).toEqual([all, month, year, year, year, february, none, none, none]);
  });

  it("[F1] has the summary, the subjects as tags, the language, and ink as black and white", () => {
    expect(valueOf("Summary", { book: whole })).toBe("Two &lt;animals&gt; &amp; a house.");
    expect(valueOf("Tags", { book: whole })).toBe("Animals large, Houses");
    expect(valueOf("LanguageISO", { book: { language: "pt_br" } })).toBe("pt-BR");
    expect(valueOf("LanguageISO", { book: { language: "English!" } })).toBeNull();
    expect(valueOf("BlackAndWhite", {})).toBe("Yes");
    expect(comicInfo({ ...smallComic(), edition: { ...screenEdition, colour: "flat" } }, [cover])).toContain(
      "<BlackAndWhite>No</BlackAndWhite>",
    );
  });

  it("[F1] has one address where the book's identifier is one, and the ISBN where it is that", () => {
    const web = (identifier: string): string | null => valueOf("Web", { book: { identifier } });
    expect(web("http://www.gutenberg.org/ebooks/11")).toBe("http://www.gutenberg.org/ebooks/11");
    expect(web("url:https://example.org/a")).toBe("https://example.org/a");
    expect([web("https://example.org/a b"), web("https://example.org/a,b"), web("urn:uuid:1")]).toEqual([
      null,
      null,
      null,
    ]);
    const isbn = (identifier: string): string | null => valueOf("GTIN", { book: { identifier } });
    expect(isbn("urn:isbn:978-3-16-148410-0")).toBe("9783161484100");
    expect(isbn("ISBN 0-8044-2957-X")).toBe("080442957X");
    expect([isbn("978-3-16-148410-1"), isbn("0804429570"), isbn("urn:uuid:1")]).toEqual([null, null, null]);
  });

  it("[F1] lists the main cast, and places to which the story returns or which have a name", () => {
    const comic = smallComic();
    const cast = [personNamed("n1", "Marta", "female"), personNamed("n2", "Guard", "male", "minor")];
    const place = (name: string, mentions: number) => ({ id: "p1", name, kind: null, inside: null, mentions });
    const places = [place("Rope Street", 1), place("the hill", 1), place("the quay", 3)];
    const xml = comicInfo({ ...comic, story: { ...comic.story, cast, places } }, [cover]);
    expect(xml).toContain("<Characters>Marta</Characters>");
    expect(xml).toContain("<Locations>Rope Street, the quay</Locations>");
  });

  it("[F1] lists pages with types, sizes and bookmarks, counted from 0; wide ones are double", () => {
    const xml = infoOf({ pages: [cover, { ...page, bookmark: 'The "end"' }, { ...page, width: 2480 }] });
    expect(xml).toContain("<PageCount>3</PageCount>");
    expect(xml).toContain('<Page Image="0" Type="FrontCover" ImageSize="9" ImageWidth="1240" ImageHeight="1754" />');
    expect(xml).toContain(
      '<Page Image="1" Type="Story" ImageSize="9" Bookmark="The &quot;end&quot;" ImageWidth="1240" ImageHeight="1754" />',
    );
    expect(xml).toContain('Image="2" Type="Story" DoublePage="true"');
  });

  it("escapes what XML forbids", () => {
    expect(valueOf("Title", {})).toBe("A &amp; B");
    expect(escapeXml("a\u0000b\u001fc\ud800")).toBe("abc");
  });

  // The schema is not copied into the repository (2026-11-21).
  it.skipIf(!existsSync("../shared/data/comicinfo"))(
    "[F1] is valid against the schema, with all elements and with few",
    async () => {
      const schema = readFileSync("../shared/data/comicinfo/ComicInfo-2.1.xsd", "utf8");
      const wide = { ...page, width: 2480, bookmark: "Two" };
      const xml = [infoOf({ book: whole, direction: "rtl", pages: [cover, page, wide] }), infoOf()];
      const files = xml.map((contents, i) => ({ fileName: `${i}.xml`, contents }));
      expect((await validateXML({ xml: files, schema })).errors).toEqual([]);
      const disordered = (xml[0] ?? "").replace(/( {2}<Title>.*\n)( {2}<Series>.*\n)/, "$2$1");
      expect((await validateXML({ xml: disordered, schema })).valid).toBe(false);
    },
  );
});
