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

export function torsoOf(body: Skeleton): Torso {
  const m = body.measures;
  const wide: [number, number][] = [
    [m.neck - 0.16, m.neckWide],
    [m.neck, m.neckWide * 1.12],
    [m.neck + (m.shoulder - m.neck) * 0.42, m.neckWide * 1.9],
    [m.neck + (m.shoulder - m.neck) * 0.78, m.shoulderWide * 0.62],
    [m.shoulder + 0.05, m.shoulderWide * 0.82],
    [m.shoulder + 0.2 * m.chestWide, m.shoulderWide * 0.86],
    [m.shoulder + 0.5 * m.chestWide, m.chestWide * 1.04],
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
  const surface = (degrees: number, y: number, grow: number): Vec => {
    const a = (degrees * Math.PI) / 180;
    const bust = m.bust * Math.exp(-(((y - m.chest) / 0.3) ** 2)) * Math.max(0, Math.cos(a)) ** 0.6;
    const root = body.axis(y);
    const flareOut = Math.max(0, y - m.hip - 0.2);
    return {
      x: root.x + Math.sin(a) * (between(wide, y) + grow + flareOut * 0.05),
      y: root.y,
      z: root.z + Math.cos(a) * (between(deep, y) + grow + bust),
    };
  };
  const seen = (degrees: number): boolean => Math.cos(((degrees + body.yaw) * Math.PI) / 180) > 0;
  const held = (degrees: number): number => {
    const turned = ((((degrees + body.yaw + 180) % 360) + 360) % 360) - 180;
    return clamp(turned, -88, 88) - body.yaw;
  };
  const edge: Torso["edge"] = (side, from, to, grow = 0, flare = 0) => {
    const rows = Math.max(4, Math.round((to - from) / 0.14));
    return Array.from({ length: rows + 1 }, (_, i) => {
      const y = from + ((to - from) * i) / rows;
      const out = grow + flare * Math.max(0, (y - m.waist) / Math.max(0.2, to - m.waist)) ** 1.2;
      let [best, reach]: [Spot | null, number] = [null, -Infinity];
      for (let degrees = 0; degrees < 360; degrees += 15) {
        const spot = body.see(surface(degrees, y, out));
        const across = side * alongShoulders(body, spot);
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

/** How far a spot lies to the right as the body stands, not as the page does: bodies fall and lie. */
function alongShoulders(body: Skeleton, spot: Spot): number {
  const top = body.see(body.axis(body.measures.neck));
  const low = body.see(body.axis(body.measures.hip));
  const length = Math.hypot(low.x - top.x, low.y - top.y) || 1;
  return ((spot.x - top.x) * (low.y - top.y) - (spot.y - top.y) * (low.x - top.x)) / length;
}
