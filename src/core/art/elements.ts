import * as steady from "../geometry/steady-math.ts";
import type { Point, Rect } from "../geometry/geometry.ts";
import { type Random, randomFrom } from "../geometry/random.ts";
import { brief, type Canvas } from "./canvas.ts";
import { penStroke, smoothPath } from "./ink.ts";
import { circlePath } from "./tone.ts";

/** How an element fills a panel. */
export interface ElementLayer {
  night: boolean;
  seed: number;
  /** Heads in the picture, in page units. */
  heads: readonly (Point & { size: number })[];
  /** Faces and balloons: neither flames nor smoke cross them. */
  calm: readonly Rect[];
}

/** How far under the middle of a head the water stands, in head sizes: at the neck of who swims, at the waist of who wades, at the side of a rower's boat. */
const depths = { neck: 0.8, waist: 2.7, boat: 3.5 } as const;

/** Water before the people: who swims or wades is seen as far as the surface. */
export function drawWater(canvas: Canvas, { night, seed, heads }: ElementLayer, upTo: keyof typeof depths): void {
  canvas.as("water", () => {
    const { x, y, width, height } = canvas.bounds;
    const random = randomFrom(`${seed} water`);
    const surface = surfaceOf(canvas.bounds, heads, upTo);
    const depth = y + height - surface;
    if (depth < 8) return;
    const [paper, ink] = night ? ["#000", "#fff"] : ["#fff", "#000"];
    const foot = `L${brief(x + width + 6)} ${brief(y + height + 6)}L${brief(x - 6)} ${brief(y + height + 6)}Z`;
    const crest =
      upTo === "waist"
        ? meniscus(x - 6, x + width + 6, surface, heads)
        : waveLine(x - 6, x + width + 6, surface, Math.min(9, depth * 0.09), random);
    const body = `${smoothPath(crest)}${foot}`;
    // Round a wader the water is one sheet before and behind: an outline would cut it in two.
    if (upTo === "waist") canvas.solid(body, paper);
    else canvas.shape(body, paper, 2.4, ink);
    canvas.fill(body, waterTone(canvas, night));
    let ripples = "";
    for (let i = 0; i < 26; i++) {
      const t = random() ** 0.8;
      const length = width * (0.05 + 0.13 * t) * random.between(0.6, 1.2);
      ripples += swell(
        { x: x + random() * width - length / 2, y: surface + 8 + t * depth },
        length,
        1.4 + 3 * t,
        upTo === "waist" ? 1 + 2 * t : 2 + 5 * t,
      );
    }
    canvas.fill(ripples, ink);
    for (const head of upTo === "boat" ? [] : heads)
      if (upTo === "waist") ringsAround(canvas, head, surface, ink);
      else ringAround(canvas, head, surface, { paper, ink, random });
  });
}

/** One tone for all the water of a picture: a tone that begins somewhere would begin with a ruled line. */
const waterTone = (canvas: Canvas, night: boolean): string => (night ? canvas.sparks(0.14) : canvas.dots(0.12));

/** The level surface, which runs round the front of every wader in half an ellipse. */
function meniscus(from: number, to: number, level: number, heads: ElementLayer["heads"]): Point[] {
  const dip = (x: number): number =>
    Math.max(0, ...heads.map((h) => 0.16 * h.size * Math.sqrt(Math.max(0, 1 - ((x - h.x) / (0.95 * h.size)) ** 2))));
  const steps = 60;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const x = from + ((to - from) * i) / steps;
    return { x, y: level + dip(x) };
  });
}

/** Level of the water on the page. A large wader is cut by the frame: some water is always seen. */
function surfaceOf({ y, height }: Rect, heads: ElementLayer["heads"], upTo: keyof typeof depths): number {
  const lowest = Math.max(y + height * 0.55, ...heads.map((head) => head.y + depths[upTo] * head.size));
  return Math.min(lowest, Math.max(y + height * 0.82, ...heads.map((head) => head.y + depths.neck * head.size)));
}

