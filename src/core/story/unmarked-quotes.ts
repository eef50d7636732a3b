import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";

const thinks = "(?:thought|wondered|mused|reflected|(?:asked|told|said to) (?:him|her|my)self)";
const thinker = "(?:[Hh]e|[Ss]he|I|(?:Mrs?\\. |Miss |Dr\\. )?\\p{Lu}\\p{L}+)";
/** `What can she want? he thought.`: group 1 is the thought, with or without marks. */
const thoughtTold = new RegExp(
  `(?<=^|[.!?…][”"’']?\\s)(?<mark>[‘'])?(\\p{Lu}[^.!?“”"‘]*(?:[?!]+|,))(?<close>[’'])?\\s(?:${thinker} ${thinks}|(?:thought|wondered|mused) ${thinker})\\b(?: to (?:him|her|my)self)?(?=[.,;:!]|\\s(?:as|and|with|again|bitterly|sadly|suddenly)\\b|$)`,
  "gu",
);
/** Words of one who thinks them, not of who tells that they were thought; an I may also tell `I was late, I thought`. */
const ownWords = /\b(?:I['’](?:m|ll|ve)|must|is|are|will|can|shall|am|don['’]t|isn['’]t)\b/;
const past = /\b(?:was|were|had|did|could|would|\p{Ll}+ed)\b/u;
const ownSelf = /\b(?:I|I['’]d|my|me|we|our|us)\b/;

/** Thoughts that only the tag behind them shows, outside all other quotes. */
export function toldThoughts(text: string, passages: readonly Passage[], quotes: readonly RawQuote[]): RawQuote[] {
  const taken = new Set(quotes.map(({ passage }) => passage));
  return passages.flatMap((passage) => {
    const thoughts: RawQuote[] = [];
    const words = text.slice(passage.start, passage.end);
    if (passage.cue !== undefined || !/thought|wondered|mused|reflected|self\b/.test(words)) return [];
    for (const { 0: all, 2: thought = "", index, groups } of words.matchAll(thoughtTold)) {
      const marked = groups?.["mark"] !== undefined && groups["close"] !== undefined;
      const byI = /^\W*(?:\p{Ll}+ )?I\b/u.test(all.slice(all.indexOf(thought) + thought.length));
      const own = marked || ownWords.test(thought) || (ownSelf.test(thought) && !(byI && past.test(thought)));
      if (thought.endsWith(",") && !own) continue;
      const from = passage.start + index + all.indexOf(thought);
      const inner = { start: from, end: from + thought.length };
      const span = marked ? { start: inner.start - 1, end: inner.end + 1 } : inner;
      const clear = !taken.has(passage.index) || !quotes.some(({ start, end }) => start < span.end && end > span.start);
      if (clear) thoughts.push({ ...span, inner, passage: passage.index, open: false, mark: "" });
    }
    return thoughts;
  });
}

/** What leads to a song or a poem. */
const sings =
  /\b(?:s[iau]ng|sings|singing|songs?|recit\p{L}*|hum(?:s|med|ming)|chant\p{L}*|poems?|verses?|rhymes?|ballads?|hymns?|lullab\p{L}+|psalms?|chorus|repeat(?:ed|ing)?)\b[^.!?]*[.,:;—–-]*\s*$/iu;

/** Whether lines that somebody sings or recites stand behind an offset: the words before it say so. */
export const isSungAt = (text: string, at: number): boolean =>
  sings.test(text.slice(Math.max(0, at - 160), at).replace(/[“"‘'_*\s]+$/, ""));

/** An indented block is a verse where it has short lines. */
function isVerse(text: string, { kind, start, end }: Passage): boolean {
  if (kind !== "quote") return kind === "verse";
  const lines = text.slice(start, end).split("\n");
  return lines.length > 1 && lines.every((line) => line.trim().length < 60);
}

/** Verses without marks, where the words before them say that somebody sings or recites them. */
export function sungVerses(text: string, passages: readonly Passage[], quotes: readonly RawQuote[]): RawQuote[] {
  const taken = new Set(quotes.map(({ passage }) => passage));
  const sung = new Set<number>();
  return passages.flatMap((passage): RawQuote[] => {
    const { index, cue, start, end, opens } = passage;
    if (!isVerse(text, passage) || cue !== undefined || taken.has(index) || opens !== null) return [];
    const before = passages[index - 1];
    if (!sung.has(index - 1) && (before === undefined || !isSungAt(text, before.end))) return [];
    sung.add(index);
    return [{ start, end, inner: { start, end }, passage: index, open: false, mark: "" }];
  });
}
