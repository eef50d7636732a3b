import type { Span } from "../book/book.ts";
import type { Passage } from "./passages.ts";
import type { Story } from "./story.ts";

/** A stretch of the book that one of several people tells as I. */
export interface Telling extends Span {
  member: number;
}

const name = String.raw`((?:\p{Lu}[\p{L}.]*\s+){0,3}\p{Lu}\p{L}+)`;
const writings =
  "journal|diary|narrative|statement|notebook|note-book|memorandum|manuscript|confession|testimony".split("|");
/** In small letters, with a capital, and in capitals. */
const written = writings.map((word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}|${word.toUpperCase()}`);
const word = written.join("|");
/** Whole lines only: `Anna Bell’s journal lay on the table` is none. */
const heads = [
  String.raw`^[^\p{L}]*${name}['’][sS]\s+(?:\p{L}+\s+)?(?:${word})(?:\W+[Cc][Oo][Nn][Tt]\p{L}+)?[^\p{L}]*$`,
  String.raw`^[^\p{L}]*(?:[Ll]etter|LETTER)[^\p{L}]*(?:\([^)]*\)[^\p{L}]*)?(?:[Ff]rom\s+|FROM\s+)?${name},?\s+(?:to|TO)\s`,
  String.raw`^[^\p{L}]*(?:[Tt]he\s+|THE\s+)?(?:${word})\s+(?:(?:[Cc]ontinued|[Ll]eft|[Ww]ritten|[Kk]ept)\s+)?(?:by|BY|of|OF)\s+(?:the\s+)?${name}[^\p{L}]*$`,
].map((head) => new RegExp(head, "mu"));

/** A line above a diary or a letter is not longer. */
const longestHead = 160;

/**
 * Who tells which part of a book of diaries and letters, by the lines above them: `Anna Bell’s Journal`, `Letter, Ben Carr to
 * Anna Bell`. Empty where fewer than two people tell.
 */
export function tellingsOf(
  text: string,
  passages: readonly Passage[],
  byKey: ReadonlyMap<string, number>,
): readonly Telling[] {
  const tellings: Telling[] = [];
  const open = (head: string, at: number) => {
    const member = toldBy(head, byKey);
    if (member === null) return;
    const last = tellings.at(-1);
    if (last !== undefined) last.end = at;
    tellings.push({ start: at, end: text.length, member });
  };
  let before = 0;
  for (const { start, end } of passages) {
    if (start - before < 4 * longestHead) open(text.slice(before, start), start);
    if (end - start < longestHead) open(text.slice(start, end), start);
    before = end;
  }
  return new Set(tellings.map(({ member }) => member)).size < 2 ? [] : tellings;
}

function toldBy(head: string, byKey: ReadonlyMap<string, number>): number | null {
  for (const pattern of heads) {
    const words =
      pattern
        .exec(head)?.[1]
        ?.toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    for (let from = 0; from < words.length; from++) {
      const member = byKey.get(words.slice(from).join(" "));
      if (member !== undefined) return member;
    }
  }
  return null;
}

/** Who is the I at a place, or null. */
export const tellerAt = (tellings: readonly Telling[], at: number): number | null =>
  tellings.find(({ start, end }) => start <= at && at < end)?.member ?? null;

/** Id of the I at a place of a story: who tells that part, else who tells the whole; null where nobody knows. */
export function tellerIn(
  { cast, tellers = [] }: { cast: Story["cast"]; tellers?: Story["tellers"] | undefined },
  at: number,
): string | null {
  if (tellers.length > 0) return tellers.find(({ start, end }) => start <= at && at < end)?.person ?? null;
  return cast.find(({ role }) => role === "narrator")?.id ?? null;
}
