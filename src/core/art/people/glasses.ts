import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { smoothPath } from "../ink.ts";
import { blob, brush, flick } from "./brush.ts";
import { type HeadView, sideOn } from "./head-view.ts";
import { drawnTogether, faceLimit, onFace } from "./skull.ts";

/** Spectacles, monocle or eye-patch, standing a little before the eyes. */
export function drawGlasses(view: HeadView): string {
  const { glasses } = view.sheet;
  if (glasses === "none" || view.behind) return "";
  if (glasses === "eye-patch") return patch(view);
  if (Math.abs(view.yaw) > sideOn) return sideGlasses(view);
  const sides = glasses === "monocle" ? [1] : view.yaw >= 0 ? [1, -1] : [-1, 1];
  const y = view.skull.eyeLine + 0.012;
  const rims = sides.map((side) => lens(view, side, y));
  if (glasses === "monocle") return rims.join("") + cord(view, y);
  const at = (x: number, dy: number, lift: number): Point => view.sight.see(onFace(view.skull, x, dy, lift));
  const bridge = brush([at(-0.066, y - 0.02, 0.05), at(0, y - 0.04, 0.07), at(0.066, y - 0.02, 0.05)], view.nib.line);
  const arms = [-1, 1].map((side) => {
    const far = side === (view.yaw >= 0 ? 1 : -1);
    if (far && Math.abs(view.yaw) > 8) return "";
    const from = at(side * 0.275, y - 0.02, 0.03);
    const to = view.sight.see({ x: side * view.skull.slice(y).width, y: y - 0.03, z: -0.02 });
    return brush([from, to], view.nib.line, { tip: 0.7 });
  });
  return rims.join("") + bridge + arms.join("");
}

function lens(view: HeadView, side: number, y: number): string {
  const far = side * view.yaw > 0;
  const square = view.sheet.seed % 2 === 0;
  const ring = Array.from({ length: 14 }, (_, i) => {
    const a = (i / 14) * 2 * Math.PI;
    const power = square ? 0.7 : 1;
    const x = 0.108 * Math.sign(steady.cos(a)) * Math.abs(steady.cos(a)) ** power;
    const dy = (square ? 0.078 : 0.098) * Math.sign(steady.sin(a)) * Math.abs(steady.sin(a)) ** power;
    // Glass is flat: it keeps the depth of its middle. The far one lies close before the cheek.
    const middle = onFace(view.skull, side * 0.172, y, 0.045);
    const z = middle.z - (side * x > 0 ? 0.3 : 0.12) * Math.abs(x);
    if (!far) return view.sight.see({ x: side * 0.172 + x, y: y + dy, z });
    const held = side * drawnTogether(view.skull, view.yaw, side * 0.172 + x, y);
    return view.sight.see({ x: held, y: y + dy, z: Math.min(z, onFace(view.skull, held, y, 0.014).z) });
  });
  const glint = view.small
    ? ""
    : flick(
        [ring[8], ring[9], ring[10]]
          .filter((p) => p !== undefined)
          .map((p, _, all) => ({
            x: p.x * 0.86 + (all[1]?.x ?? p.x) * 0.14 + view.size * 0.02,
            y: p.y + view.size * 0.022,
          })),
        view.nib.line,
      );
  return `<path d="${smoothPath(ring, true)}" fill="#fff" fill-opacity="0.12" stroke="#000" stroke-width="${(view.nib.line * 1.25).toFixed(2)}"/>${glint}`;
}

/** From the side one lens is left, narrow before the eye, with the arm to the ear. */
function sideGlasses(view: HeadView): string {
  const near = view.yaw >= 0 ? -1 : 1;
  if (view.sheet.glasses === "monocle" && near === -1) return "";
  const y = view.skull.eyeLine + 0.012;
  const z = onFace(view.skull, 0.09, y).z + 0.07;
  // Glass stands across the face: only its width turns away, never quite to a line.
  const wide = Math.max(0.036, 0.1 * Math.abs(steady.cos((view.yaw * Math.PI) / 180)));
  const turn = (view.yaw * Math.PI) / 180;
  const middle = { x: near * 0.16, z: z - 0.045 };
  const ring = Array.from({ length: 14 }, (_, i) => {
    const a = (i / 14) * 2 * Math.PI;
    const across = wide * steady.cos(a);
    // Across the page, wherever the head looks.
    return view.sight.see({
      x: middle.x + across * steady.cos(turn),
      y: y + 0.09 * steady.sin(a),
      z: middle.z + across * steady.sin(turn),
    });
  });
  const back = view.sight.see({ x: near * view.skull.slice(y).width, y: y - 0.03, z: -0.03 });
  const hinge = ring[near === -1 ? 7 : 0];
  const arm = hinge && view.sheet.glasses !== "monocle" ? brush([hinge, back], view.nib.line, { tip: 0.7 }) : "";
  return `<path d="${smoothPath(ring, true)}" fill="#fff" fill-opacity="0.12" stroke="#000" stroke-width="${(view.nib.line * 1.25).toFixed(2)}"/>${arm}`;
}

function cord(view: HeadView, y: number): string {
  const at = (x: number, dy: number): Point => view.skin(x, dy);
  return flick([at(0.27, y + 0.06), at(0.28, y + 0.2), at(0.22, y + 0.38)], view.nib.fine * 1.4);
}

function patch(view: HeadView): string {
  const y = view.skull.eyeLine;
  const limit = faceLimit(view.skull, view.yaw, y);
  const strap = [-0.33, -0.2, 0, 0.16, 0.3].map((x) => view.skin(x, y - 0.12 + x * 0.32));
  const line = Math.abs(view.yaw) < 85 ? brush(strap, view.nib.line * 1.6, { tip: 0.9 }) : "";
  if (view.yaw >= 0 && limit < 0.14) return line;
  const ring = [
    [0.07, y - 0.07],
    [0.17, y - 0.09],
    [0.27, y - 0.06],
    [0.27, y + 0.05],
    [0.18, y + 0.11],
    [0.08, y + 0.06],
  ].map(([x = 0, dy = 0]) => view.skin(x, dy));
  return line + blob(ring, "#000", view.nib.line);
}
