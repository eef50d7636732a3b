import type { Point, Polygon, Rect } from "../geometry/geometry.ts";
import { type PanelBounds, meets } from "./balloon-room.ts";
import { bareHead } from "./head-reach.ts";
import { faceParts, type Head, mouthOf } from "./page.ts";
import type { PanelSide } from "./voice-sides.ts";

/** The straight way from a balloon's centre to where its tail ends. */
export interface Tail {
  from: Point;
  to: Point;
  /** The side of the panel by which a voice from beyond the picture leaves it. */
  exit?: PanelSide;
}

/** The length of a way; `Math.hypot`, which minds numbers of any size, takes many times as long. */
export const wayLength = (dx: number, dy: number): number => Math.sqrt(dx * dx + dy * dy);

/** A tail stops this far from the mouth, in head sizes, and never on the face. */
const mouthGap = 0.35;

/** A head as tails see it; worked out once for all places that are tried. */
export interface Aim {
  head: Head;
  mouth: Point;
  hair: Rect;
  /** Face, hair and ears, before which a tail ends. */
  stops: readonly Rect[];
}

export function aimAt(head: Head): Aim {
  const hair = hairBox(head);
  return { head, mouth: mouthOf(head), hair, stops: [...faceParts(head), hair, earsBox(head)] };
}

/** Where a tail from a balloon ends that points at the mouth: at a third of a head from it, or where hair or face begin. */
export function tailTo(centre: Point, { head, mouth, stops }: Aim): Tail {
  const length = wayLength(mouth.x - centre.x, mouth.y - centre.y) || 1;
  let t = Math.max(0, 1 - Math.max(mouthGap * head.size, 9) / length);
  for (const part of stops) t = Math.min(t, entry(centre, mouth, part) ?? t);
  return { from: centre, to: { x: centre.x + (mouth.x - centre.x) * t, y: centre.y + (mouth.y - centre.y) * t } };
}

/** Half axes of a head with its hair, in head sizes: bubbles stay outside it. */
const crown = { x: 0.72, y: 0.92 } as const;

/** Neck and chest, in head sizes: a tail over them cuts somebody's throat. */
const chestBox = ({ x, y, size }: Head): Rect => ({
  x: x - 0.6 * size,
  y: y + 0.5 * size,
  width: 1.2 * size,
  height: 1.2 * size,
});

/** What a tail to a speaker may not cross: head, neck and chest of the others; who stands before somebody's chest is spoken for across it. */
export function barredBy(speaker: Head, others: readonly Head[]): Rect[] {
  const own = faceParts(speaker);
  return others.flatMap((head) => [
    ...faceParts(head),
    ...[hairBox(head), chestBox(head)].filter((part) => !meets(part, own)),
  ]);
}

/** Whether a tail comes to the mouth over the speaker's own throat, from below. */
export function cutsThroat({ from, to }: Tail, { head }: Aim): boolean {
  return entry(from, to, chestBox(head)) !== null;
}

/** From above a tail ends in the air over the hair. */
const hairBox = ({ x, y, size, above = bareHead.above }: Head): Rect => ({
  x: x - 0.5 * size,
  y: y - (0.5 + 0.75 * above) * size,
  width: size,
  height: (0.16 + 0.75 * above) * size,
});

/** Half the width of a head with its ears, in head sizes, and air beside them: a tail plugged into an ear points at no mouth. */
const earReach = 0.62;

/** Beside the eyes a tail ends in the air before ears and side hair; of a head turned away before the whole back of it. */
const earsBox = ({ x, y, size, yaw }: Head): Rect => ({
  x: x - earReach * size,
  y: y - 0.3 * size,
  width: 2 * earReach * size,
  height: (Math.abs(yaw) > 90 ? 0.9 : 0.48) * size,
});

/** Where the bubbles of a thought end: in the air beside the crown or the temple, never on a face. */
export function tailToCrown(centre: Point, { x, y, size }: Head): Tail {
  const aim = { x, y: y - 0.12 * size };
  const [dx, dy] = [centre.x - aim.x, centre.y - aim.y];
  const reach = wayLength(dx / (crown.x * size), dy / (crown.y * size)) || 1;
  return { from: centre, to: { x: aim.x + dx / reach, y: aim.y + dy / reach } };
}

/** Thickness of a tail, in page units, as far as other things keep clear of it. */
const tailWidth = 26;

/** Boxes along a tail, for what may not lie on it. */
export function alongTail(tail: Tail | null): Rect[] {
  if (!tail) return [];
  const { from, to } = tail;
  const count = Math.ceil(wayLength(to.x - from.x, to.y - from.y) / tailWidth);
  return Array.from({ length: count }, (_, i) => ({
    x: from.x + ((to.x - from.x) * (i + 1)) / count - tailWidth / 2,
    y: from.y + ((to.y - from.y) * (i + 1)) / count - tailWidth / 2,
    width: tailWidth,
    height: tailWidth,
  }));
}

