import type { Book } from "../src/core/book/book.ts";

/** What is wrong with a book's offsets, in a few words; null for a sound book (T2). */
export function faultOf(book: Book): string | null {
  const size = book.text.length;
  let end = 0;
  for (const [index, block] of book.blocks.entries()) {
    if (block.start < end || block.end < block.start) return `block ${index} overlaps`;
    if ((block.level !== null) !== (block.kind === "heading")) return `block ${index} has a wrong level`;
    if (block.kind !== "break" && book.text.slice(block.start, block.end).trim() === "")
      return `block ${index} is empty`;
    end = block.end;
  }
  if (end > size) return "blocks run past the text";
  return faultOfPlaces(book, size) ?? faultOfChapters(book, size);
}

function faultOfPlaces(book: Book, size: number): string | null {
  let from = 0;
  for (const mark of [...book.marks].sort((a, b) => a.start - b.start)) {
    while ((book.blocks[from]?.end ?? size) <= mark.start && from < book.blocks.length) from += 1;
    const block = book.blocks[from];
    if (!block || mark.start < block.start || mark.end > block.end || mark.start >= mark.end)
      return `a mark of ${mark.kind} leaves its block at ${mark.start}`;
  }
  if (book.notes.some(({ start, end, at }) => start < 0 || start >= end || end > size || at > size))
    return "a note lies outside of the text";
  if ([...book.images, ...book.pages].some(({ at }) => at < 0 || at > size))
    return "a picture or page lies outside of the text";
  const ids = new Set(book.notes.map(({ id }) => id));
  return book.marks.some((mark) => mark.kind === "note-reference" && !ids.has(mark.note)) ? "a sign has no note" : null;
}

function faultOfChapters({ chapters }: Book, size: number): string | null {
  let end = 0;
  for (const { start, end: next } of chapters) {
    if (start !== end || next < start) return `chapters leave a gap at ${start}`;
    end = next;
  }
  return end === size ? null : "the last chapter does not end the text";
}
