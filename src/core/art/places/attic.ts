import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { boundsOf, type Point, type Rect } from "../../geometry/geometry.ts";
import { sliver } from "../canvas.ts";
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

/** A dim upper room under a roof: rafters, boards, a lattice that lets the light in; the dead on the floor where the words tell of them, else boxes. */
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
  // Behind somebody the beam from the lattice would be a slab cut off by the body.
  if (scene.stands.length === 0)
    canvas.fill(
      scene.path([p3(-0.9, 1, 5.55), p3(0.9, 1, 5.55), p3(0.6, 0, 2.4), p3(-1.8, 0, 2.4)]),
      canvas.sparks(0.3),
    );
  if (sheet.dead && sheet.manner === "japanese")
    for (const [x, z, turn] of [
      [-1.1, 4.7, 8],
      [1.15, 3.8, 172],
      [-1.7, 3, 62],
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

/** Somebody who lies there, dead or asleep, in a ragged kimono. */
interface Lying {
  x: number;
  z: number;
  /** Degrees from lying across the picture. */
  turn: number;
}

/** The robe from the collar to the shins: how far along, how high, how broad on the near side, in metres. */
const robe: readonly (readonly [along: number, high: number, half: number])[] = [
  [-0.62, 0.15, 0.1],
  [-0.52, 0.22, 0.26],
  [-0.25, 0.26, 0.28],
  [0.05, 0.21, 0.24],
  [0.35, 0.19, 0.24],
  [0.6, 0.15, 0.24],
  [0.66, 0.08, 0.16],
];

/** Lies on its back in the floor's perspective, hair spread, one arm flung out, feet bare; left out where somebody stands before it or fills the picture, or the frame cuts it. */
function lyingBody(scene: Scene, { x, z, turn }: Lying): void {
  const { canvas, light } = scene;
  if (light.soft > 0.35) return;
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [steady.cos(angle), steady.sin(angle)];
  const near = cos > 0 ? -1 : 1;
  const at = (along: number, across: number, high: number): Point | null =>
    scene.page(p3(x + along * cos - near * across * sin, high, z + along * sin + near * across * cos));
  const seen = (points: readonly (readonly [number, number, number])[]): Point[] =>
    points.map((p) => at(...p)).filter((p) => p !== null);
  const ridge = seen(robe.map(([along, high]) => [along, -0.04, high]));
  const hem = seen(robe.map(([along, , half], i) => [along, half * (i % 2 ? 1.06 : 0.97), 0]));
  const box = boundsOf([...ridge, ...hem]);
  if (ridge.length + hem.length < 2 * robe.length || standsBefore(scene, box, z)) return;
  // Cut by the frame nothing would be left of it but a large foot.
  const [beyond, { bounds }] = [0.15 * box.width, canvas];
  if (box.x - beyond < bounds.x || box.x + box.width + beyond > bounds.x + bounds.width) return;
  const line = Math.max(1.1, Math.min(2, box.width * 0.02));
  const skin = light.time === "night" ? canvas.dots(0.08) : "#fff";
  const part = (points: Parameters<typeof seen>[0], paint: string): void =>
    canvas.shape(smoothPath(seen(points), true), paint, line, "#000");
  // Feet stand up at the end of the shins.
  for (const across of [0, 0.16])
    part(
      [
        [0.6, across - 0.05, 0.12],
        [0.8, across - 0.05, 0.1],
        [0.86, across - 0.04, 0.24],
        [0.93, across, 0.25],
        [0.94, across + 0.05, 0.04],
        [0.84, across + 0.07, 0],
        [0.6, across + 0.08, 0],
      ],
      skin,
    );
  lyingHead({ part, strand: (points) => canvas.fill(penStroke(seen(points), line * 1.6, { tip: 0 }), "#000") }, skin);
  canvas.shape(smoothPath([...ridge, ...hem.reverse()], true), canvas.dots(0.14), line, "#000");
  flungArm(part, skin, canvas.dots(0.14));
  let folds = "";
  for (const [from, to] of [
    [-0.42, -0.2],
    [-0.1, 0.06],
    [0.14, 0.02],
    [0.3, 0.42],
    [0.48, 0.54],
  ] as const) {
    const [top, low] = [at(from, 0.04, 0.2), at(to, 0.22, 0.03)];
    if (top && low) folds += sliver(top, low, line * 1.2);
  }
  // The sash.
  for (const along of [-0.04, 0.06]) {
    const [top, low] = [at(along, -0.02, 0.22), at(along, 0.24, 0.02)];
    if (top && low) folds += sliver(top, low, line * 1.5);
  }
  canvas.fill(folds, "#000");
}

type Part = (points: readonly (readonly [number, number, number])[], paint: string) => void;

/** Face turned up, hair black round the crown and in strands over the floor. */
function lyingHead(pen: { part: Part; strand: (points: Parameters<Part>[0]) => void }, skin: string): void {
  for (const across of [0.02, 0.14, 0.28])
    pen.strand([
      [-0.86, across * 0.5, 0.06],
      [-1.04, across, 0.02],
      [-1.26, across + 0.1, 0],
    ]);
  pen.part(
    [
      [-0.62, 0, 0.05],
      [-0.62, 0, 0.16],
      [-0.7, 0, 0.27],
      [-0.8, 0, 0.29],
      [-0.93, 0, 0.22],
      [-0.96, 0.04, 0.1],
      [-0.86, 0.1, 0.02],
      [-0.7, 0.1, 0.02],
    ],
    skin,
  );
  pen.part(
    [
      [-0.74, 0.06, 0.06],
      [-0.8, 0.02, 0.16],
      [-0.84, 0, 0.29],
      [-0.95, 0, 0.25],
      [-1, 0.02, 0.1],
      [-0.94, 0.12, 0.01],
      [-0.8, 0.12, 0.01],
    ],
    "#000",
  );
}

/** A wide sleeve on the boards and a hand, palm up. */
function flungArm(part: Part, skin: string, cloth: string): void {
  part(
    [
      [-0.2, 0.5, 0.02],
      [-0.14, 0.62, 0.02],
      [-0.2, 0.72, 0.04],
      [-0.26, 0.64, 0.02],
      [-0.28, 0.5, 0.04],
    ],
    skin,
  );
  part(
    [
      [-0.5, 0.16, 0.14],
      [-0.38, 0.36, 0.1],
      [-0.34, 0.54, 0.06],
      [-0.1, 0.54, 0.01],
      [-0.16, 0.2, 0.06],
    ],
    cloth,
  );
}

/** Whether somebody of the picture stands before or beside what covers this box on the page. */
function standsBefore(scene: Scene, box: Rect, z: number): boolean {
  return scene.stands.some((stand) => {
    const p = scene.page(p3(stand.x, 0, stand.z));
    const room = 0.4 * scene.scaleAt(p3(stand.x, 0, stand.z));
    return p !== null && (stand.z > z - 0.4 || (p.x > box.x - room && p.x < box.x + box.width + room));
  });
}
