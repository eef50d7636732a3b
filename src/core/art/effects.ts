import * as steady from "../geometry/steady-math.ts";
import type { Point, Rect } from "../geometry/geometry.ts";
import { type Random, randomFrom } from "../geometry/random.ts";
import { brief, type Canvas, corners, rayLength } from "./canvas.ts";
import { boxPath } from "./graded-tone.ts";
import { penStroke } from "./ink.ts";

type Ink = "#000" | "#fff";

/** Distance from a centre to the panel's farthest corner. */
function reachOf(bounds: Rect, centre: Point): number {
  const dx = Math.max(centre.x - bounds.x, bounds.x + bounds.width - centre.x);
  const dy = Math.max(centre.y - bounds.y, bounds.y + bounds.height - centre.y);
  return Math.hypot(dx, dy) + 10;
}

/** Focus lines: bundles of wedges from the rim towards a centre, leaving an uneven clearing around it. */
export function focusLines(canvas: Canvas, centre: Point, clearing: number, ink: Ink, seed: number, density = 1): void {
  const random = randomFrom(`${seed} focus`);
  const reach = reachOf(canvas.bounds, centre);
  // In a long panel wedges would grow to bars.
  const widest = 0.028 * Math.min(canvas.bounds.width, canvas.bounds.height);
  let path = "";
  let angle = 0;
  while (angle < 2 * Math.PI) {
    const bundle = Math.round(random.between(2, 7));
    for (let i = 0; i < bundle && angle < 2 * Math.PI; i++) {
      const start = clearing * random.between(0.95, 1.3) + (i === 0 ? 0 : random() * clearing * 0.5);
      const end = rayLength(canvas.bounds, centre, angle, 30);
      if (start < end) path += wedge(centre, angle, [start, end], random.between(0.004, 0.02), reach, widest);
      angle += random.between(0.012, 0.034) / density;
    }
    angle += random.between(0.02, 0.09) / density;
  }
  canvas.solid(path, ink);
}

/** A wedge that points at the centre; its foot is as broad as its distance from a far corner would make it, up to a limit. */
function wedge(
  centre: Point,
  angle: number,
  [start, end]: readonly [number, number],
  spread: number,
  reach: number,
  widest: number,
): string {
  const at = (r: number, side: number): Point => ({
    x: centre.x + steady.cos(angle) * r - steady.sin(angle) * side,
    y: centre.y + steady.sin(angle) * r + steady.cos(angle) * side,
  });
  const half = Math.min(spread * (end * 0.6 + reach * 0.4), widest);
  return corners([at(start, 0), at(end, half), at(end, -half)]);
}

