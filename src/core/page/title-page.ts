import type { Book } from "../book/book.ts";
import type { Rect } from "../geometry/geometry.ts";
import type { Fonts } from "../lettering/fonts.ts";
import { typeSizes } from "../lettering/lettering.ts";
import type { Story } from "../story/story.ts";
import { inJapanese, type OwnWords, wordsOfBook } from "./own-words.ts";
import { ownPage } from "./own-page.ts";
import type { Direction } from "./page-frame.ts";
import type { Balloon, Page, PageSize } from "./page.ts";
import { printLargest, type PrintedWords } from "./printed-words.ts";

/** What the book's own pages are made from. */
export interface OwnPageSource {
  title: string;
  book: Book;
  story: Story;
  direction: Direction;
  size: PageSize;
  number: number;
  /** Side of the first page of the story. */
  facing: Page["side"];
}

/**
 * The page after the cover, which faces the first page of the story: title, creators, and the place where the story begins.
 * Vertical in Japanese books that read from right to left.
 */
export function titlePage(source: OwnPageSource, fonts: Fonts): Page {
  const { book, story, direction, size, number, facing } = source;
  const words = wordsOfBook(book);
  const vertical = direction === "rtl" && inJapanese(book);
  const opening = story.scenes.find(({ place }) => place !== null);
  const box = vertical ? at(size, 0.14, 0.6, 0.72, 0.3) : at(size, 0.2, 0.44, 0.6, 0.34);
  return ownPage({
    role: "title",
    number,
    side: facing === "right" ? "left" : "right",
    direction,
    size,
    picture: {
      box,
      frame: "ruled",
      place: opening?.place ?? null,
      time: opening?.time ?? null,
      weather: opening?.weather ?? null,
      prop: opening ? null : "book",
    },
    words: vertical ? titleDown(source, words, fonts) : titleAcross(source, words, fonts),
  });
}

/** A box by shares of the page. */
function at({ width, height }: PageSize, x: number, y: number, w: number, h: number): Rect {
  return { x: x * width, y: y * height, width: w * width, height: h * height };
}

const titleScales = [4.4, 3.8, 3.4, 3, 2.6, 2.2, 1.9, 1.6, 1.3, 1];
const nameScales = [1.5, 1.25, 1];

/** Title over names over the picture, all in the middle; the program at the foot. */
function titleAcross({ title, book, size }: OwnPageSource, own: OwnWords, fonts: Fonts): Balloon[] {
  const { width, height } = size;
  const set = { style: "lettered", vertical: false, language: book.language, width: 0.8 * width } as const;
  const middle = { x: width / 2, across: 0.5, down: 0.5 };
  const print = (name: string, words: string, y: number, room: number, scales: readonly number[]): Balloon[] =>
    words === ""
      ? []
      : printLargest(
          fonts,
          name,
          { ...set, words, height: room * height, prefer: 5 },
          { ...middle, y: y * height },
          scales,
        );
  return [
    ...print("title", title, 0.19, 0.2, titleScales),
    ...print("author", own.authors, 0.345, 0.06, nameScales),
    ...print("others", own.others, 0.395, 0.05, [0.9, 0.75]),
    ...print("imprint", own.imprint, 0.885, 0.05, [0.9, 0.75]),
  ];
}

/** A title of so many letters at most stays in one column. */
const oneColumn = 14;

/** The title down the middle, the names to its left and lower, the picture below. */
function titleDown({ title, book, size }: OwnPageSource, own: OwnWords, fonts: Fonts): Balloon[] {
  const { width, height } = size;
  const room = { width: 0.3 * width, height: 0.42 * height };
  const letters = Array.from(title).length;
  const fitting = titleScales.filter((scale) => letters * typeSizes.japanese.lettered * scale <= room.height);
  const blocks = [
    {
      name: "title",
      words: title,
      top: 0.12,
      scales: letters <= oneColumn && fitting.length > 0 ? fitting : titleScales,
    },
    { name: "author", words: own.authors, top: 0.24, scales: nameScales },
    { name: "others", words: own.others, top: 0.27, scales: [0.9, 0.75] },
  ];
  const placed: Balloon[] = [];
  let right = 0.66 * width;
  for (const { name, words, top, scales } of blocks) {
    const set: Omit<PrintedWords, "scale"> = {
      words,
      style: "lettered",
      vertical: true,
      language: book.language,
      ...room,
      prefer: 0.1,
    };
    const spot = { x: right, y: top * height, across: 1, down: 0 };
    const [block] =
      words === "" ? [] : printLargest(fonts, name, { ...set, height: (0.54 - top) * height }, spot, scales);
    if (!block || block.centre.x - block.radiusX < 0.06 * width) continue;
    placed.push(block);
    right -= 2 * block.radiusX + 0.08 * width;
  }
  return placed;
}
