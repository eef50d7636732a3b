import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { blob, flick } from "../people/brush.ts";
import { convexHull } from "../people/hull.ts";
import { fineTone } from "../tone.ts";
import { beastMouth } from "./beast-mouth.ts";
import { type BeastView, onHead } from "./beast-view.ts";

const ring = (disc: { x: number; y: number; r: number }, count = 20): Point[] =>
  Array.from({ length: count }, (_, i) => {
    const a = (i / count) * 2 * Math.PI;
    return { x: disc.x + disc.r * steady.cos(a), y: disc.y + disc.r * steady.sin(a) };
  });

/** Mouth, nose and whiskers over the flesh of the head. */
export function beastMuzzle(view: BeastView): string {
  const nose = { leather: leatherNose, small: leatherNose, snout, nostrils, beak: () => "" }[view.plan.nose](view);
  return beastMouth(view) + nose + (view.plan.whiskers && view.size > 40 ? whiskers(view) : "");
}

/** The black leather at the tip of the muzzle, with its gloss. */
function leatherNose(view: BeastView): string {
  const [, tip] = view.plan.muzzle;
  const small = view.plan.nose === "small";
  const w = small ? Math.max(0.04, tip[3] * 0.42) : Math.max(0.062, tip[3] * 0.66);
  const h = w * (small ? 0.72 : 0.8);
  const [y, z] = [tip[1] - tip[3] * 0.62, tip[2] + tip[3] * 0.72];
  const points = convexHull([
    onHead(view, -w, y - h * 0.55, z - w * 0.3),
    onHead(view, -w * 0.6, y - h, z - w * 0.1),
    onHead(view, w * 0.6, y - h, z - w * 0.1),
    onHead(view, w, y - h * 0.55, z - w * 0.3),
    onHead(view, w * 0.45, y + h * 0.5, z + w * 0.1),
    onHead(view, 0, y + h * 0.85, z + w * 0.12),
    onHead(view, -w * 0.45, y + h * 0.5, z + w * 0.1),
    onHead(view, 0, y - h * 0.4, z + w * 0.75),
  ]);
  const gloss = onHead(view, -w * 0.25, y - h * 0.5, z + w * 0.5);
  const r = w * 0.26 * view.size;
  const shine =
    view.size < 34 || Math.abs(view.yaw) > 60
      ? ""
      : blob(ring({ ...gloss, r }, 8), view.coat.line === "#fff" ? fineTone(20) : "#fff", 0);
  return blob(points, "#000", view.nib.fine, view.coat.line === "#fff" ? "#fff" : "#000") + shine;
}

function snout(view: BeastView): string {
  const [, tip] = view.plan.muzzle;
  const [y, z] = [tip[1] - 0.01, tip[2] + tip[3] * 0.78];
  const oval = (x: number, rx: number, ry: number, dz: number): Point[] =>
    Array.from({ length: 16 }, (_, i) => {
      const a = (i / 16) * 2 * Math.PI;
      return onHead(view, x + rx * steady.cos(a), y + ry * steady.sin(a), z + dz);
    });
  const disc = convexHull([...oval(0, 0.15, 0.125, 0), ...oval(0, 0.15, 0.125, -0.07)]);
  const holes = [-1, 1].map((side) =>
    Math.abs(view.yaw) > 75 ? "" : blob(oval(side * 0.058, 0.026, 0.042, 0.012), "#000", 0),
  );
  return blob(disc, fineTone(20), view.nib.line) + blob(oval(0, 0.145, 0.12, 0.004), fineTone(10), 0) + holes.join("");
}

function nostrils(view: BeastView): string {
  const [, tip] = view.plan.muzzle;
  const large = view.plan.ears ? (view.species === "sheep" || view.species === "goat" ? 1 : 1.5) : 0.62;
  return ([-1, 1] as const)
    .filter((side) => side * view.yaw < 34)
    .map((side) => {
      const at = (dx: number, dy: number): Point =>
        onHead(view, side * (tip[3] * 0.52 + dx), tip[1] - tip[3] * 0.28 + dy, tip[2] + tip[3] * 0.72 - Math.abs(dx));
      const k = 0.03 * large;
      return blob(
        [at(-k * 0.6, k * 0.5), at(0, -k * 0.9), at(k * 0.8, -k * 0.4), at(k * 0.2, k * 0.6)],
        view.coat.line,
        0,
      );
    })
    .join("");
}

function whiskers(view: BeastView): string {
  const [, tip] = view.plan.muzzle;
  const parts: string[] = [];
  for (const side of [-1, 1] as const) {
    // On the far side of a head that turns they would start in the air.
    if (side * view.yaw > 14) continue;
    const out = Math.abs(view.yaw) > 55 ? -Math.sign(view.yaw) : side;
    for (const k of [-0.5, 0.1, 0.7]) {
      const from = onHead(view, side * tip[3] * 0.85, tip[1] + tip[3] * (0.1 + k * 0.3), tip[2] - tip[3] * 0.5);
      parts.push(
        flick(
          [
            from,
            { x: from.x + out * view.size * 0.15, y: from.y + k * view.size * 0.03 },
            { x: from.x + out * view.size * 0.32, y: from.y + (k * 0.12 + 0.02) * view.size },
          ],
          view.nib.fine * 0.9,
        ),
      );
    }
  }
  return parts.join("");
}
