import * as steady from "../../geometry/steady-math.ts";
import { massPath, windingOf } from "./brush.ts";
import { type HairCut, hairEdge } from "./hair-cuts.ts";
import { type HeadView, sideOn } from "./head-view.ts";
import { convexHull } from "./hull.ts";
import { alongScalp, onScalp } from "./skull.ts";
import { type Spot, type Vec, clamp, lerp } from "./space.ts";

/** The hair that lies on the skull, as patches of one mass: the crown as one round shape, the rest as a net. */
export function capPaths(view: HeadView, cut: HairCut): string[] {
  return [...(cut.shaven ? drawnUpBack(view, cut) : [crownOf(view, cut)]), ...capQuads(view, cut)];
}

/** A point on the surface of the hair in a direction (degrees from the front), at a share of the way from the crown to its edge. */
export function capPoint(view: HeadView, cut: HairCut, degrees: number, share: number): Vec {
  const edge =
    hairEdge(cut, degrees) + (share > 0.9 ? ragged(view.sheet.seed, degrees) * (cut.fringe === "swept" ? 0.35 : 1) : 0);
  const front = steady.cos((degrees * Math.PI) / 180);
  const quiff = cut.quiff * Math.max(0, front) ** 2 * steady.sin(Math.PI * clamp(share, 0, 1)) ** 0.6;
  const lift =
    lerp(cut.volume * 0.96 + cut.loose * 0.3, Math.min(front > 0 ? 0.006 : 0.02, cut.volume), share ** 2.2) + quiff;
  if (!cut.shaven) return onScalp(view.skull, degrees, alongScalp(share, edge), lift);
  // Round a shaven crown the hair begins at the sides, and is drawn up to the knot behind.
  const away = Math.abs(((degrees + 540) % 360) - 180);
  const top = Math.min(edge, -0.3 - 0.198 * clamp((away - 62) / 60, 0, 1));
  return onScalp(view.skull, degrees, lerp(top, edge, share), cut.volume * steady.sin(Math.PI * (0.1 + 0.8 * share)));
}

/** How far a point of the hair is turned to the reader: above 0 it is seen, 0 is the outline. */
export function facing(view: HeadView, point: Vec): number {
  return (view.sight.see(outward(point, 1.1)).depth - view.sight.see(point).depth) * 10;
}

/** A point moved away from the middle of the skull by a factor. */
export const outward = ({ x, y, z }: Vec, by: number): Vec => ({
  x: x * by,
  y: (y + 0.1) * by - 0.1,
  z: (z + 0.05) * by - 0.05,
});

function capQuads(view: HeadView, cut: HairCut): string[] {
  const paths: string[] = [];
  const step = cut.shaven || view.size > 100 ? 7.5 : 15;
  const rows = view.size > 100 ? 10 : 6;
  for (let degrees = -180; degrees < 180; degrees += step)
    for (let row = 0; row < rows; row++) {
      const corners: [number, number][] = [
        [degrees, row / rows],
        [degrees + step, row / rows],
        [degrees + step, (row + 1) / rows],
        [degrees, (row + 1) / rows],
      ];
      const middle = degrees + step / 2;
      if (
        cut.shaven
          ? Math.abs(middle) < 58 || onFarTemple(view, middle, 70)
          : row > 0.55 * rows && onFarTemple(view, middle, 100)
      )
        continue;
      if (isUnderJaw(view, capPoint(view, cut, middle, (row + 1) / rows), middle)) continue;
      const points = corners.map(([d, share]) => view.sight.see(capPoint(view, cut, d, share)));
      if (isFront(points, view, row / rows, cut.shaven)) paths.push(massPath(points, false));
    }
  return paths;
}

/** The nape of a face that is turned less than a profile lies behind its jaw: drawn before it, it would be a hook under the ear. */
const isUnderJaw = ({ yaw }: HeadView, { y }: Vec, degrees: number): boolean =>
  Math.abs(yaw) < sideOn && Math.abs(degrees) > 96 && y > 0.09;

/** On a turned face the edge of the far temple, from so many degrees off the reader on: hair there would be a thorn. */
export function onFarTemple({ yaw, behind }: HeadView, degrees: number, off: number): boolean {
  if (behind) return false;
  const far = degrees * Math.sign(yaw);
  return Math.abs(yaw) > 16 && far > 0 && far < 125 && far + Math.abs(yaw) > off;
}

/** The crown as one round shape: the patches alone leave corners in its outline. */
function crownOf(view: HeadView, cut: HairCut): string {
  const points: Spot[] = [];
  for (let degrees = -180; degrees < 180; degrees += 9)
    for (const share of [0.03, 0.12, 0.2, 0.27, 0.34, 0.4]) {
      const point = capPoint(view, cut, degrees, share);
      if (share < 0.05 || facing(view, point) > -0.04) points.push(view.sight.see(point));
    }
  return massPath(convexHull(points), false);
}

/** From behind, the hair round a shaven crown is all that shows of the head, and is as round as it is. */
function drawnUpBack(view: HeadView, cut: HairCut): string[] {
  if (Math.abs(view.yaw) < 140) return [];
  const points: Spot[] = [];
  for (let degrees = 96; degrees <= 264; degrees += 8)
    for (const share of [0, 0.15, 0.3, 0.5]) points.push(view.sight.see(capPoint(view, cut, degrees, share)));
  return [massPath(convexHull([...points, view.sight.see(onScalp(view.skull, 0, -0.4985, 0.01))]), false)];
}

function ragged(seed: number, degrees: number): number {
  return 0.012 * steady.sin(degrees * 0.55 + seed) + 0.008 * steady.sin(degrees * 1.3 + seed * 2);
}

/** A patch is seen when its outer side faces the reader: patches run clockwise when seen from outside. */
function isFront(points: readonly Spot[], view: HeadView, share: number, shaven: boolean): boolean {
  const nearCrown = share < 0.3 && !shaven;
  const turned = windingOf(points) / (view.size * view.size) > 0;
  const depth = points.reduce((sum, p) => sum + p.depth, 0) / points.length;
  return turned || (nearCrown && depth > -0.32 && view.head.pitch < 8);
}
