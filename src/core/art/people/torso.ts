import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { betweenLines } from "./brush.ts";
import type { Skeleton } from "./skeleton.ts";
import { type Spot, type Vec, between, clamp } from "./space.ts";

/** A trunk as a pile of ellipses on its axis. Angles in degrees from the front, to the right of an unturned body. */
export interface Torso {
  /** A point on the trunk, `grow` above the skin; angles out of sight are held at the edge of what is seen. */
  at(degrees: number, y: number, grow?: number): Spot;
  seen(degrees: number): boolean;
  /** Path data of the trunk between two heights. */
  shape(from: number, to: number, grow?: number, flare?: number): string;
  /** Points down one edge of the page. */
  edge(side: 1 | -1, from: number, to: number, grow?: number, flare?: number): Point[];
}

/** The trunk at one height: its middle, half width, half depth, and how far bust and belly stand out. */
interface Row {
  root: Vec;
  wide: number;
  deep: number;
  bust: number;
  /** How much lower it lies for every head size to the right. */
  slope: number;
  /** Where its front points: down and forward, together of length 1. A trunk that leans keeps its depth. */
  front: { down: number; forward: number };
}

export function torsoOf(body: Skeleton): Torso {
  const m = body.measures;
  const slope = m.shoulder - m.neck;
  const wide: [number, number][] = [
    [m.neck - 0.16, m.neckWide],
    [m.neck - 0.02, m.neckWide * 1.06],
    // The muscle from the neck to the shoulders: a slope, not a plate with a pipe in it.
    [m.neck + slope * 0.34, m.neckWide * 1.3 + m.shoulderWide * 0.1],
    [m.neck + slope * 0.72, m.shoulderWide * 0.64],
    // As high as the top of the arm and no wider than its joint: the slope runs on into the sleeve without a pad or a notch.
    [m.shoulder, m.shoulderWide * 0.75],
    [m.shoulder + 0.2 * m.chestWide, m.shoulderWide * 0.93],
    [m.shoulder + 0.5 * m.chestWide, Math.max(m.chestWide * 1.02, m.shoulderWide * 0.78)],
    [m.chest, m.chestWide],
    [m.waist, m.waistWide],
    [(m.waist + m.hip) / 2, (m.waistWide + m.hipWide) / 2 + 0.03],
    [m.hip, m.hipWide],
    [m.hip + 0.4, m.hipWide * 0.96],
  ];
  const deep: [number, number][] = [
    [m.neck - 0.16, m.neckWide * 0.95],
    [m.neck, m.neckWide],
    [m.shoulder, m.chestDeep * 0.72],
    [m.chest, m.chestDeep],
    [m.waist, m.waistDeep],
    [m.hip, m.hipDeep],
    [m.hip + 0.4, m.hipDeep],
  ];
  const rows = new Map<number, Row>();
  const rowAt = (y: number): Row => {
    const known = rows.get(y);
    if (known) return known;
    const row = {
      root: body.axis(y),
      wide: between(wide, y) + Math.max(0, y - m.hip - 0.2) * 0.05,
      deep: between(deep, y),
      slope: body.slope(y),
      front: frontAt(body, y),
      bust:
        m.bust * steady.exp(-(((y - m.chest) / 0.3) ** 2)) +
        m.belly * steady.exp(-(((y - m.waist - 0.12) / 0.62) ** 2)),
    };
    rows.set(y, row);
    return row;
  };
  const surface = (degrees: number, y: number, grow: number): Vec => {
    const a = (degrees * Math.PI) / 180;
    const [across, front] = [steady.sin(a), steady.cos(a)];
    const row = rowAt(y);
    const bulge = front > 0 ? row.bust * front ** 0.6 : 0;
    return {
      x: row.root.x + across * (row.wide + grow),
      y: row.root.y + across * row.wide * row.slope + front * (row.deep + grow + bulge) * row.front.down,
      z: row.root.z + front * (row.deep + grow + bulge) * row.front.forward,
    };
  };
  const seen = (degrees: number): boolean => steady.cos(((degrees + body.yaw) * Math.PI) / 180) > 0;
  const held = (degrees: number): number => {
    const turned = ((((degrees + body.yaw + 180) % 360) + 360) % 360) - 180;
    return clamp(turned, -88, 88) - body.yaw;
  };
  const edge: Torso["edge"] = (side, from, to, grow = 0, flare = 0) => {
    const count = Math.max(4, Math.round((to - from) / 0.14));
    const even = Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
    // Between neck and shoulder it bends within a finger's breadth, and the more so when they are drawn up.
    const bends = [0.16, 0.34, 0.53, 0.72, 0.86].map((share) => m.neck + share * slope);
    const heights = [...even, ...bends.filter((y) => y > from && y < to)].toSorted((a, b) => a - b);
    const down = downOf(body);
    return heights.map((y) => {
      const out = grow + flare * Math.max(0, (y - m.waist) / Math.max(0.2, to - m.waist)) ** 1.2;
      let [best, reach]: [Spot | null, number] = [null, -Infinity];
      for (let degrees = 0; degrees < 360; degrees += 15) {
        const spot = body.see(surface(degrees, y, out));
        const across = side * (spot.x * down.y - spot.y * down.x);
        if (across > reach) [best, reach] = [spot, across];
      }
      return best ?? body.see(surface(90 * side, y, out));
    });
  };
  return {
    at: (degrees, y, grow = 0) => body.see(surface(held(degrees), y, grow)),
    seen,
    edge,
    shape: (from, to, grow = 0, flare = 0) =>
      betweenLines(edge(1, from, to, grow, flare), edge(-1, from, to, grow, flare)),
  };
}

/** Square to the axis of the trunk at a height. */
function frontAt({ axis }: Skeleton, y: number): Row["front"] {
  const [above, below] = [axis(y - 0.12), axis(y + 0.12)];
  const [down, back] = [below.y - above.y, above.z - below.z];
  const length = Math.hypot(down, back) || 1;
  return { down: back / length, forward: down / length };
}

/** The direction of the trunk on the page: bodies fall and lie. */
function downOf(body: Skeleton): Point {
  const top = body.see(body.axis(body.measures.neck));
  const low = body.see(body.axis(body.measures.hip));
  const length = Math.hypot(low.x - top.x, low.y - top.y) || 1;
  return { x: (low.x - top.x) / length, y: (low.y - top.y) / length };
}
