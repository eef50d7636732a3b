import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { type Canvas, corners, sliver } from "../canvas.ts";
import { penStroke, smoothPath } from "../ink.ts";
import { crown } from "./crowns.ts";
import type { LeafInk } from "./foliage.ts";

/** Evergreens: the fir, the bent pine of Japan, the cypress. */

/** A tapering stem to the ground, for trees whose crown begins low. */
function stem(canvas: Canvas, foot: Point, height: number, width: number, leaf: LeafInk): void {
  canvas.shape(
    corners([
      { x: foot.x - width * 1.6, y: foot.y },
      { x: foot.x - width * 0.8, y: foot.y - height },
      { x: foot.x + width * 0.8, y: foot.y - height },
      { x: foot.x + width * 1.6, y: foot.y },
    ]),
    leaf.under,
    leaf.width,
    leaf.ink,
  );
}

/** A fir: tiers of drooping boughs in one outline, shaded on the right and under every tier. A line round every tier would be a torn zigzag. */
export function fir(canvas: Canvas, foot: Point, height: number, random: Random, leaf: LeafInk): void {
  stem(canvas, foot, height * 0.24, height * 0.017, leaf);
  const tiers = height < 60 || leaf.detail < 0.6 ? 5 : 7;
  const [apex, low] = [foot.y - height, foot.y - height * 0.15];
  let [body, shade, twigs] = ["", "", ""];
  for (let i = tiers; i >= 1; i--) {
    const t = i / tiers;
    const y = apex + (low - apex) * t;
    const half = height * 0.2 * t ** 0.9 * random.between(0.88, 1.1);
    const top = apex + (low - apex) * Math.max(0, t - 2.1 / tiers);
    const edge = boughs(foot.x, y, half, height * 0.035, random);
    body += corners([{ x: foot.x, y: top }, ...edge]);
    shade += corners([
      { x: foot.x + half * 0.1, y: y - (y - top) * 0.34 },
      ...edge.filter((p) => p.x >= foot.x - half * 0.1).map((p) => ({ x: p.x - half * 0.05, y: p.y - 1 })),
      { x: foot.x, y: y - (y - top) * 0.12 },
    ]);
    for (const p of edge.filter((_, k) => k % 2 === 0))
      twigs += sliver({ x: p.x * 0.8 + foot.x * 0.2, y: p.y - (y - top) * 0.2 }, p, Math.min(2.4, height * 0.008));
  }
  canvas.line(body, leaf.width * 2, leaf.ink);
  canvas.solid(body, leaf.fill);
  if (leaf.detail < 0.2) return;
  canvas.solid(shade, leaf.under);
  if (height > 70) canvas.fill(twigs, leaf.ink);
}

/** The lower edge of a tier, from its right tip to its left: points that hang, long at the sides. */
function boughs(x: number, y: number, half: number, drop: number, random: Random): Point[] {
  const count = Math.max(4, Math.min(8, Math.round(half / 7)));
  return Array.from({ length: count * 2 + 1 }, (_, i) => {
    const u = 1 - i / count;
    const hang = i % 2 === 0 ? drop * random.between(0.4, 1) : -drop * random.between(0.1, 0.5);
    return { x: x + u * half, y: y + hang - drop * (1 - Math.abs(u)) * 0.7 };
  });
}

