import type { Span } from "../book/book.ts";

/** A word of a Latin text. `text` is without a possessive ending. */
export interface Token extends Span {
  text: string;
  lower: string;
  capital: boolean;
  possessive: boolean;
  /** Nothing but a sentence end, an opening mark or the passage start stands before it. */
  opens: boolean;
  /** Only white space (or the dot of a title) lies between it and the word before. */
  joined: boolean;
}

const word = /\p{L}+(?:['’-]\p{L}+)*/gu;

/** The words of a stretch of text, in order, with offsets into `text`. */
export function tokensOf(text: string, span: Span): Token[] {
  const tokens: Token[] = [];
  let last = span.start;
  for (const match of text.slice(span.start, span.end).matchAll(word)) {
    const start = span.start + match.index;
    // In capitals the ending is in capitals too: ANNA BELL'S JOURNAL.
    const possessive = /[sS]$/.test(match[0]) && /(?:['’]s|\p{Lu}['’]S)$/u.test(match[0]);
    const bare = possessive ? match[0].slice(0, -2) : match[0];
    const lower = bare.toLowerCase();
    const gap = text.slice(last, start);
    const plain = gap === " " && last > span.start;
    tokens.push({
      start,
      end: start + bare.length,
      text: bare,
      lower,
      capital: lower !== bare && /^\p{Lu}/u.test(bare),
      possessive,
      opens:
        !plain && (last === span.start || /[.!?:;…—–]["'”’)\]_*]*\s*["'“‘([_*]*$|["“‘([]\s*$|^\s*["'“‘]/.test(gap)),
      joined: plain || (tokens.length > 0 && /^\.?\s+$/.test(gap)),
    });
    last = start + match[0].length;
  }
  return tokens;
}

/** Index of the first token that starts at or after an offset. */
export function tokenFrom(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
