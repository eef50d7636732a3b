import type { Random } from "../geometry/random.ts";
import type { Point } from "../geometry/geometry.ts";
import { polygonPath } from "../geometry/geometry.ts";
import type { BalloonBody } from "./balloon-tail.ts";

/** The plain box of a narrator's caption. */
export function cardOutline({ centre, radiusX, radiusY }: BalloonBody): string {
  return polygonPath([
    { x: centre.x - radiusX, y: centre.y - radiusY },
    { x: centre.x + radiusX, y: centre.y - radiusY },
    { x: centre.x + radiusX, y: centre.y + radiusY },
    { x: centre.x - radiusX, y: centre.y + radiusY },
  ]);
}

/** How far a torn edge may run into the paper, in page units. */
const tearDepth = 5;

/** A sheet of paper: straight at the sides, torn at top and bottom. */
export function tornOutline({ centre, radiusX, radiusY }: BalloonBody, random: Random): string {
  const steps = Math.max(6, Math.round((2 * radiusX) / 15));
  const edge = (y: number, inward: number): Point[] =>
    Array.from({ length: steps + 1 }, (_, i) => ({
      x: centre.x - radiusX + ((2 * radiusX) / steps) * (i + (i > 0 && i < steps ? random.between(-0.3, 0.3) : 0)),
      y: y + inward * random.between(0, i % 2 === 0 ? tearDepth : tearDepth / 2),
    }));
  return polygonPath([...edge(centre.y - radiusY, 1), ...edge(centre.y + radiusY, -1).toReversed()]);
}