/** A pine as it grows on Japanese shores and in temple yards: a bent stem, and needles in flat cushions on its arms. */
export function bentPine(canvas: Canvas, foot: Point, height: number, random: Random, leaf: LeafInk): void {
  const dir = random() < 0.5 ? -1 : 1;
  const at = (u: number, v: number): Point => ({ x: foot.x + dir * u * height, y: foot.y - v * height });
  const bole = [at(0, 0), at(0.03, 0.16), at(0.12, 0.34), at(0.08, 0.52), at(-0.04, 0.68), at(0, 0.86)];
  const arms = [
    [at(0.11, 0.4), at(0.22, 0.46), at(0.33, 0.46)],
    [at(0.06, 0.55), at(-0.1, 0.57), at(-0.25, 0.55)],
    [at(-0.02, 0.68), at(0.12, 0.73), at(0.2, 0.73)],
  ] as const;
  const wood = leaf.under;
  for (const arm of arms)
    canvas.shape(penStroke(arm, height * 0.036, { swellTo: 0, thinFrom: 0, tip: 0.3 }), wood, leaf.width, leaf.ink);
  canvas.shape(
    penStroke([at(0, -0.01), ...bole], height * 0.075, { swellTo: 0, thinFrom: 0, tip: 0.16 }),
    wood,
    leaf.width,
    leaf.ink,
  );
  const cushions = [
    [0.3, 0.49, 0.17],
    [-0.24, 0.58, 0.18],
    [0.19, 0.75, 0.15],
    [-0.13, 0.79, 0.13],
    [0.02, 0.92, 0.15],
  ] as const;
  for (const [u, v, r] of cushions) cushion(canvas, at(u, v), height * r * random.between(0.9, 1.12), random, leaf);
}

/** A cushion of needles: flat below, high above, bristling. */
function cushion(canvas: Canvas, middle: Point, half: number, random: Random, leaf: LeafInk): void {
  const low = middle.y + half * 0.2;
  crown(
    canvas,
    [
      { x: middle.x - half * 0.5, y: low - half * 0.18, rx: half * 0.52, ry: half * 0.24 },
      { x: middle.x + half * 0.5, y: low - half * 0.18, rx: half * 0.52, ry: half * 0.24 },
      { x: middle.x, y: low - half * 0.3, rx: half * 0.62, ry: half * 0.34 },
    ],
    random,
    leaf,
  );
  if (half < 14 || leaf.detail < 0.3) return;
  let needles = "";
  for (let i = 0; i < 16; i++) {
    const from = { x: middle.x + random.between(-0.8, 0.8) * half, y: low - random.between(0.05, 0.4) * half };
    needles += sliver(from, { x: from.x + random.between(-0.1, 0.1) * half, y: from.y - half * 0.16 }, 1.6);
  }
  canvas.fill(needles, leaf.ink);
}

/** A slim tree like a flame on its stem: a closed crown with a fine ragged edge, darker on its lee side. */
export function cypress(canvas: Canvas, foot: Point, height: number, random: Random, leaf: LeafInk): void {
  stem(canvas, foot, height * 0.2, height * 0.016, leaf);
  const half = (t: number): number =>
    height * 0.105 * steady.sin(Math.PI * Math.min(1, 0.16 + t * 0.84)) ** 0.6 * (1 - t * 0.5);
  const at = (t: number, side: number): Point => ({
    x: foot.x + side * half(t),
    y: foot.y - height * (0.13 + 0.87 * t),
  });
  // The teeth of the edge are leaves that point upwards: the larger the tree, the more of them.
  const teeth = Math.round(Math.max(10, Math.min(40, height / 10)));
  const edge = (side: number): Point[] =>
    Array.from({ length: teeth }, (_, i) => {
      const t = i / teeth;
      return [at(t, side * 0.9), at(t + 0.5 / teeth, side * random.between(1, 1.12))];
    }).flat();
  const outline = [...edge(-1), { x: foot.x, y: foot.y - height }, ...edge(1).reverse()];
  canvas.shape(corners(outline), leaf.fill, leaf.width, leaf.ink);
  if (leaf.detail < 0.2) return;
  const steps = Array.from({ length: 12 }, (_, i) => 0.03 + (i / 12) * 0.88);
  const rim = steps.map((t) => at(t, 0.84));
  const inner = [...steps].reverse().map((t, i) => at(t, 0.2 + 0.16 * steady.sin(i * 2.1)));
  canvas.fill(smoothPath([...rim, ...inner], true), leaf.under);
}
