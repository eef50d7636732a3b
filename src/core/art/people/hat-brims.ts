import type { Point } from "../../geometry/geometry.ts";
import { smoothPath } from "../ink.ts";
import { fineShade, tone } from "../tone.ts";
import { brush, clipped, flick } from "./brush.ts";
import { type HatInk, inkOn } from "./hat-shell.ts";
import { type HeadView } from "./head-view.ts";
import { convexHull } from "./hull.ts";

interface Ring {
  y: number;
  wide: number;
  /** The front hangs lower than the back, so that the reader looks on the brim. */
  droop: number;
  /** How far the sides turn up. */
  curl?: number;
  /** How much lower the near side lies on a head seen from its side, where a flat ring would be a line. */
  dip?: number;
}

/** Points of a ring round the head from one direction to another: degrees from the middle of what the reader sees. */
function arc(view: HeadView, { y, wide, droop, curl = 0, dip = 0 }: Ring, from: number, to: number): Point[] {
  const count = Math.max(2, Math.round(Math.abs(to - from) / 15));
  return Array.from({ length: count + 1 }, (_, i) => {
    const seen = ((from + ((to - from) * i) / count) * Math.PI) / 180;
    const a = seen - (view.yaw * Math.PI) / 180;
    const z = wide * 1.1 * Math.cos(a);
    const near = dip * Math.cos(seen) * Math.sin((view.yaw * Math.PI) / 180) ** 2;
    return view.sight.see({ x: wide * Math.sin(a), y: y + droop * z - curl * Math.sin(a) ** 2 + near, z: z - 0.04 });
  });
}

const wholeRing = (view: HeadView, ring: Ring): Point[] => arc(view, ring, -180, 165);

/** A hat with a brim all round: seen from above, from below or from the side. Heights and widths in head sizes. */
export function brimmed(view: HeadView, hat: { top: number; wide: number; brim: number; fill: string }): HatInk {
  const base: Ring = { y: -0.27, wide: 0.425, droop: 0.13, dip: 0.03 };
  const top: Ring = { y: hat.top, wide: hat.wide, droop: 0.05 };
  const brim: Ring = { y: -0.255, wide: hat.brim, droop: 0.16, curl: 0.075, dip: 0.15 };
  const [front, back] = [arc(view, brim, 0, 1)[0], arc(view, brim, 180, 181)[0]];
  const fromBelow = front !== undefined && back !== undefined && front.y < back.y - view.size * 0.02;
  const near = smoothPath([...arc(view, brim, -96, 96), ...arc(view, base, 92, -92)], true);
  const whole = smoothPath(wholeRing(view, brim), true);
  const strip = smoothPath(
    [...arc(view, base, -90, 90), ...arc(view, { y: -0.375, wide: 0.41, droop: 0.12, dip: 0.03 }, 90, -90)],
    true,
  );
  // Seen from below the crown ends at the near side of its ring, and the forehead shows under it.
  const crownPath = fromBelow
    ? `${smoothPath(arc(view, base, -90, 90))}${smoothPath(arc(view, top, 90, -90)).replace(/^M/, "L")}Z`
    : smoothPath(spread(convexHull([...wholeRing(view, base), ...wholeRing(view, top)])), true);
  const ink = inkOn(hat.fill);
  const edge = `stroke="#000" stroke-width="${view.nib.bold.toFixed(2)}" stroke-linejoin="round"`;
  const shape = (path: string, fill: string): string => `<path d="${path}" fill="${fill}" ${edge}/>`;
  const light = (path: string): string =>
    hat.fill === "#000"
      ? `<path d="${path}" fill="none" stroke="#fff" stroke-width="${view.nib.fine.toFixed(2)}" transform="translate(0 ${(-view.nib.bold * 0.9).toFixed(2)})"/>`
      : "";
  const crownInk = [
    shape(crownPath, hat.fill),
    view.small ? "" : crownLines(view, hat.top, top, ink),
    clipped(`${view.prefix}hatband`, crownPath, shape(strip, hat.fill === "#000" ? "#fff" : "#000")),
  ].join("");
  const brimInk =
    shape(near, fromBelow ? tone(70) : hat.fill) + (fromBelow ? "" : light(smoothPath(arc(view, brim, -80, 80))));
  return {
    behind: shape(whole, fromBelow ? tone(70) : hat.fill),
    before: fromBelow ? crownInk + brimInk : brimInk + crownInk,
    shadow: fromBelow
      ? ""
      : `<path d="${near}" fill="${fineShade(40)}" transform="translate(0 ${(view.size * 0.06).toFixed(2)})"/>`,
    outline: whole + crownPath,
  };
}

/** The lid seen from above, a dent in a soft hat, a gleam on silk. */
function crownLines(view: HeadView, top: number, lid: Ring, ink: string): string {
  const front = arc(view, lid, -88, 88);
  const [middle, back] = [front[Math.floor(front.length / 2)], arc(view, lid, 180, 181)[0]];
  const seenFromAbove = middle !== undefined && back !== undefined && middle.y > back.y + view.size * 0.05;
  const parts: string[] = [];
  if (seenFromAbove) parts.push(brush(front, view.nib.line, {}, ink));
  if (top > -0.7 && !seenFromAbove)
    parts.push(flick(arc(view, { ...lid, y: top + 0.07 }, -40, 40), view.nib.line, ink));
  if (ink === "#fff") {
    const line = [0.15, 0.5, 0.85].map((t) => {
      const ring: Ring = { y: top + (-0.42 - top) * t, wide: lid.wide + 0.02 * t, droop: 0.08 };
      return arc(view, ring, -48, -47)[0] ?? { x: 0, y: 0 };
    });
    parts.push(flick(line, view.size * 0.03, "#fff"));
  }
  return parts.join("");
}

/** Points along the long sides of a hull, so that a smooth line keeps to it. */
export function spread(points: readonly Point[]): Point[] {
  return points.flatMap((p, i) => {
    const q = points[(i + 1) % points.length] ?? p;
    return [p, { x: (p.x * 2 + q.x) / 3, y: (p.y * 2 + q.y) / 3 }, { x: (p.x + q.x * 2) / 3, y: (p.y + q.y * 2) / 3 }];
  });
}
