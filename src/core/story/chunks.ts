import type { Book, Span } from "../book/book.ts";
import type { Story } from "./story.ts";

/** A stretch of the book that is asked about at once. */
export interface Chunk extends Span {
  /** `k1`, `k2` … in reading order. */
  id: string;
  /** Words of languages with spaces, letters of those without. */
  words: number;
}

/** How long a chunk is wanted, in UTF-16 units: some pages of a book, so that a question has a scene around it. */
const wanted = 8_000;
/** A scene's border is preferred to a paragraph's from this share of the wanted length on. */
const sceneFrom = 0.6;

/**
 * Cuts a book into stretches that cover all of its text, at borders of scenes and paragraphs and never inside a quotation.
 * A stretch is at most `length` UTF-16 units long where a border allows it.
 */
export function cutChunks({ text, blocks }: Book, { scenes, quotes }: Story, length: number = wanted): Chunk[] {
  const paragraphs = outside(quotes, blocks);
  const openings = outside(quotes, scenes);
  const chunks: Chunk[] = [];
  for (let start = 0; start < text.length;) {
    const end =
      text.length - start <= length
        ? text.length
        : (last(openings, start + length * sceneFrom, start + length) ??
          last(paragraphs, start + 1, start + length) ??
          paragraphs.find((at) => at > start + length) ??
          text.length);
    chunks.push({ id: `k${chunks.length + 1}`, start, end, words: wordsOf(text.slice(start, end)) });
    start = end;
  }
  return chunks;
}

/** The starts of those blocks or scenes that begin inside no quotation. */
function outside(quotes: readonly Span[], parts: readonly Span[]): number[] {
  const sorted = quotes.toSorted((a, b) => a.start - b.start);
  let reached = 0;
  let end = 0;
  return parts
    .map(({ start }) => start)
    .filter((at) => {
      for (let quote = sorted[reached]; quote && quote.start < at; quote = sorted[++reached])
        end = Math.max(end, quote.end);
      return end <= at;
    });
}

function last(places: readonly number[], from: number, to: number): number | undefined {
  return places.findLast((at) => at >= from && at <= to);
}

/** Words of languages with spaces, letters of those without. */
export function wordsOf(text: string): number {
  return text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}]+/gu)?.length ?? 0;
}
