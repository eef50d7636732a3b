import type { Block, Book } from "../book/book.ts";

/** Why a block is not part of the running text, or null where it is. */
export function passageless(book: Book, block: Block): string | null {
  if (book.notes.some((note) => note.start <= block.start && block.end <= note.end)) return "footnote";
  if (block.kind === "break") return "scene break";
  if (block.kind === "table" || block.kind === "caption" || block.kind === "hidden") return block.kind;
  if (!/[\p{L}\p{N}]/u.test(book.text.slice(block.start, block.end))) return "ornament";
  return null;
}
