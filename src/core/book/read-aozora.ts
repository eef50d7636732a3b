import { readColophon } from "./aozora-colophon.ts";
import { parseAozoraLine } from "./aozora-line.ts";
import type { AozoraLine, OpenRanges } from "./aozora-line.ts";
import { divideIntoChapters } from "./book-chapters.ts";
import type { ChapterStart } from "./book-chapters.ts";
import type { Block, BlockKind, Book, BookImage, Creator, Mark, Warning } from "./book.ts";
import { isBreakMark } from "./letters.ts";
import { withoutPrivateLetters } from "./private-letters.ts";
import { confirmHeadings, guessHeadingLine } from "./text-headings.ts";
import type { HeadingGuess } from "./text-headings.ts";
import { splitLines } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

/** Whether a text is written in Aozora notation: Japanese, with notes in ［＃］ or readings in 《》. */
export function isAozora(text: string): boolean {
  if (!/[\u3040-\u30ff]/.test(text)) return false;
  return (
    /［＃[^［］\n]+］/.test(text) ||
    /[\p{Script=Han}々ヶ〆]《[\p{Script=Hiragana}\p{Script=Katakana}ー・]+》/u.test(text) ||
    /｜[^｜《》\n]+《[^《》\n]+》/.test(text) ||
    /≪[^≪≫\n]+≫/.test(text)
  );
}

interface Parts {
  header: Line[];
  body: Line[];
  colophon: Line[];
}

/** Share of empty lines up to which an empty line in the body means a new scene; beyond it, it is how the file sets paragraphs. */
const fewBlankLines = 0.15;

/** Reads a text in Aozora notation: readings and emphasis become marks, notes and the list of signs are left out, the colophon is back matter. */
export function readAozora(source: string): Book {
  const { text: letters, warnings } = withoutPrivateLetters(source);
  const { header, body, colophon } = partsOf(splitLines(letters));
  const writer = createLineWriter();
  const front = header.map((line) => writer.add(line.text, "paragraph").text);
  const bodyStart = writer.length();
  const blankBreaks = body.filter(isEmpty).length < body.length * fewBlankLines;
  writeBody(body, blankBreaks, writer);
  const bodyEnd = writer.length();
  for (const line of colophon) if (!isEmpty(line)) writer.add(line.text, "paragraph");
  const { text, blocks } = writer;
  const starts = startsOf(writer.text(), blocks, bodyStart, bodyEnd);
  const whole = text();
  const { credits, publisher, date } = readColophon(colophon.map((line) => line.text));
  return {
    version: 1,
    format: "aozora",
    title: front[0]?.trim() || null,
    creators: [...creatorsOf(front.slice(1)), ...credits],
    series: null,
    language: "ja",
    direction: "rtl",
    identifier: null,
    publisher,
    date,
    subjects: [],
    cover: null,
    text: whole,
    chapters: divideIntoChapters(whole, blocks, starts, [
      { start: 0, end: bodyStart, matter: "front" },
      { start: bodyStart + 1, end: bodyEnd, matter: "body" },
      { start: bodyEnd + 1, end: whole.length, matter: "back" },
    ]),
    blocks,
    marks: writer.marks.sort((a, b) => a.start - b.start || b.end - a.end),
    images: writer.images,
    notes: [],
    pages: [],
    warnings: [...warnings, ...writer.warnings()],
  };
}

const isEmpty = (line: Line): boolean => line.text.trim() === "";

