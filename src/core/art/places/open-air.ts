import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { type PlaceSheet } from "../artist.ts";
import { penStroke } from "../ink.ts";
import { circlePath } from "../tone.ts";
import { boulder } from "./cave.ts";
import { treeline } from "./crowns.ts";
import { grass } from "./foliage.ts";
import { Scene, away, p3, plane, right } from "./scene.ts";
import { drawSky } from "./sky.ts";

/** Sky, ground, grass and flowers of the corners out of doors. */

/** Sky and the ground under it, with grass along the lower edge. */
export function openAir(scene: Scene, sheet: PlaceSheet, random: Random, far: "trees" | "none" = "trees"): void {
  const { canvas, light, camera } = scene;
  const { x, width, height } = canvas.bounds;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  if (far === "trees")
    treeline(canvas, x, x + width, camera.horizon + 3, height * 0.1, random, light.level(2.4), light.ink);
  scene.quad(plane(p3(-60, 0, 0.3), right, away), 0, 0, 120, 90, light.level(0.3), 0.6);
}

export function tufts(scene: Scene, random: Random, count: number, near = 1.4, far = 4): void {
  for (let i = 0; i < count; i++) {
    const at = p3(random.between(-1.6, 1.6), 0, random.between(near, far));
    const foot = scene.page(at);
    const s = scene.scaleAt(at);
    if (foot)
      grass(
        scene.canvas,
        { x: foot.x - s * 0.12, y: foot.y },
        { x: foot.x + s * 0.12, y: foot.y },
        3,
        s * 0.16,
        random,
        scene.light.ink,
      );
  }
}

/** The same view with its horizon elsewhere. */
export const sceneAt = ({ canvas, camera, light }: Scene, horizon: number): Scene =>
  new Scene(canvas, { ...camera, horizon }, light, 0);

export function flower(scene: Scene, at: { x: number; y: number; z: number }, random: Random): void {
  const foot = scene.page(at);
  const s = scene.scaleAt(at);
  if (!foot) return;
  const { canvas, light } = scene;
  const head = { x: foot.x + random.between(-0.06, 0.06) * s, y: foot.y - s * random.between(0.3, 0.55) };
  canvas.fill(penStroke([foot, { x: foot.x, y: (foot.y + head.y) / 2 }, head], s * 0.022), light.ink);
  for (const side of [-1, 1])
    canvas.fill(
      penStroke(
        [
          { x: foot.x, y: foot.y - s * 0.08 },
          { x: foot.x + side * s * 0.06, y: foot.y - s * 0.16 },
          { x: foot.x + side * s * 0.09, y: foot.y - s * 0.24 },
        ],
        s * 0.05,
        { swellTo: 0.4, thinFrom: 0.5, tip: 0 },
      ),
      light.ink,
    );
  const r = s * 0.06;
  let petals = "";
  for (let k = 0; k < 6; k++)
    petals += circlePath(head.x + steady.cos(k * 1.047) * r, head.y + steady.sin(k * 1.047) * r * 0.8, r * 0.55);
  canvas.shape(petals, "#fff", 1.5, light.dark ? "#000" : light.ink);
  canvas.fill(circlePath(head.x, head.y, r * 0.5), "#000");
}

export function boulderAt(scene: Scene, sheet: PlaceSheet, x: number, z: number, size: number): void {
  const foot = scene.page(p3(x, 0, z));
  if (foot) boulder(scene, foot, scene.scaleAt(p3(x, 0, z)) * size, randomFrom(`${sheet.seed} stone ${x}`));
}
