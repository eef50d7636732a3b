import type { Point, Rect } from "../geometry/geometry.ts";
import type { BalloonRoom } from "./balloon-room.ts";
import { faceBox, type Head, mouthOf } from "./page.ts";
import type { PanelSide } from "./voice-sides.ts";

/** The straight way from a balloon's centre to where its tail ends. */
export interface Tail {
  from: Point;
  to: Point;
}

/** A tail stops this far from the mouth, in head sizes, and never on the face. */
const mouthGap = 0.35;

/** Where a tail from a balloon ends that points at the mouth: at a third of a head from it, or where hair or face begin. */
export function tailTo(centre: Point, head: Head): Tail {
  const mouth = mouthOf(head);
  const length = Math.hypot(mouth.x - centre.x, mouth.y - centre.y) || 1;
  const near = Math.max(0, 1 - Math.max(mouthGap * head.size, 9) / length);
  const face = entry(centre, mouth, faceBox(head)) ?? near;
  const hair = entry(centre, mouth, hairBox(head)) ?? near;
  const t = Math.min(near, face, hair);
  return { from: centre, to: { x: centre.x + (mouth.x - centre.x) * t, y: centre.y + (mouth.y - centre.y) * t } };
}

/** Half axes of a head with its hair, in head sizes: bubbles stay outside it. */
const crown = { x: 0.72, y: 0.92 } as const;

/** From above a tail ends in the air over the hair. */
const hairBox = ({ x, y, size }: Head): Rect => ({
  x: x - 0.5 * size,
  y: y - 0.74 * size,
  width: size,
  height: 0.4 * size,
});

/** Where the bubbles of a thought end: in the air beside the crown or the temple, never on a face. */
export function tailToCrown(centre: Point, { x, y, size }: Head): Tail {
  const aim = { x, y: y - 0.12 * size };
  const [dx, dy] = [centre.x - aim.x, centre.y - aim.y];
  const reach = Math.hypot(dx / (crown.x * size), dy / (crown.y * size)) || 1;
  return { from: centre, to: { x: aim.x + dx / reach, y: aim.y + dy / reach } };
}

/** The tail of a voice from beyond the picture: to a side of the panel, a little downwards. */
export function tailToEdge(centre: Point, side: PanelSide, { box }: BalloonRoom): Tail {
  const across = side < 0 ? centre.x - box.x : box.x + box.width - centre.x;
  const x = side < 0 ? box.x + 3 : box.x + box.width - 3;
  return { from: centre, to: { x, y: Math.min(centre.y + across * 0.3, box.y + box.height - 12) } };
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
