import type { Block, BlockKind, Mark } from "./book.ts";
import { piecesOf } from "./block-pieces.ts";
import { isWideLetter } from "./letters.ts";

/** How the text that follows is to be filed. */
export interface BlockStyle {
  kind: BlockKind;
  level: number | null;
  /** Keeps white space as it stands (`pre`). */
  preformatted: boolean;
  /** Blocks of one kind and one group (a list, a table, a poem) follow each other without a blank line. */
  group: number | null;
}

/** A place in the text that gets its offset when its block is done. */
export interface Pin {
  at: number;
}

export type MarkMeaning = Mark extends infer Each ? (Each extends Mark ? Omit<Each, "start" | "end"> : never) : never;

interface OpenMark {
  meaning: MarkMeaning;
  /** Offset in the pending block; null until a letter follows. */
  start: number | null;
}

/** Writes the reading text of a book: text comes in as markup gives it, blocks and marks with offsets come out. */
export interface BlockWriter {
  text(text: string, style: BlockStyle): void;
  /** `<br>`: a line feed inside the block; two of them end it. */
  lineBreak(style: BlockStyle): void;
  /** A new cell of a table row. */
  cell(): void;
  /** A tab inside a word stays where it is, with a mark that it does not belong there. */
  strayTab(style: BlockStyle): void;
  /** The edge of a block inside a table cell: a line feed where more text follows in the cell. */
  softBreak(): void;
  endBlock(): void;
  rule(): void;
  openMark(meaning: MarkMeaning): OpenMark | null;
  closeMark(mark: OpenMark | null): void;
  /** A mark over a stretch of the pending block, by offsets that `position` gave. */
  addMark(meaning: MarkMeaning, start: number, end: number): void;
  /** Offset in the pending block where the next letter will stand at the earliest. */
  position(): number;
  pin(): Pin;
  /** A new number for `BlockStyle.group`. */
  newGroup(): number;
  finish(): { text: string; blocks: Block[]; marks: Mark[] };
}

/** Deeper nesting says nothing any more and would make hostile markup slow. */
const deepestMarks = 64;

export function createBlockWriter(): BlockWriter {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const marks: Mark[] = [];
  let length = 0;
  let lastGroup: { kind: BlockKind; group: number | null; manyLines: boolean } | null = null;

  let pending = "";
  /** The last letter of `pending`: asking the string itself would copy it together at every write. */
  let last = "";
  let style: BlockStyle | null = null;
  /** White space since the last letter: none, spaces, with a line feed of the source, or a softBreak. */
  let space: "" | " " | "\n" | "soft" = "";
  let openMarks: OpenMark[] = [];
  let pendingMarks: { meaning: MarkMeaning; start: number; end: number }[] = [];
  let pendingPins: { pin: Pin; at: number }[] = [];
  /** Set between blocks: they stand at the start of the next one. */
  let waitingPins: Pin[] = [];
  let groups = 0;

  const append = (text: string, next: BlockStyle): void => {
    if (style === null) style = next;
    for (const mark of openMarks) mark.start ??= pending.length;
    pending += text;
    last = text.charAt(text.length - 1) || last;
  };

  const joinSpace = (nextLetter: string): void => {
    const needed = space !== "" && last !== "" && last !== "\n" && last !== "\t";
    // CSS Text 3, 4.1.3: a line feed of the source between two wide letters is no space.
    const joined = space === "\n" && isWideLetter(last) && isWideLetter(nextLetter);
    if (needed && !joined) {
      last = space === "soft" ? "\n" : " ";
      pending += last;
    }
    space = "";
  };

  const emit = (piece: string, kind: BlockKind, level: number | null, group: number | null): number => {
    const manyLines = piece.includes("\n");
    const close =
      lastGroup !== null &&
      group !== null &&
      lastGroup.kind === kind &&
      lastGroup.group === group &&
      !(kind === "verse" && (manyLines || lastGroup.manyLines));
    const separator = length === 0 ? "" : close ? "\n" : "\n\n";
    parts.push(separator, piece);
    const start = length + separator.length;
    length = start + piece.length;
    blocks.push({ kind, level, start, end: length });
    lastGroup = { kind, group, manyLines };
    return start;
  };

  const flush = (): void => {
    const placed: { from: number; to: number; at: number }[] = [];
    if (style !== null) {
      for (const mark of openMarks) {
        if (mark.start !== null) pendingMarks.push({ meaning: mark.meaning, start: mark.start, end: pending.length });
        mark.start = null;
      }
      for (const piece of piecesOf(pending, style)) {
        const at = emit(piece.text, piece.kind, piece.kind === "heading" ? style.level : null, style.group);
        placed.push({ from: piece.from, to: piece.from + piece.text.length, at });
      }
    }
    const [first] = placed;
    if (first) {
      placeMarks(pendingMarks, placed, marks);
      for (const { pin, at } of pendingPins) pin.at = placeOf(at, placed);
      for (const pin of waitingPins) pin.at = first.at;
      waitingPins = [];
    } else for (const { pin } of pendingPins) waitingPins.push(pin);
    pendingPins = [];
    pendingMarks = [];
    pending = "";
    last = "";
    style = null;
    space = "";
  };

  const write = (text: string, next: BlockStyle): void => {
    if (next.preformatted) {
      joinSpace("");
      append(text.replaceAll(/\r\n?/g, "\n"), next);
      return;
    }
    const lead = leadingSpace(text);
    const words = text.slice(lead, trailingSpace(text, lead));
    if (words === "") {
      if (space === "" && text !== "") space = text.includes("\n") ? "\n" : " ";
      return;
    }
    if (lead > 0 && space === "") space = text.slice(0, lead).includes("\n") ? "\n" : " ";
    joinSpace(words.charAt(0));
    append(foldSpaces(words), next);
    const tail = text.slice(lead + words.length);
    space = tail === "" ? "" : tail.includes("\n") ? "\n" : " ";
  };

  return {
    text: (text, next) => {
      if (text !== "") write(text.replaceAll(/[\u2060\uFEFF]/g, ""), next);
    },
    lineBreak(next) {
      space = "";
      if (style !== null || next.preformatted) append("\n", next);
    },
    cell() {
      space = "";
      if (style === null || last === "\t") return;
      pending += "\t";
      last = "\t";
    },
    strayTab(next) {
      append("\t", next);
      pendingMarks.push({ meaning: { kind: "stray" }, start: pending.length - 1, end: pending.length });
    },
    softBreak() {
      if (style !== null) space = "soft";
    },
    endBlock: flush,
    rule() {
      flush();
      blocks.push({ kind: "break", level: null, start: length, end: length });
      lastGroup = null;
    },
    openMark(meaning) {
      if (openMarks.length >= deepestMarks) return null;
      const mark = { meaning, start: null };
      openMarks.push(mark);
      return mark;
    },
    closeMark(mark) {
      if (mark === null) return;
      openMarks = openMarks.filter((candidate) => candidate !== mark);
      if (mark.start !== null) pendingMarks.push({ meaning: mark.meaning, start: mark.start, end: pending.length });
    },
    addMark(meaning, start, end) {
      const lead = /^ */.exec(pending.slice(start, end))?.[0].length ?? 0;
      pendingMarks.push({ meaning, start: start + lead, end });
    },
    position: () => pending.length,
    pin() {
      const pin = { at: length };
      if (style === null) waitingPins.push(pin);
      else pendingPins.push({ pin, at: pending.length });
      return pin;
    },
    newGroup: () => ++groups,
    finish() {
      flush();
      for (const pin of waitingPins) pin.at = length;
      return {
        text: parts.join(""),
        blocks: withoutDoubleBreaks(blocks),
        marks: marks.sort((a, b) => a.start - b.start || b.end - a.end),
      };
    },
  };
}

