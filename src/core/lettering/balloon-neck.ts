import type { Point } from "../geometry/geometry.ts";
import { onBody } from "./body-edge.ts";
import type { BalloonBody } from "./balloon-tail.ts";
import { pair } from "./smooth-path.ts";
import { directionAngle, superellipseNorm } from "./superellipse.ts";

/** A neck is this wide at most, in page units; between small balloons it is narrower. */
const neckWidth = { most: 26, share: 0.42 } as const;

/** Balloons nearer than `gap`, in page units, grow together into one of two lobes; the opening is a share of the smaller half axis. */
const lobes = { gap: 20, full: 10, share: 1.1 } as const;

/** How far a neck reaches into the balloon before it: past the irregularity of its rim, and not to its letters. */
const overlap = 5;

/** Where a neck leaves a balloon and how it meets the one before. */
export interface Neck {
  /** The angles of the body between which it leaves. */
  from: number;
  to: number;
  /** From the rim of the balloon before to the body, and back. */
  inward(first: Point): string;
  outward(last: Point): string;
}

/** The neck by which a balloon joins the one before of the same voice (L6). The way stays open where they join, so that no line parts them. */
export function neckBetween(body: BalloonBody, before: BalloonBody): Neck {
  const [dx, dy] = [before.centre.x - body.centre.x, before.centre.y - body.centre.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const rim = onBody(before, directionAngle(-ux, -uy, before.radiusX, before.radiusY));
  const angle = directionAngle(ux, uy, body.radiusX, body.radiusY);
  const near = onBody(body, angle);
  const grown = Math.max(0, Math.min(1, (lobes.gap - Math.hypot(rim.x - near.x, rim.y - near.y)) / lobes.full));
  const small = Math.min(body.radiusX, body.radiusY, before.radiusX, before.radiusY);
  const narrow = Math.min(neckWidth.most, neckWidth.share * small);
  const half = (narrow + grown * (lobes.share * small - narrow)) / 2;
  const end = (side: 1 | -1): Point =>
    insideOf(before, { x: rim.x - side * uy * half, y: rim.y + side * ux * half }, { x: ux, y: uy });
  const step = stepFor(body, angle, half * 1.25);
  const waist = (a: Point, b: Point, side: 1 | -1): Point => ({
    x: (a.x + b.x) / 2 + side * uy * half * (0.3 - 0.2 * grown),
    y: (a.y + b.y) / 2 - side * ux * half * (0.3 - 0.2 * grown),
  });
  return {
    from: angle - step,
    to: angle + step,
    inward: (first) => `M${pair(end(1))}Q${pair(waist(end(1), first, 1))} ${pair(first)}`,
    outward: (last) => `Q${pair(waist(last, end(-1), -1))} ${pair(end(-1))}`,
  };
}

/** A point a little way inside the rim: a slanting rim falls away from one side of the neck. */
function insideOf({ centre, radiusX, radiusY }: BalloonBody, from: Point, way: Point): Point {
  const at = (along: number): Point => ({ x: from.x + way.x * along, y: from.y + way.y * along });
  for (let along = 0; along < radiusX + radiusY; along += 1) {
    const { x, y } = at(along);
    if (superellipseNorm(x - centre.x, y - centre.y, radiusX, radiusY) <= 1) return at(along + overlap);
  }
  return from;
}

/** The step of the angle that moves a point of the outline by a length. */
function stepFor(body: BalloonBody, angle: number, length: number): number {
  let [low, high] = [0, 0.7];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    const [a, b] = [onBody(body, angle - middle), onBody(body, angle + middle)];
    if (Math.hypot(a.x - b.x, a.y - b.y) < 2 * length) low = middle;
    else high = middle;
  }
  return low;
}
