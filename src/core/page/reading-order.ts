import { areaOf, boundsOf, type Point, type Polygon } from "../geometry/geometry.ts";
import type { Direction } from "./page-frame.ts";

/** A cut may clip a panel when the smaller part is less than this share of it. */
const clipAllowed = 0.25;

interface Item {
  index: number;
  outline: Polygon;
  area: number;
}

/**
 * The order in which a reader takes the panels, as indices into `outlines` (P4).
 * Method: Kovanen and Aizawa, ICIP 2015: cut by a horizontal line first, else by a vertical one, and read each part by the same rule.
 */
export function readingOrder(outlines: readonly Polygon[], direction: Direction): number[] {
  const items = outlines.map((outline, index) => ({ index, outline, area: areaOf(outline) }));
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
  clipped: number;
}

/** The cut across one axis that clips the least; the first of equals; null where none is allowed. */
function bestCut(items: readonly Item[], axis: "x" | "y"): Cut | null {
  let best: Cut | null = null;
  for (const at of cutLines(items, axis)) {
    const cut = cutAt(items, axis, at);
    if (cut && (!best || cut.clipped < best.clipped - 1e-9)) best = cut;
  }
  return best;
}

/** Lines worth trying: through every corner, and midway between neighbours. */
function cutLines(items: readonly Item[], axis: "x" | "y"): number[] {
  const values = [...new Set(items.flatMap(({ outline }) => outline.map((point) => point[axis])))].sort(
    (a, b) => a - b,
  );
  return values.flatMap((value, i) => [value, (value + (values[i + 1] ?? value)) / 2]);
}

function cutAt(items: readonly Item[], axis: "x" | "y", at: number): Cut | null {
  const cut: Cut = { before: [], after: [], clipped: 0 };
  for (const item of items) {
    const share = item.area > 0 ? areaOf(partBefore(item.outline, axis, at)) / item.area : 0;
    const clipped = Math.min(share, 1 - share);
    if (clipped >= clipAllowed) return null;
    cut.clipped += clipped;
    (share > 0.5 ? cut.before : cut.after).push(item);
  }
  return cut.before.length > 0 && cut.after.length > 0 ? cut : null;
}

/** The part of a convex polygon with coordinates below a value on one axis. */
function partBefore(polygon: Polygon, axis: "x" | "y", at: number): Polygon {
  const kept: Polygon = [];
  for (let i = 0; i < polygon.length; i++) {
    const a = polygon[i];
    const b = polygon[(i + 1) % polygon.length];
    if (!a || !b) continue;
    if (a[axis] <= at) kept.push(a);
    if (a[axis] <= at !== b[axis] <= at) kept.push(between(a, b, (at - a[axis]) / (b[axis] - a[axis])));
  }
  return kept;
}

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** Where no cut is possible: by the corner where reading starts. */
function byCentre(items: readonly Item[], direction: Direction): Item[] {
  const place = (item: Item) => {
    const box = boundsOf(item.outline);
    return box.y + box.height / 2 + (direction === "ltr" ? box.x : -box.x - box.width) * 0.5;
  };
  return [...items].sort((a, b) => place(a) - place(b));
}
