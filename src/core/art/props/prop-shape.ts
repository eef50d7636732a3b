import * as steady from "../../geometry/steady-math.ts";
import { boundsOf, type Point, type Rect } from "../../geometry/geometry.ts";
import { brief, type Canvas } from "../canvas.ts";

/**
 * One inked shape of a thing: path data in hundredths of its half size (absolute M, L, C, Q and Z only), its fill and its line.
 * Fill: `w` white, `k` black, `n` none, a digit for tenths of tone. Line: width in page units for a thing 200 units high; 0 for none; negative for white.
 */
export type PropShape = readonly [path: string, fill: "w" | "k" | "n" | number, line: number];

/**
 * Where a thing stands, lies or floats: upright on a table or a straw mat, flat on a table or on straw seen from above, against the sky or the
 * last light, at sea, on the ground or a road, in the dark, around its own light, on a table in its own light, on white paper, in a
 * burst, or on nothing.
 */
export type PropGround =
  | "board"
  | "top"
  | "mat"
  | "straw"
  | "dark"
  | "sky"
  | "dusk"
  | "sea"
  | "ground"
  | "road"
  | "floor"
  | "glow"
  | "lit"
  | "plain"
  | "wall"
  | "paper"
  | "burst";

export interface Prop {
  ground: PropGround;
  /** Degrees that it lies turned, for a livelier picture. */
  tilt: number;
  /** A picture of its own, with edges that belong to it: never cropped by the frame. */
  whole?: true;
  shapes: readonly PropShape[];
}

export interface PropPose {
  centre: Point;
  /** Half size in page units. */
  size: number;
  /** Degrees clockwise. */
  tilt: number;
  /** Seen from its other side. */
  mirror: boolean;
}

/** Draws a thing in page units, so that its tones keep the pitch of the page. */
export function drawProp(canvas: Canvas, prop: Prop, pose: PropPose): void {
  const weight = Math.max(0.55, Math.min(1.5, pose.size / 130));
  const body = prop.shapes.findIndex(([, , line]) => line !== 0);
  prop.shapes.forEach(([path, fill, line], i) => {
    if (i === body) drawContour(canvas, prop, pose, weight);
    const d = placed(path, pose);
    const colour = fill === "w" ? "#fff" : fill === "k" ? "#000" : fill === "n" ? "none" : canvas.dots(fill / 10);
    if (line === 0) canvas.fill(d, colour);
    else canvas.shape(d, colour, Math.abs(line) * weight, line < 0 ? "#fff" : "#000");
  });
}

const isOuter = ([, fill, line]: PropShape): boolean => (fill === "n" ? line >= 4 : line >= 2.8);

/** Box of a thing's outer shapes on the page. */
export function propBox({ shapes }: Prop, pose: PropPose): Rect {
  const points = shapes
    .filter(isOuter)
    .flatMap(([path]) => [...placed(path, pose).matchAll(/(-?[\d.]+) (-?[\d.]+)/g)])
    .map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  return points.length > 0 ? boundsOf(points) : { ...pose.centre, width: 0, height: 0 };
}

/** The shadow that a lying thing casts beside itself. */
export function drawCast(canvas: Canvas, { shapes }: Prop, pose: PropPose): void {
  const by = pose.size * 0.1;
  const centre = { x: pose.centre.x + by, y: pose.centre.y + by };
  for (const shape of shapes.filter(isOuter))
    if (shape[1] !== "n") canvas.fill(placed(shape[0], { ...pose, centre }), canvas.dots(0.62));
}

/**
 * A rim of white and a heavy outline round the whole of a thing, under its shapes: it stands off any ground, and its outer line is
 * heavier than the lines within.
 */
function drawContour(canvas: Canvas, { shapes }: Prop, pose: PropPose, weight: number): void {
  const outer = shapes.filter(isOuter);
  for (const [path, , line] of outer) canvas.line(placed(path, pose), (line + 9) * weight, "#fff");
  for (const [path, fill, line] of outer)
    if (fill !== "n") canvas.line(placed(path, pose), (line + 3.4) * weight, "#000");
}

/** The path moved, scaled and turned to its place on the page. */
export function placed(path: string, { centre, size, tilt, mirror }: PropPose): string {
  const turn = (tilt * Math.PI) / 180;
  const [cos, sin] = [(steady.cos(turn) * size) / 100, (steady.sin(turn) * size) / 100];
  return path.replaceAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g, (_, u: string, v: string) => {
    const [x, y] = [(mirror ? -1 : 1) * Number(u), Number(v)];
    return `${brief(centre.x + x * cos - y * sin)} ${brief(centre.y + x * sin + y * cos)}`;
  });
}

