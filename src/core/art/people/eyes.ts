import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { smoothPath } from "../ink.ts";
import { light, shade } from "../tone.ts";
import { blob, brush, clipped, curve, flick, tail } from "./brush.ts";
import { type HeadView, isSmooth, sideOn } from "./head-view.ts";
import { drawnTogether, onFace } from "./skull.ts";
import { clamp, lerp } from "./space.ts";

/** Proportions of one person's eyes, in head sizes. */
interface EyeForm {
  /** Distance of the eye's middle from the middle of the face. */
  apart: number;
  half: number;
  high: number;
  /** How far the outer corner rises. */
  slant: number;
  iris: number;
  lashes: boolean;
}

function eyeForm({ sheet, expression, yaw }: HeadView): EyeForm {
  const child = sheet.age === "child";
  const old = sheet.age === "old";
  const woman = sheet.gender === "female";
  const shapes = {
    round: { half: 0.08, high: 0.071, slant: 0 },
    narrow: { half: 0.093, high: 0.047, slant: 0.013 },
    large: { half: 0.09, high: 0.083, slant: 0.004 },
    tired: { half: 0.088, high: 0.053, slant: -0.016 },
  };
  const form = shapes[sheet.eyes];
  // Eyes torn open are round in every face, however narrow at rest.
  const wide = clamp((expression.lid - 1.02) / 0.16, 0, 1);
  const iris =
    (child ? 0.067 : woman ? 0.058 : sheet.age === "young" ? 0.047 : 0.043) *
    (old ? 0.72 : 1) *
    (sheet.eyes === "narrow" ? 0.86 : 1);
  const rest = form.high * (child ? 1.12 : old ? 0.68 : woman ? 1.08 : sheet.age === "young" ? 0.92 : 0.8);
  const high = lerp(rest, Math.max(rest * 1.05, old ? 0.056 : 0.066), wide);
  return {
    // From the side a large eye would lie on the outline.
    apart: (child ? 0.186 : 0.168) + (Math.abs(yaw) > sideOn ? 0.036 : 0) + (((sheet.seed >>> 6) % 5) - 2) * 0.006,
    half: form.half * (child ? 1.02 : old ? 0.86 : woman || sheet.age === "young" ? 1 : 0.93),
    high,
    slant: (form.slant + (old ? -0.02 : woman ? 0.005 : 0)) * (1 - 0.7 * wide),
    // It grows with the opening, or the surprised would stare out of white rings.
    iris: lerp(iris, Math.max(iris, high * 0.74), wide),
    // Lashes make any eye a girl's.
    lashes: woman && !old,
  };
}

/** The eye on the far side of the nose, with its brow. */
export const drawFarEye = (view: HeadView): string => drawEye(view, view.yaw >= 0 ? 1 : -1);

/** The eye on the side of the reader, with its brow. */
export const drawNearEye = (view: HeadView): string => drawEye(view, view.yaw >= 0 ? -1 : 1);

/**
 * A point of an eye on the page. Eyes lie deeper than the brow and the root of the nose; the far one is drawn together
 * towards the edge of the face the further the head turns, and is not cut.
 */
function inSocket(view: HeadView, x: number, y: number): Point {
  const { skull, sight, sheet } = view;
  const held = drawnTogether(skull, view.yaw, x, y);
  const deep = (sheet.age === "child" ? 0.02 : 0.032) * (1 - 0.6 * clamp((held - 0.1) / 0.2, 0, 1));
  return sight.see(onFace(skull, held * Math.sign(x), y, -deep));
}

/** On a half turned head the far eye is narrower and keeps off the edge of the cheek; a child's, wide and far out, the most. */
function acrossNose(form: EyeForm, { yaw, sheet }: HeadView): EyeForm {
  const share = Math.min(1, Math.abs(yaw) / 30) * (sheet.age === "child" ? 1 : 0.5);
  return { ...form, half: form.half * (1 - 0.17 * share), apart: form.apart - 0.02 * share };
}

