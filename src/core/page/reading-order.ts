import { areaOf, boundsOf, type Point, type Polygon } from "../geometry/geometry.ts";
import type { Direction } from "./page-frame.ts";

/** A cut may clip a panel when the smaller part is less than this share of it. */
const clipAllowed = 0.25;
/** Shares that differ by less are the same. */
const rounding = 1e-9;

interface Item {
  index: number;
  outline: Polygon;
  area: number;
  /** From where to where it reaches on each axis. */
  x: readonly [number, number];
  y: readonly [number, number];
}

/**
 * The order in which a reader takes the panels, as indices into `outlines` (P4).
 * Method: Kovanen and Aizawa, ICIP 2015: cut by a horizontal line first, else by a vertical one, and read each part by the same rule.
 */
export function readingOrder(outlines: readonly Polygon[], direction: Direction): number[] {
  const items = outlines.map((outline, index): Item => {
    const { x, y, width, height } = boundsOf(outline);
    return { index, outline, area: areaOf(outline), x: [x, x + width], y: [y, y + height] };
  });
  return order(items, direction).map(({ index }) => index);
}

function order(items: readonly Item[], direction: Direction): Item[] {
  if (items.length < 2) return [...items];
  const rows = bestCut(items, "y");
  if (rows) return [...order(rows.before, direction), ...order(rows.after, direction)];
  const columns = bestCut(items, "x");
  if (columns) {
    const [first, second] = direction === "ltr" ? [columns.before, columns.after] : [columns.after, columns.before];
    return [...order(first, direction), ...order(second, direction)];
  }
  return byCentre(items, direction);
}

interface Cut {
  before: Item[];
  after: Item[];
}

/** The cut across one axis that clips the least; the first of equals; null where none is allowed. */
function bestCut(items: readonly Item[], axis: "x" | "y"): Cut | null {
  let best: { at: number; clipped: number } | null = null;
  for (const at of cutLines(items, axis)) {
    const clipped = clippedBy(items, axis, at);
    if (clipped !== null && (!best || clipped < best.clipped - rounding)) best = { at, clipped };
    if (best && best.clipped < rounding) break;
  }
  if (!best) return null;
  const { at } = best;
  const liesBefore = (item: Item): boolean => shareBefore(item, axis, at) > 0.5;
  return { before: items.filter(liesBefore), after: items.filter((item) => !liesBefore(item)) };
}

/** Lines worth trying: through every corner, and midway between neighbours. */
function cutLines(items: readonly Item[], axis: "x" | "y"): number[] {
  const corners = new Set<number>();
  for (const { outline } of items) for (const point of outline) corners.add(point[axis]);
  const values = Float64Array.from(corners).sort();
  const lines: number[] = [];
  values.forEach((value, i) => lines.push(value, (value + (values[i + 1] ?? value)) / 2));
  return lines;
}

/** What a line cuts from the panels that lie mostly on its other side, as a sum of shares; null where that is too much of one, or nothing lies on a side. */
function clippedBy(items: readonly Item[], axis: "x" | "y", at: number): number | null {
  let [sum, before] = [0, 0];
  for (const item of items) {
    const share = shareBefore(item, axis, at);
    const clipped = Math.min(share, 1 - share);
    if (clipped >= clipAllowed) return null;
    sum += clipped;
    if (share > 0.5) before++;
  }
  return before > 0 && before < items.length ? sum : null;
}

/** The share of a panel before a line; most lines do not meet most panels. */
function shareBefore(item: Item, axis: "x" | "y", at: number): number {
  const [from, to] = item[axis];
  if (at <= from || item.area === 0) return 0;
  return at >= to ? 1 : areaBefore(item.outline, axis, at) / item.area;
}

/** Area of the part of a convex polygon with coordinates below a value on one axis: its corners in turn, by the shoelace formula. */
function areaBefore(polygon: Polygon, axis: "x" | "y", at: number): number {
  let first: Point | null = null;
  let [lastX, lastY, twice] = [0, 0, 0];
  const take = (x: number, y: number): void => {
    if (first) twice += lastX * y - x * lastY;
    else first = { x, y };
    [lastX, lastY] = [x, y];
  };
  for (let i = 0; i < polygon.length; i++) {
    const a = polygon[i];
    const b = polygon[(i + 1) % polygon.length];
    if (!a || !b) continue;
    if (a[axis] <= at) take(a.x, a.y);
    if (a[axis] <= at === b[axis] <= at) continue;
    const t = (at - a[axis]) / (b[axis] - a[axis]);
    take(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
  }
  const { x, y }: Point = first ?? { x: lastX, y: lastY };
  return Math.abs(twice + lastX * y - x * lastY) / 2;
}

/** Where no cut is possible: by the corner where reading starts. */
function byCentre(items: readonly Item[], direction: Direction): Item[] {
  const place = (item: Item) => {
    const box = boundsOf(item.outline);
    return box.y + box.height / 2 + (direction === "ltr" ? box.x : -box.x - box.width) * 0.5;
  };
  return [...items].sort((a, b) => place(a) - place(b));
}
