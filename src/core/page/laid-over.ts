import { boundsOf, cornersOf, type Polygon, type Rect } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import type { Slot } from "./panel-shapes.ts";
import { insetHeight, overlapDrop, type SizedCell } from "./row-sizes.ts";

/** Between an inset and the edges of the picture in which it lies, in page units. */
const margin = 26;

/** How far a panel that lies over another stands out of its row, into the gutter below it, in page units. */
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

/** How far the second of two panels reaches over the first, as a share of the first's width and in page units at most (P4). */
const reach = { share: 0.16, most: 96 } as const;

/** Two panels of which the second begins lower, ends in the gutter below, and lies over the edge of the first. */
export function shapeOverlap(row: Polygon, { cuts }: SizedCell, last: boolean): Slot[] {
  const [a, b, c, d] = row;
  if (!a || !b || !c || !d) return [];
  const seam = a.x + (b.x - a.x) * (cuts[0] ?? 0.5);
  const at = (t: number, from: number, to: number): number => from + (to - from) * t;
  const t = (seam - a.x) / (b.x - a.x);
  const under = [a, { x: seam, y: at(t, a.y, b.y) }, { x: seam, y: at(t, d.y, c.y) }, d];
  const left = seam - Math.min(reach.most, reach.share * (seam - a.x));
  const top = Math.max(b.y, at(t, a.y, b.y)) + overlapDrop;
  const bottom = last ? Math.min(c.y, d.y) : highestBelow(row) + standsOut;
  return over(under, { x: left, y: top, width: b.x - left, height: bottom - top });
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
