import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { smoothPath } from "../ink.ts";
import { fineShade, tone } from "../tone.ts";
import { brush, clipped, flick } from "./brush.ts";
import { type HatInk, inkOn } from "./hat-shell.ts";
import { type HeadView } from "./head-view.ts";
import { convexHull } from "./hull.ts";
import { clamp } from "./space.ts";

interface Ring {
  /** Height of its middle on the head, down, and half its width, in head sizes. */
  y: number;
  wide: number;
  /** How far the sides turn up, head sizes. */
  curl?: number;
  /** How open it is seen beside the brim: the lid is nearer to the level of the eye. */
  open?: number;
}

/** How much lower the front of a brim lies than its back, for its width: the reader looks on it. */
const droop = 0.17;

/**
 * How open the round of a hat is seen: half its height for half its width, less than nothing from below. It never closes: a flat
 * ring on the level of the eye would be a needle on one side and a fin on the other.
 */
function openness({ yaw, head }: HeadView): number {
  const seen = Math.max(0.1, droop * steady.cos((yaw * Math.PI) / 180)) - steady.sin((head.pitch * Math.PI) / 180);
  return seen < -0.08 ? clamp(seen, -0.3, -0.2) : clamp(seen, 0.24, 0.42);
}

/** Points of a ring round the head, one ellipse at every turn: degrees from what is nearest the reader, to the right of the page. */
function arc(view: HeadView, { y, wide, curl = 0, open: share = 1 }: Ring, from: number, to: number): Point[] {
  const open = openness(view) * share;
  const aside = steady.sin((view.yaw * Math.PI) / 180);
  const middle = view.sight.facing({ x: 0, y, z: -0.04 });
  const half = wide * (1 + 0.08 * aside * aside);
  const count = Math.max(2, Math.round(Math.abs(to - from) / 15));
  return Array.from({ length: count + 1 }, (_, i) => {
    const a = ((from + ((to - from) * i) / count) * Math.PI) / 180;
    const right = half * steady.sin(a);
    const down = half * open * steady.cos(a) + droop * 0.8 * aside * right - curl * steady.sin(a) ** 2;
    return view.sight.place(middle.right + right, middle.down + down);
  });
}

const wholeRing = (view: HeadView, ring: Ring): Point[] => arc(view, ring, -180, 165);

/** A hat with a brim all round: seen from above, from below or from the side. Heights and widths in head sizes. */
export function brimmed(view: HeadView, hat: { top: number; wide: number; brim: number; fill: string }): HatInk {
  const base: Ring = { y: -0.29, wide: 0.43 };
  const top: Ring = { y: hat.top, wide: hat.wide, open: 0.5 };
  const brim: Ring = { y: -0.275, wide: hat.brim, curl: 0.04 };
  const fromBelow = openness(view) < 0;
  const whole = smoothPath(wholeRing(view, brim), true);
  const strip = smoothPath([...arc(view, base, -90, 90), ...arc(view, { y: -0.395, wide: 0.42 }, 90, -90)], true);
  const crownPath = smoothPath(spread(convexHull([...wholeRing(view, base), ...wholeRing(view, top)])), true);
  const ink = inkOn(hat.fill);
  const shape = (path: string, fill: string): string =>
    `<path d="${path}" fill="${fill}" stroke="#000" stroke-width="${view.nib.bold.toFixed(2)}" stroke-linejoin="round"/>`;
  // A black crown on a black brim: a white line along the near edge, and the white band, part them.
  const edge =
    hat.fill === "#000" ? brush(arc(view, { ...brim, wide: hat.brim * 0.95 }, -80, 80), view.nib.fine, {}, "#fff") : "";
  const crownInk = [
    shape(crownPath, hat.fill),
    view.small ? "" : crownLines(view, hat.top, top, ink),
    clipped(`${view.prefix}hatband`, crownPath, shape(strip, hat.fill === "#000" ? "#fff" : "#000")),
  ].join("");
  if (fromBelow) {
    // From below the near half of the brim stands before the crown, and the far half behind the head.
    const near = smoothPath([...arc(view, brim, -90, 90), ...arc(view, base, 90, -90)], true);
    return {
      behind: shape(whole, tone(70)),
      before: crownInk + shape(near, tone(70)),
      shadow: "",
      outline: whole + crownPath,
    };
  }
  return {
    behind: "",
    before: shape(whole, hat.fill) + edge + crownInk,
    shadow: `<path d="${whole}" fill="${fineShade(40)}" transform="translate(0 ${(view.size * 0.06).toFixed(2)})"/>`,
    outline: whole + crownPath,
  };
}

/** The lid seen from above, a dent in a soft hat, a gleam on silk. */
function crownLines(view: HeadView, top: number, lid: Ring, ink: string): string {
  const fromAbove = openness(view) > 0;
  const parts: string[] = [];
  if (fromAbove) parts.push(brush(arc(view, lid, -88, 88), view.nib.line, {}, ink));
  else if (top > -0.7) parts.push(flick(arc(view, { ...lid, y: top + 0.07 }, -40, 40), view.nib.line, ink));
  if (ink === "#fff") {
    const line = [0.15, 0.5, 0.85].map((t) => {
      const ring: Ring = { y: top + (-0.42 - top) * t, wide: lid.wide + 0.02 * t };
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
