import type { Book } from "./book.ts";

/** A book in the language that a person names, instead of the one it tells or that was guessed; plain text turns its pages by it. */
export function readAs(book: Book, language: "en" | "ja"): Book {
  if (book.language?.split("-")[0] === language) return book;
  if (book.format !== "text") return { ...book, language };
  return { ...book, language, direction: language === "ja" ? "rtl" : "ltr" };
}
