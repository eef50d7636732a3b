import type { Point } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import { bodyInside } from "./balloon-body.ts";
import type { BalloonBody } from "./balloon-tail.ts";
import { tailRoot } from "./balloon-tail.ts";
import { alongEdge, onBody } from "./body-edge.ts";
import { pair } from "./smooth-path.ts";

/** About one spike for so many units of the body's edge; small bursts have narrower ones, so that they look sharp too. */
const spikeWidth = { most: 36, least: 19, share: 1 / 15 } as const;

/** A burst: long and short spikes with hollow flanks around the body; the one that points at the speaker is the tail. */
export function burstOutline(body: BalloonBody, tail: Point | null, random: Random): string {
  const inner = { centre: body.centre, ...bodyInside("shout", body) };
  const root = tail && tailRoot(inner, tail);
  const angles = root ? aroundRoot(inner, root, random) : valleys(inner, 0, 1, random);
  let path = "";
  for (const [i, from] of angles.entries()) {
    const to = angles[i + 1] ?? (angles[0] ?? 0) + 2 * Math.PI;
    const isTail = root !== null && i === angles.length - 1;
    const a = onBody(inner, from);
    const b = onBody(inner, to);
    const peak = isTail && tail ? tail : spikePeak(body, inner, from, to, i % 2 === 0, random);
    path += `${i === 0 ? `M${pair(a)}` : ""}Q${pair(hollow(a, b, peak))} ${pair(peak)}Q${pair(hollow(b, a, peak))} ${pair(b)}`;
  }
  return `${path}Z`;
}

/** Valleys from the far side of the tail all the way around to its near side; the last stretch is the tail's. */
function aroundRoot(inner: BalloonBody, root: { from: number; to: number }, random: Random): number[] {
  const share = (root.to - root.from) / (2 * Math.PI);
  return [...valleys(inner, root.to, 1 - share, random), root.from + 2 * Math.PI];
}

/** Where spikes meet: evenly along a share of the edge from an angle on, then shaken; the start is the first of them. */
function valleys(inner: BalloonBody, start: number, share: number, random: Random): number[] {
  const edge = alongEdge(inner, start, start + share * 2 * Math.PI);
  const width = Math.max(spikeWidth.least, Math.min(spikeWidth.most, edge.length * spikeWidth.share));
  const count = Math.max(11, Math.round(edge.length / width));
  return Array.from({ length: count }, (_, i) =>
    edge.angleAt(((i + (i === 0 ? 0 : random.between(-0.22, 0.22))) / count) * edge.length),
  );
}

function spikePeak(
  body: BalloonBody,
  inner: BalloonBody,
  from: number,
  to: number,
  long: boolean,
  random: Random,
): Point {
  const angle = from + (to - from) * random.between(0.36, 0.64);
  const foot = onBody(inner, angle);
  const most = onBody(body, angle);
  const share = long ? random.between(0.8, 1) : random.between(0.45, 0.7);
  return { x: foot.x + (most.x - foot.x) * share, y: foot.y + (most.y - foot.y) * share };
}

/** The bend of a flank from a valley to the peak: drawn in towards the middle of the spike. */
function hollow(valley: Point, other: Point, peak: Point): Point {
  const middle = { x: (valley.x + other.x) / 2, y: (valley.y + other.y) / 2 };
  const inner = { x: valley.x * 0.55 + middle.x * 0.45, y: valley.y * 0.55 + middle.y * 0.45 };
  return { x: inner.x * 0.65 + peak.x * 0.35, y: inner.y * 0.65 + peak.y * 0.35 };
}
