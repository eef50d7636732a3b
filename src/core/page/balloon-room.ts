import { areaOf, type Point, type Polygon, overlapArea, type Rect } from "../geometry/geometry.ts";
import { bareHead } from "./head-reach.ts";
import { faceParts, type StagedFigure } from "./page.ts";
import { grownUp, type Stature } from "./stature.ts";
import type { Pose } from "../script/script.ts";

type Statures = Readonly<Record<string, Stature>>;

/** A panel as far as it bounds what stands in it, in page units. */
export interface PanelBounds {
  outline: Polygon;
  /** What the reader sees of the panel: its bounds within the safe part of the page. */
  box: Rect;
  /** The part of the page on which letters may stand. */
  safe: Rect;
}

/** Where balloons of one panel may stand, in page units. */
export interface BalloonRoom extends PanelBounds {
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
  bounds: PanelBounds,
  figures: readonly StagedFigure[],
  hidden: readonly Rect[],
  statures: Statures = {},
): BalloonRoom {
  return {
    ...bounds,
    kept: [
      ...figures.flatMap(({ head }) => faceParts(head).map((part) => grown(part, air.least + air.share * head.size))),
      ...hidden.map((rect) => grown(rect, 12)),
    ],
    spared: figures.flatMap((figure) => bodyOf(figure, bounds.box, statures)),
  };
}

export function grown(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}

export function boxAround(centre: Point, radii: { x: number; y: number }): Rect {
  return { x: centre.x - radii.x, y: centre.y - radii.y, width: 2 * radii.x, height: 2 * radii.y };
}

/** Hair, and the body down to the panel's edge, the hip or the feet; of who goes on all fours or lies, the trunk behind the head. */
function bodyOf({ person, pose, head }: StagedFigure, box: Rect, statures: Statures): Rect[] {
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
  const beast = statures[person]?.beast;
  const length = beast && beast.length > uprightLength ? beast.length : (lengthOf[pose] ?? 0);
  if (length === 0) return [hair, body];
  const long = 0.8 * length * size;
  const ground = beast ? beast.grounds[pose] : lowGround;
  // Who looks to the right has the body on the left.
  const trunk = {
    x: head.yaw > 0 ? x - long : x,
    y: y - 0.35 * size,
    width: long,
    height: Math.min((0.35 + ground) * size, Math.max(0, box.y + box.height - y + 0.35 * size)),
  };
  return [hair, trunk];
}

/** Length of a beast in clothes on its hind legs, in head sizes: it has a person's body. */
const uprightLength = 2;
/** How far the body of somebody low lies behind the head, in head sizes, and how high its middle is at most. */
const lengthOf: Readonly<Partial<Record<Pose, number>>> = { crawl: 4.4 };
const lowGround = 2.4;

/** Exponent of the superellipse that no balloon's body reaches beyond, and its dual, which measures how far it reaches in a direction. */
const bodyPower = 2.4;
const reachPower = bodyPower / (bodyPower - 1);

/**
 * A test for centres at which a body stands inside the panel and the safe part of the page, with air to the frame.
 * `square` bodies are boxes, others round. `over` is how far it may stand out over the upper frame instead, in page units.
 */
export function insideTest(
  { outline, safe }: Pick<PanelBounds, "outline" | "safe">,
  radii: { x: number; y: number },
  square: boolean,
  over = 0,
): (x: number, y: number) => boolean {
  const left = safe.x + radii.x;
  const right = safe.x + safe.width - radii.x;
  const top = safe.y + radii.y;
  const bottom = safe.y + safe.height - radii.y;
  const airAt = ({ y }: Edge) => (over > 0 && y > upright ? -over : frameAir);
  const edges = edgesOf(outline).map((edge) => ({ ...edge, off: edge.off - reach(edge, radii, square) - airAt(edge) }));
  return (x, y) => {
    if (x < left || x > right || y < top || y > bottom) return false;
    for (const edge of edges) if (edge.x * x + edge.y * y + edge.off < 0) return false;
    return true;
  };
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

/** A test for rectangles that lie in a convex polygon with some air, in page units. */
export function rectTest(outline: Polygon, depth: number): (rect: Rect) => boolean {
  const edges = edgesOf(outline);
  return ({ x, y, width, height }) =>
    edges.every((edge) => {
      const [px, py] = [edge.x > 0 ? x : x + width, edge.y > 0 ? y : y + height];
      return edge.x * px + edge.y * py + edge.off >= depth;
    });
}

/** Whether two rectangles come nearer to each other than this. */
export function areNear(a: Rect, b: Rect, apart: number): boolean {
  return (
    a.x - apart < b.x + b.width &&
    b.x < a.x + a.width + apart &&
    a.y - apart < b.y + b.height &&
    b.y < a.y + a.height + apart
  );
}

/** Whether a rectangle shares some area with one of the others. */
export function meets(rect: Rect, others: readonly Rect[]): boolean {
  const [right, bottom] = [rect.x + rect.width, rect.y + rect.height];
  for (const { x, y, width, height } of others)
    if (Math.min(right, x + width) > Math.max(rect.x, x) && Math.min(bottom, y + height) > Math.max(rect.y, y))
      return true;
  return false;
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
