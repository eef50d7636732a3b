import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { type Canvas, corners } from "../canvas.ts";
import type { Skeleton } from "../people/skeleton.ts";
import { oval } from "../props/prop-shape.ts";
import { circlePath } from "../tone.ts";
import type { Passer, PasserInk } from "./passer-by.ts";

/** Below this head size, in page units, eyes would be dirt. */
const leastFaced = 8;

/** Places on a head: shares of its size to where it looks and down from its middle. */
type At = (ahead: number, down: number) => Point;

/** Head of a passer-by: hair, face with its dots, and what is worn on it. */
export function drawPasserHead(canvas: Canvas, passer: Passer, body: Skeleton, ink: PasserInk, random: Random): void {
  const { size, yaw, woman } = passer;
  const { x, y } = body.see({ x: 0, y: 0, z: 0 });
  const turn = steady.sin((yaw * Math.PI) / 180);
  const way = turn < 0 ? -1 : 1;
  const at: At = (ahead, down) => ({ x: x + way * ahead * size, y: y + down * size });
  const shape = (path: string, fill: string): void => canvas.shape(path, fill, ink.width, ink.line);
  const ball = (middle: Point, radius: number): string => circlePath(middle.x, middle.y, radius * size);
  const neck = [at(-0.13, 0.3), at(0.13, 0.3), at(0.15, 0.72), at(-0.15, 0.72)];
  shape(corners(neck), ink.skin);
  if (woman) shape(ball(at(-0.42 * Math.abs(turn), Math.abs(turn) > 0.4 ? 0.02 : -0.5), 0.2), ink.hair);
  shape(ball(at(-0.04 * Math.abs(turn), -0.06), 0.44), ink.hair);
  if (Math.abs(yaw) < 115) drawFace(canvas, at, Math.abs(turn), passer, ink);
  drawHat(passer, at, ink, shape, random);
}

function drawFace(canvas: Canvas, at: At, turn: number, { size, yaw }: Passer, ink: PasserInk): void {
  const { x, y } = at(0.13 * turn, 0.08);
  canvas.shape(oval(x, y, (0.36 - 0.1 * turn) * size, 0.4 * size), ink.skin, ink.width, ink.line);
  if (size < leastFaced || ink.skin === "#000") return;
  const r = Math.max(0.6, size * 0.045);
  const eyes = Math.abs(yaw) > 60 ? [0.24] : [0.2 * turn - 0.14, 0.2 * turn + 0.14];
  canvas.fill(
    eyes
      .map((ahead) => at(ahead, 0.02))
      .map((eye) => oval(eye.x, eye.y, r, r * 1.3))
      .join(""),
    ink.line,
  );
  const mouth = 0.22 * turn;
  canvas.line(
    corners([at(mouth - 0.08, 0.28), at(mouth + 0.08, 0.28)], false),
    Math.max(0.7, ink.width * 0.8),
    ink.line,
  );
}

/** Hats of the time: bowlers, top hats, caps and straw hats; a few go bareheaded. */
function drawHat(
  { manner, woman, size }: Passer,
  at: At,
  { cloth, line }: PasserInk,
  shape: (path: string, fill: string) => void,
  random: Random,
): void {
  const kind = random();
  const felt = line === "#999" || random() < 0.7 ? "#000" : "#fff";
  const brim = (half: number, down: number): string => {
    const { x, y } = at(0, down);
    return oval(x, y, half * size, 0.09 * size);
  };
  if (manner === "japanese") {
    if (kind < 0.3) shape(corners([at(-0.7, -0.2), at(0, -0.66), at(0.7, -0.2)]), cloth);
    return;
  }
  if (manner === "modern" && kind < 0.7) return;
  if (woman) {
    shape(corners([at(-0.34, -0.3), at(-0.26, -0.56), at(0.24, -0.56), at(0.34, -0.3)]) + brim(0.56, -0.3), cloth);
    return;
  }
  const high = kind < 0.3 ? 0.98 : 0.62;
  if (kind > 0.7) {
    shape(corners([at(-0.42, -0.22), at(-0.34, -0.54), at(0.3, -0.54), at(0.42, -0.26), at(0.62, -0.2)]), felt);
    return;
  }
  shape(corners([at(-0.34, -0.26), at(-0.32, -high), at(0.32, -high), at(0.34, -0.26)]) + brim(0.56, -0.26), felt);
}
