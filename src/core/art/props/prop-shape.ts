import type { Point } from "../../geometry/geometry.ts";
import { brief, type Canvas } from "../canvas.ts";

/**
 * One inked shape of a thing: path data in hundredths of its half size (absolute M, L, C, Q and Z only), its fill and its line.
 * Fill: `w` white, `k` black, `n` none, a digit for tenths of tone. Line: width in page units for a thing 200 units high; 0 for none; negative for white.
 */
export type PropShape = readonly [path: string, fill: "w" | "k" | "n" | number, line: number];

/** Where a thing lies or floats: on a board or a straw mat, against the sky or the last light, at sea, on the ground, in the dark around its own light, in a burst, or on nothing. */
export type PropGround =
  | "board"
  | "mat"
  | "sky"
  | "dusk"
  | "sea"
  | "ground"
  | "floor"
  | "glow"
  | "plain"
  | "wall"
  | "burst";

export interface Prop {
  ground: PropGround;
  /** Degrees that it lies turned, for a livelier picture. */
  tilt: number;
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
  for (const [path, fill, line] of prop.shapes) {
    const d = placed(path, pose);
    const colour = fill === "w" ? "#fff" : fill === "k" ? "#000" : fill === "n" ? "none" : canvas.dots(fill / 10);
    if (line === 0) canvas.fill(d, colour);
    else canvas.shape(d, colour, Math.abs(line) * weight, line < 0 ? "#fff" : "#000");
  }
}

/** The path moved, scaled and turned to its place on the page. */
export function placed(path: string, { centre, size, tilt, mirror }: PropPose): string {
  const turn = (tilt * Math.PI) / 180;
  const [cos, sin] = [(Math.cos(turn) * size) / 100, (Math.sin(turn) * size) / 100];
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
