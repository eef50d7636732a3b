import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { corners } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { type Cut, drawPassage, isSeen } from "./passage.ts";
import type { Scene } from "./scene.ts";
import type { Stations } from "./view.ts";

export const burrowStations: Stations = {
  wide: { z: 0, eye: 1.4 },
  near: { z: 1 },
  swing: 10,
  horizon: 0.52,
  walk: 5,
  ceiling: 2.5,
  across: [-0.8, 0.8],
};

/** A hole that something dug: a round passage of bare earth that bends away into the dark, with stones in its wall and roots that hang in. It reads alike for those who walk in it and those who fall. */
export function drawBurrow(sheet: PlaceSheet, scene: Scene): void {
  const { time } = scene.light;
  const gloom = time === "night" || time === "dusk" ? 0.22 : 0;
  const darker = (coverage: number): number => Math.min(1, coverage + gloom);
  const cuts = drawPassage(scene, {
    seed: sheet.seed,
    half: 1.7,
    high: 2.7,
    round: true,
    bend: sheet.seed % 2 ? 0.028 : -0.028,
    rough: 0.025,
    near: darker(0.05),
    cuts: [
      [0.9, darker(0.1)],
      [1.5, darker(0.18)],
      [2.4, darker(0.28)],
      [3.8, darker(0.42)],
      [6, darker(0.6)],
      [9.5, darker(0.8)],
      [15, 1],
    ],
  });
  for (const [i, cut] of cuts.entries()) {
    if (cut.coverage > 0.75) break;
    stones(scene, cut, randomFrom(`${sheet.seed} stones ${i}`));
    roots(scene, cut, randomFrom(`${sheet.seed} roots ${i}`));
  }
  nearRoots(scene, randomFrom(`${sheet.seed} near roots`));
}

/** Stones that stick in the wall, each with its shaded side. */
function stones({ canvas, light, bounds }: Scene, { points, metre }: Cut, random: Random): void {
  for (let i = 0; i < 4; i++) {
    const at = points[Math.floor(random() * points.length)];
    const size = Math.min(metre * random.between(0.05, 0.13), bounds.height * 0.06);
    if (!at || !isSeen({ bounds }, at) || size < 3) continue;
    const outline = (scale: number, shift: number): Point[] =>
      Array.from({ length: 9 }, (_, k) => {
        const angle = (k / 9) * 2 * Math.PI;
        const r = size * scale * (1 + 0.12 * steady.sin(k * 2.3 + size));
        return { x: at.x + steady.cos(angle) * r * 1.25 + shift, y: at.y + steady.sin(angle) * r * 0.85 + shift };
      });
    canvas.shape(corners(outline(1, 0)), canvas.dots(0.5), Math.max(1.1, Math.min(2.2, size / 9)), light.ink);
    canvas.fill(corners(outline(0.72, -size * 0.14)), "#fff");
  }
}

/** Roots that hang from the roof. */
function roots(scene: Scene, { points, metre }: Cut, random: Random): void {
  let path = "";
  for (const [k, top] of points.entries()) {
    // The cut runs upwards from its right side: its first half is the roof.
    if (k < 5 || k > 25 || random() < 0.5 || !isSeen(scene, { x: top.x, y: top.y + 4 })) continue;
    path += root(
      { x: top.x, y: top.y - 2 },
      Math.min(metre * random.between(0.14, 0.5), scene.bounds.height * 0.24),
      random,
    );
  }
  scene.canvas.solid(path, scene.light.ink);
}

/** Roots over the reader's head, also where the roof itself lies above the picture. */
function nearRoots(scene: Scene, random: Random): void {
  const { x, y, width, height } = scene.bounds;
  let path = "";
  for (let i = 0; i < 9; i++)
    path += root({ x: x + width * ((i + random()) / 9), y: y - 4 }, height * random.between(0.1, 0.26), random);
  scene.canvas.solid(path, scene.light.ink);
}

function root(top: Point, long: number, random: Random): string {
  const [sway, phase] = [random.between(-0.25, 0.25) * long, random.between(0, 6)];
  const strand = [0, 0.3, 0.6, 0.85, 1].map((t) => ({
    x: top.x + sway * t + steady.sin(t * 6 + phase) * long * 0.08,
    y: top.y + t * long,
  }));
  return penStroke(strand, Math.max(1.6, long * 0.1), { swellTo: 0.01, thinFrom: 0.1, tip: 0.05 });
}
