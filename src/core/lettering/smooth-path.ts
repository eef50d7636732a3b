import type { Point } from "../geometry/geometry.ts";
import { short } from "../geometry/geometry.ts";

/** `x y` with two decimals. */
export function pair(point: Point): string {
  return `${short(point.x)} ${short(point.y)}`;
}

/**
 * Curves through points in order (Catmull-Rom as cubic Béziers), without the leading `M`.
 * `closed` joins the last point to the first; an open row needs a point before and after it for its ends' directions.
 */
export function curvesThrough(points: readonly Point[], closed: boolean): string {
  const count = points.length;
  const at = (i: number): Point => {
    const point = points[closed ? (i + count) % count : Math.min(count - 1, Math.max(0, i))];
    if (!point) throw new RangeError("curvesThrough: no points");
    return point;
  };
  let path = "";
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const a = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
    const b = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
    path += `C${pair(a)} ${pair(b)} ${pair(to)}`;
  }
  return path;
}

/** Path data of an ellipse in four curves. */
export function ellipsePath(centre: Point, radiusX: number, radiusY: number): string {
  const k = 0.5523;
  const { x, y } = centre;
  const at = (dx: number, dy: number) => pair({ x: x + dx * radiusX, y: y + dy * radiusY });
  return (
    `M${at(1, 0)}C${at(1, k)} ${at(k, 1)} ${at(0, 1)}C${at(-k, 1)} ${at(-1, k)} ${at(-1, 0)}` +
    `C${at(-1, -k)} ${at(-k, -1)} ${at(0, -1)}C${at(k, -1)} ${at(1, -k)} ${at(1, 0)}Z`
  );
}
