/** A stretch of `Book.text`, in UTF-16 units: `start` is the first unit, `end` the first one after it (T2). */
export interface Span {
  start: number;
  end: number;
}

/** A book as every later stage sees it: one reading text, and what lies where in it. Plain JSON. */
export interface Book {
  version: 1;
  format: "epub" | "text" | "aozora" | "markdown" | "html" | "fb2" | "docx" | "archive";
  title: string | null;
  creators: Creator[];
  series: Series | null;
  /** What the book says of itself in a few sentences; only EPUBs tell. */
  description?: string | null;
  /** BCP-47 tag such as `en` or `ja`; from the metadata, else guessed from the letters, else null. */
  language: string | null;
  /** Page progression: rtl for Japanese vertical books and where the book says so. */
  direction: "ltr" | "rtl";
  identifier: string | null;
  publisher: string | null;
  date: string | null;
  subjects: string[];
  /** Path of the picture of the cover inside the book's container. */
  cover: string | null;
  /** The reading text: blocks separated by line feeds, ruby readings and markup taken out. For plain text files, the decoded file as it is. */
  text: string;
  chapters: Chapter[];
  blocks: Block[];
  marks: Mark[];
  images: BookImage[];
  notes: Note[];
  /** Pages of the printed edition, in reading order, where the book names them. */
  pages: PageLabel[];
  /** What was damaged or left out while reading, for the report. */
  warnings: Warning[];
}

export interface Creator {
  name: string;
  /** MARC relator code (`aut`, `trl`, `ill`), or null where the book does not say. */
  role: string | null;
}

export interface Series {
  name: string;
  /** The place in the series as the book says it (`2`, `1.5`, `III`). */
  number: string | null;
}

/** Where a page of the printed edition begins; `label` is its number as printed (`iv`, `12`). */
export interface PageLabel {
  label: string;
  at: number;
}

export interface Chapter extends Span {
  /** `c1`, `c2` … in reading order. */
  id: string;
  title: string | null;
  /** 1 for a top-level chapter. */
  level: number;
  /** Front and back matter (title page, licence, colophon) is kept and left out of comics. */
  matter: "front" | "body" | "back";
}

export type BlockKind =
  | "heading"
  | "paragraph"
  | "verse"
  | "quote"
  | "list-item"
  | "table"
  | "caption"
  | "break"
  | "preformatted"
  | "hidden";

/** A block of the text. Blocks do not overlap and come in order. `break` is a scene break, its span the mark that shows it (`* * *`), empty for a rule. `hidden` is what an EPUB keeps from the eye (`hidden`, `display: none`): no word is lost, but comics leave it out. */
export interface Block extends Span {
  kind: BlockKind;
  /** 1–6 for headings, else null. */
  level: number | null;
}

/** Something said about a stretch inside a block. */
export type Mark = Span &
  (
    | { kind: "emphasis" }
    | { kind: "strong" }
    /** White space that a program left inside a word; a comic leaves it out. */
    | { kind: "stray" }
    | { kind: "ruby"; reading: string }
    | { kind: "language"; language: string }
    /** The sign of a note (`1`, `[3]`, `*`), which a comic leaves out; `note` is the id of the note. */
    | { kind: "note-reference"; note: string }
  );

export interface BookImage {
  id: string;
  /** Path inside the book's container. */
  href: string;
  alt: string | null;
  /** Offset in the text where the picture stands. */
  at: number;
}

/** A footnote or endnote: its reference stands at `at`, its text in the span. */
export interface Note extends Span {
  id: string;
  at: number;
}

export interface Warning {
  code: string;
  message: string;
}
