import * as steady from "../../geometry/steady-math.ts";
import type { Point, Rect } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { type Canvas, corners, rayLength, sliver } from "../canvas.ts";

/** What stands behind words that are the picture. */
export interface LetteredGround {
  /** Where the words stand, in page units. */
  words: readonly Rect[];
  dark: boolean;
  seed: number;
}

type Ink = "#000" | "#fff";

/** Grounds that claim no place; all leave the words alone. */
const grounds: readonly ((canvas: Canvas, around: Rect, ink: Ink, random: Random) => void)[] = [rays, drift, shades];

/** Black or white with strokes round the words that are the picture, and a small rule over and under them. */
export function drawLettered(canvas: Canvas, { words, dark, seed }: LetteredGround): void {
  const random = randomFrom(`${seed} lettered`);
  const ink: Ink = dark ? "#fff" : "#000";
  canvas.flood(dark ? "#000" : "#fff");
  const around = unionOf(words);
  grounds[Math.floor(random() * grounds.length)]?.(canvas, around, ink, random);
  const x = around.x + around.width / 2;
  for (const y of [around.y - ruleGap, around.y + around.height + ruleGap])
    if (y > canvas.bounds.y + ruleGap && y < canvas.bounds.y + canvas.bounds.height - ruleGap)
      rule(canvas, { x, y }, Math.min(90, 0.3 * around.width), ink);
}

function unionOf(rects: readonly Rect[]): Rect {
  const [x, y] = [Math.min(...rects.map((rect) => rect.x)), Math.min(...rects.map((rect) => rect.y))];
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const foot = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: foot - y };
}

/** From the words to the rule over or under them, and from it to the frame at least, in page units. */
const ruleGap = 18;

/** A thin rule with a lozenge in its middle. */
function rule(canvas: Canvas, { x, y }: Point, half: number, ink: Ink): void {
  const lozenge = corners([
    { x: x - 7, y },
    { x, y: y - 7 },
    { x: x + 7, y },
    { x, y: y + 7 },
  ]);
  const arm = (side: 1 | -1): string => sliver({ x: x + side * 15, y }, { x: x + side * (15 + half), y }, 2.6);
  canvas.solid(lozenge + arm(1) + arm(-1), ink);
}

/** Fine strokes from the frame towards the words, which end well before them. */
function rays(canvas: Canvas, around: Rect, ink: Ink, random: Random): void {
  const middle = { x: around.x + around.width / 2, y: around.y + around.height / 2 };
  const [a, b] = [around.width * 0.72 + 24, around.height * 0.72 + 34];
  const count = 150;
  let path = "";
  for (let i = 0; i < count; i++) {
    const angle = ((i + random.between(-0.45, 0.45)) / count) * 2 * Math.PI;
    const free = (a * b) / Math.hypot(b * steady.cos(angle), a * steady.sin(angle));
    const far = rayLength(canvas.bounds, middle, angle, 60);
    const near = free + 0.6 * random() ** 1.5 * Math.max(0, far - free);
    if (near + 30 >= far) continue;
    const at = (length: number): Point => ({
      x: middle.x + steady.cos(angle) * length,
      y: middle.y + steady.sin(angle) * length,
    });
    path += sliver(at(near), at(far), random.between(1.4, 4.2));
  }
  canvas.solid(path, ink);
}

/** Long strokes that swell and thin like moving air, over and under the words. */
function drift(canvas: Canvas, around: Rect, ink: Ink, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  const top = around.y - 1.9 * ruleGap;
  const foot = around.y + around.height + 1.9 * ruleGap;
  const bands = [
    { from: y, to: top },
    { from: foot, to: y + height },
  ];
  let path = "";
  for (const { from, to } of bands) {
    // Nearer to the frame the strokes lie closer.
    for (let at = 0; at < Math.max(0, to - from); at += random.between(5, 9) + at * 0.06) {
      const line = from === y ? from + at : to - at;
      for (let left = x - width * random(); left < x + width;) {
        const length = width * random.between(0.25, 0.7);
        path += sliver(
          { x: left, y: line },
          { x: left + length, y: line + random.between(-3, 3) },
          random.between(1.2, 3.4),
        );
        left += length + width * random.between(0.05, 0.25);
      }
    }
  }
  canvas.solid(path, ink);
}

/** A tone that deepens towards head and foot of the picture. */
function shades(canvas: Canvas, around: Rect, ink: Ink): void {
  const { x, y, width, height } = canvas.bounds;
  const tone = ink === "#fff" ? "white" : "black";
  const over = Math.max(0, around.y - y - 0.5 * ruleGap);
  const under = Math.max(0, y + height - around.y - around.height - 0.5 * ruleGap);
  canvas.gradient({ x, y, width, height: over }, 0.42, 0.02, { ink: tone });
  canvas.gradient({ x, y: y + height - under, width, height: under }, 0.02, 0.42, { ink: tone });
}