/** Path data of an ellipse in the units of a prop. */
export function oval(x: number, y: number, rx: number, ry: number): string {
  const [kx, ky] = [rx * 0.5523, ry * 0.5523];
  const n = (value: number): string => brief(value);
  return `M${n(x - rx)} ${n(y)}C${n(x - rx)} ${n(y - ky)} ${n(x - kx)} ${n(y - ry)} ${n(x)} ${n(y - ry)}C${n(x + kx)} ${n(y - ry)} ${n(x + rx)} ${n(y - ky)} ${n(x + rx)} ${n(y)}C${n(x + rx)} ${n(y + ky)} ${n(x + kx)} ${n(y + ry)} ${n(x)} ${n(y + ry)}C${n(x - kx)} ${n(y + ry)} ${n(x - rx)} ${n(y + ky)} ${n(x - rx)} ${n(y)}Z`;
}

/** Path data of straight lines from pairs of numbers. */
export function poly(...n: number[]): string {
  let path = "";
  for (let i = 0; i + 1 < n.length; i += 2) path += `${i === 0 ? "M" : "L"}${n[i]} ${n[i + 1]}`;
  return `${path}Z`;
}

/**
 * Path data of a rectangle that may reach far out of any panel. It starts where it is nearest to the middle of the thing, so that
 * the canvas never takes it for something off the panel.
 */
export function field(left: number, top: number, right: number, bottom: number): string {
  const x = Math.max(left, Math.min(0, right));
  const y = Math.max(top, Math.min(0, bottom));
  return poly(x, y, x, top, right, top, right, bottom, left, bottom, left, top, x, top);
}

/** Path data of an open line. */
export const strokeOf = (...n: number[]): string => poly(...n).slice(0, -1);

/** The same path seen in a mirror that stands on x = 0. */
const flipped = (path: string): string =>
  path.replaceAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g, (_, x: string, y: string) => `${brief(-Number(x))} ${y}`);

/** A shape and its mirror image. */
export const both = (path: string, fill: PropShape[1], line: number): PropShape[] => [
  [path, fill, line],
  [flipped(path), fill, line],
];

/** Shapes made smaller or larger around 0, 0 and then moved. */
export const scaled = (shapes: readonly PropShape[], by: number, dx: number, dy: number): PropShape[] =>
  shapes.map(([path, fill, line]) => [
    path.replaceAll(
      /(-?[\d.]+)[ ,](-?[\d.]+)/g,
      (_, x: string, y: string) => `${brief(Number(x) * by + dx)} ${brief(Number(y) * by + dy)}`,
    ),
    fill,
    line,
  ]);

/** Several shapes that grow out of one another: one outline round them all, and none between. */
export const joined = (paths: readonly string[], fill: PropShape[1], line: number): PropShape[] => [
  ...paths.map((path): PropShape => [path, "k", 2 * line]),
  ...paths.map((path): PropShape => [path, fill, 0]),
];

/** Path data of a soft limb, a finger or a snake: round at both ends, through points with a half width each (x, y, r, x, y, r …). */
export function limb(...n: number[]): string {
  const spine = Array.from({ length: Math.floor(n.length / 3) }, (_, i) => ({
    x: n[3 * i] ?? 0,
    y: n[3 * i + 1] ?? 0,
    r: n[3 * i + 2] ?? 0,
  }));
  const side = (sign: number): Point[] =>
    spine.map(({ x, y, r }, i) => {
      const [a, b] = [spine[Math.max(0, i - 1)], spine[Math.min(spine.length - 1, i + 1)]];
      const [dx, dy] = [(b?.x ?? x) - (a?.x ?? x), (b?.y ?? y) - (a?.y ?? y)];
      const length = Math.hypot(dx, dy) || 1;
      return { x: x - (sign * r * dy) / length, y: y + (sign * r * dx) / length };
    });
  const [there, back] = [side(1), side(-1).reverse()];
  const [tip, root] = [there.at(-1), there[0]];
  const [tipBack, rootBack] = [back[0], back.at(-1)];
  if (!tip || !root || !tipBack || !rootBack) return "";
  return `M${pair(root)}${flow(there)}${cap(tip, tipBack)}${flow(back)}${cap(rootBack, root)}Z`;
}

const pair = ({ x, y }: Point): string => `${brief(x)} ${brief(y)}`;

/** A half circle from one side of a limb to the other. */
function cap(from: Point, to: Point): string {
  const out = { x: (from.y - to.y) * 0.66, y: (to.x - from.x) * 0.66 };
  return `C${pair({ x: from.x + out.x, y: from.y + out.y })} ${pair({ x: to.x + out.x, y: to.y + out.y })} ${pair(to)}`;
}

/** Smooth curves through the points, from the first on. */
function flow(points: readonly Point[]): string {
  let path = "";
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i], points[i + 1]];
    if (!a || !b) continue;
    const [before, after] = [points[i - 1] ?? a, points[i + 2] ?? b];
    const c = { x: a.x + (b.x - before.x) / 6, y: a.y + (b.y - before.y) / 6 };
    const d = { x: b.x - (after.x - a.x) / 6, y: b.y - (after.y - a.y) / 6 };
    path += `C${pair(c)} ${pair(d)} ${pair(b)}`;
  }
  return path;
}
