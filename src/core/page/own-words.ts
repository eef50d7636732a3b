import type { Book } from "../book/book.ts";

/** The words of the title page. */
export interface OwnWords {
  authors: string;
  /** Translators and editors with what they did. */
  others: string;
  imprint: string;
}

/** Whether the book's own pages are worded in Japanese. */
export function inJapanese({ language, title }: Pick<Book, "language" | "title">): boolean {
  return language === null ? /[\u3040-\u30ff]/.test(title ?? "") : /^ja\b/i.test(language);
}

/** Who had which part in the book, by MARC relator code, in the order in which they are named. */
const parts: readonly { roles: readonly (string | null)[]; english: string; japanese: string }[] = [
  { roles: [null, "aut", "cre"], english: "Written by", japanese: "著者" },
  { roles: ["adp"], english: "Adapted by", japanese: "翻案" },
  { roles: ["trl"], english: "Translated by", japanese: "訳者" },
  { roles: ["edt"], english: "Edited by", japanese: "編者" },
];

/** The people who made the book, part by part: label and names. */
export function creatorRows(book: Book): { label: string; names: string }[] {
  const japanese = inJapanese(book);
  return parts.flatMap(({ roles, english, japanese: inKanji }) => {
    const names = book.creators.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
    if (names.length === 0) return [];
    return [{ label: japanese ? inKanji : english, names: names.join(japanese ? "・" : ", ") }];
  });
}

export function wordsOfBook(book: Book): OwnWords {
  const japanese = inJapanese(book);
  const [authors = null, ...others] = creatorRows(book);
  return {
    authors: authors?.names ?? "",
    others: others
      .map(({ label, names }) => (japanese ? `${names}　${label}` : `${label} ${names}`))
      .join(japanese ? "　" : " · "),
    imprint: japanese ? "漫画　ファブラ" : "A comic drawn by Fabula",
  };
}
