import { type Point } from "../../geometry/geometry.ts";
import { corners } from "../canvas.ts";
import { smoothPath } from "../ink.ts";
import { circlePath } from "../tone.ts";
import { type Point3 } from "./perspective.ts";
import { type Scene } from "./scene.ts";
import { type Side, shapes, sideOn, wheel } from "./side-on.ts";

/** Cab and cart with their horse. */

const horseOutline: readonly (readonly [number, number])[] = [
  [-0.98, 1.32],
  [-0.82, 1.5],
  [-0.3, 1.43],
  [0.3, 1.52],
  [0.62, 1.78],
  [0.9, 2.14],
  [1, 2.3],
  [1.08, 2.16],
  [1.22, 2.02],
  [1.44, 1.72],
  [1.38, 1.6],
  [1.24, 1.66],
  [1.06, 1.8],
  [0.92, 1.68],
  [0.8, 1.24],
  [0.72, 0.96],
  [0.4, 0.86],
  [-0.1, 0.84],
  [-0.5, 0.96],
  [-0.86, 0.94],
];

const horseLegs: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0.44, 1.0],
    [0.5, 0.64],
    [0.48, 0.52],
    [0.52, 0.3],
    [0.5, 0.14],
    [0.46, 0.02],
    [0.68, 0.02],
    [0.64, 0.14],
    [0.62, 0.3],
    [0.64, 0.52],
    [0.68, 0.64],
    [0.8, 1.08],
  ],
  [
    [0.5, 1.0],
    [0.8, 0.66],
    [0.86, 0.56],
    [0.8, 0.32],
    [0.78, 0.2],
    [0.74, 0.08],
    [0.95, 0.12],
    [0.9, 0.24],
    [0.92, 0.36],
    [0.99, 0.56],
    [0.98, 0.7],
    [0.84, 1.08],
  ],
  [
    [-0.98, 1.25],
    [-0.96, 0.95],
    [-0.86, 0.74],
    [-1.02, 0.56],
    [-1.0, 0.46],
    [-0.94, 0.28],
    [-0.92, 0.14],
    [-0.96, 0.02],
    [-0.74, 0.02],
    [-0.78, 0.14],
    [-0.81, 0.3],
    [-0.86, 0.5],
    [-0.68, 0.74],
    [-0.48, 0.95],
    [-0.44, 1.12],
  ],
  [
    [-0.66, 1.1],
    [-0.62, 0.84],
    [-0.54, 0.72],
    [-0.67, 0.55],
    [-0.64, 0.46],
    [-0.52, 0.28],
    [-0.49, 0.14],
    [-0.52, 0.02],
    [-0.3, 0.02],
    [-0.35, 0.14],
    [-0.4, 0.3],
    [-0.5, 0.5],
    [-0.38, 0.72],
    [-0.26, 0.92],
    [-0.18, 1.02],
  ],
];

/** A horse by its silhouette, dark with a light edge, so that it reads at any size. */
function horse(scene: Scene, side: Side, shift: number): void {
  const { canvas, light } = scene;
  const fill = light.dark ? "#000" : light.level(5);
  const moved = (points: readonly (readonly [number, number])[]): Point[] =>
    points.map(([u, v]) => side.at(u + shift, v));
  for (const leg of horseLegs)
    canvas.shape(smoothPath(moved(leg), true), fill, side.line, light.dark ? "#fff" : "#000");
  canvas.shape(
    smoothPath(
      moved([
        [-0.96, 1.36],
        [-1.16, 1.2],
        [-1.2, 0.7],
        [-1.08, 0.62],
        [-1.02, 1.1],
      ]),
      true,
    ),
    "#000",
    side.line,
    light.ink,
  );
  canvas.shape(smoothPath(moved(horseOutline), true), fill, side.line, light.dark ? "#fff" : "#000");
  canvas.fill(
    smoothPath(
      moved([
        [0.3, 1.54],
        [0.6, 1.82],
        [0.9, 2.2],
        [0.84, 1.98],
        [0.6, 1.6],
      ]),
      true,
    ),
    "#000",
  );
  canvas.line(
    corners(
      moved([
        [0.1, 1.46],
        [0.16, 0.86],
      ]),
      false,
    ) +
      corners(
        moved([
          [0.66, 1.76],
          [0.86, 1.3],
        ]),
        false,
      ),
    side.line,
    "#fff",
  );
}

/** The shaft on the reader's side: from the carriage along the horse's flank to its shoulder, held by a strap. */
function shaft({ canvas, light }: Scene, side: Side, from: number, shift: number): void {
  const bar = corners(
    shapes(side, [
      [from, 0.98],
      [shift + 0.2, 1.12],
      [shift + 0.86, 1.34],
    ]),
    false,
  );
  canvas.line(bar, side.line * 4, "#fff");
  canvas.line(bar, side.line * 2, light.dark ? "#000" : light.ink);
  const strap = corners(
    shapes(side, [
      [shift + 0.12, 1.46],
      [shift + 0.14, 0.86],
    ]),
    false,
  );
  canvas.line(strap, side.line * 1.6, "#fff");
}

