import type { PlaceAt } from "./english-moves.ts";
import type { PlaceWord } from "./place-words.ts";

/** Names that the book gives to inns and ships, in lower case: the Admiral Benbow is an inn wherever it is named. */
export type NamedPlaces = ReadonlyMap<string, PlaceAt>;

const name = "(\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}’'-]+){0,2})";
const inns = new RegExp(`\\b[Tt]he\\s${name}\\s(?:inn|hotel|tavern|public-house)\\b`, "gu");
const ships = new RegExp(
  `\\b(?:aboard|on board|(?:good\\sship|ship|schooner|brig|sloop|steamer|yacht|barque|frigate|whaler|lugger|cutter|clipper)(?:,? called)?)\\s(?:the\\s)?${name}\\b`,
  "gu",
);
/** Fewest times that a book says so before its name counts, where the name is not given by the noun itself. */
const leastShips = 2;

/** Reads the names of inns and ships from the words that stand beside them. */
export function namedPlaces(text: string): NamedPlaces {
  const found = new Map<string, PlaceAt>();
  for (const [, words = ""] of text.matchAll(inns)) add(found, words, { kind: "inn", inside: false });
  const counts = new Map<string, number>();
  for (const [, words = ""] of text.matchAll(ships)) counts.set(words, (counts.get(words) ?? 0) + 1);
  for (const [words, count] of counts) if (count >= leastShips) add(found, words, { kind: "ship", inside: false });
  return found;
}

function add(found: Map<string, PlaceAt>, words: string, word: PlaceWord): void {
  const proper = words.replaceAll(/\s+/g, " ").replaceAll(/(?<=\p{Lu})\p{Lu}+/gu, (rest) => rest.toLowerCase());
  found.set(proper.toLowerCase(), { key: proper.toLowerCase(), name: `the ${proper}`, word });
}

/** What a book calls its one inn or its one ship when it does not name her. */
const general = {
  inn: /^the (?:inn|hotel|tavern|public-house)$/,
  ship: /^the (?:ship|deck|schooner|vessel|brig|steamer|yacht)$/,
} as const;

/** The one inn or ship of a book, for a place that can only be that one: `the deck` is hers. The place itself where there are several. */
export function onlyOne(place: PlaceAt, named: NamedPlaces): PlaceAt {
  for (const kind of ["inn", "ship"] as const) {
    const fitting = [...named.values()].filter(({ word }) => word.kind === kind);
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined && general[kind].test(place.key)) return only;
  }
  return place;
}
