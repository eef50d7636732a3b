import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { house, streetLamp } from "./buildings.ts";
import { crowd } from "./crowd.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { along, drawShell, lamplight } from "./shell.ts";
import { drawSky, overRoofs } from "./sky.ts";
import { circlePath } from "../tone.ts";
import { cobbles } from "./textures.ts";
import { horseCab } from "./horse-drawn.ts";
import { car, rickshaw } from "./vehicles.ts";
import type { Stations } from "./view.ts";

export const cabStations: Stations = {
  wide: { z: -3, eye: 1.9, x: 0.5 },
  near: { z: -0.4, x: 0 },
  swing: 5,
  horizon: 0.46,
  walk: 4.4,
};
export const cabInsideStations: Stations = { ...cabStations, walk: 1.9, ceiling: 2.3 };

/** A carriage on its way through a street, seen from its side. */
export function drawCabOutside(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} cab`);
  const { light, canvas, camera } = scene;
  drawSky(canvas, light, camera.horizon, sheet.seed, overRoofs);
  scene.quad(plane(p3(-60, 0, -6), right, away), 0, 0, 120, 60, light.level(0.3), 0.6);
  fronts(scene, sheet, random);
  scene.quad(plane(p3(-60, 0.1, 11.4), right, away), 0, 0, 120, 3, light.level(1), 1);
  if (sheet.manner === "european") cobbles(scene, plane(p3(-7, 0, 1), right, away), 14, 10, random);
  for (const x of [-7, 0.5, 8]) streetLamp(scene, p3(x, 0, 11.7));
  crowd(scene, sheet.manner, sheet.seed, { count: 5, across: [-10, 10], deep: [12, 13.6] });
  const dir = sheet.seed % 2 ? 1 : -1;
  if (sheet.manner === "modern") car(scene, p3(dir * -0.6, 0, 5.6), dir);
  else if (sheet.manner === "japanese") rickshaw(scene, p3(dir * -0.6, 0, 5), dir);
  else horseCab(scene, p3(dir * -1.2, 0, 7), dir);
  scene.flush();
}

function fronts(scene: Scene, sheet: PlaceSheet, random: Random): void {
  const low = sheet.manner === "japanese";
  for (let i = 0; i < 7; i++) {
    const x = -28 + i * 8;
    const floors = low ? 1 : Math.round(random.between(2, 3.4));
    scene.later(
      p3(x, 0, 16),
      () =>
        house(scene, {
          x,
          z: 14.4,
          width: 7.9,
          depth: 6,
          height: floors * 3,
          roof: sheet.manner === "modern" ? 0 : 2.2,
          ridge: i % 2 ? "x" : "z",
          floors,
          manner: sheet.manner,
          seed: sheet.seed + i * 13,
          level: random.pick([0, 0.6, 1, 2.4]),
          sign: random() < 0.5,
        }),
      1e9,
    );
  }
}

/** Inside a carriage: the buttoned seat, windows with straps to both sides, the street passing. */
export function drawCabInside(_: PlaceSheet, scene: Scene): void {
  const { light, canvas } = scene;
  const shell = drawShell(
    scene,
    { width: 2.2, depth: 2.6, height: 2.3 },
    { floor: 3, ceiling: 2, back: 3.4, left: 2.4, right: 2.4 },
  );
  scene.quad(shell.back, 0.15, 0.5, 1.9, 1.25, light.level(4.4), 1.2);
  for (let row = 0; row < 3; row++)
    for (let k = 0; k < 5; k++) {
      const at = shell.back.at(0.38 + k * 0.36 + (row % 2) * 0.12, 0.75 + row * 0.36);
      const p = scene.page(at);
      if (p) canvas.shape(circlePath(p.x, p.y, Math.max(1.6, scene.scaleAt(at) * 0.025)), "#fff", 1, light.ink);
      scene.strokes(
        [
          [at, { ...at, x: at.x + 0.16, y: at.y + 0.17 }],
          [at, { ...at, x: at.x - 0.16, y: at.y + 0.17 }],
        ],
        0.6,
        "#fff",
      );
    }
  scene.quad(shell.back, 0.75, 1.82, 0.7, 0.3, light.time === "night" ? "#000" : "#fff", 1.1);
  for (const wall of [shell.left, shell.right]) {
    const a = along(shell, 0.7);
    scene.quad(wall, a, 1, 1.3, 0.95, light.time === "night" ? "#000" : "#fff", 1.2);
    if (light.time !== "night")
      scene.poly(
        [
          wall.at(a, 1),
          wall.at(a + 1.3, 1),
          wall.at(a + 1.3, 1.5),
          wall.at(a + 0.9, 1.5),
          wall.at(a + 0.9, 1.7),
          wall.at(a + 0.4, 1.7),
          wall.at(a + 0.4, 1.4),
          wall.at(a, 1.4),
        ],
        light.level(2),
        0.7,
      );
    scene.strokes(
      [1.15, 1.35, 1.6].map((b) => [wall.at(a + 0.1, b), wall.at(a + 1.1, b)] as const),
      0.6,
      light.time === "night" ? "#fff" : light.ink,
    );
    scene.quad(wall, along(shell, -6), 0, 9, 0.95, light.level(4), 0.9);
    scene.quad(wall, along(shell, 0.35), 1.05, 0.09, 0.8, light.level(5.4), 0.9);
  }
  scene.later(
    p3(0, 0, 2.2),
    () =>
      scene.box(p3(-1.05, 0, 1.95), 2.1, 0.5, 0.62, {
        front: light.level(5),
        side: light.level(5),
        top: light.level(3.4),
      }),
    1e9,
  );
  scene.flush();
  lamplight(scene, p3(0, 1.6, 1.4), 0.7);
}