/** Speed lines: parallel strokes in bundles that thin towards where the motion goes and stop short of faces and balloons. */
export function speedLines(canvas: Canvas, direction: 1 | -1, ink: Ink, seed: number, calm: readonly Rect[]): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} speed`);
  const start = direction > 0 ? x - 5 : x + width + 5;
  let path = "";
  let at = y;
  while (at < y + height) {
    for (let i = 0; i < Math.round(random.between(1, 5)); i++) {
      const thick = random.between(0.8, 3.6);
      const free = roomAlong(calm, at, start, direction) - height * 0.02;
      const length = Math.min(width * random.between(0.3, 0.95), free);
      const end = start + direction * length;
      if (length > width * 0.06)
        path += `M${brief(start)} ${brief(at - thick / 2)}L${brief(end)} ${brief(at)}L${brief(start)} ${brief(at + thick / 2)}Z`;
      at += random.between(2.5, 8);
    }
    at += random.between(8, height * 0.09);
  }
  canvas.solid(path, ink);
}

/** How far a level line runs from its start until it comes to one of the rectangles. */
function roomAlong(calm: readonly Rect[], at: number, start: number, direction: 1 | -1): number {
  let room = Infinity;
  for (const r of calm)
    if (at > r.y - 3 && at < r.y + r.height + 3)
      room = Math.min(room, Math.max(0, direction > 0 ? r.x - start : start - r.x - r.width));
  return room;
}

/** A white star of impact on black, with splinters. */
export function impactFlash(canvas: Canvas, centre: Point, size: number, seed: number): void {
  const random = randomFrom(`${seed} impact`);
  canvas.flood("#000");
  focusLines(canvas, centre, size * 1.3, "#fff", seed, 0.8);
  canvas.shape(star(centre, size * 1.5, 17, random), "#fff", 3, "#000");
}

function star(centre: Point, size: number, points: number, random: Random): string {
  const ring: Point[] = [];
  for (let i = 0; i < points * 2; i++) {
    const r = size * (i % 2 ? random.between(0.55, 0.68) : random.between(0.85, 1.3));
    const a = (i / points) * Math.PI + random.between(-0.06, 0.06);
    ring.push({ x: centre.x + steady.cos(a) * r, y: centre.y + steady.sin(a) * r });
  }
  return corners(ring);
}

/** A weight from above: dark tone that sinks, and hanging strokes of uneven length. */
export function gloom(canvas: Canvas, seed: number, depth = 0.55): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} gloom`);
  canvas.gradient({ x, y, width, height: height * depth }, 0.85, 0, { ink: "black" });
  let path = "";
  for (let at = x; at < x + width; at += random.between(4, 11)) {
    const length = height * depth * random.between(0.25, 1);
    path += `M${brief(at - 1.3)} ${brief(y)}L${brief(at)} ${brief(y + length)}L${brief(at + 1.3)} ${brief(y)}Z`;
  }
  canvas.solid(path, "#000");
}

/** Four-pointed glints and rings around the edges: joy, beauty, magic. */
export function sparkle(canvas: Canvas, seed: number, calm: readonly Rect[], ink: Ink = "#000"): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} sparkle`);
  for (let i = 0; i < 22; i++) {
    const p = { x: x + random() * width, y: y + random() * height };
    const s = Math.min(width, height) * (0.015 + random() ** 2 * 0.05);
    if (calm.some((r) => p.x > r.x - s && p.x < r.x + r.width + s && p.y > r.y - s && p.y < r.y + r.height + s))
      continue;
    if (i % 3 === 0)
      canvas.shape(
        `M${brief(p.x - s / 2)} ${brief(p.y)}a${brief(s / 2)} ${brief(s / 2)} 0 1 0 ${brief(s)} 0a${brief(s / 2)} ${brief(s / 2)} 0 1 0 ${brief(-s)} 0Z`,
        "none",
        1.6,
        ink,
      );
    else canvas.shape(glint(p, s), "#fff", 1.8, ink);
  }
}

function glint({ x, y }: Point, s: number): string {
  const q = (dx: number, dy: number): string => `Q${brief(x)} ${brief(y)} ${brief(x + dx)} ${brief(y + dy)}`;
  return `M${brief(x)} ${brief(y - s * 1.5)}${q(s, 0)}${q(0, s * 1.5)}${q(-s, 0)}${q(0, -s * 1.5)}Z`;
}

/** Wavering strokes that close in: dread. */
export function dread(canvas: Canvas, seed: number): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} dread`);
  canvas.fill(boxPath(x, y, width, height), canvas.dots(0.3));
  canvas.glow(
    { x: x + width / 2, y: y + height / 2 },
    [Math.min(width, height) * 0.35, Math.hypot(width, height) * 0.6],
    [0, 1],
    "black",
  );
  let path = "";
  for (let i = 0; i < 26; i++) {
    const side = i % 2 ? 1 : -1;
    const row = y + (height * (i + random())) / 26;
    const points: Point[] = [];
    for (let k = 0; k <= 6; k++)
      points.push({
        x: (side > 0 ? x + width : x) - side * ((k / 6) * width * random.between(0.12, 0.3)),
        y: row + steady.sin(k * 1.7 + i) * height * 0.02,
      });
    path += penStroke(points, random.between(2, 5), { swellTo: 0.01, thinFrom: 0.1, tip: 0 });
  }
  canvas.fill(path, "#000");
}
