import { type Random, randomFrom } from "../../geometry/random.ts";
import type { Canvas } from "../canvas.ts";
import { circlePath } from "../tone.ts";

/** A black picture for words that need no other: stars where they could be seen, else plain black that pales evenly towards its foot. */
export function drawBlack(canvas: Canvas, seed: number, starry: boolean): void {
  canvas.flood("#000");
  const random = randomFrom(`${seed} black`);
  const { x, y, width, height } = canvas.bounds;
  canvas.gradient({ x, y: y + height * 0.4, width, height: height * 0.6 }, 0, random.between(0.2, 0.34), {
    ink: "white",
  });
  if (starry) stars(canvas, random);
}

/** Points of light in the upper part; none has rays, for balloons cut them. */
function stars(canvas: Canvas, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  let path = "";
  const count = Math.min(90, (width * height) / 3200);
  for (let i = 0; i < count; i++)
    path += circlePath(x + random() * width, y + random() ** 1.3 * height * 0.8, 0.7 + random() ** 4 * 2.2);
  canvas.solid(path, "#fff");
}

/** A light tone for words of no place that could be drawn: it deepens evenly towards the head or the foot of the picture. */
export function drawTone(canvas: Canvas, seed: number): void {
  const random = randomFrom(`${seed} tone`);
  const upward = random() < 0.5;
  const deep = random.between(0.34, 0.5);
  canvas.flood("#fff");
  canvas.gradient(canvas.bounds, upward ? deep : 0.06, upward ? 0.06 : deep, { ink: "black" });
}
