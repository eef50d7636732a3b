import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { boulder } from "./cave.ts";
import { grass, treeline } from "./foliage.ts";
import { cliff, range } from "./mountain.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { drawSky } from "./sky.ts";
import { smallBoat } from "./vehicles.ts";
import type { Stations } from "./view.ts";
import { hills, meadow, treeAt } from "./open-ground.ts";

export const riverStations: Stations = {
  wide: { z: -1, eye: 3, middle: 2.4, x: 0.5, yaw: 3 },
  near: { z: 1.2 },
  swing: 18,
  horizon: 0.46,
  walk: 6,
  across: [-4, 2.6],
};
export const shoreStations: Stations = { wide: { z: 0, eye: 3 }, near: { z: 1 }, swing: 16, horizon: 0.46, walk: 3.9 };

/** The surface of water to the horizon: tone that lightens towards the reader, strokes that grow, a path of light. */
export function waterSurface(scene: Scene, seed: number, from: number): void {
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
  for (let i = 0; i < 80; i++) {
    const t = random() ** 1.5;
    const row = camera.horizon + 3 + (limit - camera.horizon) * t;
    const length = (14 + 90 * t) * random.between(0.5, 1.2);
    const at = x + random() * width;
    const crest = (1.4 + 5 * t) * rough;
    const wave = penStroke(
      [
        { x: at, y: row },
        { x: at + length * 0.25, y: row - crest },
        { x: at + length * 0.5, y: row },
        { x: at + length * 0.75, y: row - crest },
        { x: at + length, y: row },
      ],
      1 + 2.4 * t,
      { swellTo: 0.4, thinFrom: 0.6, tip: 0 },
    );
    if (Math.abs(at + length / 2 - (x + width * 0.5)) < width * (0.06 + 0.1 * t) && i % 2) lightPath += wave;
    else path += wave;
  }
  canvas.fill(path, light.ink);
  canvas.fill(lightPath, light.dark ? "#fff" : "#fff");
}

/** A river between banks: reeds, willows, a plank bridge, stones in the stream. */
export function drawRiver(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} river`);
  const { light, canvas, camera } = scene;
  const { x, width } = canvas.bounds;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  hills(scene, randomFrom(`${sheet.seed} hills`));
  treeline(canvas, x, x + width, camera.horizon + 4, 40, random, light.level(2.6), light.ink);
  scene.quad(plane(p3(-90, 0, -16), right, away), 0, 0, 180, 156, light.level(0.3), 0);
  // The bank where people walk is on the left; the river comes from the middle of the distance and passes on the right.
  const middle = (z: number): number => 5.2 * Math.exp(-((Math.max(0, z) / 17) ** 2)) + Math.sin(z / 8) * 1.1;
  const bank = (side: number): Point3[] => {
    const points: Point3[] = [];
    for (let z = -12; z < 60; z += Math.max(0.7, Math.abs(z) * 0.2))
      points.push(p3(middle(z) + side * (2 + Math.sin(z * 1.3) * 0.25), 0.001, z));
    return points;
  };
  meadow(scene, random, 1, 14, 46, 6);
  scene.poly([...bank(-1), ...bank(1).reverse()], light.dark ? "#000" : light.level(2.4), 1.6);
  for (const side of [-1, 1])
    scene.strokes(
      bank(side)
        .slice(0, 34)
        .map((p) => [p, p3(p.x - side * 0.5, 0, p.z + 0.1)] as const),
      1,
    );
  const flow = [];
  for (let i = 0; i < 60; i++) {
    const z = 0.8 + 24 * random() ** 2;
    const at = middle(z) + random.between(-1.6, 1.6);
    flow.push([p3(at, 0, z), p3(at + (middle(z + 0.9) - middle(z)), 0, z + random.between(0.4, 1.2))] as const);
  }
  scene.strokes(flow, 0.8, light.ink);
  scene.later(p3(middle(13), 0, 13), () => bridge(scene, middle(13)), 3);
  for (let i = 0; i < 8; i++)
    treeAt(
      scene,
      p3(middle(8) + (i % 2 ? 1 : -1) * random.between(3.6, 8), 0, random.between(8, 24)),
      random.between(5, 8),
      sheet.manner === "japanese" && i % 3 === 0 ? "pine" : "broad",
      sheet.seed + i,
    );
  for (const [dx, z] of [
    [-0.9, 3.4],
    [1, 5.5],
    [-0.4, 8],
    [2.1, 3],
    [-2.2, 5],
  ] as const) {
    const at = p3(middle(z) + dx, 0, z);
    scene.later(at, () => {
      const foot = scene.page(at);
      if (foot) boulder(scene, foot, scene.scaleAt(at) * 0.36, randomFrom(`${sheet.seed} ${z}`));
    });
  }
  scene.flush();
  for (const side of [-1, 1])
    for (const z of [1.4, 2.2, 3.4, 5]) {
      const at = scene.page(p3(middle(z) + side * 2.2, 0, z));
      const s = scene.scaleAt(p3(0, 0, z));
      if (at)
        grass(
          canvas,
          { x: at.x - s * 0.3, y: at.y },
          { x: at.x + s * 0.3, y: at.y },
          8,
          Math.min(90, s * 0.55),
          random,
          light.ink,
        );
    }
}

function bridge(scene: Scene, x: number): void {
  const { light } = scene;
  const arch: Point3[] = [];
  for (let i = 0; i <= 12; i++) arch.push(p3(x - 2.4 + i * 0.4, Math.sin((Math.PI * i) / 12) * 1.1, 13));
  scene.poly(
    [
      p3(x - 4.6, 0, 13),
      p3(x - 4.6, 0.9, 13),
      p3(x, 2.1, 13),
      p3(x + 4.6, 0.9, 13),
      p3(x + 4.6, 0, 13),
      ...arch.reverse(),
    ],
    light.level(1),
    1.3,
  );
  scene.line([p3(x - 4.6, 1.4, 13), p3(x, 2.6, 13), p3(x + 4.6, 1.4, 13)], 2.4);
  const posts = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map(
    (u) => [p3(x + u, 2.1 - Math.abs(u) * 0.26, 13), p3(x + u, 2.6 - Math.abs(u) * 0.26, 13)] as const,
  );
  scene.rules(posts, 1.4);
}

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
  const top = { x: side > 0 ? x + width * 0.7 : x + width * 0.3, y: camera.horizon - height * 0.24 };
  cliff(scene, top, side, camera.horizon + height * 0.05, random);
  smallBoat(scene, p3(-side * random.between(4, 14), 0, 40), side, random() < 0.7);
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
      canvas.fill(
        penStroke(
          [
            { x: foot.x - s * 1.2, y: foot.y + 2 },
            { x: foot.x - s * 0.4, y: foot.y - s * 0.1 },
            { x: foot.x + s * 0.3, y: foot.y + 2 },
            { x: foot.x + s * 1.2, y: foot.y - s * 0.06 },
          ],
          Math.max(2, s * 0.13),
          { swellTo: 0.4, thinFrom: 0.6 },
        ),
        "#fff",
      );
    });
  }
  scene.flush();
}

function surf(scene: Scene, random: Random, side: number): void {
  const { light } = scene;
  const line = (z: number, own: Random): Point3[] => {
    const points: Point3[] = [];
    for (let u = -22; u <= 22; u += 1.1)
      points.push(p3(u, 0.002, z + Math.sin(u * 0.7) * 0.35 + own.between(-0.14, 0.14) - side * u * 0.05));
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
      "#fff",
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
