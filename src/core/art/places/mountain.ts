import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { boulder } from "./cave.ts";
import { treeline } from "./crowns.ts";
import { range } from "./mountain-range.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { drawSky } from "./sky.ts";
import type { Stations } from "./view.ts";
import { lane, meadow, treeAt, swinging } from "./open-ground.ts";

export const mountainStations: Stations = { wide: { z: 0, eye: 3 }, near: { z: 1 }, swing: 16, horizon: 0.72, walk: 6 };

/** High mountains: a jagged range with black shadow sides, snow on the peaks, pines, a path with boulders. */
export function drawMountain(sheet: PlaceSheet, scene: Scene): void {
  const { light, canvas, camera } = scene;
  const { x, y, width, height } = canvas.bounds;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  const shift = (camera.yaw / 60) * width;
  const rise = Math.max(height * 0.3, camera.horizon - y);
  range(scene, {
    base: camera.horizon + 6,
    height: rise * 0.5,
    peaks: 5,
    shift: shift * 0.6,
    seed: sheet.seed + 1,
    far: true,
  });
  range(scene, { base: camera.horizon + 10, height: rise * 0.86, peaks: 2, shift, seed: sheet.seed, far: false });
  const random = randomFrom(`${sheet.seed} slope`);
  treeline(canvas, x, x + width, camera.horizon + 12, height * 0.06, random, light.level(4), light.ink);
  scene.quad(plane(p3(-90, 0, -4), right, away), 0, 0, 180, 120, light.level(0.3), 0);
  lane(scene, swinging(sheet.seed % 2 ? 0.3 : -0.3), 0.75, 0.3, 90);
  for (let i = 0; i < 14; i++)
    treeAt(
      scene,
      p3((i % 2 ? 1 : -1) * random.between(3, 13), 0, random.between(7, 30)),
      random.between(3.4, 6),
      "fir",
      sheet.seed + i,
      i % 3 === 0,
    );
  for (let i = 0; i < 9; i++) {
    const at = p3((i % 2 ? 1 : -1) * random.between(1.6, 5), 0, random.between(2, 14));
    const own = randomFrom(`${sheet.seed} rock ${i}`);
    const size = random.between(0.3, 0.9);
    scene.later(at, () => {
      const foot = scene.page(at);
      if (foot) boulder(scene, foot, scene.scaleAt(at) * size, own);
    });
  }
  meadow(scene, random, 1, 10, 18, 4);
  scene.flush();
}
