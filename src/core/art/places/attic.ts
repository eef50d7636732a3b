import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { corners } from "../canvas.ts";
import { penStroke, smoothPath } from "../ink.ts";
import { barrel, wood } from "./furniture.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { drawShell, lamplight } from "./shell.ts";
import { boards, grid } from "./textures.ts";
import type { Stations } from "./view.ts";

export const loftStations: Stations = {
  wide: { z: -2, eye: 1.6, x: 0.5, yaw: 4 },
  near: { z: 0.6 },
  swing: 18,
  horizon: 0.38,
  walk: 3.6,
  ceiling: 3,
  across: [-2.2, 2.2],
};

/** A dim upper room under a roof: rafters, boards, a lattice that lets the light in; dark heaps on the floor of a gate's upper storey, boxes in an attic. */
export function drawLoft(sheet: PlaceSheet, scene: Scene): void {
  const { light, canvas } = scene;
  const random = randomFrom(`${sheet.seed} loft`);
  const shell = drawShell(
    scene,
    { width: 6.4, depth: 5.6, height: 3 },
    { floor: 3, ceiling: 5, back: 3.6, left: 4.4, right: 4.4 },
  );
  boards(scene, plane(p3(-3.2, 0, -6), away, right), 11.6, 6.4, 0.3, random);
  for (const wall of [shell.left, shell.right]) grid(scene, wall, shell.run, 3, 40, 1, 0.6);
  grid(scene, shell.back, shell.width, 3, 16, 1, 0.7);
  lattice(scene, shell.back);
  // Slopes of the roof and its rafters.
  for (const side of [-1, 1]) {
    scene.poly(
      [p3(side * 3.2, 1.7, -6), p3(side * 3.2, 1.7, 5.6), p3(side * 0.4, 3, 5.6), p3(side * 0.4, 3, -6)],
      light.level(5),
      1,
    );
    for (let z = 5.2; z > -2; z -= 1.1)
      scene.poly(
        [
          p3(side * 3.2, 1.62, z),
          p3(side * 3.2, 1.62, z + 0.2),
          p3(side * 0.4, 2.92, z + 0.2),
          p3(side * 0.4, 2.92, z),
        ],
        light.level(3),
        0.9,
      );
  }
  for (const z of [4.4, 2]) scene.box(p3(-3.2, 2.2, z), 6.4, 0.24, 0.24, wood(scene, 3));
  for (const z of [4.4, 2])
    for (const x of [-2.3, 2.1])
      scene.later(p3(x, 0, z), () => scene.box(p3(x, 0, z), 0.22, 2.2, 0.22, wood(scene, 3)));
  canvas.fill(scene.path([p3(-0.9, 1, 5.55), p3(0.9, 1, 5.55), p3(0.6, 0, 2.4), p3(-1.8, 0, 2.4)]), canvas.sparks(0.3));
  if (sheet.manner === "japanese")
    for (const [x, z, w, dir] of [
      [-1.6, 4.2, 1.7, 1],
      [0.9, 4.7, 1.6, -1],
      [1.7, 3.3, 1.5, 1],
      [-2.2, 2.9, 1.4, -1],
    ] as const)
      scene.later(p3(x, 0, z), () => lyingShape(scene, x, z, w, dir));
  else {
    barrel(scene, p3(-2.2, 0, 4.6));
    for (const [x, z, s] of [
      [1.3, 4.4, 0.8],
      [1.9, 3.4, 0.6],
      [-1.5, 4.8, 0.6],
    ] as const)
      scene.later(p3(x, 0, z), () => {
        scene.box(p3(x, 0, z), s * 1.3, s * 0.7, s, wood(scene, 2));
        scene.box(p3(x - 0.03, s * 0.7, z - 0.03), s * 1.3 + 0.06, s * 0.16, s + 0.06, wood(scene, 3));
      });
  }
  scene.flush();
  const { x, y, width, height } = canvas.bounds;
  canvas.gradient({ x, y, width, height: height * 0.4 }, light.time === "night" ? 0.6 : 0.4, 0, { ink: "black" });
  lamplight(scene, p3(0, 1.2, 4), 0.8);
}

function lattice(scene: Scene, back: ReturnType<typeof plane>): void {
  const { light, canvas } = scene;
  scene.quad(back, 2.2, 0.9, 2, 1.1, light.time === "night" ? canvas.sparks(0.6, "black") : "#fff", 1.4);
  for (let a = 2.2; a <= 4.2; a += 0.2) scene.quad(back, a - 0.04, 0.9, 0.08, 1.1, light.level(6), 0.5);
  for (const b of [0.86, 1.42, 1.98]) scene.quad(back, 2.1, b, 2.2, 0.08, light.level(6), 0.5);
}

/** Somebody who lies there, or lay: no more than a back, a shoulder, an arm, under a ragged cloth; dark, with a thin edge of light. */
function lyingShape(scene: Scene, x: number, z: number, width: number, dir: 1 | -1): void {
  const { canvas } = scene;
  const foot = scene.page(p3(x, 0, z));
  const s = (scene.scaleAt(p3(x, 0, z)) * width) / 1.7;
  if (!foot) return;
  const q = (u: number, v: number) => ({ x: foot.x + dir * u * s, y: foot.y - v * s });
  const rim = "#ddd";
  const body = [
    q(-0.95, 0),
    q(-0.9, 0.1),
    q(-0.6, 0.13),
    q(-0.35, 0.3),
    q(-0.05, 0.26),
    q(0.25, 0.32),
    q(0.5, 0.28),
    q(0.62, 0.12),
    q(0.62, 0),
  ];
  canvas.shape(smoothPath(body, true), "#000", 1.6, rim);
  canvas.shape(
    smoothPath([q(0.6, 0.02), q(0.6, 0.18), q(0.74, 0.25), q(0.86, 0.18), q(0.86, 0.04), q(0.74, -0.01)], true),
    "#000",
    1.4,
    rim,
  );
  canvas.shape(
    corners([q(0.3, 0.03), q(0.42, 0.08), q(0.66, -0.08), q(0.76, -0.1), q(0.7, -0.14), q(0.6, -0.12)]),
    "#000",
    1.2,
    rim,
  );
  canvas.fill(
    penStroke([q(-0.4, 0.22), q(-0.3, 0.12), q(-0.36, 0.03)], 2.2) +
      penStroke([q(0.1, 0.24), q(0.16, 0.12), q(0.1, 0.02)], 2.2),
    rim,
  );
}