/** `side` 1 is the eye on the right of an unturned face. */
function drawEye(view: HeadView, side: 1 | -1): string {
  if (view.behind) return "";
  const form = side * view.yaw > 0 ? acrossNose(eyeForm(view), view) : eyeForm(view);
  if (hidden(view, side)) return "";
  const { expression } = view;
  const patched = view.sheet.glasses === "eye-patch" && side === 1;
  const lidTilt = (expression.brow.angle / 30) * form.high * 0.34;
  const at = (u: number, v: number): Point =>
    inSocket(
      view,
      side * (form.apart + u * form.half),
      view.skull.eyeLine + v * form.high - u * form.slant - (v < 0 ? u * lidTilt : 0),
    );
  const brow = drawBrow(view, side, form);
  if (patched) return brow;
  if (expression.closed !== "none") return closedEye(view, at, form) + brow;
  if (Math.abs(view.yaw) > sideOn) return profileEye(view, side, form, at) + brow;
  return openEye(view, side, form, at) + brow;
}

/** From the side nose and brow hide the far eye. */
const hidden = ({ yaw }: HeadView, side: 1 | -1): boolean => side * yaw > sideOn;

function openEye(view: HeadView, side: 1 | -1, form: EyeForm, at: (u: number, v: number) => Point): string {
  const { expression, nib, prefix, size } = view;
  const lid = expression.lid;
  const low = 0.72 - expression.lower * 0.55;
  const upper = [
    at(-1, 0.2),
    at(-0.72, 0.2 - 0.72 * lid),
    at(-0.2, 0.2 - 1.18 * lid),
    at(0.34, 0.2 - 1.16 * lid),
    at(0.78, 0.16 - 0.72 * lid),
    at(1.02, 0.05),
  ];
  const lower = [at(1.02, 0.05), at(0.72, low * 0.72), at(0.15, low), at(-0.5, low * 0.8), at(-1, 0.2)];
  const shape = smoothPath([...upper, ...lower.slice(1, -1)], true);
  const parts = [`<path d="${shape}" fill="#fff"/>`, clipped(`${prefix}eye${side}`, shape, irisOf(view, side, form))];
  const width = size * (form.lashes ? 0.03 : 0.024);
  const wing = form.lashes ? at(1.22, -0.14) : at(1.12, 0.02);
  parts.push(brush([...upper.slice(0, -1), wing], Math.max(1.5, width), { swellTo: 0.55, thinFrom: 0.82, tip: 0.18 }));
  if (form.lashes && !view.small) parts.push(lashes(view, at, lid));
  if (!view.small) {
    parts.push(
      flick(
        [lower[1], lower[2], lower[3]].filter((p) => p !== undefined),
        nib.fine * 1.1,
      ),
    );
    if (view.sheet.age === "old" && lid < 1.2) parts.push(hoodOf(at, lid, nib.line));
    else if (lid > 0.35) {
      const crease = 0.2 - 1.18 * lid - 0.3;
      parts.push(flick([at(-0.6, crease + 0.3), at(0.1, crease - 0.04), at(0.85, crease + 0.42)], nib.fine));
    }
  }
  return parts.join("") + underEye(view, at);
}

