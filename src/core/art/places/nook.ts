import { type Random, randomFrom } from "../../geometry/random.ts";
import { type PlaceSheet } from "../artist.ts";
import { brief, corners } from "../canvas.ts";
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

export function flames(scene: Scene, at: Point3, width: number): void {
  const p = scene.page(at);
  const s = scene.scaleAt(at) * width;
  if (!p) return;
  const tongue = (dx: number, h: number, w: number): string =>
    `M${brief(p.x + (dx - w) * s)} ${brief(p.y)}Q${brief(p.x + (dx - w) * s)} ${brief(p.y - h * 0.5 * s)} ${brief(p.x + (dx + 0.05) * s)} ${brief(p.y - h * s)}Q${brief(p.x + (dx + w * 1.3) * s)} ${brief(p.y - h * 0.4 * s)} ${brief(p.x + (dx + w) * s)} ${brief(p.y)}Z`;
  scene.canvas.fill(tongue(-0.4, 0.7, 0.22) + tongue(0.38, 0.8, 0.22) + tongue(0, 1.25, 0.32), "#fff");
  scene.canvas.fill(tongue(0, 0.6, 0.16), scene.light.level(4));
  for (const dx of [-0.55, -0.1, 0.35])
    scene.canvas.shape(
      corners([
        { x: p.x + dx * s, y: p.y - s * 0.06 },
        { x: p.x + (dx + 0.4) * s, y: p.y - s * 0.14 },
        { x: p.x + (dx + 0.42) * s, y: p.y + s * 0.02 },
        { x: p.x + dx * s, y: p.y + s * 0.1 },
      ]),
      "#000",
      1.4,
      "#fff",
    );
}
