import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { penStroke } from "../ink.ts";
import { boulder } from "./cave.ts";
import { clump, treeline } from "./crowns.ts";
import { grass, leafInk } from "./foliage.ts";
import { hills } from "./hills.ts";
import { treeAt } from "./open-ground.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { drawSky } from "./sky.ts";
import type { Stations } from "./view.ts";

export const poolStations: Stations = {
  wide: { z: -2, eye: 2.6, x: 0.6, yaw: 3 },
  near: { z: 0.4 },
  swing: 18,
  horizon: 0.38,
  walk: 3.6,
};

const still = /\bpools?\b|\bponds?\b|\blakes?\b|\bmere\b|\btarn\b|池|沼|湖/iu;

/** Water that does not flow: a river by its kind, a pool or a lake by its name. */
export const isPool = ({ kind, name }: PlaceSheet): boolean => kind === "river" && still.test(name);

/** A pool or a lake: the near bank with grass and stones, water with rings and reflections, trees along the other shore. */
export function drawPool(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} pool`);
  const { light, canvas, camera } = scene;
  const { x, width } = canvas.bounds;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  hills(scene, randomFrom(`${sheet.seed} hills`));
  treeline(canvas, x, x + width, camera.horizon + 4, 44, random, light.level(2.4), light.ink);
  scene.quad(plane(p3(-90, 0, -16), right, away), 0, 0, 180, 156, light.level(0.8), 0);
  const shore = outline(random);
  scene.poly(shore, light.dark ? light.level(1.4) : "#fff", 1.4);
  scene.poly(
    [
      ...shore.slice(1, 18),
      ...shore
        .slice(1, 18)
        .reverse()
        .map((p) => p3(p.x * 0.94, 0.001, p.z - 2.6)),
    ],
    light.level(light.dark ? 4 : 1.8),
    0,
  );
  rings(scene, random);
  for (let i = 0; i < 7; i++) {
    const at = p3(-13 + i * 4.4 + random.between(-2.4, 2.4), 0, random.between(21, 32));
    treeAt(
      scene,
      at,
      random.between(3.4, 9),
      sheet.manner === "japanese" && i % 2 ? "pine" : "broad",
      sheet.seed + i,
      i % 3 === 1,
    );
  }
  treeAt(scene, p3(12.4, 0, 10), 7, "broad", sheet.seed + 9, true);
  for (const p of shore.filter((_, i) => i > 18 && i % 2 === 0)) {
    const own = randomFrom(`${sheet.seed} ${p.x}`);
    scene.later(p, () => {
      const foot = scene.page(p);
      if (foot) boulder(scene, foot, scene.scaleAt(p) * own.between(0.2, 0.42), own);
    });
  }
  scene.flush();
  bank(scene, random);
}

/** The shore, from the left round the far side and back along the near one. */
function outline(random: Random): Point3[] {
  return Array.from({ length: 36 }, (_, i) => {
    const a = Math.PI + (i / 36) * -2 * Math.PI;
    const reach = random.between(0.94, 1.05);
    return p3(steady.cos(a) * 11 * reach, 0.001, 12 + steady.sin(a) * 7.6 * reach);
  });
}

function rings(scene: Scene, random: Random): void {
  const { canvas, light, camera } = scene;
  let path = "";
  for (let i = 0; i < 60; i++) {
    const z = 6 + 12 * random() ** 1.5;
    const at = scene.page(p3(random.between(-8, 8), 0, z));
    if (!at) continue;
    const s = camera.focal / at.depth;
    const long = s * random.between(0.5, 1.4);
    path += penStroke(
      [0, 0.25, 0.5, 0.75, 1].map((t, k) => ({ x: at.x - long / 2 + long * t, y: at.y - (k % 2) * s * 0.03 })),
      Math.max(1, Math.min(3, s * 0.02)),
      { swellTo: 0.4, thinFrom: 0.6, tip: 0 },
    );
  }
  canvas.fill(path, light.dark ? "#fff" : light.ink);
}

/** Grass, flags and bushes on the near side, before the water. */
function bank(scene: Scene, random: Random): void {
  const { canvas, light } = scene;
  for (let i = 0; i < 18; i++) {
    const z = random.between(1, 4);
    if (z < scene.clearance) continue;
    const at = scene.page(p3(random.between(-4, 4), 0, z));
    const s = scene.scaleAt(p3(0, 0, z));
    if (at)
      grass(canvas, { x: at.x - s * 0.3, y: at.y }, { x: at.x + s * 0.3, y: at.y }, 4, s * 0.26, random, light.ink);
  }
  if (scene.clearance > 0) return;
  for (const u of [-4.6, 4.4]) {
    const at = scene.page(p3(u, 0, 4.2));
    const s = scene.scaleAt(p3(u, 0, 4.2));
    if (at) clump(canvas, { x: at.x, y: at.y - s * 0.2 }, s * 0.9, s * 0.5, random, leafInk(light, 0.1, true));
  }
}
