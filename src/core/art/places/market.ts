import { type Random, randomFrom } from "../../geometry/random.ts";
import { type PlaceSheet } from "../artist.ts";
import { house } from "./buildings.ts";
import { crowd } from "./crowd.ts";
import { cylinder, wood } from "./furniture.ts";
import { type Scene, away, p3, plane, right } from "./scene.ts";
import { drawSky, overRoofs } from "./sky.ts";
import { cobbles } from "./textures.ts";
import { type Stations } from "./view.ts";

export const marketStations: Stations = {
  wide: { z: -2.5, eye: 2.2, x: 0.4, yaw: 4 },
  near: { z: 1 },
  swing: 22,
  horizon: 0.44,
  walk: 9,
  across: [-1.5, 1.5],
};

/** A market: stalls with awnings on both sides, baskets and crates, people between them. */
export function drawMarket(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} market`);
  const { canvas, light, camera } = scene;
  drawSky(canvas, light, camera.horizon, sheet.seed, overRoofs);
  scene.quad(plane(p3(-60, 0, -6), right, away), 0, 0, 120, 90, light.level(0.4), 0);
  if (sheet.manner === "european") cobbles(scene, plane(p3(-2.4, 0, -1), right, away), 4.8, 18, random);
  for (let i = 0; i < 6; i++) {
    const hx = -24 + i * 8;
    scene.later(
      p3(hx, 0, 24),
      () =>
        house(scene, {
          x: hx,
          z: 24,
          width: 7.8,
          depth: 6,
          height: sheet.manner === "japanese" ? 3.2 : 6.4,
          roof: sheet.manner === "modern" ? 0 : 2.2,
          ridge: i % 2 ? "x" : "z",
          floors: sheet.manner === "japanese" ? 1 : 2,
          manner: sheet.manner,
          seed: sheet.seed + i * 3,
          level: random.pick([0, 1, 2.4]),
        }),
      1e9,
    );
  }
  for (const z of [15, 11.6, 8.2, 4.8, 1.6]) for (const side of [-1, 1]) stall(scene, side, z, sheet, random);
  crowd(scene, sheet.manner, sheet.seed, { count: 16, across: [-1.7, 1.7], deep: [8, 20] });
  scene.flush();
}

function stall(scene: Scene, side: number, z: number, sheet: PlaceSheet, random: Random): void {
  const { light } = scene;
  const x = side > 0 ? 2.1 : -4.1;
  const level = random.pick([1, 2, 4]);
  const own = randomFrom(`${sheet.seed} stall ${side} ${z}`);
  scene.later(p3(side * 3, 0, z + 1.2), () => {
    for (const px of [x + 0.05, x + 1.9])
      for (const pz of [z + 2.3, z]) scene.box(p3(px, 0, pz), 0.07, 2.1, 0.07, wood(scene, 4), 0.8);
    scene.box(p3(x, 0, z + 0.1), 2, 0.75, 2.1, wood(scene, 2));
    for (let i = 0; i < 4; i++) {
      const [bz, bx] = [z + 1.75 - i * 0.5, side > 0 ? x + 0.3 : x + 1.6];
      cylinder(scene, p3(bx, 0.76, bz), 0.2, 0.14, 0.1, {
        body: light.level(own.pick([1, 3])),
        top: light.level(own.pick([0, 2, 5])),
        hoops: 0,
      });
    }
    const [front, back] = side > 0 ? [x - 0.35, x + 2.1] : [x + 2.35, x - 0.1];
    const strips = 6;
    for (let i = 0; i < strips; i++) {
      const [a, b] = [z - 0.1 + (i * 2.7) / strips, z - 0.1 + ((i + 1) * 2.7) / strips];
      const fill = i % 2 ? light.level(0) : light.level(level + 1);
      scene.poly([p3(front, 2, a), p3(front, 2, b), p3(back, 2.6, b), p3(back, 2.6, a)], fill, 0.9);
      scene.poly([p3(front, 2, a), p3(front, 2, b), p3(front, 1.8, b), p3(front, 1.8, a)], fill, 0.8);
    }
    if (scene.faces(p3(x, 2, z), p3(0, 0, -1)))
      scene.poly([p3(front, 2, z - 0.1), p3(back, 2.6, z - 0.1), p3(back, 2, z - 0.1)], light.level(5), 0.9);
  });
}
