import type { Block, Chapter, Span } from "./book.ts";
import { matterOfTitle } from "./matter.ts";
import type { Matter } from "./matter.ts";
import { guessHeadingLine } from "./text-headings.ts";

/** Where a chapter begins, as a table of contents or a heading says it. */
export interface ChapterStart {
  at: number;
  title: string | null;
  level: number;
}

/** A stretch that is known to be front, body or back matter. Later ones win over earlier ones. */
export type MatterSpan = Span & { matter: Matter };

/**
 * Divides a whole text into chapters without a gap: at every start, and where front, body and back matter meet. Each chapter
 * begins with a block; several starts at one block are one chapter, with the title of the innermost.
 */
export function divideIntoChapters(
  text: string,
  blocks: readonly Block[],
  starts: readonly ChapterStart[],
  matters: readonly MatterSpan[],
): Chapter[] {
  const matterOf = matterOfBlocks(blocks, matters);
  const found = startsByBlock(blocks, starts);
  const chapters: Chapter[] = [];
  blocks.forEach((block, index) => {
    const start = found.get(index);
    const changes = index > 0 && matterOf[index] !== matterOf[index - 1];
    if (start === undefined && !changes && index > 0) return;
    chapters.push({
      id: `c${chapters.length + 1}`,
      title: start?.title || (block.kind === "heading" ? oneLine(text.slice(block.start, block.end)) : null),
      level: start?.level ?? 1,
      matter: matterOf[index] ?? "body",
      start: index === 0 ? 0 : block.start,
      end: text.length,
    });
  });
  chapters.forEach((chapter, index) => {
    chapter.end = chapters[index + 1]?.start ?? text.length;
  });
  const known = new Set(blocks.flatMap((block, index) => (matterOf[index] === null ? [] : [block.start])));
  const titled = new Set([...found.keys()].map((index) => blocks[index]?.start));
  guessMatter(text, blocks, chapters, known, titled);
  putOutside(chapters);
  return chapters;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** What is known of every block; null where nothing is. */
function matterOfBlocks(blocks: readonly Block[], matters: readonly MatterSpan[]): (Matter | null)[] {
  const known = blocks.map((): Matter | null => null);
  for (const { start, end, matter } of matters) {
    for (let index = firstBlockFrom(blocks, start); index < blocks.length; index++) {
      const block = blocks[index];
      if (!block || block.start >= end) break;
      known[index] = matter;
    }
  }
  // A rule belongs to what goes before it: its place is the end of that block.
  return known.map((matter, index) =>
    blocks[index]?.kind === "break" && index > 0 ? (known[index - 1] ?? null) : matter,
  );
}

/** The innermost start of every block that begins a chapter; a start inside a block counts for the whole block. */
function startsByBlock(blocks: readonly Block[], starts: readonly ChapterStart[]): Map<number, ChapterStart> {
  const found = new Map<number, ChapterStart>();
  for (const start of starts) {
    let index = firstBlockFrom(blocks, start.at);
    if (blocks[index]?.kind === "break") index += 1;
    const before = found.get(index);
    if (index < blocks.length && (!before || start.level >= before.level)) found.set(index, start);
  }
  return found;
}

/** Number of the first block that ends after the offset. */
export function firstBlockFrom(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Longest title page that is taken for one without being told, and longest one when the table of contents names it; longest line on it. */
const longestTitlePage = 3000;
const longestNamedTitlePage = 120;
const longestTitleLine = 300;

/** Fills in what the markup did not say: by titles, and a short page of short lines before the first chapter is a title page. */
function guessMatter(
  text: string,
  blocks: readonly Block[],
  chapters: readonly Chapter[],
  known: ReadonlySet<number>,
  named: ReadonlySet<number | undefined>,
): void {
  for (const chapter of chapters)
    if (!known.has(chapter.start)) chapter.matter = matterOfTitle(chapter.title) ?? "body";
  const leading = chapters.findIndex((chapter) => chapter.matter === "body");
  const chapter = chapters[leading];
  if (!chapter || known.has(chapter.start) || !chapters.slice(leading + 1).some(({ matter }) => matter === "body"))
    return;
  const content = text.slice(chapter.start, chapter.end);
  const inside = blocks.filter((block) => block.start >= chapter.start && block.start < chapter.end);
  const short =
    content.length < (named.has(chapter.start) ? longestNamedTitlePage : longestTitlePage) &&
    inside.every((block) => block.end - block.start < longestTitleLine);
  const isCounted = (guessHeadingLine(chapter.title ?? "")?.number ?? null) !== null;
  if (short && !isCounted && !/[“"「]\S/.test(content) && !/prologue|プロローグ|序章/i.test(chapter.title ?? ""))
    chapter.matter = "front";
}

/** Front matter after the last chapter is back matter (a copyright page at the end), and the other way round. */
function putOutside(chapters: readonly Chapter[]): void {
  const first = chapters.findIndex(({ matter }) => matter === "body");
  const last = chapters.findLastIndex(({ matter }) => matter === "body");
  if (first < 0) return;
  chapters.forEach((chapter, index) => {
    if (index < first) chapter.matter = "front";
    if (index > last) chapter.matter = "back";
  });
}

/** Headings of the outermost level that is used more than once, as chapter starts; headings in a row are one title. */
export function startsFromHeadings(text: string, blocks: readonly Block[]): ChapterStart[] {
  const headings = blocks.filter((block) => block.kind === "heading");
  const levels = [1, 2, 3, 4, 5, 6].filter((level) => headings.filter((block) => block.level === level).length > 1);
  const deepest = levels[0] ?? headings[0]?.level ?? 0;
  const starts: ChapterStart[] = [];
  let previous: Block | null = null;
  for (const block of blocks) {
    const isStart = block.kind === "heading" && (block.level ?? 6) <= deepest;
    const last = starts.at(-1);
    if (block.kind === "heading" && previous?.kind === "heading" && last)
      last.title = oneLine(`${last.title ?? ""} ${text.slice(block.start, block.end)}`);
    else if (isStart)
      starts.push({ at: block.start, title: oneLine(text.slice(block.start, block.end)), level: block.level ?? 1 });
    previous = block;
  }
  return starts;
}
