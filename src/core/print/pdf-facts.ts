import { hashText } from "../geometry/random.ts";
import type { Comic } from "./comic.ts";
import type { PdfDocument } from "./pdf-document.ts";
import { pdfInfo, pdfXmp } from "./pdf-metadata.ts";

/** What every PDF of a comic says of itself. */
export function pdfFacts({ title, book, script, seed }: Comic): Omit<PdfDocument, "leaves"> {
  const facts = [title, book.identifier, script.direction, seed, book.text.length].join(" ");
  return {
    info: pdfInfo(title, book),
    xmp: pdfXmp(title, book),
    language: book.language,
    direction: script.direction,
    fingerprint: [1, 2, 3, 4].map((row) => hashText(`${row} ${facts}`).toString(16).padStart(8, "0")).join(""),
  };
}
