import type { Book, Span } from "../../core/book/book.ts";

/** A stretch of a book as a book of its own, whose text begins there; chapters that reach out of it are cut. */
export function bookPart(book: Book, { start, end }: Span): Book {
  const clipped = <Item extends Span>(items: readonly Item[]): Item[] =>
    items
      .filter((item) => item.start < end && item.end > start)
      .map((item) => ({ ...item, start: Math.max(item.start, start) - start, end: Math.min(item.end, end) - start }));
  const placed = <Item extends { at: number }>(items: readonly Item[]): Item[] =>
    items.filter(({ at }) => at >= start && at < end).map((item) => ({ ...item, at: item.at - start }));
  return {
    ...book,
    text: book.text.slice(start, end),
    chapters: clipped(book.chapters),
    blocks: clipped(book.blocks),
    marks: clipped(book.marks),
    images: placed(book.images),
    notes: placed(clipped(book.notes)),
    pages: placed(book.pages),
  };
}

/** Where the chapters that are told begin and end, at most `most` letters of them and one chapter at least. Null where the book has none of them. */
export function toldSpan(
  book: Book,
  chapters: { from: number; to: number } | undefined,
  most: number,
): { told: Span; whole: Span } | null {
  const body = book.chapters.filter(({ matter }) => matter === "body");
  const asked = chapters ? body.slice(chapters.from - 1, chapters.to) : body;
  const [first, last] = [asked[0], asked.at(-1)];
  if (!first || !last) return null;
  const whole = { start: first.start, end: last.end };
  const within = asked.filter(({ end }) => end - first.start <= most).at(-1) ?? first;
  return { told: { start: first.start, end: Math.min(within.end, first.start + 2 * most) }, whole };
}
