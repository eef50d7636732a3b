import type { Random } from "../geometry/random.ts";
import { type Cell, panelsOf, type Row } from "./grammar.ts";
import { gutters } from "./page-frame.ts";
import type { PanelNeed } from "./panel-needs.ts";

/** Gutter between two panels of a stack: narrower than between rows, so that the rows part first. */
export const stackGutter = 26;

/** A cell with the panels in it and its size in page units; `split` is the share of the first of a stack. */
export interface SizedCell {
  panels: number[];
  width: number;
  split: number;
}

export interface SizedRow {
  cells: SizedCell[];
  height: number;
}

/** Gives rows heights and cells widths: what the texts need first, then what the story's weight asks for (P1). */
export function sizeRows(
  rows: readonly Row[],
  needs: readonly PanelNeed[],
  room: { width: number; height: number },
  random: Random,
): SizedRow[] {
  const total = needs.reduce((sum, need) => sum + need.weight, 0);
  const target = (panel: number) => {
    const need = needs[panel];
    return need ? Math.max(need.least, (need.weight / total) * room.width * room.height * 0.94) : 0;
  };
  let first = 0;
  const sized = rows.map((row) => {
    const cells = sizeCells(row, first, { needs, target, width: room.width, random });
    first += panelsOf(row);
    const area = cells.flatMap(({ panels }) => panels).reduce((sum, panel) => sum + target(panel), 0);
    return { cells, least: leastHeight(cells, needs), wished: (area / room.width) * random.between(0.9, 1.12) };
  });
  return shareHeights(sized, room.height - gutters.row * (rows.length - 1));
}

interface Wishes {
  needs: readonly PanelNeed[];
  target(panel: number): number;
  width: number;
  random: Random;
}

function sizeCells(row: Row, first: number, { needs, target, width, random }: Wishes): SizedCell[] {
  let next = first;
  const cells = row.map((cell) => {
    const panels = membersOf(cell, next);
    next += panels.length;
    const wished = panels.reduce((sum, panel) => sum + target(panel) * leaning(needs[panel]), 0);
    const least = Math.max(...panels.map((panel) => needs[panel]?.minWidth ?? 0));
    const [a = 0, b = 0] = panels.map(target);
    return { panels, wished: wished * random.between(0.85, 1.18), least, split: clamp(a / (a + b || 1), 0.36, 0.64) };
  });
  const room = width - gutters.column * (row.length - 1);
  const widths = share(
    cells.map(({ wished }) => wished),
    cells.map(({ least }) => least),
    room,
  );
  return cells.map(({ panels, split }, i) => ({ panels, split, width: widths[i] ?? 0 }));
}

function membersOf(cell: Cell, first: number): number[] {
  return cell === "stack" ? [first, first + 1] : [first];
}

/** Lying shots ask for width, standing ones for height. */
function leaning(need: PanelNeed | undefined): number {
  return need ? need.aspect ** 0.3 : 1;
}

function leastHeight(cells: readonly SizedCell[], needs: readonly PanelNeed[]): number {
  const ofPanel = (panel: number, width: number) => {
    const need = needs[panel];
    return need ? Math.max(need.minHeight, need.least / width) : 0;
  };
  return Math.max(
    ...cells.map(({ panels, width }) => {
      const [a, b] = panels.map((panel) => ofPanel(panel, width));
      return b === undefined ? (a ?? 0) : (a ?? 0) + b + stackGutter;
    }),
  );
}

function shareHeights(
  rows: readonly { cells: SizedCell[]; least: number; wished: number }[],
  height: number,
): SizedRow[] {
  const heights = share(
    rows.map(({ wished }) => wished),
    rows.map(({ least }) => least),
    height,
  );
  return rows.map(({ cells }, i) => ({ cells, height: heights[i] ?? 0 }));
}

/** Shares a length by wishes so that nobody gets less than the least, if the length allows it at all. */
function share(wishes: readonly number[], leasts: readonly number[], length: number): number[] {
  const needed = leasts.reduce((sum, least) => sum + least, 0);
  if (needed >= length) return leasts.map((least) => (least / needed) * length);
  const fixed = new Set<number>();
  for (;;) {
    const rest = length - [...fixed].reduce((sum, i) => sum + (leasts[i] ?? 0), 0);
    const wished = wishes.reduce((sum, wish, i) => sum + (fixed.has(i) ? 0 : wish), 0);
    const parts = wishes.map((wish, i) => (fixed.has(i) ? (leasts[i] ?? 0) : (wish / wished) * rest));
    const short = parts.findIndex((part, i) => !fixed.has(i) && part < (leasts[i] ?? 0));
    if (short < 0) return parts;
    fixed.add(short);
  }
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
