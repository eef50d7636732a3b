import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { brief, type Canvas } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import type { LeafInk } from "./foliage.ts";

/** Leaves as masses: one outline round all of them, each mass lit from the upper left and dark below. */

/** One mass of leaves: an ellipse in page units. */
export interface LeafMass extends Point {
  rx: number;
  ry: number;
}

/** A crown of leaf masses, the hindmost first; the outline runs round all of them together, never through them. */
export function crown(canvas: Canvas, masses: readonly LeafMass[], random: Random, leaf: LeafInk): void {
  canvas.as("leaf", () => {
    const rings = masses.map((mass) => leafRing(mass, random));
    const all = rings.map(leafyPath).join("");
    canvas.shape(all, leaf.ink, leaf.width * 2, leaf.ink);
    if (leaf.detail < 0.2) return canvas.solid(all, leaf.fill);
    for (const [i, mass] of masses.entries()) {
      const ring = rings[i] ?? [];
      canvas.solid(leafyPath(ring), leaf.fill);
      shadeUnder(canvas, mass, ring, random, leaf);
      leafMarks(canvas, mass, random, leaf);
    }
  });
}

const towards = (p: Point, to: Point, share: number): Point => ({
  x: p.x + (to.x - p.x) * share,
  y: p.y + (to.y - p.y) * share,
});

/** The edge of a mass: lobes of unlike size with leaves on them, clockwise. */
function leafRing({ x, y, rx, ry }: LeafMass, random: Random): Point[] {
  const count = Math.round(Math.max(9, Math.min(28, (rx + ry) / 4.6)));
  const [first, second] = [random.between(0, 6), random.between(0, 6)];
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI;
    const lobes = 1 + 0.08 * steady.sin(3 * angle + first) + 0.05 * steady.sin(5 * angle + second);
    const reach = lobes * random.between(0.93, 1.06);
    return { x: x + steady.cos(angle) * rx * reach, y: y + steady.sin(angle) * ry * reach };
  });
}

const leafyPath = (ring: readonly Point[]): string => {
  const first = ring[0];
  return first ? `${bumps([...ring, first])}Z` : "";
};

/** Path data of arcs from point to point, each nearly a half circle; relative and rounded, for there are thousands. */
function bumps(points: readonly Point[]): string {
  let [x, y] = [0, 0];
  return points
    .map((p, i) => {
      const [dx, dy] = [Math.round((p.x - x) * 10) / 10, Math.round((p.y - y) * 10) / 10];
      [x, y] = [x + dx, y + dy];
      if (i === 0) return `M${brief(dx)} ${brief(dy)}`;
      const radius = Math.max(1, Math.round(Math.hypot(dx, dy) * 0.58));
      return `a${radius} ${radius} 0 0 1 ${brief(dx)} ${brief(dy)}`;
    })
    .join("");
}

/** The dark lower right of a mass, with a ragged upper edge. */
function shadeUnder(canvas: Canvas, mass: LeafMass, ring: readonly Point[], random: Random, leaf: LeafInk): void {
  // Clockwise from the right over the foot to the left; inside the edge, so that the outline stays free.
  const lower = ring
    .map((p) => ({
      p: towards(p, mass, 0.06),
      angle: steady.atan2((p.y - mass.y) / mass.ry, (p.x - mass.x) / mass.rx),
    }))
    .filter(({ angle }) => angle > -0.45 && angle < 2.75)
    .sort((a, b) => a.angle - b.angle)
    .map(({ p }) => p);
  if (lower.length < 4) return;
  const upper = lower
    .filter((_, i) => i % 2 === 0)
    .reverse()
    .map((p, i, all) => {
      const t = i / (all.length - 1);
      const depth = steady.sin(Math.PI * t) * random.between(0.42, 0.74);
      return { x: p.x - mass.rx * 0.12 * steady.sin(Math.PI * t), y: p.y - mass.ry * depth };
    });
  canvas.solid(`${bumps([...lower, ...upper])}Z`, leaf.under);
}

