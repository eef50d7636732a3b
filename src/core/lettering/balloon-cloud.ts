import type { Point } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import { bodyInside } from "./balloon-body.ts";
import type { BalloonBody } from "./balloon-tail.ts";
import { alongEdge, onBody } from "./body-edge.ts";
import { ellipsePath, pair } from "./smooth-path.ts";
import { superellipseNorm } from "./superellipse.ts";

/** About one bump for so many units of the cloud's edge; a small cloud has smaller ones. */
const bumpWidth = { most: 64, least: 30, share: 1 / 9 } as const;

/** A cloud of round bumps, large and small ones mixed. */
export function cloudOutline(body: BalloonBody, random: Random): string {
  const inner = { centre: body.centre, ...bodyInside("thought", body) };
  const start = random.between(0, 2 * Math.PI);
  const edge = alongEdge(inner, start, start + 2 * Math.PI);
  const width = Math.max(bumpWidth.least, Math.min(bumpWidth.most, edge.length * bumpWidth.share));
  const count = Math.max(7, Math.round(edge.length / width));
  const weights = Array.from({ length: count }, (_, i) =>
    i % 2 === 0 ? random.between(1, 1.35) : random.between(0.7, 0.95),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  let path = `M${pair(onBody(inner, start))}`;
  for (const weight of weights) {
    const from = edge.angleAt((passed / whole) * edge.length);
    passed += weight;
    const to = passed >= whole ? start + 2 * Math.PI : edge.angleAt((passed / whole) * edge.length);
    path += bump(body, inner, from, to);
  }
  return `${path}Z`;
}

/** A cubic curve rises to three quarters of its handles, so they may stand a third beyond what it shall reach. */
const handleReach = 1.3;

function bump(body: BalloonBody, inner: BalloonBody, from: number, to: number): string {
  const handle = (angle: number): Point => {
    const foot = onBody(inner, angle);
    const top = onBody(body, angle);
    return { x: foot.x + (top.x - foot.x) * handleReach, y: foot.y + (top.y - foot.y) * handleReach };
  };
  return `C${pair(handle(from + (to - from) * 0.03))} ${pair(handle(to - (to - from) * 0.03))} ${pair(onBody(inner, to))}`;
}

/** Bubbles that grow smaller from the cloud to the thinker; none where the thinker's head is in the cloud. */
export function thoughtBubbles(body: BalloonBody, tip: Point): string | null {
  const dx = tip.x - body.centre.x;
  const dy = tip.y - body.centre.y;
  const norm = superellipseNorm(dx, dy, body.radiusX, body.radiusY);
  const whole = Math.hypot(dx, dy);
  const free = whole * (1 - 1 / norm);
  if (norm <= 1 || free < 10) return null;
  const sizes = free > 60 ? [10, 7, 4.5] : free > 34 ? [8, 4.5] : free > 21 ? [6, 3.2] : [4];
  const used = sizes.reduce((sum, size) => sum + 2 * size, 0);
  const gap = Math.max(1, (free - used) / sizes.length);
  let path = "";
  let at = whole - free + gap;
  for (const size of sizes) {
    const middle = Math.min((at + size) / whole, 1);
    path += ellipsePath({ x: body.centre.x + dx * middle, y: body.centre.y + dy * middle }, size * 1.15, size);
    at += 2 * size + gap;
  }
  return path;
}
