import { type Random, randomFrom } from "../../geometry/random.ts";
import { type PlaceSheet } from "../artist.ts";
import { treeline } from "./crowns.ts";
import { hills } from "./hills.ts";
import { type Scene, away, p3, plane, right } from "./scene.ts";
import { drawSky } from "./sky.ts";

export function openCountry(scene: Scene, sheet: PlaceSheet): Random {
  const random = randomFrom(`${sheet.seed} ${sheet.kind}`);
  const { canvas, light, camera } = scene;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  hills(scene, randomFrom(`${sheet.seed} hills`));
  treeline(
    canvas,
    canvas.bounds.x,
    canvas.bounds.x + canvas.bounds.width,
    camera.horizon + 3,
    22,
    random,
    light.level(2.6),
    light.ink,
  );
  scene.quad(plane(p3(-150, 0, -6), right, away), 0, 0, 300, 300, light.level(0.3), 0.4);
  return random;
}
