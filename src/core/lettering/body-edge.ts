import type { Point } from "../geometry/geometry.ts";
import type { BalloonBody } from "./balloon-tail.ts";
import { superellipsePoint } from "./superellipse.ts";

/** A point on a body's outline. */
export function onBody({ centre, radiusX, radiusY }: BalloonBody, angle: number): Point {
  const point = superellipsePoint(angle, radiusX, radiusY);
  return { x: centre.x + point.x, y: centre.y + point.y };
}

/** Measured steps along an outline: fine enough that what is spread along it looks even. */
const steps = 240;

/** Length of the outline between two angles, and the angle after a length: corners take more of it than angles tell. */
export function alongEdge(
  body: BalloonBody,
  from: number,
  to: number,
): { length: number; angleAt(length: number): number } {
  const angle = (step: number) => from + ((to - from) * step) / steps;
  const lengths = [0];
  for (let i = 1; i <= steps; i++) {
    const a = onBody(body, angle(i - 1));
    const b = onBody(body, angle(i));
    lengths.push((lengths.at(-1) ?? 0) + Math.hypot(a.x - b.x, a.y - b.y));
  }
  return {
    length: lengths.at(-1) ?? 0,
    angleAt: (wanted) => {
      const at = lengths.findIndex((length) => length >= wanted);
      if (at <= 0) return angle(at < 0 ? steps : 0);
      const before = lengths[at - 1] ?? 0;
      const after = lengths[at] ?? before;
      return angle(at - 1 + (after > before ? (wanted - before) / (after - before) : 0));
    },
  };
}
