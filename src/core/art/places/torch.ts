import type { Point } from "../../geometry/geometry.ts";
import { corners } from "../canvas.ts";
import { penStroke, smoothPath } from "../ink.ts";
import type { Point3 } from "./perspective.ts";
import type { Scene } from "./scene.ts";

/** A torch in an iron ring on a wall, with the light around it. Behind a large face it would be a spot and is left out. */
export function torch(scene: Scene, at: Point3): void {
  const { canvas, light } = scene;
  const p = scene.page(at);
  const s = scene.scaleAt(at);
  if (!p || light.soft > 0.6 || s > 240) return;
  const on = (points: readonly (readonly [number, number])[]): Point[] =>
    points.map(([u, v]) => ({ x: p.x + u * s, y: p.y + v * s }));
  canvas.veil({ x: p.x, y: p.y - 0.2 * s }, [s * 0.14, s * 1.5], 0.75, "white");
  canvas.shape(
    penStroke(
      on([
        [0.02, 0.42],
        [0, 0],
      ]),
      s * 0.09,
      { swellTo: 0.02, thinFrom: 0.98, tip: 0.9 },
    ),
    "#000",
    1.4,
    "#fff",
  );
  canvas.shape(
    corners(
      on([
        [-0.09, 0.02],
        [0.09, 0.02],
        [0.06, 0.14],
        [-0.06, 0.14],
      ]),
    ),
    "#000",
    1.4,
    "#fff",
  );
  openFlame(scene, p, s);
}

/** A flame in the open, with its edge inked so that it stands off a light ground; `s` is what a torch's metre is on the page. */
export function openFlame({ canvas }: Scene, foot: Point, s: number): void {
  const at = (points: typeof flame): string =>
    smoothPath(
      points.map(([u, v]) => ({ x: foot.x + u * s, y: foot.y + v * s })),
      true,
    );
  canvas.shape(at(flame), "#fff", 1.8, "#000");
  canvas.shape(at(flame.map(([u, v]) => [u * 0.45, v * 0.45 - 0.02])), canvas.dots(0.2), 0.8, "#000");
}

/** The outline of a flame in metres from the torch's head, upwards. */
const flame: readonly (readonly [number, number])[] = [
  [-0.07, 0.02],
  [-0.11, -0.1],
  [-0.07, -0.22],
  [-0.02, -0.3],
  [0.01, -0.42],
  [0.05, -0.3],
  [0.1, -0.18],
  [0.09, -0.06],
  [0.06, 0.02],
];
