import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { boulder } from "./cave.ts";
import { clump, treeline } from "./crowns.ts";
import { grass, leafInk } from "./foliage.ts";
import { hills } from "./hills.ts";
import { lane, treeAt, tuft } from "./open-ground.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { drawSky } from "./sky.ts";
import { roadBridge } from "./stone-bridge.ts";
import type { Stations } from "./view.ts";
import { ripple } from "./water.ts";

export const riverStations: Stations = {
  wide: { z: -1, eye: 3, middle: 2.4, x: 0.5, yaw: 3 },
  near: { z: 1.2 },
  swing: 18,
  horizon: 0.42,
  walk: 6,
  across: [-4, 1.6],
};

/** The middle of the stream: it comes from the middle of the distance and passes on the right; people walk on its left bank. */
const middle = (z: number): number => 5 * steady.exp(-((Math.max(0, z) / 17) ** 2)) + steady.sin(z / 8) * 0.9;
const half = 2.4;
/** How deep in the view the bridge lies, in metres. */
const crossing = 17;

/** A river between grassy banks: a path beside it, reeds and stones, willows; farther up a bridge with its road. */
export function drawRiver(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} river`);
  const { light, canvas, camera } = scene;
  const { x, width } = canvas.bounds;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  hills(scene, randomFrom(`${sheet.seed} hills`));
  treeline(canvas, x, x + width, camera.horizon + 4, 40, random, light.level(2.2), light.ink);
  scene.quad(plane(p3(-90, 0, -16), right, away), 0, 0, 180, 156, light.level(0.8), 0);
  lane(scene, (z) => middle(z) - half - 2.4 - Math.max(0, z - 10) * 0.12, 0.6, -4, 40);
  for (let i = 0; i < 22; i++) bankTuft(scene, random);
  stream(scene);
  ripples(scene, random);
  const stone = sheet.manner !== "japanese" || sheet.seed % 3 === 0 || /石|stone/i.test(sheet.name);
  roadBridge(scene, p3(middle(crossing), 0, crossing), half, stone ? "stone" : "planks");
  banksTrees(scene, sheet);
  stones(scene, sheet);
  scene.flush();
  reeds(scene, random);
}

function edge(side: number, shift = 0): Point3[] {
  const points: Point3[] = [];
  for (let z = -12; z < 60; z += Math.max(0.6, Math.abs(z) * 0.14))
    points.push(p3(middle(z) + side * (half + shift + steady.sin(z * 1.3) * 0.22), 0.001, z));
  return points;
}

/** The water, lower than its banks: earth on both sides, and the dark that the far bank throws on it. */
function stream(scene: Scene): void {
  scene.canvas.as("water", () => {
    const { light } = scene;
    const [left, rightSide] = [edge(-1), edge(1)];
    // Darker than its banks: white, it would be a road beside the other.
    scene.poly([...left, ...[...rightSide].reverse()], light.level(light.dark ? 3 : 2.6), 0);
    const earth = light.level(light.dark ? 5 : 4.4);
    scene.poly([...left, ...edge(-1, -0.34).reverse()], earth, 1.2);
    scene.poly([...rightSide, ...edge(1, -0.5).reverse()], earth, 1.4);
    scene.poly([...edge(1, -0.5), ...edge(1, -1.3).reverse()], light.level(light.dark ? 4 : 2), 0);
  });
}

/** Level strokes that grow towards the reader, closer together in the shade of the right bank. */
function ripples(scene: Scene, random: Random): void {
  const { canvas, light, camera, bounds } = scene;
  let [path, glints] = ["", ""];
  for (let i = 0; i < 64; i++) {
    const z = 1 + 34 * random() ** 2;
    const u = random() ** 0.7;
    const at = scene.page(p3(middle(z) - half + 0.5 + u * (2 * half - 1), 0, z));
    if (!at || at.x < bounds.x - 40 || at.x > bounds.x + bounds.width + 40 || at.y > bounds.y + bounds.height) continue;
    const s = camera.focal / at.depth;
    const long = s * random.between(0.3, 0.8);
    const stroke = ripple(at.x - long / 2, at.y, long, s * 0.02, Math.max(1.2, Math.min(4, s * 0.022)));
    if (i % 3) glints += stroke;
    else path += stroke;
  }
  canvas.fill(glints, "#fff");
  canvas.fill(path, light.ink);
}

/** Trees on both banks, well off the water, none before the bridge or on its road. */
function banksTrees(scene: Scene, { manner, seed }: PlaceSheet): void {
  const random = randomFrom(`${seed} banks`);
  for (let i = 0; i < 9; i++) {
    const side = i % 2 ? 1 : -1;
    const z = random.between(crossing + 4, 34);
    const at = p3(middle(z) + side * (half + random.between(2.4, 9)), 0, z);
    treeAt(
      scene,
      at,
      random.between(5, 8),
      manner === "japanese" && i % 3 === 0 ? "pine" : "broad",
      seed + i,
      i % 4 === 1,
    );
  }
  // One great tree near on the left frames the view.
  treeAt(scene, p3(-5.4, 0, 7.5), 8, manner === "japanese" ? "pine" : "broad", seed, true);
}

function stones(scene: Scene, { seed }: PlaceSheet): void {
  for (const [dx, z] of [
    [-0.9, 3.4],
    [1, 5.5],
    [-0.4, 8],
    [-1.8, 5],
  ] as const) {
    const at = p3(middle(z) + dx, 0, z);
    scene.later(at, () => {
      const foot = scene.page(at);
      if (foot) boulder(scene, foot, scene.scaleAt(at) * 0.34, randomFrom(`${seed} ${z}`));
    });
  }
}

/** A tuft of grass on the left bank, between the path and the water or beyond the path. */
function bankTuft(scene: Scene, random: Random): void {
  const z = 1 + 12 * random() ** 1.6;
  const beyond = random() < 0.6;
  const off = beyond ? random.between(4.2, 9) : random.between(0.7, 1.5);
  tuft(scene, middle(z) - half - off, z, random);
}

function reeds(scene: Scene, random: Random): void {
  const { canvas, light } = scene;
  for (const side of [-1, 1])
    for (const z of [1.4, 2.2, 3.4, 5, 7]) {
      if (z < scene.clearance) continue;
      const at = scene.page(p3(middle(z) + side * (half + 0.1), 0, z));
      const s = scene.scaleAt(p3(0, 0, z));
      if (!at) continue;
      const ends = [at.x - s * 0.4, at.x + s * 0.4].map((x) => ({ x, y: at.y }));
      const [from, to] = [ends[0] ?? at, ends[1] ?? at];
      grass(canvas, from, to, 7, Math.min(90, s * 0.5), random, light.ink);
      if (z > 3 && side > 0)
        clump(canvas, { x: at.x + s * 0.8, y: at.y - s * 0.1 }, s * 0.5, s * 0.3, random, leafInk(light, 0.2));
    }
}
