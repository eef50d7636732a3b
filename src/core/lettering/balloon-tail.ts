import * as steady from "../geometry/steady-math.ts";
import type { Point } from "../geometry/geometry.ts";
import { pair } from "./smooth-path.ts";
import { superellipseNorm, superellipsePoint } from "./superellipse.ts";

/** A balloon's body: centre and half axes in page units. */
export interface BalloonBody {
  centre: Point;
  radiusX: number;
  radiusY: number;
}

/** Width of a tail where it leaves the body, in page units; small balloons have the narrower one. */
const tailBase = { narrow: 17, wide: 26 } as const;
/** A tail shorter than this is a bump, and left out. */
const shortestTail = 5;

/**
 * The angles between which a tail leaves the body: towards the tip, but drawn to the middle of the side that faces it.
 * Null where the tip lies in the body or so near that a tail would be a bump.
 */
export function tailRoot(body: BalloonBody, tip: Point): { from: number; to: number } | null {
  const dx = tip.x - body.centre.x;
  const dy = tip.y - body.centre.y;
  const norm = superellipseNorm(dx, dy, body.radiusX, body.radiusY);
  if (norm <= 1 || Math.hypot(dx, dy) * (1 - 1 / norm) < shortestTail) return null;
  const aim = steady.atan2(dy / body.radiusY, dx / body.radiusX);
  // The parameter angle of the nearest side's middle; corners are pulled towards it.
  const side = (Math.round(aim / (Math.PI / 2)) * Math.PI) / 2;
  const angle = side + (aim - side) * 0.72;
  const width = Math.min(tailBase.wide, Math.max(tailBase.narrow, Math.min(body.radiusX, body.radiusY) * 0.32));
  const half = angleFor(body, angle, width / 2);
  return { from: angle - half, to: angle + half };
}

/** The step of the angle that moves a point of the outline by a length. */
function angleFor(body: BalloonBody, angle: number, length: number): number {
  let low = 0;
  let high = 0.6;
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    const a = superellipsePoint(angle - middle, body.radiusX, body.radiusY);
    const b = superellipsePoint(angle + middle, body.radiusX, body.radiusY);
    if (Math.hypot(a.x - b.x, a.y - b.y) < 2 * length) low = middle;
    else high = middle;
  }
  return low;
}

/** Both edges of a tail, bent the same way: it leaves the body squarely and then leans to the mouth. */
export function tailCurves(from: Point, tip: Point, to: Point, centre: Point): string {
  const root = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const away = { x: root.x - centre.x, y: root.y - centre.y };
  const length = Math.hypot(tip.x - root.x, tip.y - root.y);
  const scale = (0.38 * length) / Math.max(1, Math.hypot(away.x, away.y));
  const knee = { x: away.x * scale, y: away.y * scale };
  const bend = (edge: Point, share: number): Point => ({
    x: (edge.x + knee.x) * (1 - share) + tip.x * share,
    y: (edge.y + knee.y) * (1 - share) + tip.y * share,
  });
  return `Q${pair(bend(from, 0.28))} ${pair(tip)}Q${pair(bend(to, 0.28))} ${pair(to)}`;
}
