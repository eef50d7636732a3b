import { divideIntoChapters } from "./book-chapters.ts";
import type { ChapterStart, MatterSpan } from "./book-chapters.ts";
import type { Block, Book, Mark } from "./book.ts";
import { guessLanguage, isRightToLeft } from "./guess-language.ts";
import { gutenbergFrame, gutenbergHeader } from "./gutenberg-frame.ts";
import { isBreakMark } from "./letters.ts";
import { withoutPrivateLetters } from "./private-letters.ts";
import { confirmHeadings, guessHeading, withShoutedTitles } from "./text-headings.ts";
import type { HeadingGuess } from "./text-headings.ts";
import { groupLines, splitLines } from "./text-lines.ts";
import type { LineGroup } from "./text-lines.ts";

/**
 * Reads a plain text file. The reading text is the file as it is, but for letters of private use: a paragraph of wrapped lines
 * has its line ends inside, and `_words_` keep their signs; blocks, chapters and marks say what is what.
 */
export function readText(source: string): Book {
  const { text, warnings } = withoutPrivateLetters(source);
  const frame = gutenbergFrame(text);
  const groups = groupLines(splitLines(text));
  const inBook = (group: LineGroup): boolean =>
    !frame || (group.start >= frame.bodyStart && group.start < frame.bodyEnd);
  const counted = withTitlesBelow(
    groups,
    confirmHeadings(groups.map((group) => (inBook(group) ? guessHeading(group) : null))),
  );
  const headings = withShoutedTitles(groups, counted).map((heading, index) =>
    groups[index] && inBook(groups[index]) ? heading : null,
  );
  const ranks = [...new Set(headings.flatMap((heading) => heading?.rank ?? []))].sort((a, b) => a - b);
  const width = wrapWidth(groups);
  const blocks = groups.map((group, index): Block => {
    const heading = headings[index];
    if (heading) return { kind: "heading", level: ranks.indexOf(heading.rank) + 1, start: group.start, end: group.end };
    return { kind: kindOf(group, width), level: null, start: group.start, end: group.end };
  });
  const told = frame ? gutenbergHeader(text.slice(0, frame.bodyStart)) : null;
  const front = frontOf(groups, headings, inBook);
  const language = told?.language ?? guessLanguage(text);
  const matters: MatterSpan[] = frame
    ? [
        { start: 0, end: frame.bodyStart, matter: "front" },
        { start: frame.bodyEnd, end: text.length, matter: "back" },
      ]
    : [];
  if (front.end !== null && front.end > 0) matters.push({ start: 0, end: front.end, matter: "front" });
  return {
    version: 1,
    format: "text",
    title: told?.title ?? front.title,
    creators: told?.creators ?? (front.author === null ? [] : [{ name: front.author, role: "aut" }]),
    series: null,
    language,
    direction: language === "ja" || isRightToLeft(language) ? "rtl" : "ltr",
    identifier: null,
    publisher: null,
    date: null,
    subjects: [],
    cover: null,
    text,
    chapters: divideIntoChapters(text, blocks, startsOf(blocks, headings), matters),
    blocks,
    marks: emphasisMarks(text, blocks),
    images: [],
    notes: [],
    pages: [],
    warnings,
  };
}

