import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { circlePath } from "../tone.ts";
import { treeline } from "./crowns.ts";
import { p3, plane, right, type Scene, up } from "./scene.ts";
import { drawShell, lamplight } from "./shell.ts";
import { boards } from "./textures.ts";
import { sitter } from "./sitter.ts";
import type { Stations } from "./view.ts";

export const theatreStations: Stations = {
  wide: { z: -4, eye: 2.6, x: 0.5, yaw: 3 },
  near: { z: -1 },
  swing: 14,
  horizon: 0.44,
  walk: 2.6,
  ceiling: 7,
  across: [-3.6, 3.6],
};

/** A theatre or lecture hall: the stage between its curtains, a painted scene, boxes at the sides, rows of heads before it. */
export function drawTheatre(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const random = randomFrom(`${sheet.seed} theatre`);
  const japanese = sheet.manner === "japanese";
  const shell = drawShell(
    scene,
    { width: 11, depth: 11, height: 7 },
    { floor: 3, ceiling: 3, back: 3, left: 2.4, right: 2.4 },
  );
  boards(scene, shell.floor, shell.width, shell.run, 0.4, random);
  const wall = plane(p3(-5.5, 0, 8.6), right, up);
  scene.quad(wall, 2, 1.1, 7, 4.6, japanese ? "#fff" : light.level(0.4), 1);
  backdrop(scene, japanese, sheet.seed);
  scene.box(p3(-5.5, 0, 7.2), 11, 1.1, 1.6, { front: light.level(4), side: light.level(4), top: light.level(0.4) });
  for (const side of [-1, 1]) curtain(scene, side);
  scene.quad(wall, 0, 5.3, 11, 1.7, light.level(4), 1.2);
  const pelmet = [];
  for (let i = 0; i <= 14; i++) pelmet.push(wall.at(1.4 + (i * 8.2) / 14, 4.9 + (i % 2 ? -0.16 : 0.1)));
  scene.poly([wall.at(1.4, 5.6), ...pelmet, wall.at(9.6, 5.6)], light.level(japanese ? 3 : 5.4), 1.2);
  if (!japanese) boxes(scene, shell.left, shell.right, shell.run - shell.depth);
  else
    for (let x = -4.4; x <= 4.5; x += 1.1) {
      const p = scene.page(p3(x, 5.7, 8));
      const s = scene.scaleAt(p3(x, 5.7, 8));
      if (p) scene.canvas.shape(circlePath(p.x, p.y, s * 0.24), "#fff", 1.4, light.ink);
    }
  audience(scene, sheet);
  scene.flush();
  lamplight(scene, p3(0, 3, 8), 0.8);
}

function backdrop(scene: Scene, japanese: boolean, seed: number): void {
  const { canvas, light } = scene;
  const low = scene.page(p3(0, 1.1, 8.6));
  const [a, b] = [scene.page(p3(-3.4, 1.1, 8.6)), scene.page(p3(3.4, 1.1, 8.6))];
  if (!low || !a || !b) return;
  const s = scene.scaleAt(p3(0, 1.1, 8.6));
  if (!japanese) {
    treeline(
      canvas,
      a.x + s * 0.8,
      b.x - s * 0.8,
      low.y,
      s * 1.3,
      randomFrom(`${seed} painted`),
      light.level(1.6),
      light.ink,
    );
    return;
  }
  // A painted pine, as behind every such stage.
  for (const [dx, dy, r] of [
    [-1, 2.1, 0.7],
    [0.4, 2.7, 0.8],
    [1.2, 1.8, 0.6],
  ] as const)
    for (const k of [-0.5, 0, 0.5])
      canvas.shape(
        circlePath(low.x + (dx + k * r) * s, low.y - (dy - Math.abs(k) * 0.3) * s, r * 0.5 * s),
        light.level(4),
        1.2,
        light.ink,
      );
  scene.strokes(
    [
      [p3(-0.3, 1.1, 8.59), p3(0.1, 2.2, 8.59)],
      [p3(0.1, 2.2, 8.59), p3(0.5, 3.2, 8.59)],
    ],
    6,
  );
}

function curtain(scene: Scene, side: number): void {
  const { light } = scene;
  const at = (u: number, v: number) => p3(side * (4.1 - u), v, 8.3);
  scene.poly([at(0, 5.6), at(1.5, 5.6), at(1.2, 3.4), at(0.7, 2.4), at(0.9, 1.1), at(0, 1.1)], light.level(5), 1.2);
  scene.strokes(
    [0.25, 0.5, 0.8, 1.1].map((u) => [at(u, 5.5), at(u * 0.66, 1.2)] as const),
    1,
    "#fff",
  );
}

function boxes(scene: Scene, left: ReturnType<typeof plane>, rightWall: ReturnType<typeof plane>, start: number): void {
  const { light } = scene;
  for (const wall of [left, rightWall])
    for (const y of [2.2, 4.4]) {
      scene.quad(wall, start - 2, y, 9.6, 0.75, light.level(1), 1.1);
      scene.quad(wall, start - 2, y + 0.75, 9.6, 1.1, light.level(5.6), 0.8);
      for (let a = start - 2; a < start + 7.6; a += 1.6) scene.quad(wall, a, y + 0.75, 0.2, 1.15, light.level(2), 0.8);
    }
}

/** Rows of backs and heads, dark against the stage. */
function audience(scene: Scene, sheet: PlaceSheet): void {
  for (let row = 0; row < 4; row++)
    for (let k = 0; k < 9; k++)
      sitter(
        scene,
        p3(-4.4 + k * 1.1 + (row % 2) * 0.5, 0, 6.2 - row * 0.95),
        randomFrom(`${sheet.seed} seat ${row} ${k}`),
      );
}
