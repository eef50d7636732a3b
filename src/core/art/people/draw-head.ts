import * as steady from "../../geometry/steady-math.ts";
import { smoothPath } from "../ink.ts";
import { fineShade } from "../tone.ts";
import { clipped, flick } from "./brush.ts";
import { drawBeard } from "./beards.ts";
import { drawEars } from "./ears.ts";
import { drawFarEye, drawFrown, drawNearEye } from "./eyes.ts";
import { drawGlasses } from "./glasses.ts";
import { drawHair } from "./hair.ts";
import { drawHat } from "./hats.ts";
import { contour, seenSkull } from "./head-edge.ts";
import { type HeadView, faceOf, skinFill } from "./head-view.ts";
import { drawMarks } from "./marks.ts";
import { drawMouth } from "./mouth.ts";
import { drawNose } from "./nose.ts";
import { outlineRing } from "./skull.ts";
import { drawTinyFace, tinyHead } from "./tiny-face.ts";
import type { Point } from "../../geometry/geometry.ts";
import { clamp, lerp } from "./space.ts";

/** A head in two layers: what hangs behind the shoulders, and what stands before the collar. */
export interface HeadInk {
  behind: string;
  before: string;
  /** Path data of the whole shape. */
  outline: string;
}

/** Draws a person's head from any side, in page units. */
export function drawHead(view: HeadView): HeadInk {
  const hair = drawHair(view);
  const hat = drawHat(view);
  const ring = outlineRing(seenSkull(view));
  const face = smoothPath(ring, true);
  const { size, prefix, sheet } = view;
  const front = faceOf(view);
  const shadow =
    hair.shadow === "" || size < 120
      ? ""
      : `<g transform="translate(${(size * 0.012).toFixed(2)} ${(size * 0.034).toFixed(2)})"><path d="${hair.shadow}" fill="${fineShade(sheet.skin === "dark" ? 40 : 20)}"/></g>`;
  const before = [
    hair.under,
    drawEars(view, "behind"),
    `<path d="${face}" fill="${skinFill(sheet)}"/>`,
    clipped(`${prefix}face`, face, shadow + (view.small ? "" : hat.shadow) + drawMarks(view)),
    contour(view),
    size < tinyHead ? drawTinyFace(front) : features(front),
    drawBeard(view),
    drawEars(view, "before"),
    drawGlasses(front),
    gloom(front),
    hair.before,
    drawEars(view, "over"),
    hat.before,
    signs(front),
  ];
  return { behind: hat.behind + hair.behind, before: before.join(""), outline: face + hair.outline + hat.outline };
}

/** The nose stands before the far eye. */
const features = (view: HeadView): string =>
  drawFarEye(view) + drawNose(view) + drawMouth(view) + drawFrown(view) + drawNearEye(view);

/** Sweat, tears, blush and the rest that feelings write on a face. */
function signs(view: HeadView): string {
  if (view.behind) return "";
  const near = view.yaw >= 0 ? -1 : 1;
  const { skull, nib } = view;
  const y = skull.eyeLine;
  const parts: string[] = [];
  for (const sign of view.expression.signs) {
    if (sign === "blush" && !view.small)
      for (const side of [-1, 1])
        for (const k of [-1, 0, 1]) {
          const x = side * 0.2 + k * 0.026;
          if (side !== near && Math.abs(view.yaw) > 20) continue;
          parts.push(flick([view.skin(x + 0.012, y + 0.11), view.skin(x - 0.012, y + 0.155)], nib.fine * 1.1));
        }
    if (sign === "streams")
      for (const side of [-1, 1]) {
        // On the far cheek they would hang from its edge.
        if (side !== near && Math.abs(view.yaw) > 12) continue;
        // Single drops on their way down: a stream with two edges would be a pipe.
        const way = [0.18, 0.28].slice(0, view.small ? 1 : 2);
        way.forEach((d, i) => parts.push(drop(view, view.skin(side * (0.18 + 0.02 * i), y + d), 0.03 - 0.005 * i)));
      }
    if (sign === "spray") parts.push(spray(view));
    if (sign === "sweat") {
      // On the temple, clear of the brow from every side.
      const out = lerp(0.305, 0.335, clamp(Math.abs(view.yaw) / 70, 0, 1));
      const spot = view.skin(near * out, y - 0.1);
      parts.push(drop(view, spot, view.small ? 0.042 : 0.036));
      // A second one on its way down the cheek.
      parts.push(drop(view, view.skin(near * 0.27, y + 0.15), view.small ? 0.032 : 0.024));
    }
  }
  return parts.join("");
}

/** What flies from a sneezing mouth, to where the face is turned: strokes all round and a few drops. */
function spray(view: HeadView): string {
  const { skull, size, nib, yaw } = view;
  const from = view.skin(0, skull.mouthLine + 0.03);
  const way = yaw >= 0 ? 1 : -1;
  const at = (degrees: number, far: number): Point => {
    const turn = (degrees * Math.PI) / 180;
    return { x: from.x + way * steady.cos(turn) * far * size, y: from.y + steady.sin(turn) * far * size };
  };
  // Of a face from the side nothing flies to the back.
  const shown = (degrees: number): boolean => degrees < 90 || Math.abs(yaw) < 40;
  const strokes = [-34, -12, 10, 32, 54, 126, 148, 170, 192]
    .filter(shown)
    .map((degrees, i) =>
      flick([at(degrees, 0.44), at(degrees, 0.54), at(degrees, i % 2 ? 0.64 : 0.74)], nib.line * 1.2),
    );
  const drops = [-22, 2, 42, 138, 160].filter(shown).map((degrees, i) => {
    const { x, y } = at(degrees, i % 2 ? 0.7 : 0.82);
    return `<circle cx="${x.toFixed(2)}" cy="${y.toFixed(2)}" r="${(size * 0.018).toFixed(2)}"/>`;
  });
  return strokes.join("") + drops.join("");
}

/** A drop that hangs with its round end at a spot. */
function drop({ size, nib }: HeadView, spot: Point, radius: number): string {
  const r = radius * size;
  const by = (x: number, y: number): string => `${(x * r).toFixed(2)} ${(y * r).toFixed(2)}`;
  return `<path d="M${spot.x.toFixed(2)} ${(spot.y - 2.2 * r).toFixed(2)}q${by(1.5, 2)} ${by(1, 3)}q${by(-1, 0.9)} ${by(-2, 0)}q${by(-0.5, -1)} ${by(1, -3)}Z" fill="#fff" stroke="#000" stroke-width="${nib.fine.toFixed(2)}"/>`;
}

/** Lines of dread on the far temple, longest at the side. */
function gloom(view: HeadView): string {
  if (view.behind || view.small || !view.expression.signs.includes("shadow")) return "";
  // Under a fringe they would be scratches in the hair.
  if (view.sheet.gender === "female" || view.sheet.age === "child") return "";
  const near = view.yaw >= 0 ? -1 : 1;
  const y = view.skull.eyeLine;
  return [0, 1, 2, 3, 4]
    .map((k) => {
      const x = -near * (0.27 - k * 0.038);
      return flick([view.skin(x, y - 0.27), view.skin(x, y - 0.1 - 0.035 * k)], view.nib.fine * 1.1);
    })
    .join("");
}
