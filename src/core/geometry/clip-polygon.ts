import type { Point, Rect } from "./geometry.ts";

const mix2 = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });

/** Keeps the part of a polygon where `side` is positive (Sutherland–Hodgman). */
export function cutAt<P>(polygon: readonly P[], side: (p: P) => number, mix: (a: P, b: P, t: number) => P): P[] {
  const kept: P[] = [];
  polygon.forEach((b, i) => {
    const a = polygon[(i + polygon.length - 1) % polygon.length] ?? b;
    const [da, db] = [side(a), side(b)];
    if (da >= 0 !== db >= 0) kept.push(mix(a, b, da / (da - db)));
    if (db >= 0) kept.push(b);
  });
  return kept;
}

/** Cuts a polygon to a rectangle grown by a margin in page units. */
export function clipToRect(polygon: readonly Point[], rect: Rect, margin: number): Point[] {
  const sides: ((p: Point) => number)[] = [
    (p) => p.x - rect.x + margin,
    (p) => rect.x + rect.width + margin - p.x,
    (p) => p.y - rect.y + margin,
    (p) => rect.y + rect.height + margin - p.y,
  ];
  return sides.reduce<Point[]>((left, side) => (left.length === 0 ? left : cutAt(left, side, mix2)), [...polygon]);
}

/** Cuts a line to a rectangle grown by a margin; null where none of it is inside (Liang–Barsky). */
export function clipLine(a: Point, b: Point, rect: Rect, margin: number): { a: Point; b: Point } | null {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  let [from, to] = [0, 1];
  const edges: [number, number][] = [
    [-dx, a.x - rect.x + margin],
    [dx, rect.x + rect.width + margin - a.x],
    [-dy, a.y - rect.y + margin],
    [dy, rect.y + rect.height + margin - a.y],
  ];
  for (const [p, q] of edges) {
    if (p === 0 && q < 0) return null;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  return from > to ? null : { a: mix2(a, b, from), b: mix2(a, b, to) };
}