/** Title lines up to the first empty line, the list of signs between two rulers, the body, and the colophon from 底本：. */
function partsOf(lines: readonly Line[]): Parts {
  const isRuler = (line: Line): boolean => /^-{10,}\s*$/.test(line.text);
  const firstText = lines.findIndex((line) => !isEmpty(line));
  const firstGap = lines.findIndex((line, index) => index > firstText && (isEmpty(line) || isRuler(line)));
  // Without an empty line after a few short ones, the file begins with the story itself.
  const hasHeader =
    firstGap > 0 &&
    firstGap - firstText <= 6 &&
    lines.slice(firstText, firstGap).every((line) => !/^[\u3000「]/.test(line.text) && line.text.length <= 60);
  const afterHeader = hasHeader ? firstGap : Math.max(0, firstText);
  const opening = lines.findIndex((line, index) => index >= afterHeader && index < afterHeader + 10 && isRuler(line));
  const closing = opening < 0 ? -1 : lines.findIndex((line, index) => index > opening && isRuler(line));
  const bodyAt = closing < 0 ? afterHeader : closing + 1;
  const colophonAt = lines.findIndex(
    (line, index) => index > bodyAt && /^(?:底本[：:]|［＃本文終わり］)/.test(line.text),
  );
  const end = colophonAt < 0 ? lines.length : colophonAt;
  return {
    header: lines.slice(Math.max(0, firstText), afterHeader),
    body: trimEmpty(lines.slice(bodyAt, end)),
    colophon: lines.slice(end),
  };
}

function trimEmpty(lines: readonly Line[]): Line[] {
  const first = lines.findIndex((line) => !isEmpty(line));
  const last = lines.findLastIndex((line) => !isEmpty(line));
  return first < 0 ? [] : lines.slice(first, last + 1);
}

function writeBody(lines: readonly Line[], blankBreaks: boolean, writer: LineWriter): void {
  let kind: BlockKind = "paragraph";
  let heading: number | null = null;
  for (const line of lines) {
    if (isEmpty(line)) {
      if (blankBreaks) writer.rule();
      continue;
    }
    const added = writer.add(line.text, isBreakMark(line.text) ? "break" : kind, heading);
    for (const note of added.notes) {
      const level = /^ここから([大中小])見出し/.exec(note)?.[1];
      if (level !== undefined) heading = "大中小".indexOf(level) + 1;
      else if (/^ここで[大中小]見出し終わり/.test(note)) heading = null;
      else if (/^ここから.*字下げ|^ここから.*字詰め/.test(note)) kind = "quote";
      else if (/^ここで字下げ終わり|^ここで字詰め終わり/.test(note)) kind = "paragraph";
      else if (/^改(?:ページ|丁|見開き|段)/.test(note)) writer.rule();
    }
  }
}

interface LineWriter {
  add(source: string, kind: BlockKind, heading?: number | null): AozoraLine;
  rule(): void;
  length(): number;
  text(): string;
  blocks: Block[];
  marks: Mark[];
  images: BookImage[];
  warnings(): Warning[];
}

function createLineWriter(): LineWriter {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const marks: Mark[] = [];
  const images: BookImage[] = [];
  const unknown: string[] = [];
  const lost: string[] = [];
  const unclosed: string[] = [];
  const open: OpenRanges = new Map();
  let length = 0;
  let ruled = false;

  const placeBlock = (line: AozoraLine, kind: BlockKind, heading: number | null): number => {
    if (ruled && kind !== "break" && heading === null && length > 0)
      blocks.push({ kind: "break", level: null, start: length, end: length });
    ruled = false;
    const separator = length === 0 ? "" : "\n\n";
    parts.push(separator, line.text);
    const start = length + separator.length;
    length = start + line.text.length;
    blocks.push({ kind: heading === null ? kind : "heading", level: heading, start, end: length });
    return start;
  };

  return {
    add(source, kind, heading = null) {
      const line = parseAozoraLine(source, open);
      unknown.push(...line.unknownLetters);
      lost.push(...line.lostTargets);
      if (/［＃|《[^》]*$/.test(line.text)) unclosed.push(line.text.trim());
      const start = line.text.trim() === "" ? length : placeBlock(line, kind, line.headingLevel ?? heading);
      for (const { meaning, start: from, end } of line.text.trim() === "" ? [] : line.marks)
        marks.push({ ...meaning, start: start + from, end: start + end });
      for (const { href, alt, at } of line.pictures)
        images.push({ id: `i${images.length + 1}`, href, alt, at: start + Math.min(at, length - start) });
      return line;
    },
    rule() {
      const last = blocks.at(-1)?.kind;
      if (last !== "break" && last !== "heading") ruled = true;
    },
    length: () => length,
    text: () => parts.join(""),
    blocks,
    marks,
    images,
    warnings: () => [
      ...counted(unknown, "letters-unknown", "Letters without a known character, shown as 〓"),
      ...counted(lost, "note-without-target", "Notes about letters that do not stand before them"),
      ...counted(unclosed, "bracket-unclosed", "Lines with a bracket that is never closed"),
    ],
  };
}

