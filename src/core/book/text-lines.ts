import type { Span } from "./book.ts";
import { runningLines } from "./speech-lines.ts";

/** A line of a text file without its line end; offsets into the whole text. */
export interface Line extends Span {
  text: string;
}

/** Lines that belong together, and how many empty lines go before them. */
export interface LineGroup extends Span {
  lines: Line[];
  blankBefore: number;
}

/** Splits at CR LF, LF, CR and form feeds. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const found of text.matchAll(/\r\n|[\n\r\f]/g)) {
    lines.push({ text: text.slice(start, found.index), start, end: found.index });
    start = found.index + found[0].length;
  }
  lines.push({ text: text.slice(start), start, end: text.length });
  return lines;
}

const isBlank = (line: Line): boolean => line.text.trim() === "";

/** Longest line that a person or a program wraps by hand. */
const widestWrap = 100;

/**
 * Groups lines into paragraphs. Files come in four ways: wrapped lines with empty lines between paragraphs, one line for each
 * paragraph or sentence, and wrapped lines where an indent begins a paragraph.
 */
export function groupLines(lines: readonly Line[]): LineGroup[] {
  const filled = lines.filter((line) => !isBlank(line));
  const lengths = filled.map((line) => line.text.length).sort((a, b) => a - b);
  const long = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const wide = filled.filter((line) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(line.text)).length * 2 > filled.length;
  if (wide) return gather(lines, () => true);
  if (long > widestWrap) return gatherSpeech(lines);
  const blank = lines.length - filled.length;
  if (blank * 20 > filled.length) return gather(lines, () => false);
  const indented = filled.filter((line) => /^[ \t]/.test(line.text)).length;
  return indented > 0 && indented * 2 < filled.length
    ? gather(lines, (line) => /^[ \t]/.test(line.text))
    : gatherSpeech(lines);
}

/** One line for each paragraph or sentence. */
function gatherSpeech(lines: readonly Line[]): LineGroup[] {
  const runs = runningLines(lines.map((line) => line.text));
  const running = new Set(lines.filter((_, i) => runs[i] === true));
  return gather(lines, (line) => !running.has(line));
}

function gather(lines: readonly Line[], beginsParagraph: (line: Line) => boolean): LineGroup[] {
  const groups: LineGroup[] = [];
  let blank = 0;
  for (const line of lines) {
    const last = groups.at(-1);
    if (isBlank(line)) blank += 1;
    else if (last && blank === 0 && !beginsParagraph(line)) {
      last.lines.push(line);
      last.end = endOf(line);
    } else groups.push({ lines: [line], blankBefore: blank, start: startOf(line), end: endOf(line) });
    if (!isBlank(line)) blank = 0;
  }
  return groups;
}

/** An ideographic space at the start stays: it is how Japanese indents a paragraph. */
const startOf = (line: Line): number => line.start + (/^[ \t]*/.exec(line.text)?.[0].length ?? 0);
const endOf = (line: Line): number => line.start + line.text.trimEnd().length;
