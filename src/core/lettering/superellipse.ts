import * as steady from "../geometry/steady-math.ts";
import type { Point } from "../geometry/geometry.ts";

/** Between an ellipse (2) and a rectangle (∞): a little squarer than an egg, so that lines of text fill it well. */
const balloonPower = 2.4;

/** How wide a superellipse is at a height, as a share of its widest; `height` is a share of the half axis. 0 outside. */
export function chordShare(height: number): number {
  const rest = 1 - Math.abs(height) ** balloonPower;
  return rest > 0 ? rest ** (1 / balloonPower) : 0;
}

/** Below 1 inside the superellipse around 0, 0; 1 on its outline; above 1 outside. */
export function superellipseNorm(x: number, y: number, radiusX: number, radiusY: number): number {
  return ((Math.abs(x) / radiusX) ** balloonPower + (Math.abs(y) / radiusY) ** balloonPower) ** (1 / balloonPower);
}

/** A point of the outline; the angle counts clockwise from the right. */
export function superellipsePoint(angle: number, radiusX: number, radiusY: number): Point {
  const c = steady.cos(angle);
  const s = steady.sin(angle);
  const power = 2 / balloonPower;
  return { x: radiusX * Math.sign(c) * Math.abs(c) ** power, y: radiusY * Math.sign(s) * Math.abs(s) ** power };
}

/** The angle of the outline's point that lies in a direction from the centre. */
export function directionAngle(dx: number, dy: number, radiusX: number, radiusY: number): number {
  const power = balloonPower / 2;
  return steady.atan2(Math.sign(dy) * Math.abs(dy / radiusY) ** power, Math.sign(dx) * Math.abs(dx / radiusX) ** power);
}

export interface Radii {
  radiusX: number;
  radiusY: number;
}

/** Ratios of width to height that are tried, with what each needs over and over. */
const ratios = Array.from({ length: 27 }, (_, i) => {
  const ratio = 0.42 * 1.09 ** i;
  return { ratio, scale: ratio ** -balloonPower, log: steady.log(ratio) };
});

/**
 * The most pleasing of the small superellipses around points: area against the wished ratio of width to height.
 * Null where none fits into the half sizes given.
 */
export function smallestSuperellipse(
  points: readonly Point[],
  most: Radii,
  prefer: number,
): (Radii & { cost: number }) | null {
  const powers = outermost(points).map(({ x, y }) => ({ x: x ** balloonPower, y: y ** balloonPower }));
  const wished = steady.log(prefer);
  let best: (Radii & { cost: number }) | null = null;
  for (const { ratio, scale, log } of ratios) {
    let sum = 0;
    for (const power of powers) sum = Math.max(sum, power.x * scale + power.y);
    const radiusY = sum ** (1 / balloonPower);
    const radiusX = radiusY * ratio;
    if (radiusX > most.radiusX || radiusY > most.radiusY) continue;
    const cost = radiusX * radiusY * (1 + 0.3 * (log - wished) ** 2);
    if (best === null || cost < best.cost) best = { radiusX, radiusY, cost };
  }
  return best;
}

/** The points, all turned into one quarter, that are not nearer to the centre than another both ways. */
function outermost(points: readonly Point[]): Point[] {
  const turned = points.map(({ x, y }) => ({ x: Math.abs(x), y: Math.abs(y) })).sort((a, b) => b.x - a.x || b.y - a.y);
  const kept: Point[] = [];
  let highest = -Infinity;
  for (const point of turned)
    if (point.y > highest) {
      kept.push(point);
      highest = point.y;
    }
  return kept;
}
