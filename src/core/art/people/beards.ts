import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { flick, mass, massPath } from "./brush.ts";
import { hairInk } from "./hair-cuts.ts";
import { type HeadView } from "./head-view.ts";
import { faceLimit, onFace, onScalp } from "./skull.ts";
import { between } from "./space.ts";

/** Beard and moustache; they keep clear of the lips. */
export function drawBeard(view: HeadView): string {
  const { beard } = view.sheet;
  if (beard === "none" || Math.abs(view.yaw) > 142) return "";
  if (view.behind) return beard === "full-beard" ? chinBeard(view, true) : "";
  if (beard === "stubble") return stubble(view);
  const parts: string[] = [];
  if (beard !== "moustache") parts.push(chinBeard(view, beard === "full-beard"));
  parts.push(moustache(view, beard === "full-beard"));
  return parts.join("");
}

/** Upper edge of a beard from the chin (0) to the ear (1): under the lip, round the corner of the mouth, along the cheek. */
const cheekLine: [number, number][] = [
  [0, 0.352],
  [0.12, 0.338],
  [0.22, 0.285],
  [0.4, 0.25],
  [0.6, 0.222],
  [0.8, 0.16],
  [0.92, 0.06],
  [1, -0.03],
];

/** Upper and lower edge of a beard, from one side to the other as far as they are seen. */
interface BeardEdges {
  inner: Point[];
  outer: Point[];
}

function chinBeard(view: HeadView, full: boolean): string {
  const ink = hairInk(view.sheet);
  const random = randomFrom(view.sheet.seed ^ 0xbea4d);
  const { inner, outer } = beardEdges(view, full, random);
  const ring = [...inner, ...outer.toReversed()];
  return (
    mass([massPath(ring)], ink.fill, view.nib.bold * 0.85) + beardStrands(view, { inner, outer }, ink.strand, random)
  );
}

/** How far the mouth opens. */
const openingOf = (view: HeadView): number =>
  view.speaks ? view.expression.speaking.open : view.expression.mouth.open;

/** From ear to ear: whiskers narrow under the hair, widest on the chin; a trimmed beard follows the jaw. */
function beardEdges(view: HeadView, full: boolean, random: Random): BeardEdges {
  const drop = (full ? 0.2 + random() * 0.16 : 0.045 + random() * 0.05) + (view.skull.chin - 0.5);
  const open = openingOf(view);
  const edges: BeardEdges = { inner: [], outer: [] };
  for (let i = 0; i <= 32; i++) {
    const degrees = -88 + i * 5.5;
    if (Math.abs(degrees + view.yaw) > 96) continue;
    const side = Math.abs(degrees) / 88;
    const top = between(cheekLine, side) + open * 0.75 * Math.max(0, 1 - side * 3);
    const ragged = (i % 4 < 2 ? 0.03 : -0.02) * (full ? 1 : 0.4) * (1 - side);
    const low = 0.5 + drop * (1 - side) ** 0.8 - side ** 3.2 * 0.5 + random.between(-0.012, 0.012) + ragged;
    edges.inner.push(view.sight.see(onScalp(view.skull, degrees, Math.min(0.45, top), 0.004)));
    const under = onScalp(view.skull, degrees, Math.min(0.4, low), 0.03 + 0.03 * (1 - side));
    edges.outer.push(view.sight.see({ ...under, y: Math.max(low, top + 0.03) }));
  }
  return edges;
}

function beardStrands(view: HeadView, { inner, outer }: BeardEdges, ink: string, random: Random): string {
  if (view.small) return "";
  return inner
    .map((a, i) => {
      const b = outer[i];
      if (!b || i === 0 || i === inner.length - 1 || i % (ink === "#000" ? 2 : 4) !== 0) return "";
      const at = (t: number, off = 0): Point => ({ x: a.x + (b.x - a.x) * t + off, y: a.y + (b.y - a.y) * t });
      const from = random.between(0.12, 0.4);
      return flick([at(from), at(0.7, random.between(-1, 1) * view.nib.bold), at(0.95)], view.nib.fine * 1.2, ink);
    })
    .join("");
}

function moustache(view: HeadView, full: boolean): string {
  const ink = hairInk(view.sheet);
  const y = view.skull.noseTip;
  const wide = full ? 0.13 : 0.105 + (view.sheet.seed % 3) * 0.015;
  const curl = view.sheet.seed % 2 ? -0.028 : 0.022;
  const open = view.speaks ? view.expression.speaking.open : view.expression.mouth.open;
  const low = y + 0.085 - Math.min(0.012, open * 0.2);
  const parts: string[] = [];
  const bothSides = [-1, 1].flatMap((side) => {
    const far = side === (view.yaw >= 0 ? 1 : -1);
    if (far && Math.abs(view.yaw) > 70) return [];
    const at = (x: number, dy: number): Point => {
      const p = onFace(view.skull, side * x, dy);
      return view.sight.see({ x: p.x, y: dy, z: p.z + 0.03 });
    };
    const ring = [
      at(0.006, y + 0.044),
      at(0.045, y + 0.046),
      at(wide * 0.72, low - 0.014),
      at(wide * 1.16, low + 0.002 + curl),
      at(wide * 0.8, low + 0.014),
      at(wide * 0.42, low + 0.004),
      at(0.006, low - 0.014),
    ];
    if (!view.small)
      parts.push(
        flick(
          [at(wide * 0.2, y + 0.058), at(wide * 0.5, y + 0.068), at(wide * 0.85, low + curl * 0.6)],
          view.nib.fine,
          ink.strand,
        ),
      );
    return [massPath(ring)];
  });
  return mass(bothSides, ink.fill, view.nib.line * 0.7) + parts.join("");
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
