import type { Cell, CellText } from "./japanese-cells.ts";
import { columnBreakBetween } from "./kinsoku.ts";
import { phraseStarts } from "./phrases.ts";

/** A text made ready for breaking: what each cell adds to a column, and what a column end after it costs. */
export interface ColumnText {
  /** Pen positions of the cells if all stood in one column, in ems; one more than cells. */
  starts: number[];
  /** What falls away where the cell opens a column (the empty half of a bracket), in ems. */
  headTrim: number[];
  /** Where the eye sees a column begin that the cell opens, and end after so many cells: what hangs over (、 and closing brackets) does not count. */
  heads: Float64Array;
  feet: Float64Array;
  /** Cost of a column end after the cell; Infinity where kinsoku forbids it. */
  endCost: Float64Array;
  /** At how many cells a column end speaks for a way. */
  rests: number;
  /** Where a column that starts with the cell ends at the latest: after the first forced end, or after the last cell. */
  latest: number[];
  /** How much longer than it counts a column may be at most, in ems. */
  hung: number;
}

export interface BrokenColumns {
  /** Index after the last cell of each column. */
  ends: number[];
  /** Lengths in ems as they count for the balloon. */
  lengths: number[];
  /** How far each column begins above its head: the empty half of a bracket, a space. Ems. */
  overHead: number[];
  cost: number;
}

/** Words shorter than this are only split where nothing else is possible. */
const shortPhrase = 8;

/** Prepares a text for `breakColumns`; done once a text, the breaking many times. */
export function columnText({ cells, groups }: CellText): ColumnText {
  const starts = [0];
  for (const cell of cells) starts.push((starts.at(-1) ?? 0) + cell.advance);
  const phrases = phraseEnds(cells);
  const headTrim = cells.map((cell) => (cell.kind === "blank" ? cell.advance : opensHalf.test(cell.text) ? 0.5 : 0));
  const footTrim = cells.map((cell) => (cell.kind === "blank" ? cell.advance : closesHalf.test(cell.text) ? 0.5 : 0));
  const endCost = Float64Array.from(cells, (_, i) => costOfEnd(cells, i, phrases, groups));
  return {
    starts,
    headTrim,
    heads: Float64Array.from(headTrim, (trim, i) => (starts[i] ?? 0) + trim),
    feet: Float64Array.from(starts, (start, i) => start - (footTrim[i - 1] ?? 0)),
    endCost,
    rests: endCost.filter((cost) => cost < 0).length,
    latest: latestEnds(cells),
    hung: Math.max(0, ...headTrim) + Math.max(0, ...footTrim),
  };
}

function latestEnds(cells: readonly Cell[]): number[] {
  const latest: number[] = [];
  for (let i = cells.length - 1; i >= 0; i--) latest[i] = cells[i]?.forced ? i + 1 : (latest[i + 1] ?? cells.length);
  return latest;
}

const opensHalf = /^[「『（［〈《【〔〝]$/u;
const closesHalf = /^[、。」』）］〉》】〕〟]$/u;

/** Where the voice rests. The phrase model takes leaders and dashes for letters, so phrases are cut at them here. */
const pauses = /^[、。！？!?…‥―「」『』（）　 ]/u;

/** For each cell that ends a phrase: true; else the length of the phrase it would split. */
function phraseEnds(cells: readonly Cell[]): (true | number)[] {
  const offsets = [0];
  for (const cell of cells) offsets.push((offsets.at(-1) ?? 0) + cell.text.length);
  const gaps = phraseStarts(cells.map((cell) => cell.text).join(""));
  const ends: (true | number)[] = [];
  let from = 0;
  for (let i = 0; i < cells.length; i++) {
    const pause = pauses.test(cells[i]?.text ?? "") !== pauses.test(cells[i + 1]?.text ?? "");
    if (!pause && !gaps.has(offsets[i + 1] ?? 0) && i < cells.length - 1) continue;
    for (let k = from; k < i; k++) ends[k] = i + 1 - from;
    ends[i] = true;
    from = i + 1;
  }
  return ends;
}

/** What a column end costs where the voice rests: no end costs less. */
const bestEnd = -0.12;

function costOfEnd(
  cells: readonly Cell[],
  i: number,
  phrases: readonly (true | number)[],
  groups: CellText["groups"],
): number {
  const before = cells[i];
  const after = cells[i + 1];
  if (!before || !after || before.forced) return 0;
  const kinsoku = columnBreakBetween(before.text, after.text);
  if (kinsoku === "never") return Infinity;
  const insideRuby = before.ruby !== null && before.ruby === after.ruby;
  const group = before.ruby === null ? undefined : groups[before.ruby];
  // A reading of a few letters cannot be divided; a very long base has to be.
  if (insideRuby && group) return group.to - group.from <= shortPhrase ? Infinity : 4;
  // Dots alone in the last column are read as a pause of somebody else.
  if (cells.length - i <= 4 && /^[…‥―！？!?]+$/u.test(restOf(cells, i + 1))) return 3;
  let cost = kinsoku !== "ugly" ? 0 : /^[！？!?]/u.test(after.text) ? 5 : 3;
  if (/[、。！？!?…‥―」』]$/u.test(before.text) || before.kind === "blank" || after.kind === "blank")
    return cost + bestEnd;
  const phrase = phrases[i];
  if (phrase !== true && phrase !== undefined) cost += splitCost(phrase, before.text, after.text, restOf(cells, i + 1));
  if (phrase !== true && sameScript(before.text, after.text)) cost += 0.7;
  return cost;
}

