import type { Random } from "../geometry/random.ts";
import { type Cell, panelsIn, panelsOf, type Row } from "./grammar.ts";
import type { Gutters } from "./page-frame.ts";
import type { PanelNeed } from "./panel-needs.ts";

/** Gutter between two panels of a stack: narrower than between rows, so that the rows part first. */
export const stackGutter = 26;

/** A cell with the panels in it and its size in page units. */
export interface SizedCell {
  kind: Cell;
  panels: number[];
  width: number;
  /** Shares of its height (`stack`, `pile`) or width (`overlap`) at which one panel ends and the next begins. */
  cuts: number[];
  /** Size of the panel that lies in the other (`inset`). */
  guest: { width: number; height: number } | null;
}

export interface SizedRow {
  cells: SizedCell[];
  height: number;
}

/** Whether about every panel of a row may be as large as the least area given for it, in square page units, when it is so much larger than its part. */
export function isRoomy({ cells, height }: SizedRow, leasts: readonly number[], spreading: number): boolean {
  for (const { panels, width, cuts, guest } of cells) {
    const whole = width * height;
    for (const [i, panel] of panels.entries()) {
      const area = guest
        ? i === 0
          ? whole
          : guest.width * guest.height
        : whole * ((cuts[i] ?? 1) - (i === 0 ? 0 : (cuts[i - 1] ?? 0)));
      if (!(spreading * area >= (leasts[panel] ?? 0))) return false;
    }
  }
  return true;
}

/** What the panels of a page ask for, worked out once for all ways to arrange them. */
export interface PanelWishes {
  needs: readonly PanelNeed[];
  /** The sum of what the story gives them. */
  weight: number;
  /** Areas in square page units, and the same with more for lying shots: those ask for width, standing ones for height. */
  targets: readonly number[];
  leaning: readonly number[];
}

/** Where panels stand, in page units. */
interface RowRoom {
  width: number;
  height: number;
  gutters: Gutters;
}

/** What panels ask for in a live area: what the texts need first, then what the story's weight asks for (P1). */
export function panelWishes(needs: readonly PanelNeed[], { width, height }: Omit<RowRoom, "gutters">): PanelWishes {
  const weight = needs.reduce((sum, need) => sum + need.weight, 0);
  const targets = needs.map((need) => Math.max(need.least, (need.weight / weight) * width * height * 0.94));
  return { needs, weight, targets, leaning: needs.map(({ aspect }, i) => (targets[i] ?? 0) * aspect ** 0.3) };
}

/** Gives rows heights and cells widths. */
export function sizeRows(rows: readonly Row[], wishes: PanelWishes, room: RowRoom, random: Random): SizedRow[] {
  let first = 0;
  const sized = rows.map((row) => {
    const cells = sizeCells(row, first, wishes, room, random);
    const next = first + panelsOf(row);
    let area = 0;
    for (let panel = first; panel < next; panel++) area += wishes.targets[panel] ?? 0;
    first = next;
    return { cells, least: leastHeight(cells, wishes.needs), wished: (area / room.width) * random.between(0.85, 1.18) };
  });
  return shareHeights(sized, room.height - room.gutters.row * (rows.length - 1));
}

function sizeCells(
  row: Row,
  first: number,
  { needs, targets, leaning }: PanelWishes,
  { width, gutters }: RowRoom,
  random: Random,
): SizedCell[] {
  const panelsOfCells: number[][] = [];
  const wishes: number[] = [];
  const leasts: number[] = [];
  let next = first;
  for (const kind of row) {
    const panels: number[] = [];
    let [wished, least] = [0, -Infinity];
    for (const end = next + panelsIn(kind); next < end; next++) {
      panels.push(next);
      wished += leaning[next] ?? 0;
      least = Math.max(least, needs[next]?.minWidth ?? 0);
    }
    panelsOfCells.push(panels);
    wishes.push(wished * random.between(0.85, 1.18));
    leasts.push(least);
  }
  const widths = share(wishes, leasts, width - gutters.column * (row.length - 1));
  return row.map((kind, i) => {
    const panels = panelsOfCells[i] ?? [];
    const own = widths[i] ?? 0;
    const guest = panels[1] ?? -1;
    return {
      kind,
      panels,
      width: own,
      cuts:
        kind === "panel" || kind === "inset" ? [] : cutsOf(kind, targets.slice(panels[0], (panels.at(-1) ?? -1) + 1)),
      guest: kind === "inset" ? guestSize(needs[guest], targets[guest] ?? 0, own) : null,
    };
  });
}