/** An eye from the side: an arrowhead that opens to the front, with the iris narrow behind the cornea. */
function profileEye(view: HeadView, side: 1 | -1, form: EyeForm, at: (u: number, v: number) => Point): string {
  const { expression, nib, prefix, size } = view;
  const lid = expression.lid;
  const low = 0.66 - expression.lower * 0.45;
  const corner = at(1.05, 0.12);
  const upper = [corner, at(0.5, 0.14 - 0.62 * lid), at(-0.1, 0.16 - 0.96 * lid), at(-0.52, 0.2 - 1.02 * lid)];
  const front = [at(-0.66, 0.12 - 0.3 * lid), at(-0.62, 0.3)];
  const lower = [at(-0.42, low), at(0.3, low * 0.8)];
  const shape = smoothPath([...upper, ...front, ...lower], true);
  const r = form.iris * expression.iris;
  const [cx, cy] = [form.apart - form.half * 0.34, view.skull.eyeLine - form.high * 0.08 + expression.gaze.y];
  const ring = (k: number, dx = 0, dy = 0): Point[] =>
    Array.from({ length: 10 }, (_, i) => {
      const a = (i / 10) * 2 * Math.PI;
      return inSocket(view, side * (cx + dx + r * k * 0.82 * steady.cos(a)), cy + dy + r * k * 1.25 * steady.sin(a));
    });
  const iris = blob(ring(1), "#000", 0) + (size > 26 ? blob(ring(0.34, r * 0.1, -r * 0.5), "#fff", 0) : "");
  const parts = [
    `<path d="${shape}" fill="#fff"/>`,
    clipped(`${prefix}eye${side}`, shape, iris),
    brush([...upper, at(-0.86, 0.3 - 1.06 * lid)], Math.max(1.5, size * (form.lashes ? 0.028 : 0.024)), {
      swellTo: 0.5,
      thinFrom: 0.85,
      tip: 0.3,
    }),
  ];
  if (!view.small) {
    parts.push(flick([at(-0.42, low), at(0.1, low * 0.95), at(0.6, low * 0.55)], nib.fine * 1.1));
    if (form.lashes)
      parts.push(tail([at(-0.5, 0.2 - 1.02 * lid), at(-0.95, -1.02 * lid), at(-1.3, -0.1 - 1.24 * lid)], size * 0.014));
    parts.push(flick([at(-0.3, -1.3 * lid), at(0.3, -1.1 * lid), at(0.9, -0.5)], nib.fine));
  }
  return parts.join("") + underEye(view, at);
}

/** Iris with pupil, tone below and the light in it; on the skin, so that it narrows as the head turns. */
function irisOf(view: HeadView, side: 1 | -1, form: EyeForm): string {
  const { expression, size } = view;
  const child = view.sheet.age === "child";
  // The eyes go before the head to what it turns to: held in the middle they would stare past it.
  const turn = clamp(view.yaw / 90, -1, 1);
  const cx = side * form.apart + expression.gaze.x - side * 0.006 + turn * 0.05;
  const cy = view.skull.eyeLine - form.high * 0.1 + expression.gaze.y;
  const r = form.iris * expression.iris;
  const ring = (rx: number, ry: number, dy = 0): Point[] =>
    Array.from({ length: 12 }, (_, i) => {
      const a = (i / 12) * 2 * Math.PI;
      return inSocket(view, cx + rx * steady.cos(a), cy + dy + ry * steady.sin(a));
    });
  const tall = child ? 1.28 : view.sheet.gender === "female" ? 1.24 : 1.14;
  const pale = view.sheet.hairColour === "fair" || view.sheet.hairColour === "white" || view.sheet.hairColour === "red";
  // The lights of large eyes are a child's and a girl's: in a man's they would be a doll's.
  const sober = view.sheet.gender === "male" && !child;
  const parts = [blob(ring(r, r * tall), "#000", 0)];
  if (!view.small && expression.iris > 0.55) {
    const ground = pale ? "#fff" : light(40);
    const crescent = sober
      ? ring(r * 0.66, r * tall * 0.36, r * tall * 0.46)
      : ring(r * 0.8, r * tall * 0.5, r * tall * 0.4);
    parts.push(blob(crescent, ground, 0));
    if (pale) parts.push(blob(crescent, shade(20), 0));
    parts.push(blob(ring(r * 0.46, r * tall * 0.52), "#000", 0));
  }
  const spark = (dx: number, dy: number, radius: number): string =>
    blob(
      Array.from({ length: 8 }, (_, i) => {
        const a = (i / 8) * 2 * Math.PI;
        return inSocket(view, cx + dx + radius * 0.85 * steady.cos(a), cy + dy + radius * steady.sin(a));
      }),
      "#fff",
      0,
    );
  const shine = expression.iris < 0.7 ? 0.24 : view.small ? 0.46 : 0.36;
  if (size > 26) parts.push(spark(-r * 0.34, -r * 0.42, r * shine));
  if (!view.small && !sober) parts.push(spark(r * 0.36, r * 0.52, r * 0.17));
  // The lid throws its shadow on the eye.
  const lidShadow = [-1, -0.4, 0.3, 1].map((u) =>
    inSocket(view, side * (form.apart + u * form.half), view.skull.eyeLine - form.high * (1.02 - u * u * 0.5)),
  );
  if (size > 120) parts.push(brush(lidShadow, size * 0.016, {}, shade(40)));
  return parts.join("");
}

