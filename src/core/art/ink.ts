import { type Point, short } from "../geometry/geometry.ts";

/** Path data of a smooth line through the points (Catmull-Rom as cubic Béziers). */
export function smoothPath(points: readonly Point[], closed = false): string {
  const count = points.length;
  const at = (i: number): Point =>
    points[closed ? (i + count) % count : Math.max(0, Math.min(count - 1, i))] ?? { x: 0, y: 0 };
  const first = at(0);
  let path = `M${short(first.x)} ${short(first.y)}`;
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    path += `C${short(from.x + (to.x - before.x) / 6)} ${short(from.y + (to.y - before.y) / 6)} ${short(to.x - (after.x - from.x) / 6)} ${short(to.y - (after.y - from.y) / 6)} ${short(to.x)} ${short(to.y)}`;
  }
  return closed ? `${path}Z` : path;
}

/** Path data of straight lines through the points. */
export function linePath(points: readonly Point[], closed = false): string {
  return `M${points.map((p) => `${short(p.x)} ${short(p.y)}`).join("L")}${closed ? "Z" : ""}`;
}

export interface Taper {
  /** Share of the length over which the line swells from its start, and from where on it thins to its end. */
  swellTo?: number;
  thinFrom?: number;
  /** Width at the tips as a share of the full width. */
  tip?: number;
}

/** Path data of a pen line: a closed shape around the points that swells and thins like a nib. `width` in page units. */
export function penStroke(points: readonly Point[], width: number, taper: Taper = {}): string {
  const { swellTo = 0.15, thinFrom = 0.85, tip = 0.12 } = taper;
  const lengths = [0];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    lengths.push((lengths[i - 1] ?? 0) + (a && b ? Math.hypot(b.x - a.x, b.y - a.y) : 0));
  }
  const total = lengths.at(-1) || 1;
  const left: Point[] = [];
  const right: Point[] = [];
  points.forEach((point, i) => {
    const before = points[Math.max(0, i - 1)] ?? point;
    const after = points[Math.min(points.length - 1, i + 1)] ?? point;
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const normal = { x: -(after.y - before.y) / length, y: (after.x - before.x) / length };
    const t = (lengths[i] ?? 0) / total;
    const ramp = t < swellTo ? t / swellTo : t > thinFrom ? (1 - t) / (1 - thinFrom) : 1;
    const half = (width / 2) * (tip + (1 - tip) * ramp);
    left.push({ x: point.x + normal.x * half, y: point.y + normal.y * half });
    right.push({ x: point.x - normal.x * half, y: point.y - normal.y * half });
  });
  return smoothPath([...left, ...right.reverse()], true);
}

/** A filled shape without an outline. */
export function fillShape(path: string, fill: string): string {
  return `<path d="${path}" fill="${fill}"/>`;
}

/** A shape with an even outline. */
export function outlined(path: string, fill: string, width: number, ink = "#000"): string {
  return `<path d="${path}" fill="${fill}" stroke="${ink}" stroke-width="${short(width)}" stroke-linejoin="round" stroke-linecap="round"/>`;
}

/** An even line. */
export function ruled(path: string, width: number, ink = "#000"): string {
  return `<path d="${path}" fill="none" stroke="${ink}" stroke-width="${short(width)}" stroke-linejoin="round" stroke-linecap="round"/>`;
}
