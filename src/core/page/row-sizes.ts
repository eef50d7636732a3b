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

/** About what area each panel of a row has, in square page units. */
export function areasIn({ cells, height }: SizedRow): { panel: number; area: number }[] {
  return cells.flatMap(({ panels, width, cuts, guest }) => {
    const whole = width * height;
    if (guest) return panels.map((panel, i) => ({ panel, area: i === 0 ? whole : guest.width * guest.height }));
    const ends = [...cuts, 1];
    return panels.map((panel, i) => ({ panel, area: whole * ((ends[i] ?? 1) - (i === 0 ? 0 : (ends[i - 1] ?? 0))) }));
  });
}

/** Gives rows heights and cells widths: what the texts need first, then what the story's weight asks for (P1). */
export function sizeRows(
  rows: readonly Row[],
  needs: readonly PanelNeed[],
  room: { width: number; height: number; gutters: Gutters },
  random: Random,
): SizedRow[] {
  const total = needs.reduce((sum, need) => sum + need.weight, 0);
  const target = (panel: number) => {
    const need = needs[panel];
    return need ? Math.max(need.least, (need.weight / total) * room.width * room.height * 0.94) : 0;
  };
  let first = 0;
  const sized = rows.map((row) => {
    const cells = sizeCells(row, first, { needs, target, room, random });
    first += panelsOf(row);
    const area = cells.flatMap(({ panels }) => panels).reduce((sum, panel) => sum + target(panel), 0);
    return { cells, least: leastHeight(cells, needs), wished: (area / room.width) * random.between(0.85, 1.18) };
  });
  return shareHeights(sized, room.height - room.gutters.row * (rows.length - 1));
}

interface Wishes {
  needs: readonly PanelNeed[];
  target(panel: number): number;
  room: { width: number; gutters: Gutters };
  random: Random;
}

function sizeCells(row: Row, first: number, { needs, target, room: { width, gutters }, random }: Wishes): SizedCell[] {
  let next = first;
  const cells = row.map((kind) => {
    const panels = Array.from({ length: panelsIn(kind) }, (_, i) => next + i);
    next += panels.length;
    const wished = panels.reduce((sum, panel) => sum + target(panel) * leaning(needs[panel]), 0);
    const least = Math.max(...panels.map((panel) => needs[panel]?.minWidth ?? 0));
    return { kind, panels, wished: wished * random.between(0.85, 1.18), least };
  });
  const room = width - gutters.column * (row.length - 1);
  const widths = share(
    cells.map(({ wished }) => wished),
    cells.map(({ least }) => least),
    room,
  );
  return cells.map(({ kind, panels }, i) => ({
    kind,
    panels,
    width: widths[i] ?? 0,
    cuts: cutsOf(kind, panels.map(target)),
    guest: kind === "inset" ? guestSize(needs[panels[1] ?? -1], target(panels[1] ?? -1), widths[i] ?? 0) : null,
  }));
}

/** Least share of a cell that one of its panels has: a thinner one would be cut off by a line between two rows (P4). */
const leastShare = { stack: 0.36, pile: 0.285, overlap: 0.36 } as const;

function cutsOf(kind: Cell, targets: readonly number[]): number[] {
  if (kind === "panel" || kind === "inset") return [];
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

/** Lying shots ask for width, standing ones for height. */
function leaning(need: PanelNeed | undefined): number {
  return need ? need.aspect ** 0.3 : 1;
}

/** An inset is at most this share of the height of the picture in which it lies. */
export const insetHeight = 0.66;

function leastHeight(cells: readonly SizedCell[], needs: readonly PanelNeed[]): number {
  const ofPanel = (panel: number | undefined, width: number) => {
    const need = needs[panel ?? -1];
    return need ? Math.max(need.minHeight, need.least / width) : 0;
  };
  return Math.max(
    ...cells.map(({ kind, panels, width, cuts, guest }) => {
      const [a, b] = panels;
      if (guest) return Math.max(guest.height / insetHeight, ofPanel(a, width - guest.width));
      if (kind === "overlap") {
        const cut = cuts[0] ?? 0.5;
        return Math.max(ofPanel(a, width * cut), ofPanel(b, width * (1 - cut)) + overlapDrop);
      }
      const heights = panels.map((panel) => ofPanel(panel, width));
      return heights.reduce((sum, height) => sum + height, 0) + stackGutter * (panels.length - 1);
    }),
  );
}

/** How much lower than its row a panel begins that lies over its neighbour, in page units. */
export const overlapDrop = 44;

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
