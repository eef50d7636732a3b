import type { Rect } from "../geometry/geometry.ts";
import { addedPenalty, type Candidate, standsApart, tailsAgree } from "./arranged-balloons.ts";
import { meets } from "./balloon-room.ts";
import type { Spot } from "./balloon-spots.ts";
import type { Direction } from "./page-frame.ts";
import { wayLength } from "./tails.ts";

/** Texts of a panel with places, as far as they were placed. */
export interface Placement {
  placed: Candidate[];
  /** Lower is better. */
  penalty: number;
}

/** What one more text is placed by. */
export interface NextText {
  /** Its places, best first. */
  spots: readonly Spot[];
  /** How many arrangements are kept. */
  most: number;
  /** Arrangements that cost as much are of no use. */
  limit: number;
  direction: Direction;
  /** What balloons and necks may not meet. */
  kept: readonly Rect[];
  /** What the text may be at a place, with its tails; what it costs there is never less than the place alone. */
  candidatesAt(spot: Spot, limit: number): Candidate[];
}

/** One more text on an arrangement, not yet put together. */
interface Step {
  way: Placement;
  candidate: Candidate;
  penalty: number;
  /** Between steps that cost the same the first wins: by arrangement, by what the candidate costs, by its place. */
  turn: number;
  rank: number;
}

/** Places looked at before it is asked for the first time whether the best are found. */
const firstLook = 24;

/**
 * The best arrangements with one text more, best first; of those that end at almost the same place only one. Places are looked at
 * from the best on, until those that are left cost more by themselves than what was found: what is found is the same as if all were.
 */
export function withNext(ways: readonly Placement[], next: NextText): Placement[] {
  const { spots, most, limit, kept } = next;
  const least = ways[0]?.penalty ?? 0;
  const steps: Step[] = [];
  let looked = firstLook;
  let cheapest = Infinity;
  for (let i = 0; i < spots.length; i++) {
    const spot = spots[i];
    if (!spot) break;
    const atLeast = least + spot.penalty;
    if (atLeast >= limit || (most === 1 && atLeast > cheapest)) break;
    if (i >= looked) {
      const found = foundBelow(steps, most, atLeast);
      if (found) return found.map(put);
      looked = 3 * i;
    }
    if (meets(spot.box, kept)) continue;
    const step = bestStep(ways, spot, next, most === 1 ? cheapest : Infinity);
    if (!step) continue;
    steps.push(step);
    cheapest = Math.min(cheapest, step.penalty);
  }
  return best(steps, most).map(put);
}

const put = ({ way, candidate, penalty }: Step): Placement => ({ placed: [...way.placed, candidate], penalty });

/** As many of the best as are asked for, where all of them cost less than any that may still come; else null. */
function foundBelow(steps: readonly Step[], most: number, atLeast: number): Step[] | null {
  if (steps.length < most) return null;
  const below = steps.filter(({ penalty }) => penalty < atLeast);
  const found = below.length < most ? [] : best(below, most);
  return found.length === most ? found : null;
}

/** The best arrangement that goes on with a text at a place, as far as one costs less than the limit and no more than the most: all others end at the same place. */
function bestStep(ways: readonly Placement[], spot: Spot, next: NextText, most: number): Step | null {
  const { direction, limit, kept } = next;
  let candidates: Candidate[] | null = null;
  let found: Step | null = null;
  let turn = 0;
  for (const way of ways) {
    turn++;
    const least = way.penalty + spot.penalty;
    if (least >= limit || least > most || (found && least >= found.penalty)) break;
    if (!standsApart(spot.box, way.placed, direction)) continue;
    candidates ??= next.candidatesAt(spot, limit);
    if (candidates.length === 0) break;
    let { rank } = spot;
    for (const candidate of candidates) {
      rank++;
      const atLeast = way.penalty + candidate.penalty;
      if (atLeast >= limit || atLeast > most || (found && atLeast > found.penalty)) continue;
      if (!tailsAgree(candidate, way.placed)) continue;
      const added = addedPenalty(candidate, way.placed, kept);
      if (added === null || way.penalty + added >= limit || way.penalty + added > most) continue;
      const step = { way, candidate, penalty: way.penalty + added, turn, rank };
      if (!found || byPenalty(step, found) < 0) found = step;
    }
  }
  return found;
}

/** Balloons nearer to each other than this, in page units, stand at the same place. */
const samePlace = 45;

/** The best few, best first; of arrangements that end at almost the same place only one. */
function best(steps: readonly Step[], most: number): Step[] {
  const kept: Step[] = [];
  let left = steps;
  while (left.length > 0 && kept.length < most) {
    let first = left[0];
    for (const step of left) if (first && byPenalty(step, first) < 0) first = step;
    if (!first) break;
    kept.push(first);
    const found = first;
    if (kept.length < most) left = left.filter((step) => !areTwins(step, found));
  }
  return kept;
}

const areTwins = ({ candidate: { centre: a } }: Step, { candidate: { centre: b } }: Step): boolean =>
  wayLength(a.x - b.x, a.y - b.y) < samePlace;

const byPenalty = (a: Step, b: Step): number =>
  a.penalty - b.penalty || a.turn - b.turn || a.candidate.penalty - b.candidate.penalty || a.rank - b.rank;