/** What hangs on the end of a phrase and can stand by itself at need. */
const endings =
  /^(?:って(?:ば|いう|こと)|です|ます|でしょう|だろう|ください|下さい|なさい|けれど|けど|ので|のに|から|まで|なんて|ばかり|じゃない|ではない)/u;

const restOf = (cells: readonly Cell[], from: number): string =>
  cells
    .slice(from, from + 5)
    .map(({ text }) => text)
    .join("");

/** What it costs to split a phrase of so many letters: the longer it is, the more words it has. */
function splitCost(letters: number, before: string, after: string, rest: string): number {
  if (letters < shortPhrase) return 2;
  if (startsWord(before, after) || endings.test(rest)) return 0.6;
  return letters < 10 ? 1.5 : 0.9;
}

/** Kanji or katakana after hiragana: most likely a new word inside a long phrase. */
function startsWord(before: string, after: string): boolean {
  return /^\p{Script=Hiragana}/u.test(before) && /^[\p{Script=Han}\p{Script=Katakana}]/u.test(after);
}

/** Two letters that most likely belong to one word: both kanji, both katakana, or both Latin. */
function sameScript(a: string, b: string): boolean {
  return /^(?:\p{Script=Han}{2}|[\p{Script=Katakana}ー]{2}|\p{Script=Latin}{2})$/u.test(a + b);
}

/**
 * Breaks a text into `count` columns no longer than `most` ems: the evenest whose ends cost least.
 * Null where kinsoku or the length allow none.
 */
export function breakColumns(text: ColumnText, count: number, most: number): BrokenColumns | null {
  const { heads, feet, starts, latest } = text;
  const n = text.endCost.length;
  const width = n + 1;
  // Two rows of costs in turn; typed arrays are dear to make, and a text is broken many times.
  const [costs, origins] = [new Float64Array(2 * width).fill(Infinity), new Int32Array(count * width)];
  costs[0] = 0;
  let soonest = 0;
  for (let column = 0; column < count; column++) {
    const [before, own, row] = [(column % 2) * width, ((column + 1) % 2) * width, column * width];
    costs.fill(Infinity, own, own + width);
    // A column must end so late that those after it can hold the rest.
    const held = (count - 1 - column) * (most + text.hung + 1e-6);
    while ((starts[n] ?? 0) - (starts[soonest] ?? 0) > held) soonest++;
    for (let from = column; from < n; from++) {
      const soFar = costs[before + from] ?? Infinity;
      if (soFar === Infinity) continue;
      const head = heads[from] ?? 0;
      const last = Math.min(n - (count - 1 - column), latest[from] ?? n);
      for (let to = Math.max(from + 1, soonest); to <= last; to++) {
        const length = Math.max(leastLength, (feet[to] ?? 0) - head);
        if (length > most + 1e-6) {
          if (length > most + 0.5 + 1e-6) break;
          continue;
        }
        const total = soFar + columnCost(text, to, length, most);
        if (total < (costs[own + to] ?? Infinity)) {
          costs[own + to] = total;
          origins[row + to] = from;
        }
      }
    }
  }
  const total = costs[(count % 2) * width + n] ?? Infinity;
  return total === Infinity ? null : traced(text, count, origins, total);
}

/** No column counts as shorter than this, in ems. */
const leastLength = 0.5;

/** What gaps cost at the end of a column where the voice rests, and at the end of the last one, as shares. */
const restingGap = 0.55;
const lastGap = 0.6;

/** What `count` columns no longer than `most` cost at least: all alike, with a rest at as many ends as there are rests. */
export function leastColumnsCost({ starts, rests }: ColumnText, count: number, most: number): number {
  const gap = Math.max(0, 1 - (starts.at(-1) ?? 0) / most / count);
  return restingGap * count * gap * gap + bestEnd * Math.min(rests, count - 1);
}

function columnCost(text: ColumnText, to: number, length: number, most: number): number {
  const gap = (most - length) / most;
  const endCost = text.endCost[to - 1] ?? 0;
  // A column that ends where the speaker pauses may be short.
  if (to < text.endCost.length) return (endCost < 0 ? restingGap : 1) * gap * gap + endCost;
  // The last column may be short, but a single letter left over looks lost.
  return lastGap * gap * gap + (length < 2 ? 0.35 : 0);
}

function traced(text: ColumnText, count: number, origins: Int32Array, cost: number): BrokenColumns {
  const ends: number[] = [];
  const lengths: number[] = [];
  const overHead: number[] = [];
  let to = text.endCost.length;
  for (let column = count - 1; column >= 0; column--) {
    const from = origins[column * (text.endCost.length + 1) + to] ?? 0;
    ends[column] = to;
    lengths[column] = Math.max(leastLength, (text.feet[to] ?? 0) - (text.heads[from] ?? 0));
    overHead[column] = text.headTrim[from] ?? 0;
    to = from;
  }
  return { ends, lengths, overHead, cost };
}
