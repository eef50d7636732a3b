import type { Point, Rect } from "../geometry/geometry.ts";
import { grown } from "./balloon-room.ts";
import type { MeasuredText } from "./measure-texts.ts";
import type { PlacedText } from "./arranged-balloons.ts";
import { answers, sameQuote } from "./talk-turns.ts";
import { entry, wayLength } from "./tails.ts";

const joinable: ReadonlySet<MeasuredText["kind"]> = new Set(["speech", "off-panel", "whisper"]);

/**
 * Whether a balloon may hang on the one before it by a neck instead of having a tail: both are surely the same voice in the same tone
 * (L6). What follows another line without a word between is an answer, and a guessed speaker is sure only within one quote.
 */
export function mayJoin(text: MeasuredText, before: MeasuredText | undefined): boolean {
  if (!before || text.kind !== before.kind || !joinable.has(text.kind)) return false;
  const [voice, other] = [text, before].map((each) => each.voice ?? each.text.speaker);
  if (voice === null || voice !== other || answers(text.text, before.text)) return false;
  const guessed = [text, before].some(({ text: { maybe = [] } }) => maybe.length > 0);
  return !guessed || sameQuote(text.text, before.text);
}

/** Longest neck between two balloons, in page units: a longer one would be a pipe. */
const longestNeck = 52;

/** What is against a neck between two balloons, the nearer the better; null where they stand too far apart or a face lies between. */
export function neckPenalty(from: PlacedText, to: PlacedText, kept: readonly Rect[]): number | null {
  const gap = gapBetween(from, to);
  if (gap > longestNeck) return null;
  if (kept.some((rect) => entry(from.centre, to.centre, grown(rect, -2)) !== null)) return null;
  return Math.max(0, gap - 12) / 60;
}

/** Length of the straight way between the rims of two balloons. */
function gapBetween(a: PlacedText, b: PlacedText): number {
  const length = wayLength(b.centre.x - a.centre.x, b.centre.y - a.centre.y);
  return length - rimFrom(a, b.centre) - rimFrom(b, a.centre);
}

/** From a balloon's centre to its rim in a direction; an ellipse is near enough. */
function rimFrom({ centre, shape }: PlacedText, towards: Point): number {
  const [dx, dy] = [towards.x - centre.x, towards.y - centre.y];
  const reach = wayLength(dx / shape.radiusX, dy / shape.radiusY);
  return reach === 0 ? 0 : wayLength(dx, dy) / reach;
}

/** The box of a balloon that another's neck would run through on its way, apart from the two it joins. */
export function neckMeets(from: PlacedText, to: PlacedText, others: readonly PlacedText[]): boolean {
  return others.some((other) => other !== from && other !== to && entry(from.centre, to.centre, other.box) !== null);
}
