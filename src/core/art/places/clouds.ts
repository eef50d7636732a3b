import * as steady from "../../geometry/steady-math.ts";
import type { Point, Rect } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { brief, type Canvas } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import type { Light } from "./light.ts";
import { scallops } from "./scallops.ts";

/** A round part of a cloud: its middle and its radius. */
type Mass = Point & { r: number };

/** Fair-weather skies: each place has its own, so that not every view has the same two clouds. */

/** Colour of the lines and their width for the usual one: behind a large face clouds step back with the place. */
interface Pen {
  ink: string;
  width: number;
}

/** Draws the clouds of a fair sky into the part of it above the horizon. */
export function fairClouds(canvas: Canvas, light: Light, sky: Rect, random: Random): void {
  const pen = { ink: light.ink, width: 1 - 0.5 * light.soft };
  const kind = random();
  if (kind < 0.34) towers(canvas, pen, sky, random);
  else if (kind < 0.62) flatRows(canvas, pen, sky, random);
  else if (kind < 0.84) feathers(canvas, sky, random);
  else
    heap(
      canvas,
      pen,
      { x: sky.x + sky.width * random.between(0.2, 0.8), y: sky.y + sky.height * 0.46 },
      Math.min(sky.width * 0.15, sky.height * 0.45),
      random,
    );
}

/** Great heaps, one at each side of unlike height, well over the horizon: lower down they would be boulders on the ground. */
function towers(canvas: Canvas, pen: Pen, sky: Rect, random: Random): void {
  const side = random() < 0.5 ? 0.16 : 0.84;
  const wide = Math.min(sky.width * 0.2, sky.height * 0.55);
  const foot = sky.y + sky.height * random.between(0.52, 0.64);
  heap(canvas, pen, { x: sky.x + sky.width * (1 - side), y: foot }, wide * 0.5, random);
  heap(canvas, pen, { x: sky.x + sky.width * side, y: foot }, wide, random, 1.3);
}

/** Small heaps in rows, the nearer ones higher and larger. */
function flatRows(canvas: Canvas, pen: Pen, sky: Rect, random: Random): void {
  for (let row = 2; row >= 0; row--) {
    const y = sky.y + sky.height * (0.3 + row * 0.16);
    const wide = Math.min(sky.width * 0.16, sky.height * 0.4) * (1 - row * 0.26);
    const count = 1 + row;
    for (let i = 0; i < count; i++) {
      const x = sky.x + sky.width * ((i + random.between(0.2, 0.8)) / count);
      heap(
        canvas,
        pen,
        { x, y: y + random.between(-0.04, 0.04) * sky.height },
        wide * random.between(0.7, 1.1),
        random,
        0.6,
      );
    }
  }
}

/** High ice clouds: long strokes of white that lean one way. */
function feathers(canvas: Canvas, sky: Rect, random: Random): void {
  let white = "";
  const lean = random.between(0.1, 0.26) * (random() < 0.5 ? -1 : 1);
  for (let i = 0; i < 16; i++) {
    const length = sky.width * random.between(0.16, 0.4);
    const x = sky.x + random.between(-0.15, 0.9) * sky.width;
    const y = sky.y + sky.height * random.between(0.1, 0.7);
    const bow = random.between(0.02, 0.07) * sky.height;
    white += penStroke(
      [0, 0.25, 0.5, 0.75, 1].map((t) => ({
        x: x + length * t,
        y: y - steady.sin(t * Math.PI) * bow - lean * length * t,
      })),
      sky.height * random.between(0.012, 0.045),
      { swellTo: 0.35, thinFrom: 0.45, tip: 0 },
    );
  }
  canvas.solid(white, "#fff");
}

/**
 * One heap of cloud on a level foot, `half` wide to either side: a few round masses under one outline, lit from the upper left,
 * a grey under side. `tall` is its height for its width. Its edge never turns back over itself, so that it cannot be pinched.
 */
