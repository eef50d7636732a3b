import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { boundsOf, type Point, type Rect } from "../../geometry/geometry.ts";
import { sliver } from "../canvas.ts";
import { smoothPath } from "../ink.ts";
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
    for (const [x, z, turn] of [
      [-1.6, 4.7, 8],
      [1.5, 4.7, 172],
      [-2.3, 3.1, 62],
    ] as const)
      scene.later(p3(x, 0, z), () => coveredBody(scene, { x, z, turn }));
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

/** Somebody who lies there under a ragged cloth. */
interface Lying {
  x: number;
  z: number;
  /** Degrees from lying across the picture. */
  turn: number;
}

/** Along a covered body from crown to toes: how far, how high and how broad, in metres. */
const body: readonly (readonly [along: number, high: number, half: number])[] = [
  [-0.95, 0, 0.06],
  [-0.88, 0.15, 0.12],
  [-0.76, 0.25, 0.14],
  [-0.6, 0.12, 0.18],
  [-0.42, 0.25, 0.28],
  [-0.15, 0.24, 0.27],
  [0.15, 0.18, 0.24],
  [0.45, 0.14, 0.2],
  [0.66, 0.12, 0.18],
  [0.76, 0.24, 0.15],
  [0.87, 0.22, 0.13],
  [0.9, 0, 0.1],
];

/** Lies flat on the floor under its cloth, in the floor's perspective, beside and behind whoever stands there; left out where somebody stands before it or fills the picture. */
function coveredBody(scene: Scene, { x, z, turn }: Lying): void {
  const { canvas, light } = scene;
  if (light.soft > 0.35) return;
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const near = cos > 0 ? -1 : 1;
  const at = (along: number, across: number, high: number): Point | null =>
    scene.page(p3(x + along * cos - near * across * sin, high, z + along * sin + near * across * cos));
  const seen = (points: readonly (Point | null)[]): Point[] => points.filter((p) => p !== null);
  const ridge = seen(body.map(([along, high]) => at(along, 0, high)));
  const hem = seen(body.map(([along, , half], i) => at(along, half * (i % 2 ? 1.15 : 0.98), 0)));
  if (ridge.length + hem.length < 2 * body.length || standsBefore(scene, boundsOf([...ridge, ...hem]), z)) return;
  const shade = seen([
    at(-0.95, 0.42, 0),
    at(0.1, 0.46, 0),
    at(0.9, 0.34, 0),
    at(1.06, 0, 0),
    at(0, -0.1, 0),
    at(-1.05, 0, 0),
  ]);
  canvas.fill(smoothPath(shade, true), "#000");
  const hand = seen([at(-0.2, 0.2, 0), at(-0.1, 0.5, 0.02), at(-0.02, 0.6, 0.02), at(0.06, 0.52, 0.02), at(0, 0.2, 0)]);
  canvas.shape(smoothPath(hand, true), canvas.dots(0.1), 1.2, "#000");
  canvas.shape(smoothPath([...ridge, ...hem.reverse()], true), canvas.dots(0.14), 2, "#000");
  let folds = "";
  for (const [along, high, half] of body.slice(2, -1)) {
    const [top, low] = [at(along, half * 0.3, high * 0.8), at(along + (along < 0.2 ? -0.1 : 0.1), half * 0.95, 0.02)];
    if (top && low) folds += sliver(top, low, 2.2);
  }
  canvas.fill(folds, "#000");
}

/** Whether somebody of the picture stands before or beside what covers this box on the page. */
function standsBefore(scene: Scene, box: Rect, z: number): boolean {
  return scene.stands.some((stand) => {
    const p = scene.page(p3(stand.x, 0, stand.z));
    const room = 0.4 * scene.scaleAt(p3(stand.x, 0, stand.z));
    return p !== null && (stand.z > z - 0.4 || (p.x > box.x - room && p.x < box.x + box.width + room));
  });
}
