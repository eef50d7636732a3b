import type { Book } from "./book/book.ts";
import type { LeanPage } from "./page/lean-page.ts";
import type { Page } from "./page/page.ts";
import type { Fate, Script } from "./script/script.ts";
import { Refused } from "./text/result.ts";

/** A run of chapters or pages, counted from 1, both ends with it; `to` is `Infinity` for all that follow. */
export interface PartRange {
  from: number;
  to: number;
}

/**
 * The book with every chapter outside the range put before or behind what is told. Chapters are counted among those of
 * the body. Throws `Refused("part-missing")` where the book has none of them.
 */
export function bookOfChapters(book: Book, asked: PartRange | undefined): Book {
  if (asked === undefined) return book;
  let counted = 0;
  const chapters = book.chapters.map((chapter) => {
    if (chapter.matter !== "body") return chapter;
    counted++;
    if (counted < asked.from) return { ...chapter, matter: "front" as const };
    return counted > asked.to ? { ...chapter, matter: "back" as const } : chapter;
  });
  if (counted < asked.from) throw missing("chapter", asked.from, counted);
  return { ...book, chapters };
}

/** A script of some chapters with fates for the whole body of the book (T1): the other chapters are left out. */
export function withOtherChapters(script: Script, book: Book): Script {
  const told = { start: script.fates[0]?.start ?? 0, end: script.fates.at(-1)?.end ?? 0 };
  const body = book.chapters.filter(({ matter }) => matter === "body");
  const whole = { start: body[0]?.start ?? told.start, end: body.at(-1)?.end ?? told.end };
  const rest = [
    { start: whole.start, end: told.start },
    { start: told.end, end: whole.end },
  ].filter(({ start, end }) => end > start);
  const fates = rest.map((span): Fate => ({ ...span, ...leftOut("not among the chapters asked for") }));
  return { ...script, fates: [...script.fates, ...fates].toSorted((a, b) => a.start - b.start) };
}

/** The pages of a range. Throws `Refused("part-missing")` where there are none. */
export async function* askedPages(pages: AsyncIterable<Page>, asked: PartRange | undefined): AsyncGenerator<Page> {
  const { from, to } = asked ?? { from: 1, to: Infinity };
  let last = 0;
  for await (const page of pages) {
    last = page.number;
    if (last >= from && last <= to) yield page;
  }
  if (asked !== undefined && last < from) throw missing("page", from, last);
}

/** A script of which only some pages are printed: what stands on the others is left out (T1), and so are episodes without a page. */
export function scriptOfPages(script: Script, printed: readonly LeanPage[]): Script {
  const beats = new Set(printed.flatMap(({ panels }) => panels.map(({ beat }) => beat)));
  const episodes = new Set(printed.map(({ episode }) => episode));
  return {
    ...script,
    episodes: script.episodes.filter(({ id }) => episodes.has(id)),
    fates: script.fates.map((fate) =>
      fate.beat === null || beats.has(fate.beat)
        ? fate
        : { start: fate.start, end: fate.end, ...leftOut("not among the pages asked for") },
    ),
  };
}

function leftOut(reason: string): Omit<Fate, "start" | "end"> {
  return { fate: "left-out", beat: null, as: null, reason };
}

function missing(what: "chapter" | "page", from: number, found: number): Refused {
  return new Refused("part-missing", `${what} ${from} was asked for; there are ${found}`);
}
