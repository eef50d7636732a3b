import type { Block, Book, Span } from "../book/book.ts";

/** A stretch of running text in a body chapter: the unit in which quotes, tags and turns are looked for. */
export interface Passage extends Span {
  index: number;
  chapter: string;
  kind: Block["kind"];
  /** A break block, or the start of a chapter, stands between this passage and the one before. */
  opens: "chapter" | "break" | null;
}

const running = new Set<Block["kind"]>(["paragraph", "quote", "verse", "list-item"]);

/** The passages of the body, in order. Headings, tables and front and back matter are left out. */
export function passagesOf(book: Book): Passage[] {
  const passages: Passage[] = [];
  const body = book.chapters.filter((chapter) => chapter.matter === "body");
  let next = 0;
  let chapterSeen: string | null = null;
  let broken = false;
  for (const block of book.blocks) {
    while (next < body.length && (body[next]?.end ?? 0) <= block.start) next += 1;
    const chapter = body[next];
    if (chapter === undefined) break;
    if (block.start < chapter.start) continue;
    if (block.kind === "break") broken = true;
    const span = trimmed(book.text, block);
    if (!running.has(block.kind) || span.end === span.start) continue;
    const opens = chapter.id !== chapterSeen ? "chapter" : broken ? "break" : null;
    passages.push({ ...span, index: passages.length, chapter: chapter.id, kind: block.kind, opens });
    chapterSeen = chapter.id;
    broken = false;
  }
  return passages;
}

/** The span without white space at its ends. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start] ?? "")) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return { start, end };
}
