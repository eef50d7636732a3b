import * as steady from "../geometry/steady-math.ts";
import type { Point } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import { randomFrom } from "../geometry/random.ts";
import type { TextKind } from "../script/script.ts";
import { cardOutline, tornOutline } from "./balloon-card.ts";
import { burstOutline } from "./balloon-burst.ts";
import { cloudOutline, thoughtBubbles } from "./balloon-cloud.ts";
import { electricOutline } from "./balloon-electric.ts";
import { neckBetween } from "./balloon-neck.ts";
import type { BalloonBody } from "./balloon-tail.ts";
import { tailCurves, tailRoot } from "./balloon-tail.ts";
import { waveOutline } from "./balloon-wave.ts";
import { superellipsePoint } from "./superellipse.ts";
import { curvesThrough, pair } from "./smooth-path.ts";

export interface BalloonShape {
  /** Path data of body and tail, one closed outline in page units. */
  outline: string;
  /** The bubbles that lead from a thought to its thinker, or null. */
  extra: string | null;
}

/**
 * Draws a balloon around a centre. The body stays inside the box of the radii; only the tail leaves it and stops at `tail`.
 * Whispers have the shape of speech (the printer dashes it); captions have none but their box.
 * The hand's irregularity comes from the seed (T3). `before` is the balloon of the same voice that it is joined to instead of a tail.
 */
export function balloonOutline(
  kind: Exclude<TextKind, "sound">,
  centre: Point,
  radiusX: number,
  radiusY: number,
  tail: Point | null,
  seed: number,
  before: BalloonBody | null = null,
): BalloonShape {
  const random = randomFrom(seed);
  const body = { centre, radiusX, radiusY };
  switch (kind) {
    case "narration":
      return { outline: cardOutline(body), extra: null };
    case "letter":
      return { outline: tornOutline(body, random), extra: null };
    case "shout":
      return { outline: burstOutline(body, tail, random), extra: null };
    case "sung":
      return { outline: waveOutline(body, tail), extra: null };
    case "broadcast":
      return { outline: electricOutline(body, tail, random), extra: null };
    case "thought":
      return { outline: cloudOutline(body, random), extra: tail && thoughtBubbles(body, tail) };
    default:
      return {
        outline: before ? joinedOutline(body, before, random) : speechOutline(body, tail, random),
        extra: null,
      };
  }
}

/** Points that the curve of the body runs through; enough that the spline does not flatten the corners. */
const bodyPoints = 40;

/** A superellipse as a hand draws it, with a slightly bent tail where there is a mouth to point at. */
function speechOutline(body: BalloonBody, tail: Point | null, random: Random): string {
  const pointAt = handDrawn(body, random);
  const root = tail && tailRoot(body, tail);
  if (!tail || !root) {
    const points = Array.from({ length: bodyPoints }, (_, i) => pointAt((i / bodyPoints) * 2 * Math.PI));
    return `M${pair(points[0] ?? body.centre)}${curvesThrough(points, true)}Z`;
  }
  const { points, first, last } = around(pointAt, root);
  return `M${pair(first)}${curvesThrough(points, false)}${tailCurves(last, tail, first, body.centre)}Z`;
}

/** The same with a neck to the balloon before; the outline stays open there. */
function joinedOutline(body: BalloonBody, before: BalloonBody, random: Random): string {
  const neck = neckBetween(body, before);
  const { points, first, last } = around(handDrawn(body, random), neck);
  return `${neck.inward(first)}${curvesThrough(points, false)}${neck.outward(last)}`;
}

/** From the far side of a tail's or neck's base all the way around to its near side. */
function around(
  pointAt: (angle: number) => Point,
  { from, to }: { from: number; to: number },
): { points: Point[]; first: Point; last: Point } {
  const span = 2 * Math.PI - (to - from);
  const points = Array.from({ length: bodyPoints + 1 }, (_, i) => pointAt(to + (span * i) / bodyPoints));
  return { points, first: pointAt(to), last: pointAt(from) };
}

/** The outline's point at an angle, with a hand's irregularity. */
function handDrawn(body: BalloonBody, random: Random): (angle: number) => Point {
  const wobble = handWobble(body, random);
  return (angle) => {
    const point = superellipsePoint(angle, body.radiusX, body.radiusY);
    const scale = wobble(angle);
    return { x: body.centre.x + point.x * scale, y: body.centre.y + point.y * scale };
  };
}

/** Slow swellings of the outline, at most a hundredth or so of the radius and never beyond it. */
function handWobble(body: BalloonBody, random: Random): (angle: number) => number {
  const depth = Math.min(0.022, 2.6 / Math.min(body.radiusX, body.radiusY));
  const waves = [2, 3, 5].map((times) => ({
    times,
    phase: random.between(0, 2 * Math.PI),
    height: random.between(0.4, 1) / times,
  }));
  const most = waves.reduce((sum, wave) => sum + wave.height, 0);
  return (angle) => {
    const swell = waves.reduce((sum, wave) => sum + wave.height * steady.sin(wave.times * angle + wave.phase), 0);
    return 1 - (depth * (most - swell)) / (2 * most);
  };
}
