import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { cliff } from "./mountain-range.ts";
import { meadow } from "./open-ground.ts";
import type { Point3 } from "./perspective.ts";
import { p3, type Scene } from "./scene.ts";
import { drawSky } from "./sky.ts";
import type { Stations } from "./view.ts";
import { waterSurface } from "./water.ts";

export const seaCliffStations: Stations = {
  wide: { z: -2, eye: 2.4, x: 0.6, yaw: 4 },
  near: { z: 0.6 },
  swing: 10,
  horizon: 0.4,
  walk: 4.6,
  across: [-2.4, 2.4],
};

/** The edge of a height over the sea, by the name of the place. */
export const isSeaCliff = ({ kind, name }: PlaceSheet): boolean =>
  (kind === "mountain" || kind === "shore") && /\bcliffs?\b|\bbluff\b|断崖|絶壁|崖/i.test(name);

/** Grass that breaks off: beyond its edge nothing but the sea far below, and the next headland. */
export function drawSeaCliff(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} sea cliff`);
  const { canvas, light, camera } = scene;
  const { x, width, height } = canvas.bounds;
  const side = sheet.seed % 2 ? 1 : -1;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  waterSurface(scene, sheet.seed, 0);
  cliff(scene, { x: x + width * (0.5 + side * 0.2), y: camera.horizon + 3 }, side, height * 0.14, random);
  const brink: Point3[] = [];
  for (let u = -30; u <= 30; u += 0.7)
    brink.push(p3(u, 0, 6.2 + random.between(-0.5, 0.4) - 0.03 * (u - side * 3) ** 2 * (side * u > 3 ? 0.2 : 1)));
  // The face of the rock under the edge, as far as it can be seen past it.
  scene.poly([...brink, ...brink.map((p) => p3(p.x, -0.5, p.z + 0.25)).toReversed()], light.level(3), 1);
  scene.poly([...brink, p3(30, 0, -16), p3(-30, 0, -16)], light.dark ? light.level(0) : light.level(0.6), 2.2);
  meadow(scene, random, 1, 6, 26, 4);
  scene.flush();
}