function lashes(view: HeadView, at: (u: number, v: number) => Point, lid: number): string {
  const width = view.size * 0.014;
  const flicks: [number, number, number, number][] = [
    [0.96, 0.02, 1.42, -0.26],
    [0.8, 0.16 - 0.68 * lid, 1.2, -0.2 - 0.66 * lid],
    [0.5, 0.18 - 1.02 * lid, 0.78, -0.16 - 1.04 * lid],
  ];
  return flicks
    .map(([u, v, tipU, tipV]) => tail([at(u, v), at((u + tipU) / 2, (v + tipV) / 2 + 0.06), at(tipU, tipV)], width))
    .join("");
}

function closedEye(view: HeadView, at: (u: number, v: number) => Point, form: EyeForm): string {
  const width = view.size * (form.lashes ? 0.026 : 0.022);
  const { closed } = view.expression;
  if (closed === "squeeze") return squeezedEye(view, at, width) + underEye(view, at);
  const up = closed === "smile";
  const line = up
    ? [at(-0.95, 0.4), at(-0.5, -0.25), at(0.05, -0.45), at(0.6, -0.2), at(1.05, 0.45)]
    : [at(-0.95, 0.1), at(-0.45, 0.5), at(0.1, 0.62), at(0.65, 0.46), at(1.08, 0.02)];
  const parts = [brush(line, Math.max(1.4, width), { swellTo: 0.5, thinFrom: 0.6, tip: 0.2 })];
  if (!view.small) {
    const crease = up
      ? [at(-0.5, 0.75), at(0.1, 0.62), at(0.6, 0.78)]
      : [at(-0.5, -0.5), at(0.1, -0.62), at(0.7, -0.4)];
    parts.push(flick(crease, view.nib.fine));
    if (form.lashes)
      parts.push(
        tail(up ? [at(1, 0.35), at(1.4, 0.5)] : [at(1, 0.1), at(1.4, 0.14)], width * 0.6),
        tail(up ? [at(0.85, 0.1), at(1.3, 0.08)] : [at(0.78, 0.36), at(1.16, 0.56)], width * 0.6),
      );
  }
  return parts.join("") + underEye(view, at);
}

/** Lids pressed together: a line that dips to the outer corner, with creases that run to both ends of it. */
function squeezedEye({ small, nib, yaw }: HeadView, at: (u: number, v: number) => Point, width: number): string {
  const seam = [at(-0.95, 0.1), at(-0.4, 0.06), at(0.2, 0.24), at(0.7, 0.52), at(1.12, 0.96)];
  const lids = brush(seam, Math.max(1.4, width * 1.15), { swellTo: 0.4, thinFrom: 0.7, tip: 0.25 });
  if (small || Math.abs(yaw) > sideOn) return lids;
  return (
    lids +
    flick([at(-0.7, -0.3), at(0, -0.36), at(0.7, 0.02)], nib.line) +
    flick([at(0.82, 0.3), at(1.16, 0.36), at(1.4, 0.2)], nib.line) +
    flick([at(-0.5, 0.8), at(0.1, 0.86), at(0.7, 1.1)], nib.fine)
  );
}

/** The lid of an old eye hangs: a fold comes down over its outer corner. */
function hoodOf(at: (u: number, v: number) => Point, lid: number, width: number): string {
  const top = -0.3 - 0.9 * lid;
  return flick([at(-0.75, top + 0.45), at(0.1, top), at(0.8, top + 0.5), at(1.3, 0.34)], width * 1.3);
}

