import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { fineShade } from "../tone.ts";
import { flick, mass, massPath } from "./brush.ts";
import { hairInk } from "./hair-cuts.ts";
import { type HeadView, onSkin } from "./head-view.ts";
import { faceLimit, onFace, onScalp } from "./skull.ts";

/** Beard and moustache; they keep clear of the lips. */
export function drawBeard(view: HeadView): string {
  const { beard } = view.sheet;
  if (beard === "none" || view.behind) return "";
  if (beard === "stubble") return stubble(view);
  const parts: string[] = [];
  if (beard !== "moustache") parts.push(chinBeard(view, beard === "full-beard"));
  parts.push(moustache(view, beard === "full-beard"));
  return parts.join("");
}

/** A point off the jaw: `out` is the thickness of the beard there. */
function jaw(view: HeadView, x: number, y: number, out: number): Point {
  const p = onFace(view.skull, x, Math.min(0.44, y));
  const length = Math.hypot(p.x, p.z) || 1;
  return view.sight.see({ x: p.x + (p.x / length) * out, y, z: p.z + (p.z / length) * out });
}

/** Upper and lower edge of a beard, from one side to the other as far as they are seen. */
interface BeardEdges {
  inner: Point[];
  outer: Point[];
}

function chinBeard(view: HeadView, full: boolean): string {
  const ink = hairInk(view.sheet);
  const random = randomFrom(view.sheet.seed ^ 0xbea4d);
  const { inner, outer } = full ? fullEdges(view, random) : goateeEdges(view, random);
  const ring = [...inner, ...outer.toReversed()];
  return (
    mass([massPath(ring)], ink.fill, view.nib.bold * 0.85) + beardStrands(view, { inner, outer }, ink.strand, random)
  );
}

/** How far the mouth opens. */
const openingOf = (view: HeadView): number =>
  view.speaks ? view.expression.speaking.open : view.expression.mouth.open;

/** From ear to ear: whiskers narrow under the hair, widest on the chin. */
function fullEdges(view: HeadView, random: Random): BeardEdges {
  const drop = 0.2 + random() * 0.16;
  const open = openingOf(view);
  const edges: BeardEdges = { inner: [], outer: [] };
  for (let i = 0; i <= 16; i++) {
    const degrees = -88 + i * 11;
    if (Math.abs(degrees + view.yaw) > 96) continue;
    const side = Math.abs(degrees) / 88;
    const top = 0.345 + open * 0.75 * (1 - side) - side ** 1.7 * 0.4;
    const low = 0.5 + drop * (1 - side) ** 0.8 - side ** 3.2 * 0.5 + random.between(-0.014, 0.014);
    edges.inner.push(view.sight.see(onScalp(view.skull, degrees, Math.min(0.45, top), 0.004)));
    const under = onScalp(view.skull, degrees, Math.min(0.4, low), 0.03 + 0.03 * (1 - side));
    edges.outer.push(view.sight.see({ ...under, y: Math.max(low, top + 0.03) }));
  }
  return edges;
}

/** On the chin alone. */
function goateeEdges(view: HeadView, random: Random): BeardEdges {
  const open = openingOf(view);
  const edges: BeardEdges = { inner: [], outer: [] };
  for (let i = 0; i <= 12; i++) {
    const u = -1 + i / 6;
    const x = u * 0.2;
    const limit = faceLimit(view.skull, view.yaw, 0.3);
    // What lies round the far side of the jaw is not seen.
    if (Math.abs(view.yaw) > 4 && (view.yaw > 0 ? x > limit + 0.02 : x < limit - 0.02)) continue;
    const edge = Math.abs(u);
    edges.inner.push(view.skin(x, Math.min(0.455, 0.39 + open * 0.6 - edge ** 2 * 0.06)));
    edges.outer.push(jaw(view, x, 0.32 + 0.28 * (1 - edge ** 2.2) + random.between(-0.018, 0.018), 0.02));
  }
  return edges;
}

function beardStrands(view: HeadView, { inner, outer }: BeardEdges, ink: string, random: Random): string {
  if (view.small) return "";
  return inner
    .map((a, i) => {
      const b = outer[i];
      if (!b || i % 2 === 0 || i === inner.length - 1) return "";
      const at = (t: number, off = 0): Point => ({ x: a.x + (b.x - a.x) * t + off, y: a.y + (b.y - a.y) * t });
      const from = random.between(0.3, 0.45);
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

function stubble(view: HeadView): string {
  if (view.small) return "";
  const points = onSkin(view, [
    [-0.29, 0.2],
    [-0.2, 0.27],
    [-0.12, 0.23],
    [0.12, 0.23],
    [0.2, 0.27],
    [0.29, 0.2],
    [0.22, 0.38],
    [0.1, 0.47],
    [0, 0.485],
    [-0.1, 0.47],
    [-0.22, 0.38],
  ]);
  return `<path d="${massPath(points)}" fill="${fineShade(10)}"/>`;
}
