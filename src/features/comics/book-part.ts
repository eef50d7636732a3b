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

/**
 * Where the chapters that are told begin and end, and how much of them is read: whole chapters of at most `most` letters, or, where those are less than
 * half of that, twice as much with a part of the next one. Null where the book has none of them.
 */
export function toldSpan(
  book: Book,
  chapters: { from: number; to: number } | undefined,
  most: number,
): { told: Span; whole: Span } | null {
  const body = book.chapters.filter(({ matter }) => matter === "body");
  const asked = chapters ? body.slice(chapters.from - 1, chapters.to) : body;
  const [first, last] = [asked[0], asked.at(-1)];
  if (!first || !last) return null;
  const { start } = first;
  const within = asked.filter(({ end }) => end - start <= most).at(-1)?.end ?? start;
  // A title on a page of its own tells nothing of what follows.
  const end = within - start >= most / 2 ? within : Math.min(last.end, start + 2 * most);
  return { told: { start, end }, whole: { start, end: last.end } };
}
