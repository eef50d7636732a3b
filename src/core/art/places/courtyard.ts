import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { archOn } from "./hall.ts";
import { barrel } from "./furniture.ts";
import { away, p3, plane, right, type Scene, up } from "./scene.ts";
import { drawSky, overRoofs } from "./sky.ts";
import { well } from "./street.ts";
import { cobbles, masonry } from "./textures.ts";

/** The paved court of a large house or castle, by the name of the place. */
export const isCourtyard = ({ kind, name, manner }: PlaceSheet): boolean =>
  kind === "yard" && manner === "european" && /\bcourt/i.test(name);

/** How far the walls stand, and how high, in metres. */
const [half, far, high] = [5.2, 9, 6.4];

/** A court between walls of stone: arched doors, narrow windows, a well, flagstones, the sky over the battlements. */
export function drawCourtyard(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} courtyard`);
  const { canvas, light, camera } = scene;
  drawSky(canvas, light, camera.horizon, sheet.seed, overRoofs);
  scene.quad(plane(p3(-60, 0, -12), right, away), 0, 0, 120, 21, light.level(0.6), 0);
  cobbles(scene, plane(p3(-half, 0, -2), right, away), 2 * half, 11, random);
  const walls = [
    { on: plane(p3(-half, 0, -6), away, up), length: far + 6, level: 2.4 },
    { on: plane(p3(half, 0, -6), away, up), length: far + 6, level: 1.4 },
    { on: plane(p3(-half, 0, far), right, up), length: 2 * half, level: 0.6 },
  ];
  for (const { on, length, level } of walls) {
    for (let a = 0; a < length; a += 1.3) scene.quad(on, a, high, 0.75, 0.7, light.level(level), 0.9);
    scene.quad(on, 0, 0, length, high, light.level(level), 1.1);
    masonry(scene, on, length, high, 0.42, 0.5, random);
    for (let a = 1.6; a < length - 1; a += 2.6) {
      scene.poly(archOn(on, a, 3.2, 0.6, 1.4, true), light.window(random() < 0.3), 1);
    }
  }
  const back = plane(p3(-half, 0, far), right, up);
  const door = half - 1.1 + (sheet.seed % 2 ? 1.6 : -1.6);
  scene.poly(archOn(back, door - 0.2, 0, 2.6, 3, false), light.level(1), 1.2);
  scene.poly(archOn(back, door, 0, 2.2, 2.7, false), light.level(6), 1);
  scene.box(p3(-half + door - 0.3, 0, far - 0.9), 2.8, 0.2, 0.9, {
    front: light.level(2),
    side: light.level(3),
    top: light.level(0),
  });
  well(scene, p3((sheet.seed % 2 ? -1 : 1) * 2.2, 0, 5.4));
  barrel(scene, p3((sheet.seed % 2 ? 1 : -1) * 3.6, 0, 6.6), 0.9);
  scene.flush();
}
