import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { brush, flick, lockEnd, mass, massPath, windingOf } from "./brush.ts";
import { onFarTemple } from "./hair-cap.ts";
import { cutOf, hairInk } from "./hair-cuts.ts";
import { type HeadView, faceOf, sideOn, skinFill } from "./head-view.ts";
import { faceLimit, onFace, onScalp } from "./skull.ts";
import { type Spot, type Vec, between, clamp, lerp } from "./space.ts";

/** Beard, moustache and whiskers; they keep clear of the lips. */
export function drawBeard(view: HeadView): string {
  const { beard } = view.sheet;
  if (Math.abs(view.yaw) > 142) return "";
  const whiskers = beard === "none" || beard === "moustache" ? sideWhiskers(view) : "";
  if (beard === "none") return whiskers;
  if (beard === "stubble") return view.behind ? "" : stubble(faceOf(view));
  const full = beard === "full-beard";
  return (
    (beard === "moustache" ? whiskers : chinBeard(view, full)) + (view.behind ? "" : moustache(faceOf(view), full))
  );
}

/** Hair that grows on the face: from an upper to a lower edge (heights) in every direction, and how far it stands off. */
interface Growth {
  /** Degrees from the front. */
  from: number;
  to: number;
  top(degrees: number): number;
  low(degrees: number): number;
  lift(degrees: number, share: number): number;
  /** Below this height it hangs straight down and no longer follows the face. */
  free: number;
}

/** Upper edge of a beard by degrees from the front: under the lip, round the corner of the mouth, along the cheek to the ear. */
const cheekLine: readonly (readonly [number, number])[] = [
  [0, 0.362],
  [10, 0.352],
  [19, 0.3],
  [32, 0.268],
  [52, 0.24],
  [70, 0.17],
  [82, 0.06],
  [98, -0.04],
];

/** How far a beard hangs below the jaw by degrees from the front, as a share of what it hangs at the chin. */
const hanging: readonly (readonly [number, number])[] = [
  [0, 1],
  [20, 0.94],
  [36, 0.66],
  [50, 0.34],
  [66, 0.12],
  [80, 0.04],
  [98, 0],
];

/** Lower edge of the jaw by degrees from the front. */
const jawLine: readonly (readonly [number, number])[] = [
  [0, 0.5],
  [30, 0.485],
  [55, 0.43],
  [75, 0.34],
  [88, 0.22],
  [98, 0.1],
];

/** From ear to ear: narrow under the hair, widest on the chin; a trimmed beard follows the jaw. */
function chinBeard(view: HeadView, full: boolean): string {
  const random = randomFrom(view.sheet.seed ^ 0xbea4d);
  const open = openingOf(view);
  const drop = full ? random.between(0.11, 0.19) : random.between(0.03, 0.055);
  const { mouthLine, chin } = view.skull;
  return grown(
    view,
    {
      from: -98,
      to: 98,
      top: (d) => between(cheekLine, Math.abs(d)) + mouthLine - 0.305 + open * 1.05 * clamp(1 - Math.abs(d) / 36, 0, 1),
      low: (d) =>
        between(jawLine, Math.abs(d)) +
        drop * between(hanging, Math.abs(d)) +
        (chin - 0.5) * clamp(1 - Math.abs(d) / 70, 0, 1),
      lift: (d, share) =>
        (full ? 0.055 : 0.026) * steady.sin(Math.PI * clamp(share * 0.85 + 0.06, 0, 1)) * (1 - Math.abs(d) / 190),
      free: full ? 0.36 : 0.42,
    },
    random,
  );
}

/** Whiskers before the ears, broader towards their ends. */
function sideWhiskers(view: HeadView): string {
  const { whiskers } = cutOf(view.sheet);
  if (whiskers === 0 || view.sheet.hairStyle !== "short" || view.sheet.age === "child") return "";
  const random = randomFrom(view.sheet.seed ^ 0x3415);
  return [-1, 1]
    .map((side) => {
      if (onFarTemple(view, side * 80, 88)) return "";
      const [a, b] = [side * 58, side * 97];
      const ahead = (d: number): number => clamp((97 - Math.abs(d)) / 39, 0, 1);
      return grown(
        view,
        {
          from: Math.min(a, b),
          to: Math.max(a, b),
          // The front edge runs down and forward over the cheek.
          top: (d) => lerp(-0.1, whiskers - 0.1, ahead(d) ** 0.8),
          low: (d) => lerp(whiskers - 0.12, whiskers + 0.02, steady.sin(ahead(d) * Math.PI * 0.75)),
          lift: (_, share) => 0.03 * steady.sin(Math.PI * clamp(share * 0.8 + 0.1, 0, 1)),
          free: 0.42,
        },
        random,
      );
    })
    .join("");
}

/** How far the mouth opens. */
const openingOf = (view: HeadView): number =>
  view.speaks ? view.expression.speaking.open : view.expression.mouth.open;