/** How far inside the frame the tail of a voice from beyond the picture ends, in page units: it points out, and stays in its panel. */
const frameGap = 5;

/** How far such a tail falls at most, in half heights of the balloon: it leaves by the side and is no lip under a wide body. */
const mostFall = 0.6;

/** The tail of a voice from beyond the picture: to a side of the panel, falling by `slope`, which is negative where it rises. */
export function tailToEdge(
  centre: Point,
  side: PanelSide,
  { box, outline }: Pick<PanelBounds, "box" | "outline">,
  slope: number,
  radiusY: number,
): Tail {
  const across = side < 0 ? centre.x - box.x : box.x + box.width - centre.x;
  const [top, bottom] = sideEnds(outline, side, box);
  const fall = Math.sign(slope) * Math.min(across * Math.abs(slope), mostFall * radiusY);
  const y = Math.max(top + 12, Math.min(centre.y + fall, bottom - 12));
  const edge = side < 0 ? box.x : box.x + box.width;
  const frame = frameAt(outline, y, side) ?? edge;
  const x = side < 0 ? Math.max(edge, frame) + frameGap : Math.min(edge, frame) - frameGap;
  return { from: centre, to: { x, y }, exit: side };
}

/** From where to where on the page a side of the panel reaches; slanted upper and lower frames make them differ. */
function sideEnds(outline: Polygon, side: PanelSide, { x, y, width, height }: Rect): [number, number] {
  const middle = x + width / 2;
  let [top, bottom] = [Infinity, -Infinity];
  for (const corner of outline) {
    if (side < 0 ? corner.x >= middle : corner.x <= middle) continue;
    top = Math.min(top, corner.y);
    bottom = Math.max(bottom, corner.y);
  }
  return top > bottom ? [y, y + height] : [Math.max(y, top), Math.min(y + height, bottom)];
}

/** Where a slanted frame stands at a height of the page; null where there is none. */
function frameAt(outline: Polygon, y: number, side: PanelSide): number | null {
  let found: number | null = null;
  for (let i = 0; i < outline.length; i++) {
    const [a, b] = [outline[i], outline[(i + 1) % outline.length]];
    if (!a || !b || a.y === b.y || (y - a.y) * (y - b.y) > 0) continue;
    const x = a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y);
    if (found === null || (side < 0 ? x < found : x > found)) found = x;
  }
  return found;
}

/** Ends of tails nearer to each other than this, in page units, are one mouth. */
const exitsApart = 90;

/** Whether two voices that leave the picture seem to come out of one mouth. */
export function sameExit(a: Point, b: Point): boolean {
  return wayLength(a.x - b.x, a.y - b.y) < exitsApart;
}

/** How far along a line (0 to 1) it enters a rectangle; null where it misses it. */
export function entry(from: Point, to: Point, rect: Rect): number | null {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let enter = 0;
  let leave = 1;
  if (Math.abs(dx) < 1e-9) {
    if (from.x < rect.x || from.x > rect.x + rect.width) return null;
  } else {
    const a = (rect.x - from.x) / dx;
    const b = (rect.x + rect.width - from.x) / dx;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  if (Math.abs(dy) < 1e-9) {
    if (from.y < rect.y || from.y > rect.y + rect.height) return null;
  } else {
    const a = (rect.y - from.y) / dy;
    const b = (rect.y + rect.height - from.y) / dy;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave ? enter : null;
}

/** What a tail over somebody else's hair costs, and one that ends nearer to another mouth than this many times its own way. */
const doubt = { hair: 0.8, near: 1.3, ways: 1.6 } as const;

/** How unsure a tail leaves whose words they are, from 0: for the head among the others that makes it the most doubtful. */
export function doubtOf({ from, to }: Tail, speaker: Aim, others: readonly Aim[]): number {
  const own = wayLength(speaker.mouth.x - to.x, speaker.mouth.y - to.y) || 1;
  let most = 0;
  for (const { mouth, hair } of others) {
    const over = entry(from, to, hair) === null ? 0 : doubt.hair;
    const near = doubt.near * Math.max(0, doubt.ways - wayLength(mouth.x - to.x, mouth.y - to.y) / own);
    most = Math.max(most, over + near);
  }
  return most;
}

/** Whether two tails cross. */
export function tailsCross(a: Tail, b: Tail): boolean {
  const side = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return (
    side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
    side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0
  );
}
