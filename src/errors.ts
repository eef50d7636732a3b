import type { BookFailure } from "./core/book/book-failure.ts";
import { Refused } from "./core/text/result.ts";

/** What a person reads when something fails: what is wrong, and what to do. */
export interface ErrorText {
  title: string;
  fix: string;
}

type OwnFailure =
  | "usage"
  | "file-missing"
  | "file-is-folder"
  | "file-unreadable"
  | "file-changing"
  | "out-unwritable"
  | "out-occupied"
  | "out-busy"
  | "disk-full"
  | "cast-invalid"
  | "config-invalid"
  | "length-impossible"
  | "part-missing"
  | "nothing-to-draw"
  | "script-unsupported";

/** Every code that `Refused` may carry. */
export const errorTexts: Readonly<Record<BookFailure | OwnFailure, ErrorText>> = {
  usage: { title: "The command was not understood", fix: "Run `fabula --help` to see what it can do." },
  "file-missing": { title: "There is no such file", fix: "Check the path; paths start from the folder you are in." },
  "file-is-folder": {
    title: "This is a folder, not a book",
    fix: "Name a file: an EPUB, a DOCX, a text or another book.",
  },
  "file-unreadable": {
    title: "The file could not be read",
    fix: "Check its permissions, or copy it to another folder and try again.",
  },
  "file-changing": {
    title: "The file changed while it was being read",
    fix: "Wait until it is written or downloaded, then try again.",
  },
  "out-unwritable": {
    title: "The output cannot be written there",
    fix: "Choose another folder (--out; for a page of `story`, --explain).",
  },
  "out-occupied": {
    title: "The output folder holds files that would be replaced, and they are not Fabula's own",
    fix: "Choose another folder with --out.",
  },
  "out-busy": {
    title: "Another run is filling this folder just now",
    fix: "Wait for it, or choose another folder with --out.",
  },
  "disk-full": {
    title: "The disk is full",
    fix: "Free some space, or choose a folder on another disk (--out; for a page of `story`, --explain).",
  },
  "empty-file": {
    title: "The file is empty",
    fix: "Choose the file again; a download may have stopped before it began.",
  },
  "not-a-book": {
    title: "This is not a book that Fabula can read",
    fix: "Fabula reads EPUB, DOCX, FB2, HTML, Markdown, plain text, Aozora text, and a ZIP of such texts.",
  },
  "damaged-zip": {
    title: "The file is damaged",
    fix: "Download or copy it again; the archive does not hold together.",
  },
  "epub-without-package": {
    title: "This EPUB does not say what is in it",
    fix: "It has no package document; export it again from the program that made it.",
  },
  "epub-encrypted": {
    title: "This book is locked by DRM or a password",
    fix: "Fabula draws only books that it may open: use an edition without copy protection.",
  },
  "too-large": {
    title: "This file is larger than any book should be",
    fix: "If it is really a book, split it into volumes.",
  },
  "no-text": {
    title: "There is no text in this file",
    fix: "It may hold only pictures; Fabula needs words to draw from.",
  },
  "several-books": {
    title: "This archive holds more than one book",
    fix: "Unpack it, and name one of the books inside.",
  },
  "damaged-docx": {
    title: "This Word document is damaged",
    fix: "Open it in a word processor and save it again.",
  },
  "unknown-encoding": {
    title: "The letters of this text cannot be made out",
    fix: "Save it again as UTF-8 in a text editor.",
  },
  "cast-invalid": {
    title: "The cast file was not understood",
    fix: 'It should look like {"cast":[{"name":"Alice","aliases":["Miss Alice"]}]}.',
  },
  "config-invalid": {
    title: "The settings file was not understood",
    fix: 'It should look like {"make":{"trim":"a5","format":["cbz"]}}; --no-config leaves it out.',
  },
  "part-missing": {
    title: "The book has no such part",
    fix: "Choose another range with --chapters or --pages; `fabula read` lists the chapters.",
  },
  "script-unsupported": {
    title: "This book is in a script that Fabula has no letters for",
    fix: "It can letter Latin, Greek, Cyrillic and Japanese text.",
  },
  "length-impossible": {
    title: "The book does not fit this many pages",
    fix: "Choose another number with --total-pages, or leave it out.",
  },
  "nothing-to-draw": {
    title: "There is no story in this book to draw",
    fix: "Check that the file holds running text and not only a title page, pictures or a licence.",
  },
};

/** Turns whatever was thrown into a code, a sentence and a fix. A fault of the program has the code `internal`. */
export function describeError(error: unknown): ErrorText & { code: string; detail: string | null } {
  if (error instanceof Refused) {
    const text = Object.entries(errorTexts).find(([code]) => code === error.code)?.[1];
    if (text) return { code: error.code, detail: error.detail === null ? null : plain(error.detail), ...text };
  }
  return {
    code: "internal",
    detail: plain(error instanceof Error ? error.message : String(error)),
    title: "Something went wrong inside Fabula",
    fix: "This is our fault. Please report it with the version, the command and this message.",
  };
}

/** Text that is safe on a terminal and not a book: no control or direction signs, at most 200 letters. */
function plain(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}]+/gu, " ").trim();
  return clean.length > 200 ? `${clean.slice(0, 199)}…` : clean;
}
