import { type Random, randomFrom } from "../../geometry/random.ts";
import { type PlaceSheet } from "../artist.ts";
import type { Point } from "../../geometry/geometry.ts";
import { penStroke, smoothPath } from "../ink.ts";
import { circlePath } from "../tone.ts";
import { cylinder } from "./furniture.ts";
import { type Point3 } from "./perspective.ts";
import { type Scene, p3, plane, right, up } from "./scene.ts";
import { type Shell, drawShell } from "./shell.ts";
import { boards, grid, masonry } from "./textures.ts";

/** The wall and floor before which the corners of interiors stand. */

/** A draughtsman of one corner; the camera looks at a wall 2.6 m away. */
export type Corner = (sheet: PlaceSheet, scene: Scene, random: Random) => void;

export const wallAt = 2.6;

/** Floor and wall; the surface of the wall follows the house: papered, boarded, of stone. */
export function nook(scene: Scene, sheet: PlaceSheet, wall: "plaster" | "stone" | "panel", levels = [1, 0.7]): Shell {
  const [floor = 1, back = 0.7] = levels;
  const random = randomFrom(`${sheet.seed} nook`);
  const shell = drawShell(
    scene,
    { width: 6.4, depth: wallAt, height: 2.9 },
    { floor, ceiling: 0, back, left: 2, right: 2 },
  );
  if (sheet.manner === "japanese" && wall !== "stone") matLines(scene, shell);
  else boards(scene, shell.floor, shell.width, shell.run, 0.24, random);
  if (wall === "stone") masonry(scene, shell.back, shell.width, 2.9, 0.26, 1.1, random);
  else scene.quad(shell.back, 0, 0, shell.width, 0.13, scene.light.level(3), 0.9);
  if (wall === "panel" && sheet.manner === "european") {
    scene.quad(shell.back, 0, 0.13, shell.width, 0.72, scene.light.level(1.8), 0.8);
    grid(scene, plane(shell.back.at(0, 0.13), right, up), shell.width, 0.72, 12, 1, 0.8);
    scene.quad(shell.back, 0, 0.85, shell.width, 0.07, scene.light.level(0), 0.8);
  }
  return shell;
}

function matLines(scene: Scene, shell: Shell): void {
  for (const a of [0.5, 2.3, 4.1, 5.9]) scene.quad(shell.floor, a, 0, 0.05, shell.run, scene.light.level(5), 0.4);
  scene.quad(shell.floor, 0, shell.run - 0.95, shell.width, 0.05, scene.light.level(5), 0.4);
}

/** Where on the back wall (its own metres) the middle of the picture lies. */
export const mid = (shell: Shell): number => shell.width / 2;

export function fusumaPair(scene: Scene, shell: Shell): void {
  for (const a of [1.3, 2.25, 3.2, 4.15]) {
    scene.quad(shell.back, a, 0, 0.93, 1.9, scene.light.level(0.6), 1.2);
    scene.quad(shell.back, a + 0.05, 0.08, 0.83, 0.46, scene.light.level(2.2), 0.7);
    cylinder(scene, p3(a - 3.2 + 0.82, 0.9, wallAt - 0.01), 0.04, 0.02, 0, {
      body: scene.light.ink,
      top: scene.light.ink,
      hoops: 0,
    });
  }
  scene.quad(shell.back, 0, 1.9, shell.width, 0.12, scene.light.level(5), 0.9);
}

/** A wood fire between two fire-dogs: tongues that lick out of one body, logs across its foot. `at` is the middle of its foot, `width` half its breadth in metres. */
export function flames(scene: Scene, at: Point3, width: number): void {
  const p = scene.page(at);
  const s = scene.scaleAt(at) * width;
  if (!p) return;
  const { canvas, light } = scene;
  const on = (points: readonly (readonly [number, number])[], grow = 1): Point[] =>
    points.map(([u, v]) => ({ x: p.x + u * s * grow, y: p.y + v * s * grow }));
  canvas.fill(smoothPath(on(blaze), true), "#fff");
  canvas.fill(smoothPath(on(blaze, 0.56), true), light.level(1.8));
  canvas.fill(smoothPath(on(blaze, 0.3), true), "#fff");
  const log = (from: Point, to: Point): void => {
    canvas.shape(penStroke([from, to], s * 0.2, { swellTo: 0, thinFrom: 1, tip: 1 }), light.level(5), 1.6, "#fff");
    canvas.shape(circlePath(to.x, to.y, s * 0.1), "#fff", 1.4, "#000");
    canvas.shape(circlePath(to.x, to.y, s * 0.045), "none", 1, "#000");
  };
  const [backFrom, backTo, from, to] = on([
    [0.5, -0.02],
    [-0.56, -0.12],
    [-0.6, 0.03],
    [0.6, -0.04],
  ]);
  if (backFrom && backTo) log(backFrom, backTo);
  if (from && to) log(from, to);
  for (const side of [-1, 1]) {
    const [foot, top] = on([
      [side * 0.8, 0.12],
      [side * 0.8, -0.3],
    ]);
    if (!foot || !top) continue;
    canvas.shape(penStroke([foot, top], s * 0.07, { swellTo: 0, thinFrom: 1, tip: 1 }), "#000", 1.3, "#fff");
    canvas.shape(circlePath(top.x, top.y, s * 0.07), "#000", 1.3, "#fff");
  }
}

/** The outline of a fire, in half widths from the middle of its foot. */
const blaze = [
  [-0.46, 0],
  [-0.64, -0.26],
  [-0.52, -0.56],
  [-0.5, -0.86],
  [-0.34, -0.6],
  [-0.26, -0.52],
  [-0.22, -0.86],
  [-0.02, -1.12],
  [0, -1.4],
  [0.14, -1.1],
  [0.16, -0.8],
  [0.24, -0.62],
  [0.36, -0.78],
  [0.4, -1.02],
  [0.52, -0.7],
  [0.62, -0.32],
  [0.46, 0],
] as const;