/** The stream behind who wades in it, as far as its other bank; drawn before the people, of one tone with the water before them. */
export function drawWaterBehind(canvas: Canvas, { night, seed, heads }: ElementLayer): void {
  canvas.as("water", () => {
    const { x, y, width, height } = canvas.bounds;
    const random = randomFrom(`${seed} far water`);
    const surface = surfaceOf(canvas.bounds, heads, "waist");
    const size = Math.max(0, ...heads.map((head) => head.size));
    const bank = Math.max(y + height * 0.4, surface - 1.1 * size);
    const [paper, ink] = night ? ["#000", "#fff"] : ["#fff", "#000"];
    const line = waveLine(x - 6, x + width + 6, bank, 2.5, random);
    const foot = `L${brief(x + width + 6)} ${brief(surface + 0.2 * size + 4)}L${brief(x - 6)} ${brief(surface + 0.2 * size + 4)}Z`;
    const body = `${smoothPath(line)}${foot}`;
    canvas.solid(body, paper);
    canvas.fill(body, waterTone(canvas, night));
    // The shade of the bank lies on the far water.
    canvas.fill(penStroke(line, 4.5, { swellTo: 0.3, thinFrom: 0.8, tip: 0.6 }), ink);
    let ripples = "";
    for (let i = 0; i < 14; i++) {
      const t = random();
      const length = width * (0.04 + 0.07 * t) * random.between(0.6, 1.3);
      ripples += swell(
        { x: x + random() * width - length / 2, y: bank + 6 + t * (surface - bank) },
        length,
        1 + t,
        1 + t,
      );
    }
    canvas.fill(ripples, ink);
  });
}

/** Two or three broken ellipses round the waist of who wades: nearer parts are heavier. */
function ringsAround(canvas: Canvas, { x, size }: Point & { size: number }, surface: number, ink: string): void {
  const arcs: readonly (readonly [reach: number, from: number, to: number])[] = [
    [1.05, -24, 74],
    [1.05, 96, 204],
    [1.55, -16, 48],
    [1.55, 66, 128],
    [1.55, 150, 198],
    [2.1, 12, 60],
    [2.1, 104, 160],
  ];
  let rings = "";
  for (const [reach, from, to] of arcs) {
    const points = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t) => {
      const a = ((from + (to - from) * t) * Math.PI) / 180;
      return { x: x + steady.cos(a) * reach * size, y: surface + steady.sin(a) * reach * size * 0.2 };
    });
    rings += penStroke(points, Math.max(1.4, (3.4 - reach) * Math.min(1.5, size / 60)), {
      swellTo: 0.5,
      thinFrom: 0.5,
      tip: 0,
    });
  }
  canvas.fill(rings, ink);
}

/** Points of a wavy level line. */
function waveLine(from: number, to: number, level: number, height: number, random: Random): Point[] {
  const points: Point[] = [];
  for (let x = from; x < to; x += random.between(26, 48))
    points.push({ x, y: level + (points.length % 2 === 0 ? -1 : 1) * height * random.between(0.4, 1) });
  points.push({ x: to, y: level });
  return points;
}

function swell({ x, y }: Point, length: number, width: number, height: number): string {
  const points = [0, 0.25, 0.5, 0.75, 1].map((t, i) => ({ x: x + length * t, y: y - (i % 2) * height }));
  return penStroke(points, width, { swellTo: 0.4, thinFrom: 0.6, tip: 0 });
}

/** Rings that spread from somebody in the water, and drops that fly. */
function ringAround(
  canvas: Canvas,
  { x, size }: Point & { size: number },
  surface: number,
  { paper, ink, random }: { paper: string; ink: string; random: Random },
): void {
  let rings = "";
  for (const [k, reach] of [1.0, 1.5, 2.1].entries()) {
    const half = reach * size * random.between(0.92, 1.08);
    const level = surface + (6 + k * 9) * Math.min(1.6, size / 80);
    const arc = [-1, -0.6, -0.2, 0.2, 0.6, 1].map((t) => ({ x: x + half * t, y: level + (1 - t * t) * half * 0.13 }));
    rings += penStroke(arc, 2.6 - k * 0.5, { swellTo: 0.5, thinFrom: 0.5, tip: 0 });
  }
  canvas.fill(rings, ink);
  let drops = "";
  for (let i = 0; i < 9; i++) {
    const side = i % 2 === 0 ? 1 : -1;
    const at = { x: x + side * size * random.between(0.75, 1.25), y: surface - size * random.between(0.04, 0.4) };
    drops += circlePath(at.x, at.y, size * random.between(0.012, 0.035));
  }
  canvas.shape(drops, paper, 1.6, ink);
}

