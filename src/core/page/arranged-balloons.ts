import type { Point, Rect } from "../geometry/geometry.ts";
import { areNear, grown } from "./balloon-room.ts";
import { neckMeets, neckPenalty } from "./joined-balloons.ts";
import type { MeasuredText, Shape } from "./measure-texts.ts";
import type { Direction } from "./page-frame.ts";
import { entry, sameExit, type Tail, tailsCross, wayLength } from "./tails.ts";

/** A balloon's or caption's place, before it is drawn. */
export interface PlacedText {
  text: MeasuredText;
  shape: Shape;
  centre: Point;
  /** Around the body, in page units. */
  box: Rect;
  tail: Tail | null;
  /** Hangs on the balloon before it by a neck. */
  joined: boolean;
}

/** A place that a text may have, with what is against it by itself; lower is better. */
export interface Candidate extends PlacedText {
  penalty: number;
}

/** Balloons stand at least this far apart, in page units. */
const apart = 8;

/** Whether a candidate can follow those before it: apart, read after them, tails clear (L7). */
export function agrees(candidate: PlacedText, placed: readonly PlacedText[], direction: Direction): boolean {
  return standsApart(candidate.box, placed, direction) && tailsAgree(candidate, placed);
}

/** Whether a body stands apart from those before it and is read after them, whatever its tail. */
export function standsApart(box: Rect, placed: readonly PlacedText[], direction: Direction): boolean {
  for (const before of placed)
    if (areNear(box, before.box, apart) || !readsAfter(before.box, box, direction)) return false;
  return true;
}

/** Whether the tails of a candidate and of those before it cross nothing of each other. */
export function tailsAgree(candidate: PlacedText, placed: readonly PlacedText[]): boolean {
  for (const before of placed) {
    if (candidate.tail && before.tail && tailsCross(candidate.tail, before.tail)) return false;
    if (runsInto(candidate.tail, before.box, -2) || runsInto(before.tail, candidate.box, -2)) return false;
  }
  return true;
}

/** Whether a tail comes nearer to a balloon than this. */
function runsInto(tail: Tail | null, box: Rect, air: number): boolean {
  if (!tail) return false;
  const { from, to } = tail;
  // Most tails are far away.
  if (Math.max(from.x, to.x) < box.x - air || Math.min(from.x, to.x) > box.x + box.width + air) return false;
  if (Math.max(from.y, to.y) < box.y - air || Math.min(from.y, to.y) > box.y + box.height + air) return false;
  return entry(from, to, grown(box, air)) !== null;
}

/** How far the second of two beside each other may stand higher, as a share of the lower body: above it, it is read first. */
const mostRisen = 0.3;

/** Whether nobody could read the second box before the first: it lies below, or beside it on the far side and not higher. */
export function readsAfter(first: Rect, second: Rect, direction: Direction): boolean {
  const low = Math.min(first.height, second.height);
  const shared = Math.min(first.y + first.height, second.y + second.height) - Math.max(first.y, second.y);
  const behind = direction === "ltr" ? second.x < first.x + first.width : second.x + second.width > first.x;
  if (shared < (behind ? 0.05 : 0.3) * low) return second.y > first.y;
  const ahead = direction === "ltr" ? second.x - first.x - first.width : first.x - second.x - second.width;
  const middle = (box: Rect) => box.y + box.height / 2;
  const risen = Math.max(first.y - second.y, middle(first) - middle(second));
  return ahead >= 0 && risen <= mostRisen * low;
}

/** What a candidate adds to an arrangement; null where its neck reaches nothing. Never less than its own penalty. `kept`: what no neck may cross. */
export function addedPenalty(
  candidate: Candidate,
  placed: readonly PlacedText[],
  kept: readonly Rect[],
): number | null {
  const before = placed.at(-1);
  if (!before || !candidate.joined) {
    const exit = sharesExit(candidate, placed) ? sharedExit : 0;
    return candidate.penalty + companyPenalty(candidate, before) + exit + narrowWays(candidate, placed);
  }
  if (neckMeets(candidate, before, placed)) return null;
  const neck = neckPenalty(candidate, before, kept);
  return neck === null ? null : candidate.penalty + neck;
}

/** What is against two voices that leave by one door. */
export const sharedExit = 1.4;

/** Air between a tail and somebody else's balloon, in page units, and what is against squeezing through. */
const tailAir = 16;
const squeezed = 0.5;

/** What is against a tail that runs close by another balloon: it seems to come out of that one. */
function narrowWays({ tail, box }: Candidate, placed: readonly PlacedText[]): number {
  let close = 0;
  for (const before of placed) if (runsInto(tail, before.box, tailAir) || runsInto(before.tail, box, tailAir)) close++;
  return squeezed * close;
}

/** Whether another voice leaves the picture by the same door. */
function sharesExit({ tail, text }: Candidate, placed: readonly PlacedText[]): boolean {
  if (tail?.exit === undefined) return false;
  return placed.some(
    (before) =>
      before.tail?.exit !== undefined &&
      before.text.text.speaker !== text.text.speaker &&
      sameExit(tail.to, before.tail.to),
  );
}

/** Balloons of one speaker stay together. */
function companyPenalty(candidate: Candidate, before: PlacedText | undefined): number {
  if (!before) return 0;
  const same = before.text.text.speaker !== null && before.text.text.speaker === candidate.text.text.speaker;
  const distance = wayLength(before.centre.x - candidate.centre.x, before.centre.y - candidate.centre.y);
  return same ? distance / 900 : 0;
}