function heap(canvas: Canvas, pen: Pen, foot: Point, half: number, random: Random, tall = 0.9): void {
  const masses = massesOf(half, tall, random);
  const edge = edgeOf(masses, half, random);
  const at = ({ x, y }: Point): Point => ({ x: foot.x + x, y: foot.y - y });
  const over = scallops(edge.map(at), random);
  const first = at(edge[0] ?? { x: -half, y: 0 });
  const w = (half < 60 ? 1.2 : 1.7) * pen.width;
  canvas.shape(`${over}${soffit(foot, half, random)}L${brief(first.x)} ${brief(first.y)}Z`, "#fff", w, pen.ink);
  // The shade keeps inside the edge and follows it, deeper on the side away from the light.
  const shade = edge.map(({ x, y }) => ({ x: x * 0.95, y: y * Math.max(0.1, 0.2 + (0.16 * x) / half) }));
  const base = `M${brief(foot.x - half * 0.95)} ${brief(foot.y - 1)}`;
  canvas.solid(
    `${base}${scallops(shade.map(at), random).replace("M", "L")}L${brief(foot.x + half * 0.95)} ${brief(foot.y - 1)}Z`,
    canvas.dots(0.16),
  );
  canvas.fill(folds(masses, foot, random), pen.ink);
}

/** The round masses of a heap, from its foot in page units upwards: the highest somewhere about the middle, low ones at both ends. */
function massesOf(half: number, tall: number, random: Random): Mass[] {
  const peak = random.between(-0.3, 0.3);
  const count = half < 40 ? 3 : 5;
  return Array.from({ length: count }, (_, i) => {
    const u = -0.72 + (i / (count - 1)) * 1.44 + (i % 2 ? random.between(-0.08, 0.08) : 0);
    const near = 1 - Math.min(1, Math.abs(u - peak));
    const r = half * Math.min(1 - Math.abs(u), 0.22 + 0.2 * near) * random.between(0.92, 1);
    return { x: u * half, y: half * tall * 0.42 * near * random.between(0.7, 1), r };
  });
}

/** Points along the upper edge of all masses together, from the left end to the right one; it rises from the foot and comes down to it. */
function edgeOf(masses: readonly Mass[], half: number, random: Random): Point[] {
  const count = half < 40 ? 9 : 14;
  return Array.from({ length: count }, (_, i) => {
    const inner = i > 0 && i < count - 1;
    const turn = Math.PI * (1 - (i + (inner ? random.between(-0.28, 0.28) : 0)) / (count - 1));
    const x = half * steady.cos(turn);
    const heights = masses.map((m) => (Math.abs(x - m.x) < m.r ? m.y + Math.sqrt(m.r ** 2 - (x - m.x) ** 2) : 0));
    return { x, y: inner ? Math.max(half * 0.16 * steady.sin(turn), ...heights) : 0 };
  });
}

/** The foot from its right end to its left one: nearly level, in a few shallow swells, or the cloud would be cut with a ruler. */
function soffit(foot: Point, half: number, random: Random): string {
  const stops = [1, random.between(0.3, 0.6), random.between(-0.3, 0.1), random.between(-0.7, -0.5), -1];
  return stops
    .slice(1)
    .map((to, i) => {
      const sag = half * random.between(0.03, 0.06);
      const middle = ((stops[i] ?? 1) + to) / 2;
      return `Q${brief(foot.x + half * middle)} ${brief(foot.y + sag)} ${brief(foot.x + half * to)} ${brief(foot.y)}`;
    })
    .join("");
}

/** A pen line where one mass stands before another: down the shaded side of each but the last. */
function folds(masses: readonly Mass[], foot: Point, random: Random): string {
  return masses
    .slice(0, -1)
    .filter(({ r }) => r > 8)
    .map(({ x, y, r }) => {
      const turn = random.between(-0.25, 0.1);
      const arc = [-0.5, -0.15, 0.2, 0.5].map((a) => ({
        x: foot.x + x + steady.cos(a + turn) * r * 0.86,
        y: foot.y - y - r * 0.1 + steady.sin(a + turn) * r * 0.86,
      }));
      return penStroke(arc, Math.min(3, r * 0.07), { swellTo: 0.5, thinFrom: 0.5, tip: 0 });
    })
    .join("");
}
