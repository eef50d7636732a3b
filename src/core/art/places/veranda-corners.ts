import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import { boulder } from "./cave.ts";
import { treeline } from "./crowns.ts";
import { cylinder, wood } from "./furniture.ts";
import { stoneLantern } from "./garden.ts";
import { outdoorLight } from "./light.ts";
import type { Corner } from "./nook.ts";
import { openAir, tufts } from "./open-air.ts";
import { treeAt } from "./open-ground.ts";
import { away, p3, plane, right, Scene, up } from "./scene.ts";
import { drawSky } from "./sky.ts";
import { boards, masonry } from "./textures.ts";
import { shoji } from "./fittings.ts";

/** Corners of Japanese houses where inside and outside meet: the open screen before the garden, the well behind the house. */

/** Metres to the sill where the screens slide. */
const sill = 2.6;

/** From a room of mats through the open screens over the veranda into the garden: lantern, pine, stepping stones. */
export const verandaCorner: Corner = (sheet, inside, random) => {
  const { canvas, camera, light } = inside;
  const scene = new Scene(canvas, camera, outdoorLight(canvas, light.time, light.weather), 0);
  const { x, width } = canvas.bounds;
  drawSky(canvas, scene.light, camera.horizon, sheet.seed);
  treeline(canvas, x, x + width, camera.horizon + 3, width * 0.07, random, scene.light.level(2.2), scene.light.ink);
  scene.quad(plane(p3(-40, 0, 3.2), right, away), 0, 0, 80, 60, scene.light.level(0.4), 0);
  for (const [i, z] of [4.2, 5.1, 6.1, 7.2, 8.4].entries()) {
    const at = scene.page(p3(0.5 * steady.sin(i * 1.7), 0, z));
    if (at) boulder(scene, at, scene.scaleAt(p3(0, 0, z)) * 0.26, randomFrom(`${sheet.seed} step ${i}`));
  }
  const side = sheet.seed % 2 ? 1 : -1;
  stoneLantern(scene, p3(side * 1.1, 0, 6.4));
  treeAt(scene, p3(-side * 1.2, 0, 8), 3.6, "pine", sheet.seed);
  treeAt(scene, p3(side * 3.4, 0, 12), 5, "pine", sheet.seed + 3, true);
  scene.flush();
  // The room stands before the garden: its floor, its screens, its lintel.
  const veranda = plane(p3(-4, 0.02, sill + 0.06), right, away);
  inside.quad(veranda, 0, 0, 8, 0.9, light.level(1.2), 1);
  boards(inside, veranda, 8, 0.9, 0.18, random);
  inside.quad(plane(p3(-5, 0.03, -3), right, away), 0, 0, 10, sill + 3, light.level(0.4), 1);
  for (const u of [3.2, 5.04, 6.9])
    inside.quad(plane(p3(u - 5, 0.031, -3), right, away), 0, 0, 0.06, sill + 3, light.level(5), 0);
  const wall = plane(p3(-5, 0.03, sill), right, up);
  shoji(inside, wall, 2.1, 1.9, 1.9, 2);
  shoji(inside, wall, 6.1, 1.9, 1.9, 2);
  inside.quad(wall, 0, 1.9, 10, 0.14, light.level(5), 1);
  inside.quad(wall, 0, 2.04, 10, 1.4, light.level(1), 1);
  for (const u of [3.92, 6.0]) inside.quad(wall, u, 0, 0.1, 1.96, light.level(5), 1);
};

/** A well of stone behind the house: its bucket on a rope, the wet flags round it. */
export const wellCorner: Corner = (sheet, scene, random) => {
  openAir(scene, sheet, random);
  const { light } = scene;
  const pale = light.level(light.dark ? 1 : 0.4);
  for (let i = 0; i < 7; i++) {
    const at = p3(-1.5 + i * 0.5 + random.between(-0.1, 0.1), 0.002, 2 + (i % 3) * 0.4);
    scene.poly(
      [
        p3(at.x, 0.002, at.z),
        p3(at.x + 0.44, 0.002, at.z + 0.04),
        p3(at.x + 0.4, 0.002, at.z + 0.34),
        p3(at.x - 0.04, 0.002, at.z + 0.3),
      ],
      light.level(1.4),
      0.9,
    );
  }
  const curb = { front: pale, side: light.level(3), top: light.level(1) };
  scene.box(p3(-0.7, 0, 2.5), 1.4, 0.72, 1.2, curb);
  masonry(scene, plane(p3(-0.7, 0, 2.5), right, up), 1.4, 0.72, 0.24, 1, random);
  scene.poly(
    [p3(-0.52, 0.721, 2.66), p3(0.52, 0.721, 2.66), p3(0.52, 0.721, 3.54), p3(-0.52, 0.721, 3.54)],
    light.dark ? "#000" : light.level(6),
    1,
  );
  for (const x of [-0.9, 0.78]) scene.box(p3(x, 0, 2.44), 0.12, 2.5, 0.12, wood(scene, light.dark ? 2 : 3));
  scene.box(p3(-1, 1.96, 3.02), 2, 0.1, 0.1, wood(scene, 3));
  scene.rules([[p3(0.05, 1.96, 3.06), p3(0.05, 1.06, 3.06)]], 1.6);
  cylinder(scene, p3(0.05, 0.78, 3.06), 0.17, 0.28, 0, {
    body: light.level(light.dark ? 3 : 2),
    top: light.level(5),
    hoops: 2,
  });
  cylinder(scene, p3(-1.05, 0, 2.2), 0.2, 0.32, 0, {
    body: light.level(light.dark ? 2 : 1),
    top: light.level(5),
    hoops: 2,
  });
  const eaves = [p3(-1.3, 2.36, 2.5), p3(1.3, 2.36, 2.5), p3(1.1, 2.9, 3.2), p3(-1.1, 2.9, 3.2)];
  scene.poly(eaves, light.weather === "snow" ? "#fff" : light.level(4.4), 1.3);
  tufts(scene, random, 12, 1.5, 2.3);
};
