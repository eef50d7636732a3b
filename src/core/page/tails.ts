import type { Point, Rect } from "../geometry/geometry.ts";
import type { BalloonRoom } from "./balloon-room.ts";
import { faceBox, type Head, mouthOf } from "./page.ts";

/** The straight way from a balloon's centre to where its tail ends. */
export interface Tail {
  from: Point;
  to: Point;
}

/** A tail stops this far from the mouth, in head sizes, and never on the face. */
const mouthGap = 0.35;

/** Where a tail from a balloon ends that points at the mouth: at a third of a head from it, or where the face begins. */
export function tailTo(centre: Point, head: Head): Tail {
  const mouth = mouthOf(head);
  const length = Math.hypot(mouth.x - centre.x, mouth.y - centre.y) || 1;
  const near = Math.max(0, 1 - Math.max(mouthGap * head.size, 9) / length);
  const face = entry(centre, mouth, faceBox(head)) ?? near;
  const t = Math.min(near, face);
  return { from: centre, to: { x: centre.x + (mouth.x - centre.x) * t, y: centre.y + (mouth.y - centre.y) * t } };
}

/** The tail of a voice from beyond the picture: to the nearest side of the panel, a little downwards. */
export function tailToEdge(centre: Point, { box }: BalloonRoom): Tail {
  const left = centre.x - box.x;
  const right = box.x + box.width - centre.x;
  const side = left < right ? box.x + 3 : box.x + box.width - 3;
  const drop = Math.min(left, right) * 0.3;
  return { from: centre, to: { x: side, y: Math.min(centre.y + drop, box.y + box.height - 12) } };
}

/** How far along a line (0 to 1) it enters a rectangle; null where it misses it. */
export function entry(from: Point, to: Point, rect: Rect): number | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  const slabs = [
    [from.x, dx, rect.x, rect.x + rect.width],
    [from.y, dy, rect.y, rect.y + rect.height],
  ] as const;
  for (const [at, step, low, high] of slabs) {
    if (Math.abs(step) < 1e-9) {
      if (at < low || at > high) return null;
      continue;
    }
    const [a, b] = [(low - at) / step, (high - at) / step];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave ? enter : null;
}

/** Whether two tails cross. */
export function tailsCross(a: Tail, b: Tail): boolean {
  const side = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return (
    side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
    side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0
  );
}
