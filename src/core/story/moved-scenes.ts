import type { PlaceAt } from "./english-moves.ts";
import type { Move } from "./moves.ts";
import type { Passage } from "./passages.ts";
import type { SceneSpan } from "./scenes.ts";

/** A stretch with one place: `set` is where a move took the people, null where the narration has to tell. */
export interface PlacedSpan extends SceneSpan {
  set: PlaceAt | null;
}

/** A move back and forth within this many units is one scene: nobody draws a place for a single line. */
const shortest = 160;

/**
 * Cuts scenes where the narration moves to another place. `openingOf` says where a stretch of passages is set before
 * the first move. New scenes start at the paragraph of the move.
 */
export function movedScenes(
  spans: readonly SceneSpan[],
  moves: readonly Move[],
  passages: readonly Passage[],
  openingOf: (span: SceneSpan) => PlaceAt | null,
): PlacedSpan[] {
  const out: PlacedSpan[] = [];
  let next = 0;
  for (const span of spans) {
    while (next < moves.length && (moves[next]?.passage ?? 0) < span.from) next += 1;
    const own: Move[] = [];
    for (; next < moves.length && (moves[next]?.passage ?? 0) < span.to; next++) {
      const move = moves[next];
      if (move !== undefined) own.push(move);
    }
    out.push(...cut(span, own, passages, openingOf));
  }
  return out;
}

function cut(
  span: SceneSpan,
  moves: readonly Move[],
  passages: readonly Passage[],
  openingOf: (span: SceneSpan) => PlaceAt | null,
): PlacedSpan[] {
  const out: PlacedSpan[] = [];
  let open: PlacedSpan = { ...span, set: null };
  let current: PlaceAt | null = null;
  const before = (to: number): SceneSpan => ({ ...span, to, end: passages[to]?.start ?? span.end });
  for (const [i, move] of moves.entries()) {
    if (i === 0) {
      current = move.passage > span.from ? openingOf(before(move.passage)) : openingOf(before(span.from + 1));
      if (current === null && move.passage - span.from <= 1) {
        // The first thing told is how they come there.
        open = { ...open, set: move.place };
        current = move.place;
        continue;
      }
    }
    if (current !== null && !differs(current, move.place)) continue;
    const start = passages[move.passage]?.start ?? span.start;
    current = move.place;
    if (move.passage === open.from || (open.why === "move" && start - open.start < shortest)) {
      open = { ...open, set: move.place };
      continue;
    }
    out.push({ ...open, to: move.passage, end: start });
    open = { ...span, start, from: move.passage, why: "move", set: move.place };
  }
  out.push(open);
  return out;
}

/** Another place to draw: not the same by name, and not merely a second word for the same kind. */
function differs(a: PlaceAt, b: PlaceAt): boolean {
  if (a.key === b.key) return false;
  if (a.word.kind !== b.word.kind) return true;
  const proper = ({ name }: PlaceAt) => /^(?!the )\p{Lu}/u.test(name);
  return proper(a) && proper(b);
}
