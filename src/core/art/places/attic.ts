import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { boundsOf, type Point, type Rect } from "../../geometry/geometry.ts";
import { sliver } from "../canvas.ts";
import { smoothPath } from "../ink.ts";
import { barrel, wood } from "./furniture.ts";
import { softLight } from "./light.ts";
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

/** A dim upper room under a roof: rafters, boards, a lattice that lets the light in; the dead on the floor of a gate's upper storey, boxes in an attic. */
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
  const patch = scene.path([p3(-1, 0.001, 5.4), p3(1, 0.001, 5.4), p3(0.6, 0.001, 2.4), p3(-1.8, 0.001, 2.4)]);
  softLight(canvas, patch, light.time === "night" ? 0.2 : 0.4);
  if (sheet.manner === "japanese")
    for (const [x, z, turn] of [
      [-0.7, 4.4, 6],
      [1.2, 3.3, 174],
      [-1.4, 2.9, 4],
    ] as const)
      scene.later(p3(x, 0, z), () => lyingBody(scene, { x, z, turn }));
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

/** Somebody who lies there on his back. */
interface Lying {
  x: number;
  z: number;
  /** Degrees from lying across the picture. */
  turn: number;
}

/** Parts of a body on its back, seen from its side: metres along from the hip towards the feet, across towards the reader, and above the floor. */
type Outline = readonly (readonly [along: number, across: number, high: number])[];

const hair: Outline = [
  [-0.72, 0.06, 0.02],
  [-0.8, 0.02, 0.19],
  [-0.9, 0, 0.25],
  [-1, 0, 0.2],
  [-1.08, 0.06, 0.08],
  [-1.3, 0.16, 0],
  [-1.14, 0.24, 0],
  [-0.9, 0.22, 0],
];
const face: Outline = [
  [-0.95, 0.06, 0.12],
  [-0.93, 0.04, 0.23],
  [-0.88, 0.04, 0.25],
  [-0.86, 0.04, 0.29],
  [-0.83, 0.04, 0.25],
  [-0.77, 0.04, 0.23],
  [-0.72, 0.05, 0.17],
  [-0.74, 0.08, 0.08],
  [-0.86, 0.1, 0.06],
];
const robe: Outline = [
  [-0.74, 0.02, 0.08],
  [-0.66, 0, 0.2],
  [-0.42, 0, 0.27],
  [-0.15, 0, 0.21],
  [0.1, 0, 0.2],
  [0.36, 0, 0.24],
  [0.56, 0, 0.16],
  [0.72, 0, 0.13],
  [0.76, 0.14, 0],
  [0.4, 0.24, 0],
  [0, 0.28, 0],
  [-0.4, 0.3, 0],
  [-0.7, 0.2, 0],
];
const feet: Outline = [
  [0.7, 0.06, 0.1],
  [0.82, 0.04, 0.13],
  [0.86, 0.04, 0.25],
  [0.93, 0.05, 0.25],
  [0.95, 0.08, 0.08],
  [0.92, 0.12, 0],
  [0.7, 0.12, 0],
];
const sleeve: Outline = [
  [-0.56, 0.2, 0.12],
  [-0.42, 0.24, 0.13],
  [-0.12, 0.42, 0.06],
  [-0.14, 0.52, 0],
  [-0.44, 0.38, 0],
];
const hand: Outline = [
  [-0.14, 0.46, 0.04],
  [-0.02, 0.5, 0.04],
  [0.08, 0.56, 0.02],
  [0.02, 0.62, 0],
  [-0.14, 0.58, 0],
];
const folds: readonly Outline[] = [
  [
    [-0.4, 0.02, 0.24],
    [-0.3, 0.22, 0.06],
  ],
  [
    [-0.1, 0.02, 0.19],
    [0.06, 0.22, 0.05],
  ],
  [
    [0.2, 0.02, 0.19],
    [0.3, 0.2, 0.05],
  ],
  [
    [0.5, 0.02, 0.15],
    [0.5, 0.16, 0.04],
  ],
];

/** A dead man in a dark robe with loose hair, in the floor's perspective; left out where somebody stands before him or fills the picture. */
function lyingBody(scene: Scene, { x, z, turn }: Lying): void {
  const { canvas, light } = scene;
  if (light.soft > 0.35) return;
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const near = cos > 0 ? -1 : 1;
  const seen = (outline: Outline): Point[] =>
    outline.flatMap(([along, across, high]) => {
      const p = scene.page(p3(x + along * cos - near * across * sin, high, z + along * sin + near * across * cos));
      return p ? [p] : [];
    });
  const all = [hair, face, robe, feet, sleeve, hand].flat();
  const { bounds } = canvas;
  const box = boundsOf(seen(all));
  // Half a body at the edge of the picture would be a riddle.
  if (box.x < bounds.x || box.x + box.width > bounds.x + bounds.width || box.y + box.height > bounds.y + bounds.height)
    return;
  if (seen(all).length < all.length || standsBefore(scene, box, z)) return;
  const shade: Outline = [
    [-1.1, 0.4, 0],
    [0, 0.66, 0],
    [1, 0.36, 0],
    [1.05, 0, 0],
    [0, -0.2, 0],
    [-1.2, 0, 0],
  ];
  canvas.fill(smoothPath(seen(shade), true), "#000");
  const skin = canvas.dots(0.08);
  canvas.shape(smoothPath(seen(feet), true), skin, 1.3, "#000");
  canvas.shape(smoothPath(seen(hair), true), "#000", 1.2, "#999");
  canvas.shape(smoothPath(seen(face), true), skin, 1.3, "#000");
  canvas.shape(smoothPath(seen(robe), true), canvas.dots(0.7), 1.6, "#fff");
  canvas.shape(smoothPath(seen(hand), true), skin, 1.2, "#000");
  canvas.shape(smoothPath(seen(sleeve), true), canvas.dots(0.7), 1.4, "#fff");
  let creases = "";
  for (const fold of folds) {
    const [from, to] = seen(fold);
    if (from && to) creases += sliver(from, to, 2.4);
  }
  canvas.fill(creases, "#000");
}

/** Whether somebody of the picture stands before or beside what covers this box on the page. */
function standsBefore(scene: Scene, box: Rect, z: number): boolean {
  return scene.stands.some((stand) => {
    const p = scene.page(p3(stand.x, 0, stand.z));
    const room = 0.4 * scene.scaleAt(p3(stand.x, 0, stand.z));
    return p !== null && (stand.z > z - 0.4 || (p.x > box.x - room && p.x < box.x + box.width + room));
  });
}
