import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { corners } from "../canvas.ts";
import { clump, grass, leafInk, tree, trunk, treeline } from "./foliage.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { drawSky } from "./sky.ts";
import type { Stations } from "./view.ts";

export const forestStations: Stations = {
  wide: { z: 0, eye: 1.9, x: 0.3 },
  near: { z: 2.5 },
  swing: 22,
  horizon: 0.52,
  walk: 8,
};

/** A path into a wood: pale stems far off, dark ones near, leaves closing above, ferns at the edge. */
export function drawForest(sheet: PlaceSheet, scene: Scene): void {
  const { canvas, light, camera } = scene;
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${sheet.seed} forest`);
  drawSky(canvas, light, camera.horizon, sheet.seed);
  const bamboo = sheet.manner === "japanese" && sheet.seed % 3 === 0;
  const pines = sheet.seed % 4 === 1;
  farWood(scene, random);
  scene.quad(plane(p3(-60, 0, -4), right, away), 0, 0, 120, 60, light.level(0.7), 0);
  path(scene);
  const { dots } = { dots: (i: number): string => (light.dark ? light.level(i * 0.5) : light.level(0.6 + i * 0.9)) };
  for (let i = 0; i < 26; i++) {
    const z = 26 - i * 0.9 + random.between(-0.6, 0.6);
    const side = i % 2 ? 1 : -1;
    const at = p3(side * ((z < 7 ? 2.5 : 1.6) + random() ** 1.5 * (4 + z * 0.5)), 0, z);
    const far = Math.min(1, z / 26);
    const own = randomFrom(sheet.seed + i * 7);
    scene.later(at, () => {
      const foot = scene.page(at);
      if (!foot) return;
      const s = scene.scaleAt(at);
      const leaf = leafInk(light, far, far < 0.4);
      if (bamboo) return tree(canvas, foot, s * 9, "bamboo", own, leafInk(light, far), light.level(1));
      if (pines && far > 0.3) return tree(canvas, foot, s * own.between(6, 9), "pine", own, leaf, light.level(3));
      trunk(
        canvas,
        foot,
        { x: foot.x + own.between(-0.4, 0.4) * s, y: foot.y - s * 9 },
        s * own.between(0.35, 0.6),
        own,
        far < 0.24 ? light.level(5.4) : dots(4 - far * 4),
        leaf,
      );
      undergrowth(scene, foot, s, own, far);
    });
  }
  scene.flush();
  if (!bamboo) canopy(scene, random);
  shafts(scene, random);
  const ink = light.dark ? "#777" : "#000";
  if (scene.clearance === 0)
    grass(
      canvas,
      { x, y: y + height + 6 },
      { x: x + width, y: y + height + 6 },
      Math.round(width / 14),
      height * 0.12,
      random,
      ink,
    );
}

function farWood(scene: Scene, random: Random): void {
  const { canvas, light, camera } = scene;
  const { x, y, width } = canvas.bounds;
  const stem = light.dark ? canvas.sparks(0.3, "black") : canvas.dots(0.12);
  let stems = "";
  for (let i = 0; i < 24; i++) {
    const at = x + width * random();
    const w = random.between(4, 11);
    stems += corners([
      { x: at, y },
      { x: at + w * 0.7, y },
      { x: at + w, y: camera.horizon + 6 },
      { x: at - w * 0.3, y: camera.horizon + 6 },
    ]);
  }
  canvas.solid(stems, stem);
  treeline(canvas, x, x + width, camera.horizon + 8, 40, random, light.level(1.4), light.ink);
  treeline(
    canvas,
    x,
    x + width,
    y + (camera.horizon - y) * 0.3,
    (camera.horizon - y) * 0.5,
    random,
    light.level(1),
    light.dark ? "#777" : "#000",
  );
}

function path(scene: Scene): void {
  const { light } = scene;
  const edge = (side: number): ReturnType<typeof p3>[] => {
    const points = [];
    for (let z = 0.5; z < 70; z += z < 20 ? 2 : 10)
      points.push(p3(Math.sin(z / 5) * 0.9 + side * (0.75 + Math.sin(z * 2.1) * 0.1), 0.001, z));
    return points;
  };
  scene.poly([...edge(-1), ...edge(1).reverse()], light.dark ? light.level(0) : "#fff", 0.8);
}

function undergrowth(scene: Scene, foot: Point, s: number, random: Random, far: number): void {
  const { canvas, light } = scene;
  if (far > 0.6) return;
  for (let i = 0; i < 2; i++)
    clump(
      canvas,
      { x: foot.x + random.between(-0.9, 0.9) * s, y: foot.y - s * 0.12 },
      s * random.between(0.3, 0.6),
      s * random.between(0.16, 0.3),
      random,
      leafInk(light, far),
    );
  grass(
    canvas,
    { x: foot.x - s * 0.7, y: foot.y + s * 0.05 },
    { x: foot.x + s * 0.7, y: foot.y + s * 0.05 },
    7,
    s * 0.34,
    random,
    light.ink,
  );
}

function canopy(scene: Scene, random: Random): void {
  const { canvas, light } = scene;
  const { x, y, width, height } = canvas.bounds;
  const r = Math.min(width, height);
  for (let row = 0; row < 2; row++)
    for (let i = 0; i < 7; i++) {
      const at = (i + random.between(0.1, 0.9)) / 7;
      const edge = Math.abs(at - 0.5) * 2;
      const centre = { x: x + width * at, y: y + r * (row ? -0.02 : 0.07) + edge ** 2 * r * 0.1 };
      clump(
        canvas,
        centre,
        r * random.between(0.13, 0.2),
        r * random.between(0.08, 0.13),
        random,
        leafInk(light, row ? 0.1 : 0.4, row === 1),
      );
    }
}

/** Light that falls between the trees, as slanting lighter bands. */
function shafts(scene: Scene, random: Random): void {
  const { canvas, light, camera } = scene;
  if (light.dark || light.weather === "rain" || light.weather === "storm") return;
  const { x, y, width } = canvas.bounds;
  for (let i = 0; i < 3; i++) {
    const at = x + width * random.between(0.3, 0.65);
    const w = width * random.between(0.02, 0.05);
    const foot = camera.horizon + 40;
    canvas.fill(
      corners([
        { x: at, y },
        { x: at + w, y },
        { x: at + w * 2 - width * 0.12, y: foot },
        { x: at - width * 0.12, y: foot },
      ]),
      canvas.sparks(0.4),
    );
  }
}
