import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { blob, brush, flick } from "./brush.ts";
import { type HeadView, sideOn } from "./head-view.ts";
import { faceLimit, onRidge } from "./skull.ts";
import { clamp, lerp } from "./space.ts";

/** Heads under this size, in page units, carry a sign for every feature and no more. */
export const tinyHead = 62;

/** Eyes as dots, brows, nose and mouth as strokes: the drawn features of a large face would run together into a blot. */
export function drawTinyFace(view: HeadView): string {
  if (view.behind) return "";
  const sides = ([-1, 1] as const).filter((side) => showsEye(view, side));
  return sides.map((side) => eye(view, side)).join("") + nose(view) + mouth(view) + freckles(view) + age(view);
}

const apart = 0.165;

function showsEye({ skull, yaw }: HeadView, side: 1 | -1): boolean {
  const limit = faceLimit(skull, yaw, skull.eyeLine);
  return yaw >= 0 ? side * apart < limit - 0.02 : side * apart > limit + 0.02;
}

/** A grown man's eye is low under a heavy brow, a child's tall and far from it. */
function eye(view: HeadView, side: 1 | -1): string {
  const { expression, skull, size, sheet } = view;
  const y = skull.eyeLine;
  const soft = sheet.age === "child" || sheet.gender === "female";
  const { angle, lift } = expression.brow;
  const slope = (angle / 30) * 0.055;
  const high = y - (soft ? 0.125 : 0.1) - lift;
  const brow = flick(
    [view.skin(side * 0.07, high + slope), view.skin(side * 0.25, high - 0.01 - slope)],
    Math.max(1.1, size * (soft ? 0.03 : 0.05)),
  );
  if (expression.closed !== "none") {
    const bow = expression.closed === "smile" ? -0.035 : 0.02;
    const line = [view.skin(side * 0.1, y), view.skin(side * 0.165, y + bow), view.skin(side * 0.235, y)];
    return brow + flick(line, Math.max(1.2, size * 0.045));
  }
  const dot = (rx: number, ry: number): string =>
    blob(
      Array.from({ length: 8 }, (_, i) => {
        const a = (i / 8) * 2 * Math.PI;
        return view.skin(side * apart + rx * steady.cos(a), y + ry * steady.sin(a));
      }),
      "#000",
      0,
    );
  // Eyes torn open stand tall; rings about a dot would be buttons.
  const tall =
    (soft ? 0.058 : 0.04) * clamp(expression.lid, 0.55, 1) * lerp(1, 1.5, clamp((expression.lid - 1) / 0.2, 0, 1));
  const lid = flick(
    [
      view.skin(side * 0.095, y - tall * 0.7),
      view.skin(side * 0.165, y - tall * 1.15),
      view.skin(side * 0.24, y - tall * 0.5),
    ],
    Math.max(1, size * 0.028),
  );
  return brow + dot(soft ? 0.04 : 0.034, tall) + lid;
}

/** The foot of the nose, on the side away from the light; from the side the outline has it. */
function nose(view: HeadView): string {
  const { skull, size, yaw, sheet } = view;
  if (size < 28 || Math.abs(yaw) > sideOn || sheet.age === "child") return "";
  const far = yaw >= 0 ? 1 : -1;
  const at = (x: number, y: number): Point => view.sight.see(onRidge(skull, y, far * x, 0.8));
  const tip = skull.noseTip;
  return flick([at(0.012, tip - 0.06), at(0.026, tip), at(-0.02, tip + 0.018)], Math.max(0.9, size * 0.024));
}

function freckles(view: HeadView): string {
  const { skull, size, sheet } = view;
  if (size < 30 || Math.abs(view.yaw) > 60 || !sheet.marks.includes("freckles")) return "";
  const y = skull.eyeLine + 0.125;
  return [-0.2, -0.14, 0.14, 0.2]
    .map((x, i) => view.skin(x, y + (i % 2) * 0.025))
    .map((spot) => `<circle cx="${spot.x.toFixed(1)}" cy="${spot.y.toFixed(1)}" r="${(size * 0.011).toFixed(2)}"/>`)
    .join("");
}

/** Folds of the old, from the nose past the mouth and across the brow. */
function age(view: HeadView): string {
  const { skull, size, sheet, yaw } = view;
  if (size < 30 || sheet.age !== "old") return "";
  const near = yaw >= 0 ? -1 : 1;
  const width = Math.max(0.8, size * 0.018);
  const y = skull.eyeLine;
  const sides = Math.abs(yaw) > 30 ? [near] : [-1, 1];
  const folds = sides.flatMap((side) => [
    flick([view.skin(side * 0.1, 0.2), view.skin(side * 0.14, 0.26), view.skin(side * 0.145, 0.33)], width),
    flick(
      [view.skin(side * 0.11, y + 0.09), view.skin(side * 0.17, y + 0.115), view.skin(side * 0.23, y + 0.09)],
      width,
    ),
  ]);
  const brow = Math.abs(yaw) > sideOn ? "" : flick([view.skin(-0.12, y - 0.22), view.skin(0.12, y - 0.22)], width);
  return folds.join("") + brow;
}

function mouth(view: HeadView): string {
  const { expression, skull, size, yaw, speaks } = view;
  const { open, half, corners, shape } = speaks ? expression.speaking : expression.mouth;
  const y = skull.mouthLine;
  if (Math.abs(yaw) > sideOn) return profileMouth(view, open, corners);
  const limit = Math.abs(faceLimit(skull, yaw, y)) - 0.04;
  const held = (x: number): number => (yaw >= 0 ? Math.min(x, limit) : Math.max(x, -limit));
  if (shape === "oval")
    return blob(
      Array.from({ length: 8 }, (_, i) => {
        const a = (i / 8) * 2 * Math.PI;
        return view.skin(half * 0.85 * steady.cos(a), y + open * (0.3 + 0.55 * steady.sin(a)));
      }),
      "#000",
      0,
    );
  const line = [-0.8, -0.42, 0, 0.42, 0.8].map((u) =>
    view.skin(held(u * half), y + open * 0.25 - (corners + open * 0.25) * (u / 0.8) ** 2),
  );
  return brush(line, Math.max(1, size * Math.max(0.028, open * 0.5)), { tip: open > 0.06 ? 0.7 : 0.5 });
}

/** From the side a stroke that runs back from the lips, and stays inside the face. */
function profileMouth({ skull, size, yaw, sight }: HeadView, open: number, corners: number): string {
  const near = yaw >= 0 ? -1 : 1;
  const front = onRidge(skull, skull.mouthLine).z;
  const at = (back: number, down: number): Point =>
    sight.see({ x: near * 0.02, y: skull.mouthLine + down, z: front - back });
  const width = Math.max(1, size * Math.max(0.028, open * 0.4));
  const inner = width / size / 2;
  return brush([at(inner, open * 0.2), at(0.05, open * 0.2), at(0.1, -corners)], width, { tip: 0.5 });
}
