import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { penStroke, smoothPath } from "../ink.ts";
import { boulder } from "./cave.ts";
import { clump } from "./crowns.ts";
import { grass, leafInk } from "./foliage.ts";
import { hills } from "./hills.ts";
import { groundDetail, lane, meadow, swinging, treeAt } from "./open-ground.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { drawSky } from "./sky.ts";
import type { Stations } from "./view.ts";

export const moorStations: Stations = { wide: { z: 0, eye: 2.6 }, near: { z: 1 }, swing: 18, horizon: 0.46, walk: 14 };

const heath = /\bmoors?\b|moorland|heath|\bfells?\b|\bdowns\b|tundra|steppe|荒野|荒地/iu;
const wet = /swamp|marsh|\bbogs?\b|\bfens?\b|quagmire|morass|\bmire\b|沼|湿地/iu;

/** Open country without fences: heath, or wet ground where nothing stands but dead trees. */
export const isMoor = ({ kind, name }: PlaceSheet): boolean => kind === "field" && (heath.test(name) || wet.test(name));

/** A moor: bare ridges, dark patches of heather, a heap of rocks and a thin track; a swamp has pools, reeds and dead trees instead. */
export function drawMoor(sheet: PlaceSheet, scene: Scene): void {
  const { canvas, camera, light } = scene;
  const random = randomFrom(`${sheet.seed} moor`);
  drawSky(canvas, light, camera.horizon, sheet.seed);
  hills(scene, randomFrom(`${sheet.seed} hills 3`));
  scene.quad(plane(p3(-160, 0, -4), right, away), 0, 0, 320, 240, light.level(light.weather === "snow" ? 0 : 0.9), 0.7);
  if (wet.test(sheet.name)) swamp(sheet, scene, random);
  else heather(sheet, scene, random);
  meadow(scene, random, -1, 14, 46, 5);
  scene.flush();
}

function heather(sheet: PlaceSheet, scene: Scene, random: Random): void {
  lane(scene, swinging(sheet.seed % 2 ? 0.5 : -0.5), 0.55, -4, 30);
  for (let i = 0; i < 26; i++) {
    const x = (i % 2 ? 1 : -1) * random.between(1.7, 3 + i * 0.6);
    const at = p3(x, 0, random.between(3, 24));
    const own = randomFrom(`${sheet.seed} heather ${i}`);
    scene.later(at, () => bush(scene, at, own));
  }
  const side = sheet.seed % 2 ? -1 : 1;
  for (const [dx, size, y] of [
    [0, 1.5, 0],
    [1.7, 1.1, 0],
    [0.5, 1.1, 1.3],
  ] as const) {
    const at = p3(side * (6 + dx), y, 15 + dx);
    scene.later(at, () => {
      const foot = scene.page(at);
      if (foot) boulder(scene, foot, scene.scaleAt(at) * size, randomFrom(`${sheet.seed} tor ${dx}`));
    });
  }
  groundDetail(scene, random, 5);
}

/** A low cushion of heather or gorse. */
function bush(scene: Scene, at: Point3, random: Random): void {
  const { light } = scene;
  const foot = scene.page(at);
  const s = scene.scaleAt(at) * random.between(0.6, 1.1);
  if (foot && s < 200)
    clump(
      scene.canvas,
      { x: foot.x, y: foot.y - s * 0.14 },
      s * 0.9,
      s * 0.26,
      random,
      leafInk(light, 0.2, random() < 0.5),
    );
}

function swamp(sheet: PlaceSheet, scene: Scene, random: Random): void {
  for (let i = 0; i < 9; i++) {
    const [x, z] = [(i % 2 ? 1 : -1) * random.between(1.8, 7), 2.5 + i * 2.2];
    pool(scene, x, z, random);
    reeds(scene, p3(x + (x > 0 ? -1.2 : 1.2), 0, z - 0.2), random);
  }
  for (const [x, z] of [
    [-6, 13],
    [4.6, 9],
    [8, 17],
  ] as const)
    treeAt(scene, p3(x, 0, z), random.between(4, 6), "bare", sheet.seed + z, true);
}

/** A pool that lies level on the ground, with gleams on it. */
function pool(scene: Scene, x: number, z: number, random: Random): void {
  const { canvas, light } = scene;
  if (z < scene.clearance + scene.camera.z) return;
  const points = Array.from({ length: 9 }, (_, i) => {
    const a = (i / 9) * 2 * Math.PI;
    const [wide, deep] = [random.between(1.5, 2.2), random.between(0.5, 0.9)];
    return scene.page(p3(x + steady.cos(a) * wide, 0, z + steady.sin(a) * deep));
  }).flatMap((p) => (p === null ? [] : [p]));
  const foot = scene.page(p3(x, 0, z));
  if (points.length < 9 || !foot) return;
  canvas.shape(smoothPath(points, true), light.dark ? light.level(0) : light.level(4.6), 1, light.ink);
  const s = scene.scaleAt(p3(x, 0, z));
  let gleams = "";
  for (let i = 0; i < 6; i++) {
    const at = { x: foot.x + random.between(-1.2, 0.7) * s, y: foot.y + random.between(-0.12, 0.12) * s };
    gleams += penStroke([at, { x: at.x + 0.5 * s, y: at.y }], 1.6);
  }
  canvas.fill(gleams, "#fff");
}

function reeds(scene: Scene, at: Point3, random: Random): void {
  scene.later(at, () => {
    const foot = scene.page(at);
    const s = scene.scaleAt(at);
    if (foot && s < 110)
      grass(
        scene.canvas,
        { x: foot.x - s * 0.5, y: foot.y },
        { x: foot.x + s * 0.5, y: foot.y },
        12,
        s * 0.9,
        random,
        scene.light.ink,
      );
  });
}
