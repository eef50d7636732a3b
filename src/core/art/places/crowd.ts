import { type Random, randomFrom } from "../../geometry/random.ts";
import type { Manner } from "../place-sheets.ts";
import { drawPasser, passerInk } from "./passer-by.ts";
import type { Point3 } from "./perspective.ts";
import { p3, type Scene } from "./scene.ts";

/** People larger than this on the page, in page units, would want more than a few shapes: they are left out. */
const tallest = 150;
const smallest = 16;

/** Head size of somebody of 1.7 metres, in metres. */
const headSize = 0.252;

/** People of no importance: small, standing about or walking to and fro, in the dress of the time. Each is put in line by its distance. */
export function crowd(
  scene: Scene,
  manner: Manner,
  seed: number,
  options: { count: number; across: readonly [number, number]; deep: readonly [number, number]; floor?: number },
): void {
  // Behind a large face they would be pale outlines without a body.
  if (scene.light.soft > 0.3) return;
  const random = randomFrom(`${seed} crowd`);
  const { count, across, deep, floor = 0 } = options;
  for (let i = 0; i < count; i++) {
    const at = p3(random.between(across[0], across[1]), floor, random.between(deep[0], deep[1]));
    const own = randomFrom(`${seed} passer-by ${i}`);
    scene.later(at, () => passerBy(scene, at, manner, own));
  }
}

/** Where people in a street look: mostly along it, some to either side. */
const ways = [12, -20, 168, -160, 84, -84, 60, -130] as const;

function passerBy(scene: Scene, at: Point3, manner: Manner, random: Random): void {
  const foot = scene.page(at);
  const size = scene.scaleAt(at) * headSize * random.between(0.94, 1.04);
  if (!foot || size < smallest / 7 || size > tallest / 7) return;
  const passer = {
    woman: random() < 0.45,
    manner,
    yaw: random.pick(ways) + random.between(-14, 14),
    walks: random() < 0.6,
    size,
    foot,
  };
  drawPasser(scene.canvas, passer, passerInk(scene.light, size, random), random);
}
