import type { Rect } from "../geometry/geometry.ts";
import type { FontName } from "../lettering/lettering.ts";
import type { Fonts } from "../lettering/fonts.ts";
import { ownPage } from "./own-page.ts";
import { creatorRows, inJapanese } from "./own-words.ts";
import { sideOf } from "./page-frame.ts";
import type { Balloon, Page, PageSize } from "./page.ts";
import { printLargest, printWords } from "./printed-words.ts";
import type { OwnPageSource } from "./title-page.ts";

/** How the comic was made, for the last page. */
export interface Making {
  seed: number;
  /** The pace by name, or the number of pages asked for. */
  pace: string | { totalPages: number };
  /** Fonts whose letters are on the pages. */
  fonts: ReadonlySet<FontName>;
  /** Number of the last story page. */
  lastPage: number;
}

/** Names of the typefaces under the fonts. */
const typefaces: Readonly<Record<FontName, string>> = {
  "latin-speech": "Shantell Sans",
  "latin-stress": "Shantell Sans",
  "latin-italic": "Shantell Sans",
  "latin-narration": "Comic Neue",
  "latin-narration-italic": "Comic Neue",
  "latin-sound": "Bangers",
  "japanese-speech": "Shippori Antique",
  "japanese-shout": "M PLUS Rounded 1c",
  "japanese-narration": "Zen Old Mincho",
  "japanese-sound": "Dela Gothic One",
};

const paces: Readonly<Record<string, { english: string; japanese: string }>> = {
  comic: { english: "as a comic: most of the book, shortened", japanese: "漫画の速さ" },
  full: { english: "in full: every spoken word", japanese: "全文" },
  digest: { english: "as a digest: a tenth of the book", japanese: "あらすじ" },
};

/** The last page: what the comic was made from, by whom, and with what. Vertical in Japanese books that read from right to left. */
export function creditsPage(source: OwnPageSource, making: Making, fonts: Fonts): Page {
  const { book, direction, size, number } = source;
  const vertical = direction === "rtl" && inJapanese(book);
  const share = (x: number, y: number, w: number, h: number): Rect => ({
    x: x * size.width,
    y: y * size.height,
    width: w * size.width,
    height: h * size.height,
  });
  return ownPage({
    role: "credits",
    number,
    side: sideOf(making.lastPage + 1, direction),
    direction,
    size,
    picture: {
      box: vertical ? share(0.12, 0.56, 0.36, 0.21) : share(0.34, 0.14, 0.32, 0.19),
      frame: "none",
      place: null,
      time: null,
      weather: null,
      prop: "book",
    },
    words: vertical ? creditsDown(source, making, fonts) : creditsAcross(source, making, fonts),
  });
}

interface Row {
  label: string;
  value: string;
}

function rowsOf({ book }: OwnPageSource, { seed, pace }: Making): Row[] {
  const japanese = inJapanese(book);
  const row = (english: string, inKanji: string, value: string | null): Row[] =>
    value === null || value.trim() === "" ? [] : [{ label: japanese ? inKanji : english, value: value.trim() }];
  const named = typeof pace === "string" ? paces[pace] : undefined;
  const length =
    typeof pace === "string" ? pace : japanese ? `${pace.totalPages}ページ` : `in ${pace.totalPages} pages`;
  const told = named ? (japanese ? named.japanese : named.english) : length;
  const [day, year, month, date] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?=$|T)/.exec(book.date ?? "") ?? [null];
  const inKanji = [year && `${year}年`, month && `${Number(month)}月`, date && `${Number(date)}日`]
    .filter(Boolean)
    .join("");
  return [
    ...creatorRows(book).flatMap(({ label, names }) => row(label, label, names)),
    ...row("Series", "シリーズ", book.series ? [book.series.name, book.series.number].filter(Boolean).join(" ") : null),
    ...row("Published by", "発行", book.publisher),
    ...row("Dated", "発行日", japanese ? inKanji : day),
    ...row("Pictures and letters", "作画・写植", japanese ? "ファブラ" : "Fabula, from the words of the book alone"),
    ...row("Told", "語り", told),
    ...row("Seed", "種", String(seed)),
  ];
}

