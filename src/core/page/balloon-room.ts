import { areaOf, type Point, type Polygon, overlapArea, type Rect } from "../geometry/geometry.ts";
import { safeArea } from "./page-frame.ts";
import { bareHead } from "./head-reach.ts";
import { faceParts, type StagedFigure } from "./page.ts";
import { grownUp } from "./stature.ts";

/** Where balloons of one panel may stand, in page units. */
export interface BalloonRoom {
  outline: Polygon;
  /** What the reader sees of the panel: its bounds within the safe part of the page. */
  box: Rect;
  /** Never covered: faces with a little air around them, and other panels. */
  kept: Rect[];
  /** Better not covered: hair and bodies. */
  spared: Rect[];
}

/** Air between a face and a balloon, in page units and as a share of the head. */
const air = { least: 7, share: 0.07 } as const;

/** Distance between a balloon and the frame, in page units. */
const frameAir = 9;

/** From here on the inner normal of an edge points down the page: it is the upper frame. */
const upright = 0.95;

export function roomOf(
  outline: Polygon,
  box: Rect,
  figures: readonly StagedFigure[],
  hidden: readonly Rect[],
): BalloonRoom {
  return {
    outline,
    box,
    kept: [
      ...figures.flatMap(({ head }) => faceParts(head).map((part) => grown(part, air.least + air.share * head.size))),
      ...hidden.map((rect) => grown(rect, 12)),
    ],
    spared: figures.flatMap((figure) => bodyOf(figure, box)),
  };
}

export function grown(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}

export function boxAround(centre: Point, radii: { x: number; y: number }): Rect {
  return { x: centre.x - radii.x, y: centre.y - radii.y, width: 2 * radii.x, height: 2 * radii.y };
}

/** Hair, and the body down to the panel's edge, the hip or the feet. */
function bodyOf({ head }: StagedFigure, box: Rect): Rect[] {
  const { x, y, size, above = bareHead.above } = head;
  const crown = 0.5 + 0.75 * above;
  const hair = { x: x - 0.55 * size, y: y - crown * size, width: 1.1 * size, height: (crown - 0.25) * size };
  const bottom = Math.min(y + grownUp.ground * size, box.y + box.height);
  const body = {
    x: x - 0.85 * size,
    y: y + 0.55 * size,
    width: 1.7 * size,
    height: Math.max(0, bottom - y - 0.55 * size),
  };
  return [hair, body];
}

/** Exponent of the superellipse that no balloon's body reaches beyond, and its dual, which measures how far it reaches in a direction. */
const bodyPower = 2.4;
const reachPower = bodyPower / (bodyPower - 1);

/**
 * A test for centres at which a body stands inside the panel and the safe part of the page, with air to the frame.
 * `square` bodies are boxes, others round. `over` is how far it may stand out over the upper frame instead, in page units.
 */
export function insideTest(
  { outline }: BalloonRoom,
  radii: { x: number; y: number },
  square: boolean,
  over = 0,
): (centre: Point) => boolean {
  const left = safeArea.x + radii.x;
  const right = safeArea.x + safeArea.width - radii.x;
  const top = safeArea.y + radii.y;
  const bottom = safeArea.y + safeArea.height - radii.y;
  const airAt = ({ y }: Edge) => (over > 0 && y > upright ? -over : frameAir);
  const edges = edgesOf(outline).map((edge) => ({ ...edge, off: edge.off - reach(edge, radii, square) - airAt(edge) }));
  return ({ x, y }) =>
    x >= left &&
    x <= right &&
    y >= top &&
    y <= bottom &&
    edges.every((edge) => edge.x * x + edge.y * y + edge.off >= 0);
}

/** The inner normal of an edge and its offset: `x·px + y·py + off` is the distance of a point from the edge. */
interface Edge {
  x: number;
  y: number;
  off: number;
}

function edgesOf(outline: Polygon): Edge[] {
  return outline.flatMap((a, i) => {
    const b = outline[(i + 1) % outline.length];
    if (!b) return [];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const [x, y] = [(a.y - b.y) / length, (b.x - a.x) / length];
    return [{ x, y, off: -x * a.x - y * a.y }];
  });
}

/** The figures moved so far that no slanted frame cuts a face, and the upper one no hair, hat or ear. */
export function facesWithin(outline: Polygon, figures: readonly StagedFigure[]): StagedFigure[] {
  const edges = edgesOf(outline);
  return figures.map((figure) => {
    const { head } = figure;
    const { above = bareHead.above, size } = head;
    let { x, y } = head;
    for (const edge of edges) {
      const up = edge.y > Math.abs(edge.x) ? 0.5 + above : 0.56;
      const lack = reach(edge, { x: 0.44 * size, y: up * size }, false) + 3 - (edge.x * x + edge.y * y + edge.off);
      if (lack <= 0) continue;
      x += edge.x * lack;
      y += edge.y * lack;
    }
    return { ...figure, head: { ...head, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 } };
  });
}

function reach(edge: Edge, radii: { x: number; y: number }, square: boolean): number {
  const [across, down] = [Math.abs(edge.x * radii.x), Math.abs(edge.y * radii.y)];
  return square ? across + down : (across ** reachPower + down ** reachPower) ** (1 / reachPower);
}

/** Distance from a point to the nearest edge of a convex polygon given clockwise on the page; negative outside. */
export function depthIn(outline: Polygon, point: Point): number {
  return Math.min(...edgesOf(outline).map(({ x, y, off }) => x * point.x + y * point.y + off));
}

export function meets(rect: Rect, others: readonly Rect[]): boolean {
  return others.some((other) => overlapArea(rect, other) > 0);
}

/** How much a rectangle hides of others: the sum of the hidden shares of each, and of the rectangle's own share on them. */
export function hidingOf(rect: Rect, others: readonly Rect[]): number {
  const area = rect.width * rect.height || 1;
  let sum = 0;
  for (const other of others) {
    const shared = overlapArea(rect, other);
    if (shared > 0) sum += (1.1 * shared) / area + (4.5 * shared) / (other.width * other.height || 1);
  }
  return sum;
}

/** Share of a panel that balloons take; a round body fills four fifths of its box. */
export function coveredShare(bodies: readonly { radiusX: number; radiusY: number }[], outline: Polygon): number {
  return bodies.reduce((sum, { radiusX, radiusY }) => sum + 4 * radiusX * radiusY * 0.8, 0) / (areaOf(outline) || 1);
}
