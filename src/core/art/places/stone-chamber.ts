import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { column, stool, wood } from "./furniture.ts";
import { archOn } from "./hall.ts";
import { away, p3, type Plane, plane, right, type Scene } from "./scene.ts";
import { along, band, drawShell, lamplight, type Shell } from "./shell.ts";
import { grid, masonry } from "./textures.ts";
import { torch } from "./torch.ts";
import type { Stations } from "./view.ts";

export const stoneChamberStations: Stations = {
  wide: { z: -2.6, eye: 1.7, x: 0.5, yaw: 5 },
  near: { z: -0.6 },
  swing: 12,
  horizon: 0.5,
  walk: 4.2,
  ceiling: 3.6,
};

/** A chamber of stone as castles and old cities have them: columns, an arched opening to the sky, hangings, a bench with furs, torches. */
export function drawStoneChamber(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const random = randomFrom(`${sheet.seed} stone chamber`);
  const side = sheet.seed % 2 ? 1 : -1;
  const shell = drawShell(
    scene,
    { width: 6.4, depth: 5.8, height: 3.9 },
    { floor: 0.8, ceiling: 3.2, back: 1, left: side > 0 ? 2.4 : 1.4, right: side > 0 ? 1.4 : 2.4 },
  );
  for (const [on, width] of [
    [shell.back, shell.width],
    [shell.left, shell.run],
    [shell.right, shell.run],
  ] as const)
    masonry(scene, on, width, shell.height, 0.42, 0.9, random);
  grid(scene, shell.floor, shell.width, shell.run, 7, 22, 0.5);
  band(scene, shell, 3.5, 0.4, 2.6);
  opening(scene, shell.back, side > 0 ? 1 : 3.8);
  hanging(scene, shell.back, side > 0 ? 3.9 : 0.9, sheet.seed);
  doorway(scene, shell, side);
  scene.quad(plane(p3(-1.5, 0.002, 1.2), right, away), 0, 0, 3, 2.6, light.level(2.6), 1);
  scene.quad(plane(p3(-1.3, 0.004, 1.4), right, away), 0, 0, 2.6, 2.2, light.level(0.6), 0.9);
  for (const x of [-2.7, 2.7])
    for (const z of [1.6, 4.9]) scene.later(p3(x, 0, z), () => column(scene, p3(x, 0, z), 0.24, 3.5));
  scene.later(p3(side * 2.1, 0, 3.4), () => bench(scene, side));
  scene.later(p3(-side * 1.9, 0, 4), () => stool(scene, p3(-side * 1.9, 0, 4), 0.45));
  scene.flush();
  lamplight(scene, p3(-side * 1.4, 2.2, 5.6));
  for (const x of [-0.4, 0.4]) torch(scene, p3(x * 6.6, 2, 5.7));
}

/** An arch without a pane, a low wall in it, the sky beyond. */
function opening(scene: Scene, on: Plane, a: number): void {
  const { light } = scene;
  scene.poly(archOn(on, a - 0.16, 0.9, 1.92, 2.36, false), light.level(0.2), 1.1);
  scene.poly(archOn(on, a, 1, 1.6, 2.1, false), light.window(true), 1.1);
  scene.quad(on, a - 0.2, 0.9, 2, 0.14, light.level(0), 1);
}

/** A cloth on its rod, with a broad border and a device. */
function hanging(scene: Scene, on: Plane, a: number, seed: number): void {
  const { light } = scene;
  scene.quad(on, a, 1, 1.6, 2.2, light.level(4), 1.1);
  scene.quad(on, a + 0.16, 1.14, 1.28, 1.96, light.level(1.2), 0.9);
  const device = seed % 2 ? [0.8, 1.5, 1.2, 2.1] : [0.8, 1.4, 1.05, 2.3];
  const [u = 0, low = 0, wide = 0, top = 0] = device;
  scene.poly(
    [on.at(a + u, low), on.at(a + wide, (low + top) / 2), on.at(a + u, top), on.at(a + 2 * u - wide, (low + top) / 2)],
    light.level(5),
    1,
  );
  scene.rules([[on.at(a - 0.14, 3.24), on.at(a + 1.74, 3.24)]], 2.6);
}

function doorway(scene: Scene, shell: Shell, side: number): void {
  const { light } = scene;
  const wall = side > 0 ? shell.left : shell.right;
  scene.poly(archOn(wall, along(shell, 2.2), 0, 1.5, 2.5, false), light.level(0.4), 1.1);
  scene.poly(archOn(wall, along(shell, 2.34), 0, 1.2, 2.3, false), light.level(5.6), 1);
}

/** A bench along the wall with furs thrown over it. */
function bench(scene: Scene, side: number): void {
  const { light } = scene;
  const x = side > 0 ? 2 : -3;
  scene.box(p3(x, 0, 2.4), 1, 0.42, 2.2, wood(scene, 2));
  scene.box(p3(x - 0.04, 0.42, 2.5), 1.06, 0.12, 1.9, {
    front: light.level(4),
    side: light.level(4.6),
    top: light.level(3),
  });
  scene.strokes(
    Array.from(
      { length: 16 },
      (_, i) => [p3(x - 0.05, 0.46, 2.55 + i * 0.11), p3(x - 0.06, 0.3, 2.57 + i * 0.11)] as const,
    ),
    1,
  );
}