/** A heading of a number alone takes the short line below it as its title. */
function withTitlesBelow(
  groups: readonly LineGroup[],
  headings: readonly (HeadingGuess | null)[],
): (HeadingGuess | null)[] {
  const all = [...headings];
  headings.forEach((heading, index) => {
    const below = groups[index + 1];
    const after = groups[index + 2];
    if (!heading?.open || !below || !after || headings[index + 1] || below.lines.length > 2) return;
    const title = below.lines.map((line) => line.text.trim()).join(" ");
    const isTitle =
      title.length < 80 &&
      /^[\p{Lu}\p{Lo}\p{N}“‘"'([]/u.test(title) &&
      (title === title.toUpperCase() || !/[.!?,;:。！？」”"]$/.test(title)) &&
      !isBreakMark(title) &&
      /\p{L}/u.test(title);
    if (isTitle && !isJapaneseProse(title)) all[index + 1] = { ...heading, title, open: false, number: null };
  });
  return all;
}

const isJapaneseProse = (line: string): boolean => /^[\u3000「『]/.test(line) || /[。」]$/.test(line);

function startsOf(blocks: readonly Block[], headings: readonly (HeadingGuess | null)[]): ChapterStart[] {
  const starts: ChapterStart[] = [];
  headings.forEach((heading, index) => {
    const block = blocks[index];
    if (!heading || !block) return;
    const before = headings[index - 1];
    const last = starts.at(-1);
    const isTitleBelow = before?.open === true && heading.number === null && heading.rank === before.rank;
    if (isTitleBelow && last) last.title = `${last.title ?? ""} ${heading.title}`;
    else starts.push({ at: block.start, title: heading.title, level: block.level ?? 1 });
  });
  return starts;
}

/** The length at which the file wraps its lines; 0 for files of one line a paragraph. */
function wrapWidth(groups: readonly LineGroup[]): number {
  const wrapped = groups
    .flatMap((group) => group.lines.slice(0, -1).map((line) => line.text.length))
    .sort((a, b) => a - b);
  return wrapped[Math.floor(wrapped.length * 0.9)] ?? 0;
}

function kindOf(group: LineGroup, width: number): Block["kind"] {
  const [first] = group.lines;
  if (group.lines.length === 1 && first && isBreakMark(first.text)) return "break";
  if (first && /^\s*\[(?:Illustration|Frontispiece)\b/i.test(first.text)) return "caption";
  if (group.lines.length < 2) return "paragraph";
  const short = group.lines.every((line) => line.text.trim().length < width * 0.75);
  if (group.lines.every((line) => /^(?: {2}|\t)/.test(line.text))) return short ? "verse" : "quote";
  return short ? "verse" : "paragraph";
}

interface Front {
  title: string | null;
  author: string | null;
  /** Where the story begins when the first lines are title and author; null when there are none. */
  end: number | null;
}

/** Most groups that a title page has before the first chapter, and most letters of its title. */
const longestFront = 12;
const longestTitle = 100;

/** Title and author from the lines before the story: `# Title` or a short first line, and `by Somebody` or, in Japanese, the second line. */
function frontOf(
  groups: readonly LineGroup[],
  headings: readonly (HeadingGuess | null)[],
  inBook: (group: LineGroup) => boolean,
): Front {
  const from = groups.findIndex(inBook);
  const first = groups[from];
  if (!first) return { title: null, author: null, end: null };
  const lineOf = (group: LineGroup | undefined): string => group?.lines.map((line) => line.text.trim()).join(" ") ?? "";
  if (first.end - first.start > longestTitle * 4) return { title: null, author: null, end: null };
  const title = lineOf(first).replace(/^#\s+/, "");
  const ownHeading = headings[from];
  const isTitle =
    title.length <= longestTitle &&
    /\p{L}{2}|\p{Lo}/u.test(title) &&
    (/^#\s/.test(lineOf(first)) || (!ownHeading && !/[.,;!?。」”"]$/.test(title.replace(/\bby\b.*$/i, ""))));
  if (!isTitle) return { title: null, author: null, end: null };
  const rest = groups.slice(from, from + longestFront);
  const told = rest.findIndex((group) => lineOf(group).length > longestTitle);
  const byAt = rest.slice(0, told < 0 ? rest.length : told).findIndex((group) => isByline(lineOf(group)));
  const second = rest[1];
  const japanese =
    /[\u3040-\u30ff\u4e00-\u9fff]/.test(title) &&
    second &&
    !headings[from + 1] &&
    !isJapaneseProse(lineOf(second)) &&
    lineOf(second).length <= 20;
  const authorAt = byAt >= 0 ? byAt : japanese ? 1 : 0;
  const author = authorAt > 0 ? lineOf(rest[authorAt]).replace(/^by\s+/i, "") || null : null;
  const next = groups[from + authorAt + 1];
  return { title: title.replace(/\s+by\b.*$/i, ""), author, end: next?.start ?? null };
}

/** `By Jane Roe`, `by the author of “Roe”`; not `By noon the house was full.` */
const isByline = (line: string): boolean =>
  /^by\s+(?:(?:["“]?\p{Lu}[\p{L}\p{M}.'’-]*["”]?|an?|and|the|author|of|with|d[aeiu]|von|van|le|la|y|&),?\s*)+$/u.test(
    line.replace(/^BY\b|^By\b/, "by"),
  );

/** `_words_` and `*words*` inside a paragraph; the mark lies between the signs. */
function emphasisMarks(text: string, blocks: readonly Block[]): Mark[] {
  const marks: Mark[] = [];
  for (const block of blocks) {
    if (block.kind === "break") continue;
    for (const found of text
      .slice(block.start, block.end)
      .matchAll(/(?<![\p{L}\p{N}_*])([_*])(?=\S)([^_*]{1,400}?)(?<=\S)\1(?![\p{L}\p{N}_*])/gu)) {
      const start = block.start + found.index + 1;
      marks.push({ kind: "emphasis", start, end: start + (found[2]?.length ?? 0) });
    }
  }
  return marks;
}
