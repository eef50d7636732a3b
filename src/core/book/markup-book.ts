import { createBlockWriter } from "./block-writer.ts";
import { divideIntoChapters } from "./book-chapters.ts";
import type { ChapterStart, MatterSpan } from "./book-chapters.ts";
import type { Block, Book } from "./book.ts";
import { collectNotes } from "./epub-notes.ts";
import { guessLanguage, isRightToLeft } from "./guess-language.ts";
import { gutenbergFrame, gutenbergHeader } from "./gutenberg-frame.ts";
import { walkXhtml } from "./parse-markup.ts";
import { noFindings, readXhtml } from "./read-xhtml.ts";
import { confirmHeadings, guessHeadingLine } from "./text-headings.ts";

/** What a file says about its book, apart from the text. */
export type BookFacts = Pick<
  Book,
  "title" | "creators" | "series" | "language" | "identifier" | "publisher" | "date" | "subjects" | "cover"
>;

export const noFacts: BookFacts = {
  title: null,
  creators: [],
  series: null,
  language: null,
  identifier: null,
  publisher: null,
  date: null,
  subjects: [],
  cover: null,
};

/** The name of the one page that such a book has; references inside it lead there. */
const onlyPage = "page";

/** Makes a book of one long page of markup, with chapters by its headings and what Project Gutenberg put around it as matter. */
export function bookOfMarkup(
  format: Book["format"],
  markup: string,
  facts: BookFacts,
  walk: typeof walkXhtml = walkXhtml,
): Book {
  const writer = createBlockWriter();
  const findings = noFindings();
  readXhtml({ markup, part: onlyPage, language: facts.language, walk }, writer, findings);
  const { text, blocks: written, marks: plainMarks } = writer.finish();
  const { notes, marks } = collectNotes(findings, written);
  const blocks = withGuessedHeadings(text, written);
  const frame = gutenbergFrame(text);
  const matters: MatterSpan[] = findings.sections.map(({ start, end, matter }) => ({
    start: start.at,
    end: end.at,
    matter,
  }));
  if (frame)
    matters.push(
      { start: 0, end: frame.bodyStart, matter: "front" },
      { start: frame.bodyEnd, end: text.length, matter: "back" },
    );
  const told = frame ? gutenbergHeader(text.slice(0, frame.bodyStart)) : noFacts;
  const language = facts.language ?? told.language ?? guessLanguage(text);
  const first = blocks.find(({ kind }) => kind === "heading");
  return {
    version: 1,
    format,
    ...facts,
    title: told.title ?? facts.title ?? (first ? oneLine(text.slice(first.start, first.end)) : null),
    creators: told.creators.length > 0 ? told.creators : facts.creators,
    language,
    direction: isRightToLeft(language) ? "rtl" : "ltr",
    text,
    chapters: divideIntoChapters(text, blocks, startsOf(text, blocks), matters),
    blocks,
    marks: [...plainMarks, ...marks].sort((a, b) => a.start - b.start || b.end - a.end),
    images: findings.images.map(({ href, alt, at }, index) => ({ id: `i${index + 1}`, href, alt, at: at.at })),
    notes,
    pages: [],
    warnings: [],
  };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Chapters from headings of the two outermost levels below the book's title; headings of one level in a row are one title. */
function startsOf(text: string, blocks: readonly Block[]): ChapterStart[] {
  const headings = blocks.filter(({ kind }) => kind === "heading");
  const titles = headings.findIndex(({ level }) => level !== headings[0]?.level);
  const isTitle = titles > 0 && headings.slice(titles).every(({ level }) => (level ?? 6) > (headings[0]?.level ?? 0));
  const chapterHeadings = new Set(isTitle ? headings.slice(titles) : headings);
  const levels = [...new Set([...chapterHeadings].map(({ level }) => level ?? 6))].sort((a, b) => a - b).slice(0, 2);
  const starts: ChapterStart[] = [];
  let previous: Block | null = null;
  for (const block of blocks) {
    const rank = chapterHeadings.has(block) ? levels.indexOf(block.level ?? 6) : -1;
    const last = starts.at(-1);
    const title = oneLine(text.slice(block.start, block.end));
    if (rank >= 0 && last && previous?.kind === "heading" && previous.level === block.level)
      last.title = `${last.title ?? ""} ${title}`;
    else if (rank >= 0) starts.push({ at: block.start, title, level: rank + 1 });
    previous = block;
  }
  return starts;
}

/** In a book without headings, paragraphs such as `Chapter 3` are taken for them. */
function withGuessedHeadings(text: string, blocks: readonly Block[]): Block[] {
  if (blocks.some(({ kind }) => kind === "heading")) return [...blocks];
  const guesses = blocks.map(({ kind, start, end }) =>
    kind === "paragraph" ? guessHeadingLine(text.slice(start, end)) : null,
  );
  const confirmed = confirmHeadings(guesses);
  const ranks = [...new Set(confirmed.flatMap((guess) => guess?.rank ?? []))].sort((a, b) => a - b);
  return blocks.map((block, index) => {
    const guess = confirmed[index];
    return guess ? { ...block, kind: "heading", level: ranks.indexOf(guess.rank) + 1 } : block;
  });
}
