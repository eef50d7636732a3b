import { type Point, short } from "../../geometry/geometry.ts";
import { type Taper, fillShape, outlined, penStroke, smoothPath } from "../ink.ts";
import { clamp } from "./space.ts";

/** Widths of the pen for one figure, in page units: the same hand draws a large and a small head. */
export interface Nib {
  /** Outlines. */
  bold: number;
  /** Features and folds. */
  line: number;
  /** Strands, creases, wrinkles. */
  fine: number;
}

/** The pen for a head of this size in page units. */
export function nibFor(size: number): Nib {
  const bold = clamp(0.0165 * size, 1.5, 4.8);
  return { bold, line: Math.max(1.2, bold * 0.8), fine: Math.max(0.9, bold * 0.52) };
}

/** Points along a smooth line through the given ones: `per` for every stretch. */
export function curve(points: readonly Point[], per = 5): Point[] {
  const at = (i: number): Point => points[clamp(i, 0, points.length - 1)] ?? { x: 0, y: 0 };
  const out: Point[] = [];
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let k = 0; k < per; k++) {
      const t = k / per;
      out.push({ x: spline(a.x, b.x, c.x, d.x, t), y: spline(a.y, b.y, c.y, d.y, t) });
    }
  }
  out.push(at(points.length - 1));
  return out;
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
}

/** A pen line through a few points. */
export function brush(points: readonly Point[], width: number, taper: Taper = {}, ink = "#000"): string {
  return points.length < 2
    ? ""
    : fillShape(penStroke(points.length > 7 ? points : curve(points, points.length > 4 ? 2 : 3), width, taper), ink);
}

/** A thin line that presses in the middle and leaves at both ends: folds, strands, wrinkles. Two curves, little data. */
export function flick(points: readonly Point[], width: number, ink = "#000"): string {
  return leaf(points, width * 0.72, width * 0.72, ink);
}

/** A line that starts heavy and is lifted off: lashes, fold ends. */
export function tail(points: readonly Point[], width: number, ink = "#000"): string {
  return leaf(points, width * 0.95, width * 0.35, ink);
}

/** A leaf along a line: out on one cubic curve and back on another; `near` and `far` are its widths by the ends. */
function leaf(points: readonly Point[], near: number, far: number, ink: string): string {
  const [a, d] = [points[0], points.at(-1)];
  if (!a || !d || points.length < 2) return "";
  const [b, c] = [alongLine(points, 1 / 3), alongLine(points, 2 / 3)];
  const control = (p: number, q: number, r: number, s: number): number => (-5 * p + 18 * q - 9 * r + 2 * s) / 6;
  const c1 = { x: control(a.x, b.x, c.x, d.x), y: control(a.y, b.y, c.y, d.y) };
  const c2 = { x: control(d.x, c.x, b.x, a.x), y: control(d.y, c.y, b.y, a.y) };
  const length = Math.hypot(d.x - a.x, d.y - a.y) || 1;
  const [nx, ny] = [-(d.y - a.y) / length, (d.x - a.x) / length];
  const put = (p: Point, w: number): string => `${tenth(p.x + nx * w)} ${tenth(p.y + ny * w)}`;
  return `<path d="M${put(a, 0)}C${put(c1, near)} ${put(c2, far)} ${put(d, 0)}C${put(c2, -far)} ${put(c1, -near)} ${put(a, 0)}Z" fill="${ink}"/>`;
}

const tenth = (value: number): string => {
  const text = String(Math.round(value * 10) / 10);
  return text === "-0" ? "0" : text;
};

function alongLine(points: readonly Point[], share: number): Point {
  const t = share * (points.length - 1);
  const k = Math.min(points.length - 2, Math.floor(t));
  const [p, q] = [points[k], points[k + 1]];
  if (!p || !q) throw new RangeError("alongLine: fewer than two points");
  return { x: p.x + (q.x - p.x) * (t - k), y: p.y + (q.y - p.y) * (t - k) };
}

/** A smooth closed shape. */
export function blob(points: readonly Point[], fill: string, width: number, ink = "#000"): string {
  const path = smoothPath(points, true);
  return width > 0 ? outlined(path, fill, width, ink) : fillShape(path, fill);
}

/** Path data of a ribbon along a line with the half width at each share of its length, closed and smooth. */
export function ribbonPath(line: readonly Point[], half: (share: number) => number): string {
  const points = curve(line, 3);
  const left: Point[] = [];
  const right: Point[] = [];
  points.forEach((point, i) => {
    const before = points[Math.max(0, i - 1)] ?? point;
    const after = points[Math.min(points.length - 1, i + 1)] ?? point;
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const h = half(i / (points.length - 1));
    const [nx, ny] = [-(after.y - before.y) / length, (after.x - before.x) / length];
    left.push({ x: point.x + nx * h, y: point.y + ny * h });
    right.push({ x: point.x - nx * h, y: point.y - ny * h });
  });
  return smoothPath([...left, ...right.reverse()], true);
}

/** Twice the signed area: positive for clockwise on the page. */
export function windingOf(points: readonly Point[]): number {
  let twice = 0;
  for (let i = 0; i < points.length; i++) {
    const a = points[i];
    const b = points[(i + 1) % points.length];
    if (a && b) twice += a.x * b.y - b.x * a.y;
  }
  return twice;
}

/** Path data of a closed smooth shape that always runs clockwise, so that shapes in one path add up and leave no holes. */
export function massPath(points: readonly Point[], smooth = true): string {
  const turned = windingOf(points) < 0 ? points.toReversed() : points;
  if (smooth) return smoothPath(turned, true);
  return `M${turned.map((p) => `${short(p.x)} ${short(p.y)}`).join("L")}Z`;
}

/** Path data of a shape between two lines that run the same way; its ends are straight. */
export function betweenLines(a: readonly Point[], b: readonly Point[]): string {
  const ring = [...a, ...b.toReversed()];
  const [first, second] = windingOf(ring) >= 0 ? [a, b] : [b, a];
  return `${smoothPath(first)}${smoothPath(second.toReversed()).replace(/^M/, "L")}Z`;
}

/** Path data of the pointed end of a lock along the last three points of a line; it runs on by a share of the last stretch. */
export function lockEnd([a, b, c]: readonly Point[], half: number, long: number): string {
  if (!a || !b || !c) return "";
  const tip = { x: c.x + (c.x - b.x) * long, y: c.y + (c.y - b.y) * long };
  const [dx, dy] = [tip.x - a.x, tip.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const edge = (side: number): Point[] =>
    [a, b, c, tip].map((p, i) => {
      const h = side * half * ([0.7, 1, 0.75, 0][i] ?? 0);
      return { x: p.x - (dy / length) * h, y: p.y + (dx / length) * h };
    });
  return betweenLines(edge(-1), edge(1));
}

/** Several shapes as one mass: the outline runs round all of them, and no line crosses the inside. */
export function mass(paths: readonly string[], fill: string, width: number, ink = "#000"): string {
  const path = paths.join("");
  if (path === "") return "";
  const outline =
    width > 0 ? ` stroke="${ink}" stroke-width="${short(2 * width)}" stroke-linejoin="round" paint-order="stroke"` : "";
  return `<path d="${path}" fill="${fill}"${outline}/>`;
}

/** Draws inside a shape only. */
export function clipped(id: string, path: string, content: string): string {
  return content === ""
    ? ""
    : `<clipPath id="${id}"><path d="${path}"/></clipPath><g clip-path="url(#${id})">${content}</g>`;
}
