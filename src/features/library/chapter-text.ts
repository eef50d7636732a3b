import type { Block, Book, Mark, Span } from "../../core/book/book.ts";
import { Refused } from "../../core/text/result.ts";
import { chaptersOf } from "./book-views.ts";
import { directionOf } from "./queries/shelf.ts";
import type { ChapterText } from "./schema.ts";

type Run = ChapterText["blocks"][number]["runs"][number];

/** The faithful text of a chapter, by its place in the list; what an EPUB hides from the eye is left out. Throws `Refused("chapter-unknown")`. */
export function chapterText(
  book: Book,
  index: number,
  shelf: { language: string | null; direction: string },
): ChapterText {
  const chapter = chaptersOf(book)[index];
  if (!chapter) throw new Refused("chapter-unknown");
  const within = ({ start, end }: Span): boolean => start < chapter.end && end > chapter.start;
  const marks = book.marks.filter(within);
  const blocks = book.blocks.filter((block) => isIn(block, chapter) && block.kind !== "hidden");
  return {
    chapter,
    language: shelf.language,
    direction: directionOf(shelf.direction),
    blocks: blocks.map(({ kind, level, start, end }) => ({
      kind,
      level,
      start,
      end,
      runs: runsOf(book.text, { start, end }, marks),
    })),
  };
}

/** A break of a rule has no letters: it is where it stands. */
function isIn(block: Block, { start, end }: Span): boolean {
  return block.start >= start && block.start < Math.max(end, start + 1);
}

/** A stretch of the text, cut wherever a mark begins or ends. */
function runsOf(text: string, { start, end }: Span, marks: readonly Mark[]): Run[] {
  const own = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of own) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).flatMap((from, i) => {
    const to = places[i + 1] ?? end;
    const over = own.filter((mark) => mark.start <= from && mark.end >= to);
    const ruby = over.find((mark) => mark.kind === "ruby" && mark.start === from);
    const isBehindRuby = over.some((mark) => mark.kind === "ruby" && mark.start < from);
    return {
      text: text.slice(from, to),
      ruby: ruby?.kind === "ruby" ? ruby.reading : isBehindRuby ? "" : null,
      emphasis: over.some(({ kind }) => kind === "emphasis"),
      strong: over.some(({ kind }) => kind === "strong"),
    };
  });
}

/** Letters that are shown around a passage. */
const around = 240;

/** A stretch of the book with what stands around it in its paragraphs. Offsets that are not in the book are brought into it. */
export function passageOf(
  book: Book,
  asked: Span,
): { before: string; words: string; after: string; chapter: string | null } {
  const start = Math.min(asked.start, book.text.length);
  const end = Math.min(Math.max(asked.end, start), book.text.length);
  const chapter = book.chapters.find((each) => each.start <= start && start < each.end);
  const first = Math.max(chapter?.start ?? 0, start - around);
  const last = Math.min(chapter?.end ?? book.text.length, end + around);
  return {
    before: trimmedStart(book.text.slice(first, start), first > (chapter?.start ?? 0)),
    words: book.text.slice(start, end),
    after: trimmedEnd(book.text.slice(end, last), last < (chapter?.end ?? book.text.length)),
    chapter: chapter?.title ?? null,
  };
}

/** From a whole word on, where one was cut. */
function trimmedStart(text: string, isCut: boolean): string {
  return isCut ? `…${text.replace(/^[\p{L}\p{M}\p{N}]{1,20}(?=[\s\p{P}])/u, "").trimStart()}` : text;
}

function trimmedEnd(text: string, isCut: boolean): string {
  return isCut ? `${text.replace(/(?<=[\s\p{P}])[\p{L}\p{M}\p{N}]{1,20}$/u, "").trimEnd()}…` : text;
}
