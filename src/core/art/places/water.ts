import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { boulder } from "./cave.ts";
import { cliff, range } from "./mountain-range.ts";
import type { Point3 } from "./perspective.ts";
import { scallops } from "./scallops.ts";
import { p3, type Scene } from "./scene.ts";
import { drawSky } from "./sky.ts";
import { smallBoat } from "./vehicles.ts";
import type { Stations } from "./view.ts";

export const shoreStations: Stations = { wide: { z: 0, eye: 3 }, near: { z: 1 }, swing: 16, horizon: 0.46, walk: 3.9 };

/** The surface of water to the horizon: tone that lightens towards the reader, strokes that grow, a path of light. */
export function waterSurface(scene: Scene, seed: number, from: number): void {
  scene.canvas.as("water", () => {
    const { canvas, light, camera } = scene;
    const { x, y, width, height } = canvas.bounds;
    const random = randomFrom(`${seed} waves`);
    const sea = { x: x - 2, y: camera.horizon, width: width + 4, height: y + height - camera.horizon + 4 };
    canvas.raw(
      `<rect x="${brief(sea.x)}" y="${brief(sea.y)}" width="${brief(sea.width)}" height="${brief(Math.max(1, sea.height))}" fill="${light.dark ? "#000" : "#fff"}"/>`,
    );
    if (light.dark) canvas.gradient({ ...sea, height: sea.height * 0.4 }, 0.3, 0, { ink: "white" });
    else
      canvas.gradient({ ...sea, height: sea.height * 0.8 }, light.weather === "storm" ? 0.8 : 0.5, 0.08, {
        ink: "black",
      });
    canvas.line(`M${brief(x)} ${brief(camera.horizon)}H${brief(x + width)}`, 1.6, light.ink);
    const rough = light.weather === "storm" || light.weather === "wind" ? 2 : 1;
    let path = "";
    let lightPath = "";
    const limit = from > 0 ? (scene.page(p3(0, 0, from))?.y ?? y + height) : y + height;
    for (let i = 0; i < 70; i++) {
      const t = random() ** 1.5;
      const row = camera.horizon + 3 + (limit - camera.horizon) * t;
      const length = (14 + 90 * t) * random.between(0.5, 1.2);
      const at = x + random() * width;
      const wave = ripple(at, row, length, (0.8 + 2.2 * t) * rough, 1 + 1.8 * t);
      if (Math.abs(at + length / 2 - (x + width * 0.5)) < width * (0.06 + 0.1 * t) && i % 2) lightPath += wave;
      else path += wave;
    }
    canvas.fill(path, light.ink);
    canvas.fill(lightPath, light.dark ? "#fff" : "#fff");
  });
}

/** One crest seen nearly from the side: a long flat stroke with its highest point before its middle. */
export const ripple = (x: number, y: number, length: number, crest: number, weight: number): string =>
  penStroke(
    [0, 0.2, 0.42, 0.7, 1].map((t, i) => ({ x: x + length * t, y: y - crest * ([0, 0.7, 1, 0.3, 0.1][i] ?? 0) })),
    weight,
    { swellTo: 0.35, thinFrom: 0.5, tip: 0 },
  );

/** A shore: surf on sand, a headland, rocks with foam, gulls by the sky. */
export function drawShore(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} shore`);
  const { light, canvas, camera } = scene;
  const { x, width, height } = canvas.bounds;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  if (sheet.seed % 2)
    range(scene, { base: camera.horizon + 1, height: height * 0.12, peaks: 3, shift: 0, seed: sheet.seed, far: true });
  waterSurface(scene, sheet.seed, 5);
  const side = sheet.seed % 3 === 0 ? 1 : -1;
  const tip = x + width * (0.5 + side * random.between(0.12, 0.24));
  cliff(scene, { x: tip, y: camera.horizon + 2 }, side, height * random.between(0.16, 0.26), random);
  smallBoat(scene, p3(-side * random.between(4, 14), 0, 40), side);
  scene.flush();
  surf(scene, random, side);
  for (let i = 0; i < 7; i++) {
    const at = p3(side * random.between(1.4, 5), 0, random.between(4.6, 9));
    const own = randomFrom(`${sheet.seed} rock ${i}`);
    scene.later(at, () => {
      const foot = scene.page(at);
      const s = scene.scaleAt(at) * own.between(0.3, 0.9);
      if (!foot) return;
      boulder(scene, foot, s, own);
      foamRound(scene, foot, s * 1.25, own);
    });
  }
  scene.flush();
}

/** Foam about the foot of a rock, `half` wide to either side: it lies before the rock, so that this stands in the water and not on it. */
export function foamRound({ canvas, light }: Scene, foot: Point, half: number, random: Random): void {
  const crest = Array.from({ length: 8 }, (_, i) => ({
    x: foot.x + half * (-1 + (i * 2) / 7),
    y: foot.y + half * (i % 7 ? random.between(-0.12, -0.03) : 0.02),
  }));
  const end = { x: foot.x - half, y: foot.y + half * 0.02 };
  const body = `${scallops(crest, random)}Q${brief(foot.x)} ${brief(foot.y + half * 0.26)} ${brief(end.x)} ${brief(end.y)}Z`;
  canvas.shape(body, light.dark ? "#000" : "#fff", 1.3, light.ink);
}

function surf(scene: Scene, random: Random, side: number): void {
  const { light } = scene;
  const line = (z: number, own: Random): Point3[] => {
    const points: Point3[] = [];
    for (let u = -22; u <= 22; u += 1.1)
      points.push(p3(u, 0.002, z + steady.sin(u * 0.7) * 0.35 + own.between(-0.14, 0.14) - side * u * 0.05));
    return points;
  };
  const sand = line(4.6, randomFrom("sand"));
  scene.poly([...sand, p3(30, 0, -16), p3(-30, 0, -16)], light.dark ? scene.canvas.sparks(0.2, "black") : "#fff", 0);
  for (const [z, w] of [
    [5.6, 1],
    [4.9, 1.4],
    [4.5, 2],
  ] as const) {
    const own = randomFrom(`surf ${z}`);
    const crest = line(z, own);
    scene.poly(
      [...crest, ...[...crest].reverse().map((p) => ({ ...p, z: p.z - 0.24 - own() * 0.2 }))],
      light.paper,
      w * 0.5,
    );
  }
  const marks = [];
  for (let i = 0; i < 36; i++) {
    const [u, z] = [random.between(-4, 4), random.between(0.8, 4)];
    marks.push([p3(u, 0, z), p3(u + random.between(0.03, 0.16), 0, z)] as const);
  }
  scene.strokes(marks, 0.9);
}
