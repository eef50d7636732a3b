import type { Span } from "../book/book.ts";
import { type Passage, trimmed } from "./passages.ts";
import type { Cue } from "./play-cues.ts";
import type { RawQuote } from "./quotes.ts";

/** Stage directions in brackets. */
const bracketed = /\[[^\]]{1,600}\]?|\([^()]{1,400}\)|（[^（）]{1,200}）/g;
/** Brackets around what is said by the way, not done. */
const saidAside = /^\([^()]*(?:\?|\b(?:I|my|me|you|your|we|our)\b)[^()]*\)$/;
/** The verb of a direction. */
const stageWords = /\b(?:aside|aloud|exit|exeunt|enter|rising|going|laughing|sings?|reads?)\b/i;

/** What is said in a passage of a play: its words without the name before them and without stage directions. */
export function cueQuotes(text: string, passage: Passage, cue: Cue): RawQuote[] {
  const done = [...text.slice(cue.from, passage.end).matchAll(bracketed)].flatMap(({ 0: words, index }) =>
    saidAside.test(words) && !stageWords.test(words)
      ? []
      : [{ start: cue.from + index, end: cue.from + index + words.length }],
  );
  const parts: Span[] = [];
  let from = cue.from;
  for (const { start, end } of [...done, ...cue.directions].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    parts.push({ start: from, end: start });
    from = end;
  }
  parts.push({ start: from, end: passage.end });
  return parts
    .map((part) => trimmed(text, withoutSigns(text, part)))
    .filter(({ start, end }) => /[\p{L}\p{N}?!…—]/u.test(text.slice(start, end)))
    .map((part) => ({ ...part, inner: withoutMarks(text, part), passage: passage.index, open: false, mark: "" }));
}

/** Without the sign or the stop that a direction beside it has left over. */
function withoutSigns(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const lead = /^[_*]?[.,:]?[_*]?(?=\s)/.exec(words)?.[0].length ?? 0;
  const tail = /(?<=[\s.!?—])[_*]+$/.exec(words)?.[0].length ?? 0;
  return { start: start + lead, end: Math.max(start + lead, end - tail) };
}

/** `ANNA: “Where?”`: marks around the whole speech say nothing more. */
function withoutMarks(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const japanese = /^[「『]?/.exec(words)?.[0].length ?? 0;
  if (japanese > 0 || /^[^「『]*[」』]$/.test(words))
    return { start: start + japanese, end: /[」』]$/.test(words) ? end - 1 : end };
  return /^(?:“[^“”]*”|"[^"]*"|‘[^‘]*’)$/s.test(words) ? { start: start + 1, end: end - 1 } : { start, end };
}
