import type { PlaceAt } from "./english-moves.ts";
import type { Move } from "./moves.ts";
import type { Passage } from "./passages.ts";
import type { SceneSpan } from "./scenes.ts";
import type { PlaceKind } from "./story.ts";

/** A stretch with one place: `set` is where a move took the people, null where the narration has to tell. */
export interface PlacedSpan extends SceneSpan {
  set: PlaceAt | null;
  /** The book has left the place before without a word of where to. */
  left?: true;
}

/** A move back and forth within this many units is one scene: nobody draws a place for a single line. */
const shortest = { en: 160, ja: 60 };

/** A move in the last paragraph with no more than this much to tell is a leave, not a scene. */
const tail = { en: 160, ja: 90 };

/**
 * Cuts scenes where the narration moves to another place. `openingOf` says where a stretch of passages is set before
 * the first move. New scenes start at the paragraph of the move.
 */
export function movedScenes(
  spans: readonly SceneSpan[],
  moves: readonly Move[],
  passages: readonly Passage[],
  openingOf: (span: SceneSpan) => PlaceAt | null,
  language: "en" | "ja",
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
    out.push(...cut(span, own, passages, openingOf, language));
  }
  return out;
}

function cut(
  span: SceneSpan,
  moves: readonly Move[],
  passages: readonly Passage[],
  openingOf: (span: SceneSpan) => PlaceAt | null,
  language: "en" | "ja",
): PlacedSpan[] {
  const out: PlacedSpan[] = [];
  const [first] = moves;
  let open: PlacedSpan = { ...span, set: null };
  let current = first === undefined ? null : opening(span, first, passages, openingOf, language);
  if (first !== undefined && current === first.place) open = { ...open, set: current };
  for (const { passage, at, place } of moves) {
    if (place.visitor) {
      // Whoever comes in shows that the others are inside: all along, where nobody was told to be elsewhere.
      if (!place.word.inside || current?.word.inside === true) continue;
      if (open.set === null) {
        open = { ...open, set: place };
        current = place;
        continue;
      }
    }
    // They came up a slope: what the next lines show them at the top of is the place.
    const opens = at <= (passages[span.from]?.start ?? span.start);
    if (language === "ja" && opens && current !== null) continue;
    if (current !== null && !differs(current, place, language)) continue;
    const start = at;
    // Who only goes away in the last lines leaves the scene; there is nothing left to draw at the other end.
    if (open.start < start && span.to - passage < 2 && span.end - start < tail[language]) break;
    current = place;
    if (
      start <= (passages[open.from]?.start ?? 0) ||
      (open.why === "move" && start - open.start < shortest[language])
    ) {
      open = { ...open, set: place };
      continue;
    }
    out.push({ ...open, to: passage, end: start });
    open = { ...span, start, from: passage, why: "move", set: place };
  }
  out.push(open);
  return out;
}

/** Where a stretch is set before its first move; a move in its first paragraphs may be the setting itself. */
function opening(
  span: SceneSpan,
  { passage, place }: Move,
  passages: readonly Passage[],
  openingOf: (span: SceneSpan) => PlaceAt | null,
  language: "en" | "ja",
): PlaceAt | null {
  if (language === "en" && passage === span.from && !place.visitor) return place;
  const to = Math.min(span.to, Math.max(passage, span.from + (language === "en" ? 1 : 2)));
  const told = openingOf({
    ...span,
    start: passages[span.from]?.start ?? span.start,
    to,
    end: passages[to]?.start ?? span.end,
  });
  return told ?? (passage - span.from <= 1 && !place.visitor ? place : null);
}

/** Rooms of one house in Japanese are not told apart once one is inside. */
const corners = /^(?:土間|玄関|廊下|縁側|勝手|室|部屋|家|家の中)$/;

/** What has a roof and is no house: whoever goes from there into a room is elsewhere. */
const visited: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  "train",
  "cab",
  "bath",
  "tavern",
  "school",
  "theatre",
  "ward",
]);

/** Another place to draw: not the same by name, and not merely a second word for the same kind. */
function differs(a: PlaceAt, b: PlaceAt, language: "en" | "ja"): boolean {
  if (a.key === b.key) return false;
  if (language === "ja" && a.word.inside && !visited.has(a.word.kind) && corners.test(b.key)) return false;
  if (a.word.kind !== b.word.kind) return true;
  const proper = ({ name }: PlaceAt) => /^(?!the )\p{Lu}/u.test(name);
  return proper(a) && proper(b);
}
