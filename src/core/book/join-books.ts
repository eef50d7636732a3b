import type { Book, Span } from "./book.ts";

/** A book read from one file of an archive. */
export interface BookPart {
  name: string;
  book: Book;
}

/** Makes one book of several files, one after the other: a chapter for each, or the chapters that a file has itself. */
export function joinBooks(parts: readonly BookPart[]): Book {
  const first = parts[0]?.book;
  if (!first) throw new Error("An archive without files has no book");
  const whole: Book = {
    ...first,
    format: "archive",
    title: null,
    creators: parts.map(({ book }) => book.creators).find((creators) => creators.length > 0) ?? [],
    language: parts.map(({ book }) => book.language).find((language) => language !== null) ?? null,
    text: "",
    chapters: [],
    blocks: [],
    marks: [],
    images: [],
    notes: [],
    pages: [],
    warnings: [],
  };
  for (const part of parts) append(whole, part);
  return whole;
}

function append(whole: Book, { name, book }: BookPart): void {
  if (whole.text !== "") whole.text += "\n\n";
  const by = whole.text.length;
  const moved = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  const notes = new Map(book.notes.map(({ id }, index) => [id, `n${whole.notes.length + index + 1}`]));
  const last = whole.chapters.at(-1);
  if (last) last.end = by;
  const bodies = book.chapters.filter(({ matter }) => matter === "body");
  for (const chapter of book.chapters) {
    const named = bodies.length === 1 && chapter === bodies[0];
    const title = chapter.title ?? (named ? (book.title ?? titleOfName(name)) : null);
    whole.chapters.push({ ...moved(chapter), id: `c${whole.chapters.length + 1}`, title });
  }
  whole.text += book.text;
  whole.blocks.push(...book.blocks.map(moved));
  for (const mark of book.marks)
    whole.marks.push(
      mark.kind === "note-reference" ? { ...moved(mark), note: notes.get(mark.note) ?? mark.note } : moved(mark),
    );
  for (const image of book.images)
    whole.images.push({ ...image, id: `i${whole.images.length + 1}`, at: image.at + by });
  for (const note of book.notes)
    whole.notes.push({ ...moved(note), id: notes.get(note.id) ?? note.id, at: note.at + by });
  for (const page of book.pages) whole.pages.push({ ...page, at: page.at + by });
  for (const { code, message } of book.warnings) whole.warnings.push({ code, message: `${name}: ${message}` });
}

/** `chapters/03_the_storm.txt` → `the storm`; a name of numbers alone stays. */
function titleOfName(name: string): string {
  const plain = name.slice(name.lastIndexOf("/") + 1).replace(/\.\w{1,8}$/, "");
  const words = plain.replaceAll(/[_-]+/g, " ").trim();
  return words.replace(/^\d+[. ]+(?=\p{L})/u, "") || words;
}
