import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief } from "../canvas.ts";
import { cylinder, wood } from "./furniture.ts";
import type { Point3 } from "./perspective.ts";
import { p3, type Scene } from "./scene.ts";
import { scallops } from "./scallops.ts";
import { drawSky } from "./sky.ts";
import { smallBoat } from "./vehicles.ts";
import type { Stations } from "./view.ts";
import { waterSurface } from "./water.ts";

export const boatStations: Stations = {
  wide: { z: -4.6, eye: 2.3, x: 0.5, yaw: 5 },
  near: { z: -0.6 },
  swing: 20,
  horizon: 0.42,
  walk: 2.6,
  across: [-0.35, 0.35],
};

const water = -0.35;

function sea(sheet: PlaceSheet, scene: Scene): void {
  const { light, canvas, camera } = scene;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  waterSurface(scene, sheet.seed, 0);
  if (light.weather === "storm" || light.weather === "wind") swell(scene, sheet.seed);
  const random = randomFrom(`${sheet.seed} sails`);
  smallBoat(scene, p3(random.between(-16, 16), water, 46), random() < 0.5 ? 1 : -1);
}

/** High waves in rows: hollow troughs between pointed crests, foam that runs down from each. */
function swell(scene: Scene, seed: number): void {
  const { canvas, light, camera } = scene;
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} swell`);
  const deep = y + height - camera.horizon;
  for (const t of [0.1, 0.32, 0.66]) {
    const step = Math.min(width, deep * 2) * (0.16 + t * 0.4);
    const rise = step * 0.3;
    const level = camera.horizon + deep * t;
    let [at, foam] = [x - step * random.between(0.3, 1), ""];
    let edge = `M${brief(at)} ${brief(level)}`;
    while (at < x + width) {
      const span = step * random.between(0.75, 1.3);
      const crest = { x: at + span, y: level - rise * random.between(0.35, 1) };
      edge += `Q${brief(at + span * 0.56)} ${brief(level + rise * 0.5)} ${brief(crest.x)} ${brief(crest.y)}`;
      foam += foamOn(crest, rise, random);
      at = crest.x;
    }
    const low = `L${brief(at)} ${brief(y + height + 6)}L${brief(x - step)} ${brief(y + height + 6)}Z`;
    canvas.shape(edge + low, light.dark ? "#000" : canvas.dots(0.5 - t * 0.4), 1.2 + t * 1.4, light.ink);
    canvas.shape(foam, light.dark ? "#000" : "#fff", 1.2, light.ink);
  }
}

/** Foam on the crest of a wave: its upper edge is the wave's, its lower one hangs in rounds down the near side. */
function foamOn({ x, y }: Point, rise: number, random: Random): string {
  const [left, right] = [rise * random.between(0.4, 0.6), rise * random.between(0.7, 1)];
  const low = [0.75, 0.4, 0, -0.4, -0.75].map((t) => ({
    x: x + t * (t > 0 ? right : left),
    y: y + rise * (0.62 - 0.26 * Math.abs(t)) * random.between(0.8, 1.15),
  }));
  const [from, to] = [
    { x: x - left, y: y + rise * 0.36 },
    { x: x + right, y: y + rise * 0.5 },
  ];
  const over = `M${brief(from.x)} ${brief(from.y)}Q${brief(x - left * 0.4)} ${brief(y + rise * 0.24)} ${brief(x)} ${brief(y)}Q${brief(x + right * 0.4)} ${brief(y + rise * 0.34)} ${brief(to.x)} ${brief(to.y)}`;
  return `${over}${scallops([to, ...low, from], random).replace("M", "L")}Z`;
}

/** In a rowing boat on open water: thwarts, oars, the bow ahead, the sea all round. */
export function drawBoat(sheet: PlaceSheet, scene: Scene): void {
  sea(sheet, scene);
  scene.flush();
  hull(scene, sheet.manner === "japanese");
}

function hull(scene: Scene, flat: boolean): void {
  const { light } = scene;
  const bow = 4.2;
  const half = (z: number): number =>
    (flat ? 0.85 : 1) * Math.sqrt(Math.max(0, 1 - Math.max(0, (z - 0.5) / (bow - 0.5)) ** 2)) + 0.02;
  const edge = (side: number, y: number, grow: number): Point3[] => {
    const points: Point3[] = [];
    for (let z = -4; z <= bow; z += 0.35)
      points.push(p3(side * half(z) * grow, y + Math.max(0, (z - 1.4) / 2.8) ** 2 * 0.4, z));
    points.push(p3(0, y + 0.4, bow));
    return points;
  };
  for (const side of [-1, 1])
    scene.poly([...edge(side, 0.5, 1.06), ...edge(side, water, 0.9).reverse()], light.level(light.dark ? 1 : 3.4), 1.2);
  scene.poly([...edge(-1, 0, 0.8), ...edge(1, 0, 0.8).reverse()], light.level(light.dark ? 0 : 1.4), 1);
  for (const side of [-1, 1]) {
    scene.poly([...edge(side, 0, 0.8), ...edge(side, 0.5, 1).reverse()], light.level(side > 0 ? 2 : 3), 1.1);
    scene.poly([...edge(side, 0.5, 1), ...edge(side, 0.5, 1.1).reverse()], light.level(light.dark ? 2 : 0), 1.3);
  }
  for (const z of [3, 1.7, 0.4, -0.8])
    scene.later(p3(0, 0, z), () => scene.box(p3(-half(z) * 0.92, 0.3, z), half(z) * 1.84, 0.07, 0.26, wood(scene, 1)));
  for (const side of [-1, 1])
    scene.later(p3(side * 1.4, 0, 1.2), () => {
      scene.rules([[p3(side * 0.5, 0.62, 0.9), p3(side * 2.3, -0.2, 1.8)]], 3.4);
      scene.poly(
        [
          p3(side * 2.2, -0.14, 1.72),
          p3(side * 2.8, -0.4, 1.94),
          p3(side * 2.86, -0.42, 2.14),
          p3(side * 2.24, -0.2, 1.9),
        ],
        light.level(1),
        1,
      );
    });
  scene.later(p3(0.4, 0, 2.5), () =>
    cylinder(scene, p3(0.3, 0, 2.5), 0.15, 0.26, 0.05, { body: light.level(3), top: light.level(5), hoops: 2 }),
  );
  scene.flush();
}

/** Open sea: waves to the horizon, a sail; whoever is in the picture sits in a boat. */
export function drawSea(sheet: PlaceSheet, scene: Scene): void {
  sea(sheet, scene);
  scene.flush();
  if (scene.stands.length > 0) hull(scene, false);
}