/** Small bent strokes like the edges of leaves on the lit side, in one line path. */
function leafMarks(canvas: Canvas, { x, y, rx, ry }: LeafMass, random: Random, leaf: LeafInk): void {
  let path = "";
  const marks = Math.round(Math.min(16, (rx * ry) / 200) * leaf.detail);
  for (let i = 0; i < marks; i++) {
    const [angle, reach] = [random.between(Math.PI * 0.9, Math.PI * 1.9), random.between(0.15, 0.8)];
    const s = Math.round(random.between(3, 6));
    path += `M${Math.round(x + steady.cos(angle) * rx * reach - s)} ${Math.round(y + steady.sin(angle) * ry * reach)}q${s / 2} ${-s} ${s} 0q${s / 2} ${-s} ${s} 1`;
  }
  if (path) canvas.line(path, 1.2, leaf.ink);
}

/** A clump of leaves by itself: a bush. */
export function clump(canvas: Canvas, centre: Point, rx: number, ry: number, random: Random, leaf: LeafInk): void {
  const masses = [
    { x: centre.x - rx * 0.46, y: centre.y + ry * 0.2, rx: rx * 0.58, ry: ry * 0.72 },
    { x: centre.x + rx * 0.48, y: centre.y + ry * 0.24, rx: rx * 0.56, ry: ry * 0.68 },
    { x: centre.x + rx * 0.02, y: centre.y - ry * 0.14, rx: rx * 0.66, ry: ry * 0.84 },
  ];
  crown(canvas, masses, random, leaf);
}

/** The leafy head of a broad tree, `spread` to either side of its middle. */
export function broadCrown(canvas: Canvas, middle: Point, spread: number, random: Random, leaf: LeafInk): void {
  const masses = crownPlan.map(([dx, dy, r]) => {
    const size = spread * r * random.between(0.9, 1.14);
    return {
      x: middle.x + (dx + random.between(-0.07, 0.07)) * spread,
      y: middle.y + (dy + random.between(-0.06, 0.06)) * spread,
      rx: size * 1.06,
      ry: size * 0.82,
    };
  });
  crown(canvas, masses, random, leaf);
}

/** Masses of a broad crown, hindmost first: across, down, size, as shares of the spread. */
const crownPlan = [
  [0.05, -0.56, 0.46],
  [-0.45, -0.22, 0.48],
  [0.5, -0.26, 0.46],
  [-0.72, 0.22, 0.4],
  [0.74, 0.2, 0.42],
  [0.06, -0.05, 0.56],
  [-0.3, 0.36, 0.44],
  [0.36, 0.38, 0.42],
] as const;

/** A far wood: crowns of unlike height along the horizon, dark at their feet. */
export function treeline(
  canvas: Canvas,
  x0: number,
  x1: number,
  y: number,
  height: number,
  random: Random,
  fill: string,
  ink: string,
): void {
  canvas.as("leaf", () => {
    const points: Point[] = [];
    const step = Math.max(7, height * 0.2);
    const [first, second] = [random.between(0, 6), random.between(0, 6)];
    for (let x = x0 - step; x <= x1 + step; x += step * random.between(0.7, 1.25)) {
      const along = (x - x0) / Math.max(30, height);
      const swell = 0.7 + 0.17 * steady.sin(along * 0.9 + first) + 0.13 * steady.sin(along * 2.3 + second);
      points.push({ x, y: y - height * swell * random.between(0.9, 1.08) });
    }
    const outline = lowArcs(points);
    canvas.solid(`${outline}L${brief(x1 + step)} ${brief(y)}L${brief(x0 - step)} ${brief(y)}Z`, fill);
    canvas.line(outline, 1.4, ink);
    if (height < 26) return;
    let edges = "";
    for (const [i, p] of points.entries()) {
      if (i % 2) continue;
      const drop = height * random.between(0.16, 0.5);
      const at = { x: p.x + random.between(-0.4, 0.4) * step, y: p.y + drop };
      edges += penStroke(
        [at, { x: at.x + step * 0.3, y: at.y - step * 0.22 }, { x: at.x + step * 0.62, y: at.y + step * 0.06 }],
        1.8,
        { swellTo: 0.5, thinFrom: 0.5, tip: 0 },
      );
    }
    canvas.fill(edges, ink);
  });
}

/** Flat arcs from point to point: bumps, never balls, however steep the step. */
function lowArcs(points: readonly Point[]): string {
  return points
    .map((p, i) => {
      const before = points[i - 1];
      if (!before) return `M${brief(p.x)} ${brief(p.y)}`;
      const radius = Math.hypot(p.x - before.x, p.y - before.y) * 0.68;
      return `A${brief(radius)} ${brief(radius)} 0 0 1 ${brief(p.x)} ${brief(p.y)}`;
    })
    .join("");
}
