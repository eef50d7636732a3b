import type { ReaderData, ReaderFate } from "../../core/print/reader-data.ts";

export type FateName = ReaderFate["fate"];
export const fateNames: readonly FateName[] = ["shown", "drawn", "condensed", "left-out"];

/** A part of one paragraph with one fate. `fate` is an index into the data's fates. */
export interface Piece {
  fate: number;
  start: number;
  end: number;
}

export interface Section {
  title: string | null;
  /** The first paragraph is the title itself. */
  titleInText: boolean;
  paragraphs: Piece[][];
}

/** The text of the body by chapter, paragraph and fate; chapters without body text are left out. */
export function sectionsOf(data: ReaderData): Section[] {
  const starts = data.chapters.toSorted((a, b) => a.start - b.start);
  const gaps = paragraphGaps(data.text);
  const sections: Section[] = [];
  let current: Section | null = null;
  let chapter = -1;
  let gap = 0;
  let paragraph: Piece[] | null = null;
  for (const [fate, { start, end }] of data.fates.entries()) {
    let at = start;
    while (at < end) {
      while ((gaps[gap]?.end ?? Infinity) <= at) gap++;
      const next = gaps[gap];
      const stop = next ? Math.min(end, Math.max(at, next.start)) : end;
      if (data.text.slice(at, stop).trim()) {
        const before = chapter;
        while ((starts[chapter + 1]?.start ?? Infinity) <= at) chapter++;
        if (!current || chapter !== before) {
          current = { title: starts[chapter]?.title ?? null, titleInText: false, paragraphs: [] };
          sections.push(current);
          paragraph = null;
        }
        if (!paragraph) current.paragraphs.push((paragraph = []));
        paragraph.push({ fate, start: at, end: stop });
      }
      if (!next || next.start >= end) break;
      paragraph = null;
      at = Math.max(stop, Math.min(end, next.end));
    }
  }
  return sections.map((section) => ({
    ...section,
    titleInText: opensWithTitle(section, data.text),
    paragraphs: section.paragraphs.map((pieces) => keepMarksTogether(pieces, data.text)),
  }));
}

/** The pieces of the wanted fates that contain the words; paragraphs and chapters left empty fall away. */
export function selectPieces(
  sections: readonly Section[],
  data: ReaderData,
  wanted: { fates: ReadonlySet<FateName>; words: RegExp | null },
): Section[] {
  const keep = ({ fate, start, end }: Piece) => {
    const name = data.fates[fate]?.fate;
    if (!name || !wanted.fates.has(name)) return false;
    return !wanted.words || flat(data.text.slice(start, end)).search(wanted.words) >= 0;
  };
  return sections
    .map((section) => {
      const paragraphs = section.paragraphs.map((pieces) => pieces.filter(keep));
      const titleKept = section.titleInText && (paragraphs[0]?.length ?? 0) > 0;
      return { ...section, titleInText: titleKept, paragraphs: paragraphs.filter((pieces) => pieces.length > 0) };
    })
    .filter((section) => section.paragraphs.length > 0);
}

/** What a reader types as a search for those very letters, in any case; null for nothing. */
export function searchPattern(query: string): RegExp | null {
  const words = flat(query).trim();
  return words ? new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`), "giu") : null;
}

/** A stretch on one line. */
export function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

/** Share of the body's characters that met each fate. */
export function fateShares(fates: readonly ReaderFate[]): Record<FateName, number> {
  const counts = { shown: 0, drawn: 0, condensed: 0, "left-out": 0 };
  for (const { fate, start, end } of fates) counts[fate] += end - start;
  const whole = Math.max(1, counts.shown + counts.drawn + counts.condensed + counts["left-out"]);
  return {
    shown: counts.shown / whole,
    drawn: counts.drawn / whole,
    condensed: counts.condensed / whole,
    "left-out": counts["left-out"] / whole,
  };
}

/** Index of the fate that covers an offset, or null outside the body. */
export function fateAt(fates: readonly ReaderFate[], offset: number): number | null {
  let low = 0;
  let high = fates.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const fate = fates[middle];
    if (!fate) return null;
    if (offset < fate.start) high = middle - 1;
    else if (offset >= fate.end) low = middle + 1;
    else return middle;
  }
  return null;
}

/**
 * A passage with what stands around it: at most `room` units on each side, cut at white space where there is any. Paragraphs of the
 * surroundings end in line feeds; `within` keeps to the passage's own paragraph.
 */
export function excerpt(text: string, { start, end }: { start: number; end: number }, room: number, within: boolean) {
  const gap = paragraphGap(text);
  const plain = (part: string) => part.split(gap).map(flat).join("\n");
  let before = plain(text.slice(Math.max(0, start - room), start));
  let after = plain(text.slice(end, end + room));
  const paragraphStart = before.lastIndexOf("\n") + 1;
  const paragraphEnd = after.indexOf("\n");
  if (within && paragraphStart > 0) before = before.slice(paragraphStart);
  else if (start > room) before = `…${/\s/.test(before) ? before.replace(/^\S*\s+/, "") : before}`;
  if (within && paragraphEnd >= 0) after = after.slice(0, paragraphEnd);
  else if (end + room < text.length) after = `${/\s/.test(after) ? after.replace(/\s+\S*$/, "") : after}…`;
  return { before, words: plain(text.slice(start, end)), after };
}

const openingMark = /[“‘「『（(«‹〈《【]/;
const closingMark = /[\s”’」』）)»›〉》】,.;:!?…、。，．！？]/;

/** For the eye only: an opening quotation mark goes with the words after it, closing marks with the words before. Pieces of marks alone fall away. */
function keepMarksTogether(pieces: readonly Piece[], text: string): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const before = kept.at(-1);
    let { start } = piece;
    if (before && before.end === start) {
      while (start < piece.end && closingMark.test(text.charAt(start))) start++;
      while (start === piece.start && before.end > before.start && openingMark.test(text.charAt(before.end - 1)))
        before.end--;
      start = start === piece.start ? before.end : start;
      before.end = start;
      if (text.slice(before.start, before.end).trim() === "") {
        kept.pop();
        start = before.start;
      }
    }
    if (text.slice(start, piece.end).trim() === "") {
      if (before) before.end = piece.end;
    } else kept.push({ ...piece, start });
  }
  return kept;
}

function opensWithTitle({ title, paragraphs }: Section, text: string): boolean {
  const first = paragraphs[0];
  const plain = (words: string) => words.replace(/\s+/g, " ").trim().toLowerCase();
  const opening = first?.map(({ start, end }) => text.slice(start, end)).join("");
  return title !== null && opening !== undefined && plain(opening) === plain(title);
}

/** Between paragraphs lies a blank line in hard-wrapped plain text, else one line feed. */
function paragraphGap(text: string): RegExp {
  return isHardWrapped(text) ? /[ \t\r]*\n[ \t\r]*\n\s*/g : /\s*\n\s*/g;
}

/** Where paragraphs end. */
function paragraphGaps(text: string): { start: number; end: number }[] {
  return [...text.matchAll(paragraphGap(text))].map((gap) => ({ start: gap.index, end: gap.index + gap[0].length }));
}

/** Plain text files break their lines at 60–80 letters, and leave a line free between paragraphs. */
function isHardWrapped(text: string): boolean {
  const sample = text.slice(0, 100_000).split("\n");
  const wide = sample.filter((line) => line.length > 100).length;
  const long = sample.filter((line) => line.length > 45).length;
  const free = sample.filter((line) => line.trim() === "").length;
  return wide * 50 < sample.length && long * 4 > sample.length && free * 20 > sample.length;
}
