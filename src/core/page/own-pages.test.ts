import { beforeAll, describe, expect, it } from "vitest";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import type { Book } from "../book/book.ts";
import { overlapArea, type Rect } from "../geometry/geometry.ts";
import { type Fonts, openFonts } from "../lettering/fonts.ts";
import { safeArea } from "./page-frame.ts";
import { ownPages } from "./own-pages.ts";
import { type Balloon, type Page, pageSize, pageSizeOf } from "./page.ts";

let fonts: Fonts;
beforeAll(async () => void (fonts = openFonts(await readVendoredFonts())));

const people = { en: ["Arthur Conan Doyle", "Ann Other"], ja: ["宮沢賢治", "山田太郎"] };

function bookIn(language: "en" | "ja", changes: Partial<Book> = {}): Book {
  const [author = "", translator = ""] = people[language];
  return {
    ...bookOf([{ title: "1", paragraphs: ["“Yes.”"] }], language),
    title: language === "en" ? "The Long Road Home" : "注文の多い料理店",
    creators: [
      { name: author, role: "aut" },
      { name: translator, role: "trl" },
    ],
    publisher: language === "en" ? "The Harbour Press" : "港出版",
    date: "1924-12-01T00:00:00Z",
    identifier: "urn:uuid:0b5d3c80-0000-4000-8000-000000000000",
    ...changes,
  };
}

function made(book: Book, size = pageSize, direction = book.direction): { title: Page; credits: Page } {
  const source = { title: book.title ?? "", book, story: storyOf(book, []), direction, size };
  return ownPages(source, { seed: 7, pace: "comic", pages: { last: 0, facing: null, fonts: new Set() } }, fonts);
}

const wordsOf = ({ panels }: Page): string[] => panels.flatMap(({ balloons }) => balloons.map(({ words }) => words));

const boxOf = ({ centre, radiusX, radiusY }: Balloon): Rect => ({
  x: centre.x - radiusX,
  y: centre.y - radiusY,
  width: 2 * radiusX,
  height: 2 * radiusY,
});

/** Words that leave the safe part of the page, or lie over each other. */
function faultsOf(page: Page): string[] {
  const safe = safeArea(page);
  const blocks = page.panels.flatMap(({ balloons }) => balloons);
  return blocks.flatMap((block, i) => {
    const box = boxOf(block);
    const inside = overlapArea(box, safe) > box.width * box.height - 1;
    const over = blocks.slice(i + 1).filter((other) => overlapArea(box, boxOf(other)) > 1);
    return [
      ...(inside ? [] : [`${block.words} leaves the page`]),
      ...over.map(({ words }) => `${block.words} over ${words}`),
    ];
  });
}

const sizes = {
  usual: pageSize,
  kindle: pageSizeOf({ trim: { width: 90.7, height: 122.7 }, bleed: 0 }),
  "us-comic": pageSizeOf({ trim: { width: 168, height: 260 }, bleed: 3 }),
  square: pageSizeOf({ trim: { width: 200, height: 200 }, bleed: 0 }),
};

describe.each(["en", "ja"] as const)("the book's own pages in %s", (language) => {
  it("name the book and those who made it, and nothing twice on one page", () => {
    const { title, credits } = made(bookIn(language));
    for (const page of [title, credits]) {
      const words = wordsOf(page);
      expect(words).toContain(bookIn(language).title);
      for (const name of people[language]) expect(words.some((each) => each.includes(name))).toBe(true);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it("say where the book is from, how the comic was made, and whose letters are on it", () => {
    const words = wordsOf(made(bookIn(language)).credits).join("\n");
    for (const told of [
      language === "en" ? "The Harbour Press" : "港出版",
      language === "en" ? "1924-12-01" : "1924年12月1日",
      "7",
      "UUID 0b5d3c80",
      "SIL Open Font License 1.1",
    ])
      expect(words).toContain(told);
    expect(words).toContain(language === "en" ? "Comic Neue" : "Zen Old Mincho");
    expect(words).not.toContain(language === "en" ? "Mincho" : "Shantell");
  });

  it.each(Object.entries(sizes))("[L4] keep their words on a page of %s size and apart from each other", (_, size) => {
    const { title, credits } = made(bookIn(language), size);
    expect([...faultsOf(title), ...faultsOf(credits)]).toEqual([]);
  });

  it("[L4] hold a title and a list of names that are far too long for them", () => {
    const [long, name] =
      language === "en"
        ? ["A very long title of many words ", "Somebody Longname"]
        : ["とても長い題名", "長い名前の人"];
    const creators = Array.from({ length: 12 }, (_, i) => ({
      name: `${name} ${i}`,
      role: i % 2 === 0 ? "aut" : "trl",
    }));
    const { title, credits } = made(bookIn(language, { title: long.repeat(6), creators }));
    expect([...faultsOf(title), ...faultsOf(credits)]).toEqual([]);
    expect(wordsOf(title)).toContain(long.repeat(6));
  });

  it("say nothing that the book does not", () => {
    const { title, credits } = made(
      bookIn(language, { creators: [], publisher: null, date: "soon", identifier: null }),
    );
    expect(wordsOf(title).length).toBeLessThanOrEqual(2);
    expect(wordsOf(credits).join(" ")).not.toMatch(/soon|null|Published|発行/);
  });
});

it("the title page faces the first page of the story, and both have numbers of their own", () => {
  expect(made(bookIn("en")).title.side).toBe("left");
  expect(made(bookIn("ja")).title.side).toBe("right");
  const { title, credits } = made(bookIn("en"));
  expect(new Set([0, title.number, credits.number]).size).toBe(3);
});

it("[L3] words run down in a Japanese book that reads from right to left, and across in one that does not", () => {
  const title = (direction: "ltr" | "rtl"): Balloon | undefined =>
    made(bookIn("ja"), pageSize, direction).title.panels[0]?.balloons.find(({ text }) => text === "title");
  const [down, across] = [title("rtl"), title("ltr")];
  expect(down && down.radiusY > 3 * down.radiusX).toBe(true);
  expect(across && across.radiusX > across.radiusY).toBe(true);
});
