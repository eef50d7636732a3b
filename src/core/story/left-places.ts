import type { Span } from "../book/book.ts";
import type { PlaceAt } from "./english-moves.ts";
import type { PlacedSpan } from "./moved-scenes.ts";
import type { Passage } from "./passages.ts";
import { doubtfulPlaces, placeWordsOf, surroundings } from "./place-words.ts";
import type { PlaceKind } from "./story.ts";

/** So much narration (UTF-16 units) from a paragraph on is asked for what it tells of. */
const ahead = 1000;
/** So much text (UTF-16 units) tells where a new scene is set. */
const opening = 8000;
/** Where people only pass, so much narration without a word of the place shows that they have gone on. */
const forgotten = 3000;
/** A scene is at least so long (UTF-16 units) before and behind a silent change of place. */
const shortest = { before: 700, behind: 1300 } as const;
/** How often things of the other side of the door are told of, and how far they outnumber those of this side. */
const otherSide = { least: 4, goneOut: 2, goneIn: 3 } as const;

/**
 * Cuts scenes where the book has left a place without a word that the rules take for a going: from a paragraph on it tells of
 * trees and horses where people were in a room, or of another room and this one no more. The new scene is set where its own
 * first words tell, or nowhere.
 */
export function leftPlaces(
  spans: readonly PlacedSpan[],
  passages: readonly Passage[],
  narrate: (span: Span) => string,
  openingOf: (span: Span) => PlaceAt | null,
): PlacedSpan[] {
  const out: PlacedSpan[] = [];
  let held: PlaceAt | null = null;
  for (const span of spans) {
    const goesOn = out.at(-1)?.chapter === span.chapter && span.why !== "day";
    let open = span;
    let place: PlaceAt | null = span.set ?? openingOf(span) ?? (goesOn ? held : null);
    let silent = 0;
    for (let i = span.from, last = i; i < span.to; i++) {
      const passage = passages[i];
      if (place === null || passage === undefined) continue;
      const told = narrate(passage);
      silent = keeps(place, told) ? 0 : silent + told.length;
      if (silent === 0) last = i;
      if (passage.start - open.start <= shortest.before || span.end - passage.start <= shortest.behind) continue;
      const next = narrate({ start: passage.start, end: Math.min(span.end, passage.start + 2 * ahead) }).slice(
        0,
        ahead,
      );
      const here = isOtherSide(place, next) || opensElsewhere(place, openingOf(passage), next);
      if (!here && !(passedOn.has(place.word.kind) && silent > forgotten)) continue;
      const from = here ? i : last + 1;
      const start = passages[from]?.start ?? span.end;
      out.push({ ...open, to: from, end: start });
      const set = openingOf({ start, end: Math.min(span.end, start + opening) });
      open = { ...open, start, from, why: "move", set, left: true };
      [place, silent, last] = [set, 0, from];
    }
    out.push(open);
    held = place;
  }
  return out;
}

/** Where nobody stays without its being told. */
const passedOn: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  "street",
  "road",
  "platform",
  "harbour",
  "village",
  "corridor",
  "gate",
  "bridge",
  "train",
  "cab",
  "market",
  "castle",
  "garden",
  "ship",
  "boat",
  "theatre",
  "church",
  "tower",
]);
/** Kinds of those that any furniture, or any tree and wave, tells of again. */
const furnished: ReadonlySet<PlaceKind> = new Set<PlaceKind>(["castle", "corridor"]);
const openLand: ReadonlySet<PlaceKind> = new Set<PlaceKind>(["road", "garden", "ship", "boat", "village"]);

const nounOf = ({ name }: PlaceAt) => name.toLowerCase().split(" ").at(-1) ?? name;

/** Whether narration tells of the place, of one of its kind or of what stands there. */
function keeps(place: PlaceAt, told: string): boolean {
  const { kind } = place.word;
  const [out, within] = sidesOf(told);
  if ((openLand.has(kind) && out > 0) || (furnished.has(kind) && within > 0)) return true;
  const words = told.toLowerCase();
  return words.includes(nounOf(place)) || wordsOf(kind).test(words);
}

const known = new Map<PlaceKind, RegExp>();

function wordsOf(kind: PlaceKind): RegExp {
  const words = known.get(kind) ?? new RegExp(`\\b(?:${placeWordsOf(kind, "en").join("|")})s?\\b`);
  known.set(kind, words);
  return words;
}

/** Whether narration tells of the other side of the door. */
function isOtherSide({ word }: PlaceAt, narration: string): boolean {
  const [out, within] = sidesOf(narration);
  return word.inside
    ? out >= otherSide.least && out > within * otherSide.goneOut
    : within >= otherSide.least && within > out * otherSide.goneIn;
}

const sidesOf = (narration: string): [out: number, within: number] => [
  narration.match(surroundings.outside)?.length ?? 0,
  narration.match(surroundings.inside)?.length ?? 0,
];

/** Whether a paragraph opens in a place of another kind on the same side of the door, and this one is told of no more. */
function opensElsewhere(place: PlaceAt, fresh: PlaceAt | null, next: string): boolean {
  if (fresh === null || next.toLowerCase().includes(nounOf(place)) || doubtfulPlaces.has(nounOf(fresh))) return false;
  return fresh.word.kind !== place.word.kind && fresh.word.inside === place.word.inside;
}
