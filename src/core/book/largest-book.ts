import type { BookFailure } from "./book-failure.ts";

/** What a book may have at most. The longest novels stay far below; what goes beyond would take minutes and gigabytes to read. */
export const largestBook = {
  /** Lines of a text file. The works of Shakespeare have 200,000. */
  lines: 250_000,
  /** Tags of all pages of markup, opening and closing ones, or readings of a text. A book of six million letters has some 400,000. */
  tags: 600_000,
  /** Bytes of all pages of markup. The longest novels have some 5 MB. */
  markup: 48 * 1024 * 1024,
  /** Bytes of the list of a book's parts, or of a table of its contents. A book of ten thousand parts has some 2 MB. */
  listing: 4 * 1024 * 1024,
  /** Letters of all texts of an archive. */
  letters: 20_000_000,
};

/** The refusal of a book that has more of something than it may have; null for other books. */
export function beyond(what: "lines" | "tags" | "letters", count: number): TooLarge | null {
  return count > largestBook[what]
    ? { ok: false, code: "too-large", detail: `more than ${largestBook[what].toLocaleString("en")} ${what}` }
    : null;
}

interface TooLarge {
  ok: false;
  code: BookFailure & "too-large";
  detail: string;
}

/** How often a sign comes in a text. */
export function countSigns(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