/** Flames along the foot of the panel, higher at the sides, with sparks above them. */
export function drawFire(canvas: Canvas, { seed, calm }: ElementLayer): void {
  canvas.as("fire", () => {
    const { x, y, width, height } = canvas.bounds;
    const random = randomFrom(`${seed} fire`);
    const foot = y + height + 10;
    const wide = Math.max(44, Math.min(width, height) / 5);
    const tongues: { x: number; half: number; height: number; lean: number }[] = [];
    for (let at = x - wide * 0.2; at < x + width + wide * 0.4; at += wide * random.between(0.3, 0.52)) {
      const edge = Math.abs((at - x) / width - 0.5) * 2;
      const wished = height * (0.17 + 0.33 * edge ** 1.5) * random.between(0.65, 1.25);
      const half = wide * random.between(0.22, 0.34);
      tongues.push({
        x: at,
        half,
        height: Math.min(wished, roomAbove(calm, at, foot, half)),
        lean: random.between(-1, 1),
      });
    }
    const drawn = tongues.toSorted((a, b) => b.height - a.height);
    for (const { x: at, half, height: rise, lean } of drawn) {
      canvas.shape(tongue({ x: at, y: foot }, half, rise, lean), "#fff", 3, "#000");
      canvas.fill(tongue({ x: at + half * 0.1, y: foot }, half * 0.66, rise * 0.66, lean), canvas.dots(0.45));
      canvas.fill(tongue({ x: at + half * 0.05, y: foot }, half * 0.4, rise * 0.4, lean), "#fff");
    }
    let sparks = "";
    for (let i = 0; i < 30; i++) {
      const p = { x: x + random() * width, y: y + height * (0.9 - random() ** 1.6 * 0.7) };
      if (!calm.some((r) => p.x > r.x && p.x < r.x + r.width && p.y > r.y && p.y < r.y + r.height))
        sparks += circlePath(p.x, p.y, random.between(0.9, 3));
    }
    canvas.shape(sparks, "#fff", 1.3, "#000");
  });
}

/** How high something may rise at `x` before it meets one of the rectangles. */
function roomAbove(calm: readonly Rect[], x: number, foot: number, half: number): number {
  const over = calm.filter((r) => x + half > r.x && x - half < r.x + r.width);
  return Math.max(6, Math.min(Infinity, ...over.map((r) => foot - (r.y + r.height) - 8)));
}

/** One tongue of flame that swings to one side and back and ends in a point; `lean` from -1 to 1. */
function tongue({ x, y }: Point, half: number, height: number, lean: number): string {
  const at = (u: number, v: number): string => `${brief(x + u * half)} ${brief(y - v * height)}`;
  const tip = lean * 0.9;
  return `M${at(-1, 0)}C${at(-1.5, 0.3)} ${at(-0.5 - lean, 0.5)} ${at(tip * 0.2 - 0.35, 0.66)}C${at(tip * 0.5 - 0.3, 0.8)} ${at(tip * 0.6, 0.9)} ${at(tip, 1)}C${at(tip + 0.25, 0.86)} ${at(tip * 0.5 + 0.5, 0.76)} ${at(0.42 - lean * 0.3, 0.6)}C${at(0.7 - lean, 0.45)} ${at(1.5, 0.28)} ${at(1, 0)}Z`;
}

/** Smoke that rises behind the people from one side: billows with one outline, shaded below. */
export function drawSmoke(canvas: Canvas, { night, seed }: ElementLayer): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} smoke`);
  const side = random() < 0.5 ? 1 : -1;
  const from = side > 0 ? x : x + width;
  const short = Math.min(width, height);
  const puffs = Array.from({ length: 26 }, (_, i) => {
    const t = i / 25;
    const spread = short * (0.05 + 0.16 * t);
    return {
      x: from + side * width * (0.04 + 0.62 * t ** 1.4) + random.between(-1, 1) * spread,
      y: y + height * (1.02 - 0.98 * t) + random.between(-0.6, 0.6) * spread,
      r: short * (0.05 + 0.09 * t) * random.between(0.75, 1.25),
    };
  });
  const circles = (grow: number, dx = 0, dy = 0): string =>
    puffs.map(({ x: px, y: py, r }) => circlePath(px + dx * r, py + dy * r, Math.max(1, r + grow))).join("");
  const [paper, ink] = night ? ["#000", "#fff"] : ["#fff", "#000"];
  canvas.solid(circles(1.6), ink);
  canvas.solid(circles(-1.6), paper);
  canvas.solid(circles(-short * 0.02, 0.16, 0.3), night ? canvas.sparks(0.2) : canvas.dots(0.26, null));
  canvas.solid(circles(-short * 0.03, -0.2, -0.24), paper);
  let curls = "";
  for (const { x: px, y: py, r } of puffs.filter((_, i) => i % 2 === 0)) {
    const arc = [2.5, 3.1, 3.7, 4.3, 4.9].map((a) => ({
      x: px + steady.cos(a) * r * 0.8,
      y: py + steady.sin(a) * r * 0.8,
    }));
    curls += penStroke(arc, 2.2, { swellTo: 0.5, thinFrom: 0.5, tip: 0 });
  }
  canvas.fill(curls, ink);
}