function driver(scene: Scene, side: Side, u: number, v: number, dark: boolean): void {
  const { canvas, light } = scene;
  const fill = light.dark ? "#000" : dark ? "#000" : light.level(3);
  canvas.shape(
    smoothPath(
      shapes(side, [
        [u - 0.26, v],
        [u - 0.24, v + 0.5],
        [u - 0.06, v + 0.72],
        [u + 0.1, v + 0.66],
        [u + 0.22, v + 0.36],
        [u + 0.52, v + 0.34],
        [u + 0.5, v + 0.2],
        [u + 0.22, v],
      ]),
      true,
    ),
    fill,
    side.line,
    light.dark ? "#fff" : "#000",
  );
  const head = side.at(u, v + 0.85);
  canvas.shape(circlePath(head.x, head.y, side.scale * 0.13), "#fff", side.line, "#000");
  canvas.fill(
    corners(
      shapes(side, [
        [u - 0.22, v + 0.9],
        [u + 0.22, v + 0.9],
        [u + 0.13, v + 0.95],
        [u + 0.12, v + 1.14],
        [u - 0.12, v + 1.14],
        [u - 0.13, v + 0.95],
      ]),
    ),
    light.dark ? "#fff" : "#000",
  );
}

/** The high seat behind a cab, with the driver's legs on its footboard: without them he is cut at the waist. */
function perch({ canvas, light }: Scene, side: Side): void {
  const [fill, edge] = light.dark ? ["#000", "#fff"] : ["#000", light.ink];
  const part = (points: readonly (readonly [number, number])[]): void =>
    canvas.shape(corners(shapes(side, points)), fill, side.line, edge);
  part([
    [-1.3, 1.72],
    [-0.7, 1.72],
    [-0.7, 1.92],
    [-1.3, 1.92],
  ]);
  part([
    [-1.06, 1.72],
    [-0.8, 1.72],
    [-0.84, 1.2],
    [-1.06, 1.2],
  ]);
  part([
    [-1.2, 1.14],
    [-0.8, 1.06],
    [-0.8, 1.2],
    [-1.2, 1.22],
  ]);
}

/** A two-wheeled cab with its horse; the driver sits high behind. */
export function horseCab(scene: Scene, foot: Point3, dir: 1 | -1): void {
  sideOn(
    scene,
    foot,
    dir,
    (side) => {
      const { canvas, light } = scene;
      horse(scene, side, 2.2);
      shaft(scene, side, 0.2, 2.2);
      driver(scene, side, -0.95, 1.9, true);
      perch(scene, side);
      canvas.shape(
        smoothPath(
          shapes(side, [
            [-0.85, 0.7],
            [-0.9, 2.1],
            [-0.6, 2.32],
            [0.45, 2.3],
            [0.62, 2.16],
            [0.56, 1.5],
            [0.9, 1.05],
            [0.9, 0.74],
          ]),
          true,
        ),
        light.dark ? "#000" : light.level(5.6),
        side.line * 1.3,
        light.dark ? "#fff" : "#000",
      );
      canvas.shape(
        corners(
          shapes(side, [
            [-0.5, 1.5],
            [0.2, 1.5],
            [0.2, 2.05],
            [-0.5, 2.05],
          ]),
        ),
        light.window(true),
        side.line,
        "#fff",
      );
      canvas.shape(
        corners(
          shapes(side, [
            [0.68, 1.5],
            [0.8, 1.5],
            [0.84, 1.76],
            [0.64, 1.76],
          ]),
        ),
        "#fff",
        side.line,
        "#000",
      );
      wheel(scene, side, -0.1, 0.74);
    },
    5.4,
  );
}

/** A farm cart with its load and its horse. */
export function horseCart(scene: Scene, foot: Point3, dir: 1 | -1): void {
  sideOn(
    scene,
    foot,
    dir,
    (side) => {
      const { canvas, light } = scene;
      horse(scene, side, 2.1);
      shaft(scene, side, 0.4, 2.1);
      canvas.shape(
        smoothPath(
          shapes(side, [
            [-1.3, 1.4],
            [-1.1, 2.1],
            [-0.4, 2.4],
            [0.4, 2.2],
            [0.75, 1.4],
          ]),
          true,
        ),
        light.dark ? "#000" : light.level(1),
        side.line,
        light.ink,
      );
      canvas.shape(
        corners(
          shapes(side, [
            [-1.5, 0.8],
            [0.9, 0.8],
            [1.05, 1.45],
            [-1.65, 1.45],
          ]),
        ),
        light.dark ? "#000" : light.level(2.4),
        side.line * 1.2,
        light.ink,
      );
      canvas.line(
        corners(
          shapes(side, [
            [-1.56, 1.12],
            [0.97, 1.12],
          ]),
          false,
        ),
        side.line,
        light.ink,
      );
      driver(scene, side, 0.95, 1.4, false);
      wheel(scene, side, -0.3, 0.62);
    },
    5.4,
  );
}
