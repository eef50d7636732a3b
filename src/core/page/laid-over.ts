import { boundsOf, cornersOf, type Polygon, type Rect } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import type { Slot } from "./panel-shapes.ts";
import { insetHeight, type SizedCell } from "./row-sizes.ts";

/** Between an inset and the edges of the picture in which it lies, in page units. */
const margin = 26;

/** How far a panel that lies over another stands out of its row, into a gutter or over the other's edge, in page units. */
const standsOut = 14;

/** A picture as broad as its row, and a detail in the corner where reading leaves it, so that it is read last (P4). */
export function shapeInset(host: Polygon, { guest }: SizedCell, last: boolean, random: Random): Slot[] {
  const { lower, upper, right } = straightPart(host);
  const { width = 0, height = 0 } = guest ?? {};
  // Now and then it stands over the lower edge, as if it lay on the page.
  const out = !last && random() < 0.4;
  const high = Math.min(height, (lower - upper) * insetHeight);
  const edge = out ? highestBelow(host) + standsOut : lower - margin;
  const inset = { x: right - margin - width, y: edge - high, width, height: high };
  return over(host, inset);
}

/** Two panels of which the second lies over the edge of the first and stands out of the row below, and above where another row is; nothing of the first looks out beside it. */
export function shapeOverlap(row: Polygon, { cuts }: SizedCell, { first, last }: RowPlace): Slot[] {
  const [a, b, c, d] = row;
  if (!a || !b || !c || !d) return [];
  const seam = a.x + (b.x - a.x) * (cuts[0] ?? 0.5);
  const at = (t: number, from: number, to: number): number => from + (to - from) * t;
  const t = (seam - a.x) / (b.x - a.x);
  // Where the row leans it covers the whole edge of the first: no corner of that looks out.
  const [upper, lower] = [at(t, a.y, b.y), at(t, d.y, c.y)];
  const top = Math.min(upper, Math.max(upper, b.y) - (first ? 0 : standsOut));
  const bottom = Math.max(lower, Math.min(lower, c.y) + (last ? 0 : standsOut));
  const left = seam - standsOut;
  const under = [a, { x: seam, y: upper }, { x: seam, y: lower }, d];
  return over(under, { x: left, y: top, width: b.x - left, height: bottom - top });
}

/** Whether a row is the first or the last of its page: there panels do not stand out of it. */
interface RowPlace {
  first: boolean;
  last: boolean;
}

/** The highest point of the lower edge: what ends a little below it stays clear of the next row. */
function highestBelow([, , c, d]: Polygon): number {
  return Math.min(c?.y ?? 0, d?.y ?? 0);
}

/** Levels between which no slant cuts the outline. */
function straightPart(outline: Polygon): { upper: number; lower: number; right: number } {
  const [a, b, c] = outline;
  return {
    upper: Math.max(a?.y ?? 0, b?.y ?? 0),
    lower: highestBelow(outline),
    right: Math.min(b?.x ?? 0, c?.x ?? 0),
  };
}

function over(under: Polygon, box: Rect): Slot[] {
  const { x, y, width, height } = boundsOf(under);
  const [left, top] = [Math.max(x, box.x), Math.max(y, box.y)];
  const hidden = {
    x: left,
    y: top,
    width: Math.min(x + width, box.x + box.width) - left,
    height: Math.min(y + height, box.y + box.height) - top,
  };
  return [
    { outline: under, frame: "ruled", hidden: [hidden] },
    { outline: cornersOf(box), frame: "ruled", hidden: [] },
  ];
}
