import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { corners } from "../canvas.ts";
import { smoothPath } from "../ink.ts";
import { oval } from "../props/prop-shape.ts";
import { circlePath } from "../tone.ts";
import type { Point3 } from "./perspective.ts";
import type { Scene } from "./scene.ts";

/** Somebody on a seat, dark and without a face: one of an audience. Now and then a seat stays empty. */
export function sitter(scene: Scene, at: Point3, random: Random): void {
  const { light, canvas } = scene;
  scene.later(at, () => {
    const p = scene.page({ ...at, y: at.y + 0.98 });
    const s = scene.scaleAt(at);
    if (!p || s > 170 || random() < 0.16) return;
    const on = (u: number, v: number): Point => ({ x: p.x + u * s, y: p.y + v * s });
    const back = [...side.map(([u, v]) => on(-u, v)), ...side.toReversed().map(([u, v]) => on(u, v))];
    const seat = [on(-0.3, 0.98), on(-0.28, 0.5), on(0.28, 0.5), on(0.3, 0.98)];
    const hair = on(random.between(-0.02, 0.02), 0.07);
    canvas.shape(smoothPath(back, true), light.level(random.between(4.4, 6)), 1.2, "#fff");
    canvas.shape(corners(seat), light.level(3), 1.2, "#fff");
    canvas.shape(oval(hair.x, hair.y, s * 0.115, s * 0.14), light.level(6), 1.2, "#fff");
    if (random() < 0.4) canvas.shape(circlePath(hair.x, hair.y - s * 0.14, s * 0.06), light.level(6), 1.2, "#fff");
  });
}

/** One side of back, shoulder and neck from the seat upwards, in metres from the middle of the head. */
const side = [
  [0.31, 0.9],
  [0.29, 0.48],
  [0.22, 0.36],
  [0.07, 0.29],
  [0.06, 0.18],
] as const;
