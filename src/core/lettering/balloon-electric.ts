import type { Point } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import { bodyInside } from "./balloon-body.ts";
import { type BalloonBody, tailRoot } from "./balloon-tail.ts";
import { alongEdge, onBody } from "./body-edge.ts";
import { pair } from "./smooth-path.ts";

/** Length of one tooth along the edge, in page units. */
const toothWidth = 21;

/** How far a flash swings aside on its way, as a share of its length, and at most in page units. */
const swing = { share: 0.22, most: 13 } as const;

/** The balloon of a voice out of a machine: short straight teeth all around, and a flash of lightning for its tail. */
export function electricOutline(body: BalloonBody, tail: Point | null, random: Random): string {
  const inner = { centre: body.centre, ...bodyInside("broadcast", body) };
  const root = tail && tailRoot(inner, tail);
  const from = root ? root.to : random.between(0, 1);
  const edge = alongEdge(inner, from, (root ? root.from : from) + 2 * Math.PI);
  const teeth = Math.max(12, Math.round(edge.length / toothWidth));
  const points = Array.from({ length: 2 * teeth + (root ? 1 : 0) }, (_, i) => {
    const angle = edge.angleAt((edge.length * i) / (2 * teeth));
    const [low, high] = [onBody(inner, angle), onBody(body, angle)];
    const out = i % 2 === 0 ? 0 : random.between(0.7, 1);
    return { x: low.x + (high.x - low.x) * out, y: low.y + (high.y - low.y) * out };
  });
  const [first, last] = [points[0] ?? body.centre, points.at(-1) ?? body.centre];
  const flash = tail && root ? lightning(last, tail, first) : [];
  return `M${[...points, ...flash].map(pair).join("L")}Z`;
}

/** A flash from one edge of its root to the tip and back to the other: it darts aside, back, and on. */
function lightning(from: Point, tip: Point, to: Point): Point[] {
  const root = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const [dx, dy] = [tip.x - root.x, tip.y - root.y];
  const length = Math.hypot(dx, dy) || 1;
  const aside = Math.min(swing.most, swing.share * length) / length;
  const half = { x: (to.x - from.x) / 2, y: (to.y - from.y) / 2 };
  const at = (along: number, off: number, side: number): Point => ({
    x: root.x + dx * along - dy * aside * off + half.x * side,
    y: root.y + dy * along + dx * aside * off + half.y * side,
  });
  return [at(0.48, 1, -0.55), at(0.36, -1, -0.3), tip, at(0.5, -1, 0.3), at(0.62, 1, 0.55)];
}
