import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { randomFrom } from "../../geometry/random.ts";
import { flick, massPath } from "./brush.ts";
import { type HairCut, hairInk } from "./hair-cuts.ts";
import { type HeadView } from "./head-view.ts";
import { alongScalp, hairline, onScalp } from "./skull.ts";
import { type Spot, type Vec, lerp } from "./space.ts";

interface Curls {
  behind: string[];
  before: string[];
  strokes: string;
}

/** Curly hair: round tufts over the scalp and down to the ends of the cut, with an open ring drawn in many of them. */
export function curlBalls(view: HeadView, cut: HairCut): Curls {
  const random = randomFrom(view.sheet.seed ^ 0x6375726c);
  const out: Curls = { behind: [], before: [], strokes: "" };
  const black = hairInk(view.sheet).fill === "#000";
  const { hat } = view.sheet;
  const bare = hat === "none" || hat === "crown";
  for (const { point, degrees, hanging } of tufts(view, cut)) {
    // No curl comes through the crown of a hat.
    if (!bare && point.y < -0.14) continue;
    const radius = cut.curls * random.between(0.78, 1.2);
    const spot = view.sight.see(point);
    const ring = wobblyRing(spot, radius * view.size, random);
    const facing = steady.cos(((degrees + view.yaw) * Math.PI) / 180);
    const behind = facing < -0.25 || spot.depth < (hanging ? -0.02 : -0.12);
    (behind ? out.behind : out.before).push(massPath(ring));
    if (!behind && random() < 0.5) out.strokes += curlStroke(spot, radius * view.size, degrees, view, black, random);
  }
  return out;
}

function tufts(view: HeadView, cut: HairCut): { point: Vec; degrees: number; hanging: boolean }[] {
  const list: { point: Vec; degrees: number; hanging: boolean }[] = [];
  const gap = Math.max(11, cut.curls * 170);
  for (let degrees = -180; degrees < 180; degrees += gap) {
    const away = Math.abs(degrees);
    const rows = Math.round(0.62 / cut.curls / 1.1);
    for (let row = 1; row <= rows; row++) {
      const share = row / rows;
      const shift = (row % 2) * gap * 0.5;
      if (row < rows * 0.4 && Math.round(degrees / gap) % 2) continue;
      const y = alongScalp(share, hairline(degrees + shift, cut.high) - cut.curls * 0.4);
      const lift = lerp(cut.volume, cut.volume * 0.5, share * share);
      list.push({ point: onScalp(view.skull, degrees + shift, y, lift), degrees, hanging: false });
    }
    const end = away > 110 ? cut.backTo : cut.sideTo;
    // Before the ears they would wall in a profile.
    if (away < 86) continue;
    for (let y = 0.06; y < end; y += cut.curls * 1.15) {
      const root = onScalp(view.skull, degrees, Math.min(0.06, y), cut.volume * 0.8 + 0.02);
      const spread = 1 + 0.1 * Math.min(1, y);
      list.push({ point: { x: root.x * spread, y, z: root.z * spread }, degrees, hanging: true });
    }
  }
  return list;
}

function wobblyRing(centre: Point, radius: number, random: () => number): Point[] {
  const start = random() * 6;
  return Array.from({ length: 7 }, (_, i) => {
    const a = start + (i / 7) * 2 * Math.PI;
    const r = radius * (0.9 + 0.2 * random());
    return { x: centre.x + r * steady.cos(a), y: centre.y + r * steady.sin(a) };
  });
}

function curlStroke(
  centre: Spot,
  radius: number,
  degrees: number,
  view: HeadView,
  black: boolean,
  random: () => number,
): string {
  const start = random() * 6.3;
  const turn = degrees > 0 ? 1 : -1;
  const points = Array.from({ length: 7 }, (_, i) => {
    const a = start + turn * (i / 6) * 3.4;
    const r = radius * (0.78 - 0.07 * i);
    return { x: centre.x + r * steady.cos(a), y: centre.y + r * steady.sin(a) };
  });
  return flick(points, view.nib.fine * (black ? 1 : 1.4), black ? "#fff" : "#000");
}