/** Typefaces and their licence, and what the book calls itself: in Latin letters, so set across in every book. */
function smallPrint({ book }: OwnPageSource, { fonts }: Making): string[] {
  const faces = [...new Set([...fonts].map((font) => typefaces[font]))].sort().join(", ");
  const identifier = (book.identifier ?? "").replace(/^urn:(\w+):/i, (_, kind: string) => `${kind.toUpperCase()} `);
  return [`${faces}: SIL Open Font License 1.1`, identifier].filter((line) => line !== "");
}

/** Sizes of the table, of the title over it, and of the small print. */
const scales = { table: 1.2, title: [2, 1.7, 1.4, 1.1, 0.9], small: [0.9, 0.8, 0.7] } as const;

/** The title over a table in the middle of the page: what at the left of its axis, who and how at the right. */
function creditsAcross(source: OwnPageSource, making: Making, fonts: Fonts): Balloon[] {
  const { width, height } = source.size;
  const set = { vertical: false, language: source.book.language } as const;
  const axis = 0.38 * width;
  const placed = printLargest(
    fonts,
    "title",
    { ...set, words: source.title, style: "lettered", width: 0.76 * width, height: 0.1 * height, prefer: 12 },
    { x: width / 2, y: 0.39 * height, across: 0.5, down: 0.5 },
    scales.title,
  );
  let y = 0.46 * height;
  for (const [i, { label, value }] of rowsOf(source, making).entries()) {
    const what = {
      ...set,
      words: label,
      style: "letter",
      scale: scales.table,
      width: 0.3 * width,
      height: 0.1 * height,
      prefer: 9,
    } as const;
    const who = {
      ...set,
      words: value,
      style: "narration",
      scale: scales.table,
      width: 0.52 * width,
      height: 0.2 * height,
      prefer: 40,
    } as const;
    const left = printWords(fonts, `label-${i}`, what, { x: axis - 30, y, across: 1, down: 0 });
    const right = printWords(fonts, `value-${i}`, who, { x: axis, y, across: 0, down: 0 });
    placed.push(...[left, right].filter((block) => block !== null));
    y += 2 * (right?.radiusY ?? 0) + 30;
  }
  return [...placed, ...footLines(source, making, fonts)];
}

/** Columns from the right: the title, then what above and who below; the small print across at the foot. */
function creditsDown(source: OwnPageSource, making: Making, fonts: Fonts): Balloon[] {
  const { width, height } = source.size;
  const set = { vertical: true, language: source.book.language } as const;
  const placed = printLargest(
    fonts,
    "title",
    { ...set, words: source.title, style: "lettered", width: 0.2 * width, height: 0.5 * height, prefer: 0.05 },
    { x: 0.84 * width, y: 0.16 * height, across: 1, down: 0 },
    scales.title,
  );
  let x = 0.84 * width - 2 * (placed[0]?.radiusX ?? 0) - 60;
  for (const [i, { label, value }] of rowsOf(source, making).entries()) {
    const column = { ...set, style: "narration", scale: scales.table, width: 0.1 * width } as const;
    const what = { ...column, words: label, height: 0.12 * height, prefer: 0.05 } as const;
    const who = { ...column, words: value, height: 0.4 * height, prefer: 0.02 } as const;
    const top = printWords(fonts, `label-${i}`, what, { x, y: 0.16 * height, across: 1, down: 0 });
    const body = printWords(fonts, `value-${i}`, who, { x, y: 0.29 * height, across: 1, down: 0 });
    placed.push(...[top, body].filter((block) => block !== null));
    x -= 2 * Math.max(top?.radiusX ?? 0, body?.radiusX ?? 0) + 36;
  }
  return [...placed, ...footLines(source, making, fonts)];
}

function footLines(source: OwnPageSource, making: Making, fonts: Fonts): Balloon[] {
  const { width, height }: PageSize = source.size;
  return smallPrint(source, making).flatMap((words, i) =>
    printLargest(
      fonts,
      `small-${i}`,
      {
        words,
        style: "lettered",
        vertical: false,
        language: null,
        width: 0.78 * width,
        height: 0.05 * height,
        prefer: 30,
      },
      { x: width / 2, y: (0.86 + 0.035 * i) * height, across: 0.5, down: 0.5 },
      scales.small,
    ),
  );
}
