import type { Span } from "../book/book.ts";
import { dashQuotes, dashSpeech } from "./dash-quotes.ts";
import type { Passage } from "./passages.ts";
import { cueQuotes } from "./play-quotes.ts";
import { dominantStyle, type MarkStyle, markedQuotes, opensWith, otherStyle } from "./quote-marks.ts";

/** A stretch between quotation marks, before anybody is named for it. */
export interface RawQuote extends Span {
  inner: Span;
  passage: number;
  /** No closing mark: the speech goes on in the next passage. */
  open: boolean;
  mark: string;
}

/**
 * Quotes of an English text in reading order. The style of the marks is found first, for the book and for each chapter that keeps
 * to another, so that apostrophes are told from single quotes.
 */
export function englishQuotes(text: string, passages: readonly Passage[]): RawQuote[] {
  const plain = passages.filter(({ cue }) => cue === undefined);
  const usual = dominantStyle(text, plain);
  const styles = new Map(
    [...Map.groupBy(plain, ({ chapter }) => chapter)].map(([id, own]) => [id, chapterStyle(text, own, usual)]),
  );
  const dashes = dashSpeech(text, plain, usual === "dash");
  const quotes = passages.flatMap((passage): RawQuote[] => {
    if (passage.cue !== undefined) return cueQuotes(text, passage, passage.cue);
    if (dashes.has(passage.index)) return dashQuotes(text, passage);
    const style = styles.get(passage.chapter) ?? usual;
    const own = otherStyle(text, passage, style);
    if (own === "dash") return [];
    const next = passages[passage.index + 1];
    const nextOpens = next !== undefined && next.opens === null && opensWith(own, text[next.start] ?? "");
    return markedQuotes(text, passage, own, nextOpens);
  });
  return quotes.map((quote, i) => (quote.open && answered(text, quotes, i) ? { ...quote, open: false } : quote));
}

/** The marks of a chapter where it has none of those of the book. */
function chapterStyle(text: string, passages: readonly Passage[], usual: MarkStyle): MarkStyle {
  if (passages.some(({ start, end }) => opensWith(usual, text.slice(start, end)))) return usual;
  return dominantStyle(text, passages);
}

/** A speech goes on in whole sentences: a short question or cry behind its one open paragraph answers it, and the closing mark was forgotten. */
function answered(text: string, quotes: readonly RawQuote[], i: number): boolean {
  const [before, next] = [quotes[i - 1], quotes[i + 1]];
  if (next === undefined || next.open || before?.open === true) return false;
  const line = text.slice(next.inner.start, next.inner.end);
  return /[?!]$/.test(line) && (line.match(/\p{L}+/gu)?.length ?? 0) <= 12;
}