const isSpace = (letter: string): boolean =>
  letter === " " || letter === "\n" || letter === "\t" || letter === "\r" || letter === "\f";

/** Length of the white space at the start. */
function leadingSpace(text: string): number {
  let at = 0;
  while (at < text.length && isSpace(text.charAt(at))) at += 1;
  return at;
}

/** Where the white space at the end begins, not before `from`. A pattern that ends in `$` would take quadratic time on long runs. */
function trailingSpace(text: string, from: number): number {
  let at = text.length;
  while (at > from && isSpace(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Runs of white space become one space, or nothing between two wide letters when a line feed is in the run. */
function foldSpaces(text: string): string {
  if (!/[\t\n\r\f]| {2}/.test(text)) return text;
  return text.replaceAll(/[\t\n\r\f ]{2,}|[\t\n\r\f]/g, (run: string, at: number) => {
    const wide = run.includes("\n") && isWideLetter(text.charAt(at - 1)) && isWideLetter(text.charAt(at + run.length));
    return wide ? "" : " ";
  });
}

/** A rule beside an ornament, or two rules in a row, are one break; a rule before the first letter is none. */
function withoutDoubleBreaks(blocks: readonly Block[]): Block[] {
  const isRule = (block: Block | undefined): boolean => block?.kind === "break" && block.start === block.end;
  return blocks.filter((block, index) => {
    if (!isRule(block)) return true;
    const next = blocks[index + 1];
    return block.start > 0 && next !== undefined && next.kind !== "break" && blocks[index - 1]?.kind !== "break";
  });
}

function placeOf(offset: number, placed: readonly { from: number; to: number; at: number }[]): number {
  const piece = placed.find(({ to }) => offset < to) ?? placed.at(-1);
  return piece ? piece.at + Math.min(Math.max(offset - piece.from, 0), piece.to - piece.from) : offset;
}

/** Cuts pending marks to the pieces that their block became, so that no mark leaves its block. */
function placeMarks(
  pending: readonly { meaning: MarkMeaning; start: number; end: number }[],
  placed: readonly { from: number; to: number; at: number }[],
  marks: Mark[],
): void {
  for (const { meaning, start, end } of pending) {
    for (const piece of placed) {
      const from = Math.max(start, piece.from);
      const to = Math.min(end, piece.to);
      if (from < to) marks.push({ ...meaning, start: piece.at + from - piece.from, end: piece.at + to - piece.from });
    }
  }
}