/** Bags of the tired and the old; no fan of lines, which would make a fright mask of an old face. */
function underEye(view: HeadView, at: (u: number, v: number) => Point): string {
  const { nib, sheet, expression } = view;
  if (view.small || isSmooth(sheet) || Math.abs(view.yaw) > sideOn) return "";
  const bags = expression.signs.includes("bags");
  const parts: string[] = [];
  if (bags || sheet.eyes === "tired" || sheet.age === "old")
    parts.push(flick([at(-0.75, 0.95), at(-0.05, 1.35), at(0.65, 1.1)], nib.fine));
  if (bags) parts.push(flick([at(-0.6, 1.3), at(0, 1.62), at(0.5, 1.45)], nib.fine));
  else if (sheet.age === "old") parts.push(flick([at(-0.6, 1.6), at(0.05, 2), at(0.8, 1.66)], nib.fine * 1.2));
  return parts.join("");
}

function drawBrow(view: HeadView, side: 1 | -1, form: EyeForm): string {
  const { expression, sheet, size } = view;
  const { lift, angle, doubt } = expression.brow;
  const child = sheet.age === "child";
  const raised = side === 1 ? doubt : 0;
  const base =
    view.skull.eyeLine - form.high - (child ? 0.07 : 0.058 + ((sheet.seed >>> 9) % 4) * 0.006) - lift - raised;
  const slope = steady.tan((angle * Math.PI) / 180);
  // Foreshortened from the side, a brow that slopes in full would cross the lid.
  const steep = slope >= 0 ? 0.86 : Math.abs(view.yaw) > sideOn ? 0.6 : 1.05;
  const bend = sheet.brows === "slanted" ? 0.03 : 0.022;
  // Brows that come close to each other frown, whatever the rest of the face does.
  const start = form.apart - form.half * (angle > 10 ? 1.28 : 0.92);
  const end = form.apart + form.half * 1.22;
  const point = (t: number): Point => {
    const x = start + (end - start) * t;
    const natural =
      -bend * steady.sin(Math.PI * Math.min(1, t * 0.72 + 0.12)) + (sheet.brows === "slanted" ? 0.006 - t * 0.018 : 0);
    const anger = slope * (form.apart - x) * steep;
    const y = base + natural + anger + 0.014 + levelled(view, x, base);
    return view.sight.see(onFace(view.skull, side * drawnTogether(view.skull, view.yaw, side * x, y), y));
  };
  const thick = { thin: 0.019, thick: 0.042, slanted: 0.03 }[sheet.brows];
  const grownMan = sheet.gender === "male" && !child && sheet.age !== "young";
  const woman = child ? 0.62 : sheet.gender === "female" ? 0.72 : 1;
  // Brows grow thin with the hair: white ones with an outline would be plasters.
  const sparse = sheet.age === "old" ? 0.6 : 1;
  const width = Math.max(1.3, size * (grownMan ? Math.max(0.03, thick) : thick) * woman * sparse);
  const points = [0, 0.2, 0.45, 0.7, 1].map(point);
  return brush(points, width, { swellTo: angle > 10 ? 0.12 : 0.3, thinFrom: 0.5, tip: 0.2 });
}

/** The outer ends of brows lie deeper: on a bowed head they would rise to a scowl, on a raised one fall to a lament. */
function levelled({ skull, head }: HeadView, x: number, y: number): number {
  const deeper = onFace(skull, 0.09, y).z - onFace(skull, Math.min(x, 0.26), y).z;
  return -0.75 * deeper * steady.sin((head.pitch * Math.PI) / 180);
}

/** Lines of the brow between the eyes. */
export function drawFrown(view: HeadView): string {
  const { frown, angle } = view.expression.brow;
  if (view.behind || view.small || frown <= 0 || Math.abs(view.yaw) > sideOn) return "";
  if (isSmooth(view.sheet) && (frown < 1 || view.sheet.age === "child")) return "";
  const y = view.skull.eyeLine - 0.075;
  const w = view.nib.fine * (0.8 + frown * 0.5);
  const lines = [-0.026, 0.026].map((x) =>
    flick(curve([view.skin(x, y + 0.05), view.skin(x * 1.15, y), view.skin(x * 1.7, y - 0.045)], 2), w),
  );
  if (angle < 0 && !isSmooth(view.sheet))
    lines.push(flick([view.skin(-0.07, y - 0.09), view.skin(0, y - 0.075), view.skin(0.07, y - 0.09)], w));
  return lines.join("");
}
