import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { penStroke } from "../ink.ts";
import { worldSky } from "./far-worlds.ts";
import { hills } from "./hills.ts";
import { groundDetail, meadow, treeAt } from "./open-ground.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene, up } from "./scene.ts";
import { openFlame } from "./torch.ts";
import type { Stations } from "./view.ts";

export const campStations: Stations = {
  wide: { z: -1, eye: 2.2, x: 0.8, yaw: 4 },
  near: { z: 1 },
  swing: 16,
  horizon: 0.52,
  walk: 6,
};

/** People who sleep under canvas. */
export const isCamp = ({ kind, name }: PlaceSheet): boolean =>
  kind === "field" && /\bcamps?\b|encampment|bivouac|\btents?\b|camp-?fire|陣屋|天幕|野営/iu.test(name);

/** A camp: tents in a half ring round a fire, packs beside them, trees and hills behind. */
export function drawCamp(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const random = randomFrom(`${sheet.seed} camp`);
  worldSky(scene, sheet);
  hills(scene, randomFrom(`${sheet.seed} hills`));
  scene.quad(plane(p3(-120, 0, -4), right, away), 0, 0, 240, 200, light.level(0.5), 0.6);
  for (let i = 0; i < (sheet.world === "planet" ? 0 : 8); i++)
    treeAt(
      scene,
      p3((i % 2 ? 1 : -1) * random.between(5, 14), 0, random.between(15, 22)),
      random.between(4.5, 7),
      "fir",
      sheet.seed + i,
      i % 3 !== 0,
    );
  for (const [x, z] of [
    [-4.4, 7.5],
    [-1.6, 11.5],
    [3.4, 10.5],
    [5, 6.8],
  ] as const)
    scene.later(p3(x, 0, z), () => tent(scene, p3(x, 0, z)));
  scene.later(p3(0.6, 0, 7.6), () => fire(scene, p3(0.6, 0, 7.6)));
  for (const [x, z] of [
    [-2.4, 7],
    [2.6, 8.4],
  ] as const)
    scene.later(p3(x, 0, z), () =>
      scene.box(p3(x - 0.4, 0, z), 0.8, 0.45, 0.5, {
        front: light.level(2),
        side: light.level(4),
        top: light.level(1),
      }),
    );
  groundDetail(scene, random, 4);
  meadow(scene, random, 0, 10, 20, 4);
  scene.flush();
}

/** A ridge tent with its open flap towards the reader. */
function tent(scene: Scene, at: Point3): void {
  const { light } = scene;
  const q = (x: number, y: number, z: number): Point3 => p3(at.x + x, y, at.z + z);
  const cloth = light.dark ? light.level(0) : "#fff";
  for (const s of [-1, 1])
    if (scene.faces(q(s * 1.2, 0, 0), p3(s * 2, 1.2, 0)))
      scene.poly([q(s * 1.2, 0, 0), q(s * 1.2, 0, 2.8), q(0, 2, 2.8), q(0, 2, 0)], light.level(s > 0 ? 2.4 : 1), 1.1);
  scene.poly([q(-1.2, 0, 0), q(1.2, 0, 0), q(0, 2, 0)], cloth, 1.3);
  scene.poly([q(-0.36, 0, -0.01), q(0.42, 0, -0.01), q(0, 1.75, -0.01)], light.dark ? "#000" : light.level(5.4), 1);
  scene.poly([q(0.42, 0, -0.02), q(0.8, 0.5, -0.02), q(0, 1.75, -0.02)], cloth, 1);
  scene.rules(
    [
      [q(0, 2, 0), q(0, 0, -1.3)],
      [q(0, 2.2, 0), q(0, 0, 0)],
    ],
    0.8,
  );
}

function fire(scene: Scene, at: Point3): void {
  const { canvas, light } = scene;
  const p = scene.page(at);
  const s = scene.scaleAt(at);
  if (!p || s > 200) return;
  const rise = Array.from({ length: 8 }, (_, k) => ({
    x: p.x + steady.sin(k * 1.3) * s * 0.12 + k * s * 0.1,
    y: p.y - s * (0.7 + k * 0.5),
  }));
  canvas.fill(
    penStroke(rise, s * 0.5, { swellTo: 0.6, thinFrom: 0.7, tip: 0.1 }),
    light.dark ? canvas.sparks(0.24) : canvas.dots(0.2, null),
  );
  if (light.dark || light.time === "dusk") canvas.veil({ x: p.x, y: p.y - s * 0.3 }, [s * 0.4, s * 2.6], 0.55, "white");
  scene.quad(
    plane(p3(at.x - 0.7, 0.001, at.z - 0.3), right, away),
    0,
    0,
    1.4,
    0.6,
    light.dark ? "#000" : light.level(4),
    0.8,
  );
  for (const [dx, size] of [
    [-0.16, 1.5],
    [0.18, 1.7],
    [0, 2.3],
  ] as const)
    openFlame(scene, { x: p.x + dx * s, y: p.y }, s * size);
  scene.rules(
    [
      [p3(at.x - 0.5, 0.04, at.z - 0.1), p3(at.x + 0.45, 0.12, at.z)],
      [p3(at.x + 0.5, 0.04, at.z - 0.1), p3(at.x - 0.45, 0.12, at.z)],
    ],
    4,
  );
  scene.rules(
    [
      [p3(at.x - 0.9, 0, at.z), p3(at.x - 0.7, 1.55, at.z)],
      [p3(at.x + 0.9, 0, at.z), p3(at.x + 0.7, 1.55, at.z)],
      [p3(at.x - 0.75, 1.4, at.z), p3(at.x + 0.75, 1.4, at.z)],
    ],
    1.4,
  );
  scene.quad(
    plane(p3(at.x - 0.18, 0.88, at.z - 0.02), right, up),
    0,
    0,
    0.36,
    0.3,
    light.dark ? "#000" : light.level(5),
    1,
  );
  scene.rules([[p3(at.x, 1.18, at.z), p3(at.x, 1.4, at.z)]], 1);
}