/** Least share of a cell that one of its panels has: a thinner one would be cut off by a line between two rows (P4). */
const leastShare = { stack: 0.36, pile: 0.285, overlap: 0.36 } as const;

function cutsOf(kind: keyof typeof leastShare, targets: readonly number[]): number[] {
  const whole = targets.reduce((sum, target) => sum + target, 0) || 1;
  const least = leastShare[kind];
  const spare = 1 - least * targets.length;
  // What is over the least goes by how much over it each would have.
  const over = targets.map((target) => Math.max(0, target / whole - least));
  const wished = over.reduce((sum, each) => sum + each, 0) || 1;
  const shares = over.map((each) => least + (spare * each) / wished);
  return shares.slice(0, -1).map((_, i) => shares.slice(0, i + 1).reduce((sum, each) => sum + each, 0));
}

/** Sizes of an inset as shares of the picture's width: more would hide it. */
const insetShare = { least: 0.2, most: 0.4 } as const;

function guestSize(need: PanelNeed | undefined, target: number, width: number): { width: number; height: number } {
  if (!need) return { width: 0, height: 0 };
  const area = Math.max(need.least, 0.5 * target);
  const wished = Math.max(need.minWidth, Math.sqrt(area * Math.min(need.aspect, 1.1)));
  const across = clamp(wished, insetShare.least * width, insetShare.most * width);
  return { width: across, height: Math.max(need.minHeight, area / across) };
}

/** An inset is at most this share of the height of the picture in which it lies. */
export const insetHeight = 0.66;

function leastHeight(cells: readonly SizedCell[], needs: readonly PanelNeed[]): number {
  let highest = -Infinity;
  for (const cell of cells) highest = Math.max(highest, leastHeightOf(cell, needs));
  return highest;
}

function leastHeightOf({ kind, panels, width, cuts, guest }: SizedCell, needs: readonly PanelNeed[]): number {
  const [a, b] = panels;
  if (guest) return Math.max(guest.height / insetHeight, panelHeight(needs[a ?? -1], width - guest.width));
  if (kind === "overlap") {
    const cut = cuts[0] ?? 0.5;
    const under = panelHeight(needs[a ?? -1], width * cut);
    return Math.max(under, panelHeight(needs[b ?? -1], width * (1 - cut)));
  }
  let sum = 0;
  for (const panel of panels) sum += panelHeight(needs[panel], width);
  return sum + stackGutter * (panels.length - 1);
}

const panelHeight = (need: PanelNeed | undefined, width: number): number =>
  need ? Math.max(need.minHeight, need.least / width) : 0;

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
  let needed = 0;
  for (const least of leasts) needed += least;
  if (needed >= length) return leasts.map((least) => (least / needed) * length);
  const isFixed = wishes.map(() => false);
  for (let taken = 0; ;) {
    const rest = length - taken;
    let wished = 0;
    for (const [i, wish] of wishes.entries()) if (!isFixed[i]) wished += wish;
    const parts = wishes.map((wish, i) => (isFixed[i] ? (leasts[i] ?? 0) : (wish / wished) * rest));
    const short = parts.findIndex((part, i) => !isFixed[i] && part < (leasts[i] ?? 0));
    if (short < 0) return parts;
    isFixed[short] = true;
    taken += leasts[short] ?? 0;
  }
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
