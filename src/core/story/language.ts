import type { Book } from "../book/book.ts";

/** The reading rules that fit a book: by its tag, else by its letters. Books in other languages are read by the English rules. */
export function rulesFor(book: Pick<Book, "language" | "text">): "en" | "ja" {
  if (book.language !== null) return /^ja\b/i.test(book.language) ? "ja" : "en";
  const sample = book.text.slice(0, 20_000);
  const kana = sample.match(/[\u3041-\u30ff]/g)?.length ?? 0;
  return kana * 10 > sample.length ? "ja" : "en";
}