/** A point of a beard; what hangs below the chin draws together. */
function onBeard(view: HeadView, growth: Growth, degrees: number, share: number): Vec {
  const y = lerp(growth.top(degrees), growth.low(degrees), share);
  const p = onScalp(view.skull, degrees, Math.min(growth.free, y), growth.lift(degrees, share));
  const below = clamp((y - growth.free) / 0.4, 0, 1);
  return { x: p.x * (1 - 0.3 * below), y, z: p.z * (1 - 0.08 * below) };
}

/** Patches and the ends of locks as one mass, with lines along them. */
function grown(view: HeadView, growth: Growth, random: Random): string {
  const ink = hairInk(view.sheet);
  const black = ink.fill === "#000";
  const [step, rows] = [7, 5];
  const paths: string[] = [];
  const lines: string[] = [];
  const front = faceOf(view);
  // Round the mouth it goes with the face, at the ears with the skull.
  const at = (degrees: number, share: number): Spot => {
    const point = onBeard(view, growth, degrees, share);
    const [near, far] = [front.sight.see(point), view.sight.see(point)];
    const part = clamp((Math.abs(degrees) - 30) / 50, 0, 1);
    return { x: lerp(near.x, far.x, part), y: lerp(near.y, far.y, part), depth: lerp(near.depth, far.depth, part) };
  };
  // On the far cheek of a half turned face what grows before the ear is a smear on its edge.
  const turned = Math.abs(view.yaw) > 15 && Math.abs(view.yaw) < sideOn;
  for (let d = growth.from; d < growth.to - 1; d += step) {
    if (turned && d * view.yaw > 0 && Math.abs(d) > 62) continue;
    const to = Math.min(growth.to, d + step);
    for (let row = 0; row < rows; row++) {
      const [a, b] = [row / rows, (row + 1) / rows];
      const patch = [at(d, a), at(to, a), at(to, b), at(d, b)];
      if (windingOf(patch) > 0) paths.push(massPath(patch, false));
    }
    const [middle, drawn, from, width] = [(d + to) / 2, random(), random.between(0.05, 0.45), random.between(0.8, 1.4)];
    const column = [0.3, 0.62, 0.95].map((share) => at(middle, share));
    if (windingOf([at(d, 0.5), at(to, 0.5), at(to, 0.9), at(d, 0.9)]) <= 0) continue;
    paths.push(lockEnd(column, view.size * 0.03, random.between(0.25, 0.6)));
    if (!view.small && drawn < (black ? 0.55 : 0.8))
      lines.push(
        flick(
          [at(middle, from), at(middle + 1, 0.6), at(middle, 0.93)],
          view.nib.fine * width * (black ? 0.8 : 1),
          ink.strand,
        ),
      );
  }
  const edge = black || growth.from * growth.to > 0 ? "" : softEdge(view, at);
  return mass(paths, ink.fill, view.nib.bold * (black ? 0.5 : 0.8)) + edge + lines.join("");
}

/** Where a light beard begins under the lip and on the cheeks: hairs, no line, which would be the grin of a mask. */
function softEdge(view: HeadView, at: (degrees: number, share: number) => Spot): string {
  const { nib, sheet } = view;
  const line: Spot[] = [];
  const hairs: string[] = [];
  for (let d = -56; d <= 56; d += 4) {
    if (windingOf([at(d, 0), at(d + 4, 0), at(d + 4, 0.2), at(d, 0.2)]) <= 0) continue;
    const root = at(d, 0);
    line.push({ ...root, y: root.y - nib.bold * 0.4 });
    if (!view.small) hairs.push(flick([at(d, -0.05), at(d + 0.5, 0.06), at(d + 1, 0.17)], nib.fine));
  }
  return brush(line, nib.bold * 1.3, { swellTo: 0.1, thinFrom: 0.9, tip: 0.8 }, skinFill(sheet)) + hairs.join("");
}

/** One half of a moustache from the middle out: where its hairs begin and where they end; across in widths, and down from upper to lower lip. */
interface MoustacheHalf {
  wide: number;
  upper: readonly (readonly [number, number])[];
  lower: readonly (readonly [number, number])[];
}

const moustaches: readonly MoustacheHalf[] = [
  // Brushed down over the lip.
  {
    wide: 0.112,
    upper: [
      [0, 0.06],
      [0.4, 0.02],
      [0.78, 0.46],
      [1, 1],
    ],
    lower: [
      [0, 0.66],
      [0.35, 0.84],
      [0.7, 1.02],
      [1, 1.16],
    ],
  },
  // With ends turned up.
  {
    wide: 0.136,
    upper: [
      [0, 0.2],
      [0.34, 0.08],
      [0.7, 0.5],
      [1, 0.08],
    ],
    lower: [
      [0, 0.66],
      [0.45, 0.88],
      [0.86, 0.66],
      [1, 0.14],
    ],
  },
  // Hanging past the corners of the mouth.
  {
    wide: 0.12,
    upper: [
      [0, 0.1],
      [0.45, 0.04],
      [0.85, 0.7],
      [1, 1.15],
    ],
    lower: [
      [0, 0.66],
      [0.45, 0.86],
      [0.8, 1.14],
      [1, 1.45],
    ],
  },
  // Clipped.
  {
    wide: 0.112,
    upper: [
      [0, 0.2],
      [0.45, 0.12],
      [0.86, 0.46],
      [1, 0.7],
    ],
    lower: [
      [0, 0.58],
      [0.35, 0.66],
      [0.7, 0.78],
      [1, 0.84],
    ],
  },
];

