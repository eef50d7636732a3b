import type { Block, Book, Span } from "../book/book.ts";
import type { Cue } from "./play-cues.ts";
import { playPassages } from "./plays.ts";

/** A stretch of running text in a body chapter: the unit in which quotes, tags and turns are looked for. */
export interface Passage extends Span {
  index: number;
  chapter: string;
  kind: Block["kind"];
  /** A break block, or the start of a chapter, stands between this passage and the one before. */
  opens: "chapter" | "break" | null;
  /** In a play: whose words it holds. */
  cue?: Cue;
}

const running = new Set<Block["kind"]>(["paragraph", "quote", "verse", "list-item"]);

/** The passages of the body, in order. Headings, tables and front and back matter are left out; a play may be set as a table. */
export function passagesOf(book: Book): Passage[] {
  const plain = blockPassages(book, running);
  const rows = book.blocks.filter(({ kind }) => kind === "table").length;
  return playPassages(book, rows < leastRows ? plain : blockPassages(book, withRows)) ?? plain;
}

const withRows = new Set<Block["kind"]>([...running, "table"]);
/** Rows of tables from which on a book is looked through for a play in them. */
const leastRows = 4;

function blockPassages(book: Book, kinds: ReadonlySet<Block["kind"]>): Passage[] {
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
    if (!kinds.has(block.kind) || span.end === span.start) continue;
    const opens: Passage["opens"] = chapter.id !== chapterSeen ? "chapter" : broken ? "break" : null;
    for (const [i, line] of dashLines(book.text, span).entries())
      passages.push({
        ...line,
        index: passages.length,
        chapter: chapter.id,
        kind: block.kind,
        opens: i === 0 ? opens : null,
      });
    chapterSeen = chapter.id;
    broken = false;
  }
  return passages;
}

/** Lines of talk that a dash opens may share a block: each is a passage. */
function dashLines(text: string, span: Span): Span[] {
  const starts = [...text.slice(span.start, span.end).matchAll(/(?<=\n\s*)(?:[—–―]\s?|--?\s)\p{Lu}/gu)];
  const cuts = [span.start, ...starts.map(({ index }) => span.start + index)];
  return cuts.map((start, i) => trimmed(text, { start, end: cuts[i + 1] ?? span.end }));
}

/** The span without white space at its ends. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start] ?? "")) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return { start, end };
}