function counted(found: readonly string[], code: string, what: string): Warning[] {
  return found.length === 0
    ? []
    : [{ code, message: `${what}: ${found.length}, first ${(found[0] ?? "").slice(0, 40)}` }];
}

function startsOf(text: string, blocks: Block[], bodyStart: number, bodyEnd: number): ChapterStart[] {
  const titleOf = (block: Block): string =>
    text
      .slice(block.start, block.end)
      .replaceAll(/[\s\u3000]+/g, " ")
      .trim();
  const inBody = (block: Block): boolean => block.start >= bodyStart && block.end <= bodyEnd && block.start < block.end;
  if (!blocks.some((block) => block.kind === "heading")) guessHeadings(text, blocks, inBody);
  const headings = blocks.filter((block) => block.kind === "heading" && inBody(block));
  const levels = [...new Set(headings.map((block) => block.level ?? 1))].sort((a, b) => a - b);
  for (const block of headings) block.level = levels.indexOf(block.level ?? 1) + 1;
  const starts = headings.map((block) => ({ at: block.start, title: titleOf(block), level: block.level ?? 1 }));
  const first = blocks.find(inBody);
  return first && starts[0]?.at !== first.start ? [{ at: first.start, title: null, level: 1 }, ...starts] : starts;
}

/** For texts that do not mark their headings: lines such as 第一章 or 二 alone. */
function guessHeadings(text: string, blocks: Block[], inBody: (block: Block) => boolean): void {
  const guesses = blocks.map((block) => (inBody(block) ? guessHeadingLine(text.slice(block.start, block.end)) : null));
  const confirmed = confirmHeadings(guesses);
  if (confirmed.every((guess) => guess === null || guess.bare) && isListInside(blocks, confirmed)) return;
  confirmed.forEach((guess, index) => {
    const block = blocks[index];
    if (!guess || !block) return;
    block.kind = "heading";
    block.level = guess.rank;
  });
}

/** Whether numbers count verses or letters within a longer story: then most of the text lies before the first and after the last. */
function isListInside(blocks: readonly Block[], headings: readonly (HeadingGuess | null)[]): boolean {
  const first = blocks[headings.findIndex((heading) => heading !== null)];
  const last = blocks[headings.findLastIndex((heading) => heading !== null)];
  const end = blocks.at(-1)?.end ?? 0;
  return first !== undefined && last !== undefined && end - (last.start - first.start) > (last.start - first.start) * 2;
}

/** Author, then translators and editors, who are named with what they did. */
function creatorsOf(lines: readonly string[]): Creator[] {
  return lines.flatMap((line, index): Creator[] => {
    const name = line.trim();
    const part = /^(.+?)[\s\u3000]+(訳|編|編著|著|作|画)$|^(.+)(訳)$/.exec(name);
    const role = { 訳: "trl", 編: "edt", 画: "ill" }[part?.[2] ?? part?.[4] ?? ""] ?? "aut";
    if (part) return [{ name: part[1] ?? part[3] ?? name, role }];
    // Lines between the title and the last one are subtitles.
    return index === lines.length - 1 ? [{ name, role }] : [];
  });
}
