import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { boulder } from "./cave.ts";
import { groundDetail } from "./open-ground.ts";
import type { Point3 } from "./perspective.ts";
import { p3, type Scene } from "./scene.ts";
import { drawSky } from "./sky.ts";
import type { Stations } from "./view.ts";

export const pitStations: Stations = {
  wide: { z: -7.5, eye: 2.6, yaw: 6 },
  near: { z: -2 },
  swing: 16,
  horizon: 0.5,
  walk: 5,
  across: [-4, 4],
};

const hollow = /\b(?:pits?|craters?|quarry)\b/iu;

/** A hole under the open sky. */
export const isPit = ({ kind, name }: PlaceSheet): boolean => kind === "field" && hollow.test(name);

/** Metres from the middle of the floor to the foot of the wall, and how high and how far back its rim is. */
const [foot, height, slope] = [7.5, 4.6, 3.4];
/** Steps of earth between foot and rim, as shares of the height. */
const layers = [0, 0.34, 1] as const;

/** The floor of a pit: bare walls of earth in layers all round, stones that have rolled down, a ragged rim against the sky. */
export function drawPit(sheet: PlaceSheet, scene: Scene): void {
  const { canvas, camera, light } = scene;
  const random = randomFrom(`${sheet.seed} pit`);
  drawSky(canvas, light, camera.horizon, sheet.seed);
  const rings = layers.map((share) => ring(share, sheet.seed));
  for (const [i, low] of rings.entries()) {
    const high = rings[i + 1];
    if (high === undefined) continue;
    // The sun reaches one side only.
    const shade = Math.floor(low.length * 0.42);
    for (const [from, to, tone] of [
      [0, shade + 1, 4.6],
      [shade, low.length, 2.2],
    ] as const)
      scene.poly([...low.slice(from, to), ...high.slice(from, to).toReversed()], light.level(tone - 0.8 * i), 0);
    scene.strokes(furrows(low, high, random), 0.7);
  }
  scene.line(rings.at(-1) ?? [], 2.2);
  scene.poly(rings[0] ?? [], light.level(0.6), 1);
  for (let i = 0; i < 9; i++) {
    const angle = (random.between(-100, 100) * Math.PI) / 180;
    const far = foot * random.between(0.72, 0.98);
    const at = p3(steady.sin(angle) * far, 0, steady.cos(angle) * far);
    scene.later(at, () => {
      const page = scene.page(at);
      if (page)
        boulder(scene, page, scene.scaleAt(at) * random.between(0.25, 0.7), randomFrom(`${sheet.seed} rock ${i}`));
    });
  }
  groundDetail(scene, random, 3);
  scene.flush();
}

/** An uneven round, at a share of the wall's height; the rim rises and falls slowly and crumbles at every step. */
function ring(share: number, seed: number): Point3[] {
  const random = randomFrom(`${seed} ring ${share}`);
  const points: Point3[] = [];
  for (let degrees = -150; degrees <= 150; degrees += 4) {
    const angle = (degrees * Math.PI) / 180;
    const rise = height * share * (1 + 0.22 * steady.sin(angle * 2 + seed) + random.between(-0.09, 0.09));
    const far = foot + slope * share + random.between(-0.3, 0.3);
    points.push(p3(steady.sin(angle) * far, rise, steady.cos(angle) * far));
  }
  return points;
}

/** Runnels down a layer, in bunches. */
function furrows(low: readonly Point3[], high: readonly Point3[], random: ReturnType<typeof randomFrom>) {
  return low.flatMap((p, i) => {
    const top = high[i];
    if (top === undefined || random() < 0.55) return [];
    return [0, 0.3].map((off) => {
      const t = random.between(0.35, 0.85);
      const from = p3(top.x + off, top.y - 0.05, top.z);
      return [from, p3(from.x + (p.x - top.x) * t, from.y + (p.y - top.y) * t, from.z + (p.z - top.z) * t)] as const;
    });
  });
}
