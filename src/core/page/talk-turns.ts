import type { Span } from "../book/book.ts";

/** UTF-16 units between two quotes with nothing but their marks and a new line between them: fewer are a space within one, more are words. */
const marksBetween = { least: 3, most: 12 } as const;

/** Whether a line is the next one after another without a word between: in a talk that is the answer. */
export function answers(line: Span, before: Span): boolean {
  const between = line.start - before.end;
  return between >= marksBetween.least && between <= marksBetween.most;
}

/** Whether two lines are parts of one quote, without words between that tell who speaks. */
export const sameQuote = (line: Span, before: Span): boolean => line.start - before.end < marksBetween.least;
