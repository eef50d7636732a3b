import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { corners } from "../canvas.ts";
import { smoothPath } from "../ink.ts";
import { oval } from "../props/prop-shape.ts";
import type { Point3 } from "./perspective.ts";
import type { Scene } from "./scene.ts";

/** Somebody on a seat, seen from behind: one of an audience, shoulders wider than the head. Now and then a seat stays empty. */
export function sitter(scene: Scene, at: Point3, random: Random): void {
  const { light, canvas } = scene;
  scene.later(at, () => {
    const p = scene.page({ ...at, y: at.y + 0.98 });
    const s = scene.scaleAt(at);
    if (!p || s > 170 || random() < 0.16) return;
    const lean = random.between(-0.025, 0.025);
    const on = (u: number, v: number): Point => ({ x: p.x + u * s, y: p.y + v * s });
    const back = [...side.map(([u, v]) => on(-u, v)), ...side.toReversed().map(([u, v]) => on(u, v))];
    const seat = [on(-0.3, 0.98), on(-0.28, 0.5), on(0.28, 0.5), on(0.3, 0.98)];
    const [coat, woman] = [light.level(random.pick([1.4, 2.4, 5.6])), random() < 0.4];
    const hair = light.level(random.pick([6, 6, 5.2]));
    canvas.shape(smoothPath(back, true), coat, 1.2, light.ink);
    canvas.shape(corners(seat), light.level(3), 1.2, light.ink);
    canvas.shape(
      smoothPath(
        nape.map(([u, v]) => on(u + lean * 0.5, v)),
        true,
      ),
      light.level(0),
      1,
      light.ink,
    );
    for (const ear of [-1, 1])
      canvas.shape(
        oval(p.x + (lean + ear * 0.102) * s, p.y + 0.1 * s, s * 0.02, s * 0.034),
        light.level(0),
        1,
        light.ink,
      );
    const crown = (woman ? drawnUp : cropped).map(([u, v]) => on(u + lean, v));
    canvas.shape(smoothPath(crown, true), hair, 1.2, "#fff");
  });
}

/** One side of back, shoulder and neck from the seat upwards, in metres from the middle of the head. */
const side = [
  [0.31, 0.9],
  [0.3, 0.52],
  [0.285, 0.34],
  [0.235, 0.265],
  [0.13, 0.225],
  [0.085, 0.17],
  [0.08, 0.06],
] as const;

/** The bare neck over the collar. */
const nape = [
  [-0.066, 0.12],
  [0.066, 0.12],
  [0.07, 0.22],
  [0, 0.238],
  [-0.07, 0.22],
] as const;

/** Hair from behind down to the nape, in metres: cut short, and drawn up over a bare one. */
const cropped = [
  [0, -0.085],
  [0.075, -0.055],
  [0.103, 0.03],
  [0.092, 0.125],
  [0.06, 0.185],
  [0, 0.195],
  [-0.06, 0.185],
  [-0.092, 0.125],
  [-0.103, 0.03],
  [-0.075, -0.055],
] as const;
const drawnUp = [
  [0, -0.12],
  [0.085, -0.08],
  [0.118, 0.02],
  [0.1, 0.11],
  [0.05, 0.158],
  [0, 0.165],
  [-0.05, 0.158],
  [-0.1, 0.11],
  [-0.118, 0.02],
  [-0.085, -0.08],
] as const;