/**
 * It lies on the lip under the nose and goes round it with the face: both halves alike, the far one foreshortened. It is hair
 * by hair from the furrow outwards: closed in an outline, and light, it would be a second pair of lips.
 */
function moustache(view: HeadView, full: boolean): string {
  const { skull, sheet, size } = view;
  const style = moustaches[full ? 2 : (sheet.seed >>> 4) % moustaches.length];
  if (!style) throw new RangeError("moustache: no such style");
  const mouth = view.speaks ? view.expression.speaking : view.expression.mouth;
  const top = skull.noseTip + 0.046;
  const lip = skull.mouthLine - 0.022 - Math.min(0.022, openingOf(view) * 0.25);
  const at = (side: number, across: number, down: number): Spot => {
    // Its ends rise with a smile and sink with a grief.
    const y = top + (lip - top) * down - mouth.corners * 0.7 * across ** 2;
    const limit = faceLimit(skull, view.yaw, y);
    const x = side * across * style.wide;
    const held = view.yaw >= 0 ? Math.min(x, limit) : Math.max(x, limit);
    const p = onFace(skull, Math.abs(view.yaw) < 4 ? x : held, y);
    // In the middle it stands as far out as the lip.
    const ridge = Math.max(0, skull.slice(y).ridge) * steady.exp(-((p.x / 0.05) ** 2));
    // From the side it reaches from before the lip to the corner of the mouth; laid on the bone it would be a crumb.
    const out = Math.abs(view.yaw) > sideOn ? 0.024 - 0.08 * across : 0.022;
    return view.sight.see({ ...p, z: p.z + Math.min(0.05, ridge) + out });
  };
  const { hairs, width, dense } = growthOf(view);
  const ends = [0.04, 0.2, 0.4, 0.6, 0.8, 1];
  const paths: string[] = [];
  const lines: string[] = [];
  for (const side of [-1, 1]) {
    const edge = (line: MoustacheHalf["upper"], by: readonly number[]): Spot[] =>
      by.map((across) => at(side, across, between(line, across)));
    if (dense) paths.push(massPath([...edge(style.upper, ends), ...edge(style.lower, ends.toReversed())]));
    for (let i = 0; i < hairs; i++) {
      const share = (i + 0.4) / hairs;
      const [root, tip] = [0.06 + 0.72 * share, 0.14 + 0.9 * share];
      const [from, to] = [between(style.upper, root), between(style.lower, Math.min(1, tip)) + (i % 2 ? 0.1 : 0)];
      const bend = at(side, lerp(root, tip, 0.4), lerp(from, to, 0.52));
      lines.push(flick([at(side, root, from + (dense ? 0 : 0.1)), bend, at(side, tip, to)], size * width));
    }
  }
  // A strip of skin parts it from the mouth; from the side it would break the outline.
  const skin = Math.abs(view.yaw) > sideOn ? "" : mass(paths, skinFill(sheet), size * 0.015, skinFill(sheet));
  return skin + mass(paths, "#000", 0) + lines.join("");
}

/** How hairs of this colour stand on a lip: dark ones as a mass with a ragged edge, light ones apart, fewer the lighter they are. */
function growthOf({ sheet: { hairColour }, small }: HeadView): { hairs: number; width: number; dense: boolean } {
  const dense = hairColour === "black" || hairColour === "brown";
  if (small) return dense ? { hairs: 0, width: 0, dense } : { hairs: 3, width: 0.018, dense };
  if (dense) return { hairs: 8, width: 0.014, dense };
  return hairColour === "red" ? { hairs: 10, width: 0.011, dense } : { hairs: 9, width: 0.009, dense };
}

/** Short strokes over jaw, chin and upper lip, all combed down; none on a small head, where they would be dirt. */
function stubble(view: HeadView): string {
  if (view.size < 90) return "";
  const random = randomFrom(view.sheet.seed ^ 0x57ab);
  const strokes: string[] = [];
  for (let i = 0; i < 150; i++) {
    const [x, y] = [random.between(-0.3, 0.3), random.between(0.22, 0.47)];
    const edge = view.skull.slice(y).width;
    const low = Math.abs(x) > edge * 0.42 || y > view.skull.mouthLine + 0.075;
    const lip = Math.abs(x) < 0.1 && y > view.skull.noseTip + 0.045 && y < view.skull.mouthLine - 0.025;
    const cheek = y < 0.3 - (Math.abs(x) - 0.15) * 0.3 && Math.abs(x) > 0.1;
    if (Math.abs(x) > edge * 0.9 || cheek || !(low || lip)) continue;
    const limit = faceLimit(view.skull, view.yaw, y);
    if (view.yaw >= 0 ? x > limit - 0.03 : x < limit + 0.03) continue;
    strokes.push(flick([view.skin(x, y), view.skin(x * 0.985, y + 0.02)], Math.max(0.7, view.size * 0.0055)));
  }
  return strokes.join("");
}
