import * as steady from "../geometry/steady-math.ts";
import type { Point } from "../geometry/geometry.ts";
import { bodyInside } from "./balloon-body.ts";
import { type BalloonBody, tailCurves, tailRoot } from "./balloon-tail.ts";
import { alongEdge, onBody } from "./body-edge.ts";
import { curvesThrough, pair } from "./smooth-path.ts";

/** Length of one wave along the edge, in page units. */
const waveLength = 58;
/** Points of the curve to one wave. */
const pointsPerWave = 8;

/** The balloon of what is sung: its rim swings evenly out and in, and comes to rest where the tail leaves. */
export function waveOutline(body: BalloonBody, tail: Point | null): string {
  const inner = { centre: body.centre, ...bodyInside("sung", body) };
  const root = tail && tailRoot(inner, tail);
  const from = root ? root.to : 0;
  const edge = alongEdge(inner, from, (root ? root.from : 0) + 2 * Math.PI);
  const waves = Math.max(6, Math.round(edge.length / waveLength));
  const pointAt = (step: number): Point => {
    const angle = edge.angleAt((edge.length * step) / (waves * pointsPerWave));
    const [low, high] = [onBody(inner, angle), onBody(body, angle)];
    const swing = (1 - steady.cos((2 * Math.PI * step) / pointsPerWave)) / 2;
    return { x: low.x + (high.x - low.x) * swing, y: low.y + (high.y - low.y) * swing };
  };
  const points = Array.from({ length: waves * pointsPerWave + (root ? 1 : 0) }, (_, step) => pointAt(step));
  const [first, last] = [points[0] ?? body.centre, points.at(-1) ?? body.centre];
  if (!tail || !root) return `M${pair(first)}${curvesThrough(points, true)}Z`;
  return `M${pair(first)}${curvesThrough(points, false)}${tailCurves(last, tail, first, body.centre)}Z`;
}
