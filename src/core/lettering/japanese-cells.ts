import type { LetteringText } from "./lettering.ts";

/** One square of a column: a letter, or a pair set upright in one square. */
export interface Cell {
  /** The character, or the two or three of an upright pair. */
  text: string;
  kind: "letter" | "pair" | "blank";
  /** Length along the column in ems; more than 1 where long ruby pushes letters apart. */
  advance: number;
  /** Index of the ruby group it belongs to, or null. */
  ruby: number | null;
  emphasis: boolean;
  /** The column ends after this cell, whatever else. */
  forced: boolean;
}

/** Letters that share a reading: its first cell, and the one after its last. */
export interface RubyGroup {
  from: number;
  to: number;
  /** Letter by letter. */
  reading: readonly string[];
}

export interface CellText {
  cells: Cell[];
  groups: RubyGroup[];
}

const invisible = /[\p{Co}\p{Default_Ignorable_Code_Point}]|(?!\n)\p{Cc}/gu;

/** Characters by what Japanese fonts have in their place; leaders and dashes in pairs as the book has them. */
function tidyJapanese(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(invisible, "")
    .replaceAll("～", "〜")
    .replaceAll(/[—─]/gu, "―")
    .replaceAll(/\.{3,}|・{3,}|。{3,}/gu, "……")
    .replaceAll(/[ \t\u00A0]+/gu, " ");
}

/** A letter with its marks; a group of shouting marks; a number of two digits; a line feed. */
const cellPattern = /[!?！？]+|[0-9０-９]+|\n|\P{M}\p{M}*/gu;

/** Cuts a text into cells. The stop at the end of a balloon is left out, in front of a closing bracket too (L3). */
export function japaneseCells(text: LetteringText): CellText {
  const cells: Cell[] = [];
  const groups: RubyGroup[] = [];
  for (const run of text.runs) {
    const from = cells.length;
    const ruby = run.ruby === null || run.ruby === "" ? null : groups.length;
    for (const [part] of tidyJapanese(run.text).matchAll(cellPattern)) addPart(cells, part, ruby, run.emphasis);
    if (ruby !== null && cells.length > from)
      groups.push({ from, to: cells.length, reading: Array.from(run.ruby ?? "") });
  }
  dropLastStop(cells, groups);
  while (cells.at(-1)?.kind === "blank") cells.pop();
  widenForRuby(cells, groups);
  return { cells, groups };
}

function addPart(cells: Cell[], part: string, ruby: number | null, emphasis: boolean): void {
  const add = (text: string, kind: Cell["kind"], advance = 1) =>
    cells.push({ text, kind, advance, ruby, emphasis, forced: false });
  const last = cells.at(-1);
  if (part === "\n") {
    if (last) last.forced = true;
  } else if (part === " " || part === "　") add(part, "blank", part === " " ? 0.5 : 1);
  else if (/^[!?！？]/.test(part)) for (const marks of markGroups(narrow(part))) add(marks, ...pairOrLetter(marks));
  else if (/^[0-9０-９]{2}$/.test(part)) add(narrow(part), "pair");
  else for (const letter of part.match(/\P{M}\p{M}*/gu) ?? []) add(wide(letter), "letter");
}

/** Two or three shouting marks share a square; a longer row is cut into pairs. */
function markGroups(marks: string): string[] {
  if (marks.length <= 3) return [marks.length === 1 ? wide(marks) : marks];
  return marks.match(/.{1,2}/g)?.map((pair) => (pair.length === 1 ? wide(pair) : pair)) ?? [];
}

function pairOrLetter(text: string): ["pair" | "letter"] {
  return [text.length > 1 ? "pair" : "letter"];
}

function narrow(text: string): string {
  return text.replaceAll(/[！-～]/gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 0xfee0));
}

/** Latin letters, digits and marks stand upright in full squares. */
function wide(text: string): string {
  return text.replaceAll(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
}

function dropLastStop(cells: Cell[], groups: readonly RubyGroup[]): void {
  let last = cells.length - 1;
  while (last > 0 && /^[」』）〉》】〕〟]$/u.test(cells[last]?.text ?? "")) last--;
  if (last > 0 && cells[last]?.text === "。" && cells[last]?.ruby === null && groups.every((group) => group.to <= last))
    cells.splice(last, 1);
}

const kana = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** How far ruby may lean over a neighbour, in ems of the text: one ruby letter over kana without ruby of its own (JLREQ 3.3.8). */
export function rubyOverhang(neighbour: Cell | undefined): number {
  return neighbour && neighbour.ruby === null && kana.test(neighbour.text) ? 0.5 : 0;
}

/** Ruby letters may stand this close, in ems of the text, before the letters beside them move apart: set solid is 0.5. */
const tightestRuby = 0.43;

/** Pushes letters apart where their reading is longer than they and their neighbours can bear. */
function widenForRuby(cells: Cell[], groups: readonly RubyGroup[]): void {
  for (const group of groups) {
    const base = cells.slice(group.from, group.to);
    const long = group.reading.length * tightestRuby;
    const room = base.reduce((sum, cell) => sum + cell.advance, 0);
    const lean = rubyOverhang(cells[group.from - 1]) + rubyOverhang(cells[group.to]);
    const extra = Math.max(0, long - room - lean) / base.length;
    for (const cell of base) cell.advance += extra;
  }
}
