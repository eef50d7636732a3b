import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { boulder } from "./cave.ts";
import { cliff, range } from "./mountain-range.ts";
import type { Point3 } from "./perspective.ts";
import { p3, type Scene } from "./scene.ts";
import { drawSky } from "./sky.ts";
import { smallBoat } from "./vehicles.ts";
import type { Stations } from "./view.ts";

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
  for (let i = 0; i < 70; i++) {
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
