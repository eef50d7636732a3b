import type { ChapterText } from "../../schema.ts";

type Block = ChapterText["blocks"][number];
type Run = Block["runs"][number];

/** A stretch of the reading text in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** A run, or a part of one where a marked passage begins or ends in it. */
export interface Piece extends Run {
  /** Offset of its first letter. */
  start: number;
  isMarked: boolean;
}

/** The runs of a block, cut where the marked passage begins and ends. One with a ruby reading stays whole: it is marked if any of it is. */
export function piecesOf(block: Block, marked: Stretch | null): Piece[] {
  let at = block.start;
  return block.runs.flatMap((run) => {
    const start = at;
    at += run.text.length;
    if (marked === null || marked.end <= start || marked.start >= at) return [{ ...run, start, isMarked: false }];
    if (run.ruby !== null) return [{ ...run, start, isMarked: true }];
    const [from, to] = [Math.max(start, marked.start), Math.min(at, marked.end)];
    const piece = (first: number, last: number, isMarked: boolean): Piece[] =>
      first === last ? [] : [{ ...run, text: run.text.slice(first - start, last - start), start: first, isMarked }];
    return [...piece(start, from, false), ...piece(from, to, true), ...piece(to, at, false)];
  });
}

/** Reads `120-180` of an address; null for what is no stretch. */
export function stretchOf(at: string | undefined): Stretch | null {
  const [start, end] = (at ?? "").split("-").map(Number);
  return at === undefined || start === undefined || end === undefined || !(end >= start) ? null : { start, end };
}

interface Place {
  index: number;
  start: number;
  end: number;
  matter: string;
}

/** The chapter that is shown: the one of a passage, else the one asked for, else where the reading stopped, else the first of the story. */
export function chapterAt(
  chapters: readonly Place[],
  asked: { passage: Stretch | null; chapter: number | null; offset: number | null },
): number {
  const { passage, chapter, offset } = asked;
  const holding = (place: number): number | undefined =>
    chapters.findLast(({ start, end }) => start <= place && (place < end || start === end))?.index ??
    chapters.findLast(({ start }) => start <= place)?.index;
  if (passage !== null) return holding(passage.start) ?? 0;
  if (chapter !== null && chapters.some(({ index }) => index === chapter)) return chapter;
  if (offset !== null) return holding(offset) ?? 0;
  return chapters.find(({ matter }) => matter === "body")?.index ?? 0;
}

/** Whether a paragraph of a Japanese text has to be indented: it brings its own space, or begins with a bracket, where it should not be. */
export const isIndentedItself = (text: string): boolean => /^[\u3000「『（〈《【]/.test(text);
