import {
  doubtfulPlaces,
  insideWords,
  japanesePlaceWords,
  namedKinds,
  placeClues,
  placeWords,
  type PlaceWord,
  surroundings,
} from "./place-words.ts";
import { offices, type PlaceAt, placeIn } from "./english-moves.ts";
import { type NamedPlaces, onlyOne } from "./named-places.ts";
import type { PlacedSpan } from "./moved-scenes.ts";
import type { Place, PlaceKind } from "./story.ts";

/** A place that a scene's narration names, and how surely the scene is set there. */
interface Sighting {
  key: string;
  name: string;
  word: PlaceWord;
  points: number;
  /** The words say that somebody is there, not that he comes from it, goes towards it or sees it. */
  there: "surely" | "perhaps" | "no";
}

export interface SettledPlaces {
  places: Place[];
  /** Place id of each scene, or null. */
  ofScene: (string | null)[];
}

/** How strongly a word before a place says that one is there. */
const prepositions = new Map<string, number>([
  ..."in at inside entered reached on aboard into within".split(" ").map((word): [string, number] => [word, 2]),
  ..."through along across outside under beneath up down round around crossed climbed over behind"
    .split(" ")
    .map((word): [string, number] => [word, 1.2]),
  ..."to towards toward near by beside from of off".split(" ").map((word): [string, number] => [word, 0.6]),
]);

const englishPlace =
  /(?:\b(in|at|inside|entered|reached|on|aboard|into|within|through|along|across|outside|under|beneath|up|down|round|around|crossed|climbed|over|behind|to|towards?|near|by|beside|from|of|off)\s+|(?<=[.!?\ufffc]\s*|^\s*)(?=The\s))(?=((?:the|a|an|his|her|my|our|their|its|this|that)\s+)?((?:[\p{L}’'-]+\s+){0,3}[\p{L}-]+))/giu;
const namedPlace = /\b((?:\p{Lu}[\p{L}’']+\s+){1,2})(\p{Lu}\p{Ll}+)\b/gu;
const saintsChurch = /\bSt\.?\s\p{Lu}\p{L}+['’]s(?!\s\p{Lu})/gu;
/** Settles where each scene is. A scene that names no place keeps the one before it in its chapter (D4). */
export function settlePlaces(
  narrations: readonly string[],
  scenes: readonly PlacedSpan[],
  named: NamedPlaces,
  language: "en" | "ja",
): SettledPlaces {
  const all = new Map<string, NamedPlace>();
  const winners = narrations.map((narration, i) => {
    const found = language === "ja" ? japaneseSightings(narration) : englishSightings(narration, named);
    for (const { key, name, word } of found) {
      const known = all.get(key) ?? { name, word, mentions: 0, used: false, order: all.size };
      known.mentions += 1;
      all.set(key, known);
    }
    const told = strongestPlace(found, scenes[i]?.left === true);
    const known = told === null ? undefined : all.get(told);
    const place =
      scenes[i]?.set ??
      (told === null || known === undefined ? null : { key: told, name: known.name, word: known.word }) ??
      (language === "ja"
        ? null
        : (destinationOf(narrations, scenes, i, named) ?? clueIn(narration, scenes[i]?.left === true)));
    // A window and a door do not tell that those who went out are in again.
    if (place === null) return scenes[i]?.left === true ? nowhere : null;
    if (onTheWay.has(place.word.kind) && !staysAt(place, narration)) return nowhere;
    const home = language === "ja" ? place : underground(indoors(onlyOne(place, named), narration), narration);
    if (!all.has(home.key))
      all.set(home.key, { name: home.name, word: home.word, mentions: 1, used: false, order: all.size });
    return home.key;
  });
  if (language === "en" && narrations.some((narration) => houseTold.test(narration)))
    all.set(houseFront.key, { ...houseFront, mentions: 3, used: false, order: all.size });
  const held = winners.map((key, i) => {
    const kept = key === nowhere ? null : (key ?? heldPlace(winners, scenes, i));
    const inside = all.get(kept ?? "")?.word.inside;
    return language === "en" && inside !== undefined && belies(inside, narrations[i] ?? "") ? null : kept;
  });
  for (const key of held) if (key !== null) Object.assign(all.get(key) ?? {}, { used: true });
  const kept = worthKeeping([...all].sort((a, b) => a[1].order - b[1].order));
  const ids = new Map(kept.map(([key], i) => [key, `p${i + 1}`]));
  const places = kept.map(([key, { name, word, mentions }]): Place => ({
    id: ids.get(key) ?? "",
    name,
    kind: word.kind,
    inside: word.inside,
    mentions,
  }));
  return { places, ofScene: held.map((key) => (key === null ? null : (ids.get(key) ?? null))) };
}

/** Stands for a place that was left without a word of where to. */
const nowhere = "";
/** Where people pass through: nobody stays on the stairs for a chapter. */
const onTheWay: ReadonlySet<PlaceKind> = new Set<PlaceKind>(["corridor", "gate", "bridge"]);
/** So much narration (UTF-16 units) is no mere passing. */
const passing = 1200;

/** Whether people who come to a place on the way are there for the whole scene: it is short, or the place is named again. */
function staysAt({ key }: PlaceAt, narration: string): boolean {
  const noun = key.split(" of ")[0]?.split(" ").at(-1) ?? key;
  return narration.length < passing || narration.toLowerCase().split(noun).length - 1 >= 3;
}

/** Fewest things of the other side that tell that a scene has gone out, or in, unnoticed. */
const telling = 6;

const plainRoom: PlaceAt = { key: "the room", name: "the room", word: { kind: "room", inside: true } };

/** How many things of the open air, and how many of a room, a narration tells of. */
const sidesOf = (narration: string): [out: number, within: number] => [
  narration.match(surroundings.outside)?.length ?? 0,
  narration.match(surroundings.inside)?.length ?? 0,
];

/** Whether what a scene tells of stands on the other side of the door than its place: trees and horses in a room. */
function belies(inside: boolean, narration: string): boolean {
  const [out, within] = sidesOf(narration);
  return inside ? out >= telling && out > within * 2 : within >= telling && within > out * 3;
}

/** A house that is told of as one comes up to it, and what shows it. */
export const houseTold =
  /\b(?:house|villa|mansion|lodge|hall|manor|grange|cottage|building)\b(?:[^.;!?]{0,40}?\b(?:of (?:white|grey|gray|red|brown) (?:stone|brick)|which stood|standing back|stood (?:back|within|in its)|in front of (?:us|me|him|her|them))|,? (?:was|stood) (?:an?|back|in|at|upon|on|among|all)\b)|\b(?:carriage-?sweep|gravel drive|iron gates?)\b/iu;
const houseFront: PlaceAt = {
  key: "outside the country house",
  name: "the front of the country house",
  word: { kind: "garden", inside: false },
};

interface NamedPlace {
  name: string;
  word: PlaceWord;
  mentions: number;
  used: boolean;
  order: number;
}

/** Places of scenes, those named again and again, and the first of every kind: a panel whose words name one can show it. */
function worthKeeping(all: readonly (readonly [string, NamedPlace])[]): (readonly [string, NamedPlace])[] {
  const frequent = all.filter(([, { used, mentions }]) => used || mentions >= 3);
  const kinds = new Set(frequent.map(([, { word }]) => word.kind));
  return all.filter((entry) => {
    if (frequent.includes(entry)) return true;
    const fresh = !kinds.has(entry[1].word.kind);
    kinds.add(entry[1].word.kind);
    return fresh;
  });
}

/** We sat by the fire at Baker Street: the address is a street, the scene is a room. */
function indoors(place: PlaceAt, narration: string): PlaceAt {
  if (place.word.kind !== "street" || !/\p{Lu}/u.test(place.name) || !insideWords.test(narration.slice(0, 2500)))
    return place;
  return { key: `${place.key} rooms`, name: `the rooms in ${place.name}`, word: { kind: "room", inside: true } };
}

/** Corridors and chambers of a cave are no parts of a house. */
function underground(place: PlaceAt, narration: string): PlaceAt {
  const parts: ReadonlySet<PlaceKind> = new Set<PlaceKind>(["corridor", "room", "hall"]);
  if (!parts.has(place.word.kind) || (narration.match(underEarth)?.length ?? 0) < 3) return place;
  return { key: "the cave", name: "the cave", word: { kind: "cave", inside: true } };
}

const underEarth = /\b(?:caves?|caverns?|grottoe?s?|stalactites?|stalagmites?)\b/giu;

/** Where the last lines of the scene before were bound for. */
function destinationOf(
  narrations: readonly string[],
  scenes: readonly PlacedSpan[],
  i: number,
  named: NamedPlaces,
): PlaceAt | null {
  if (i === 0 || scenes[i]?.why !== "break") return null;
  const tail = (narrations[i - 1] ?? "").slice(-220);
  if (!/\b(?:ran|went|set out|hurried|walked|rode|drove|climbed|started|led)\b/.test(tail)) return null;
  let found: PlaceAt | null = null;
  for (const match of tail.matchAll(/\b(?:to|towards?|into|for)\s(?=the\b|\p{Lu})/gu))
    found = placeIn(tail.slice(match.index + match[0].length), true, named) ?? found;
  return found;
}

/** Three or more things that stand in one kind of place only. */
function clueIn(narration: string, outside: boolean): PlaceAt | null {
  const told = placeClues
    .filter(([, , inside]) => !inside || !outside)
    .map(([name, kind, inside, things]) => ({
      place: { key: name, name, word: { kind, inside } },
      times: narration.match(things)?.length ?? 0,
    }));
  const [most] = told.toSorted((a, b) => b.times - a.times);
  if (most !== undefined && most.times >= 3) return most.place;
  const [out, within] = sidesOf(narration);
  return !outside && within >= 3 && within > out * 3 ? plainRoom : null;
}

/** The place that a stretch of narration is set in, or null where none stands out. */
export function openingPlace(narration: string, named: NamedPlaces, language: "en" | "ja"): PlaceAt | null {
  const found = language === "ja" ? japaneseSightings(narration) : englishSightings(narration, named);
  const best = strongestPlace(found, true);
  const sighting = found.find(({ key }) => key === best);
  return sighting === undefined ? null : { key: sighting.key, name: sighting.name, word: sighting.word };
}

/** UTF-16 units of narration in which a scene's place is told, if it is told as the place of the scene. */
const openingUnits = 2500;

/** In the first words of a scene a place stands for itself: near the entrance of the garden. */
const firstWords = 200;

/** Whether a word before a place says that somebody is there, early enough in the scene. */
function isThere(preposition: number, at: number): Sighting["there"] {
  if (preposition >= 1.2 && at < openingUnits) return "surely";
  return preposition >= 0.6 && at < firstWords ? "perhaps" : "no";
}

/** So many points stand without a word of being there. */
const oftenTold = 4;

function strongestPlace(found: readonly Sighting[], strict: boolean): string | null {
  const sums = new Map<string, number>();
  for (const { key, points } of found) sums.set(key, (sums.get(key) ?? 0) + points);
  const there = new Set(
    found.flatMap(({ key, there: is }) => (is === "surely" || (!strict && is === "perhaps") ? [key] : [])),
  );
  const [best] = [...sums]
    .filter(([key, sum]) => there.has(key) || (!strict && sum >= oftenTold))
    .sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= 1.5 ? best[0] : null;
}

function heldPlace(winners: readonly (string | null)[], scenes: readonly PlacedSpan[], i: number): string | null {
  for (let k = i - 1; k >= 0 && scenes[k]?.chapter === scenes[i]?.chapter; k--) {
    if (scenes[k + 1]?.why === "day") return null;
    const before = winners[k];
    if (before === nowhere) return null;
    if (before !== undefined && before !== null) return before;
  }
  return null;
}

/** Words near the start of a scene set it; later ones may be places that people only pass or speak of. */
const early = (at: number, opening: number) =>
  at < opening / 4 ? 3.5 : at < opening ? 2.5 : at < opening * 3 ? 1.2 : 0.6;

function englishSightings(narration: string, named: NamedPlaces): Sighting[] {
  const sightings: Sighting[] = [];
  const taken = new Set<number>();
  const lower = narration.toLowerCase();
  for (const place of [...named.values()].filter(({ key }) => lower.includes(key)))
    for (const { index } of narration.matchAll(new RegExp(`\\b${place.name.slice(4)}\\b`, "giu"))) {
      const near = prepositions.get(leadWord(narration, index)) ?? 0.5;
      sightings.push({ ...place, points: near * early(index, 500), there: isThere(near, index) });
    }
  for (const match of narration.matchAll(namedPlace)) {
    const noun = (match[2] ?? "").toLowerCase();
    const word = namedKinds.get(noun) ?? placeWords.get(noun);
    if (word === undefined) continue;
    const name = match[0].replace(/^(?:The|At|In|On|A|From|To|By|Up|Down)\s+/, "");
    // Scotland Yard is an office.
    if (!/\s/.test(name) || noun === "yard") continue;
    taken.add(match.index + match[0].length);
    const lead = leadWord(narration, match.index);
    // So many miles from a place is not there.
    const there = lead === "from" ? 0.3 : (prepositions.get(lead) ?? 0.5);
    sightings.push({
      key: name.toLowerCase(),
      name,
      word,
      points: there * early(match.index, 500),
      there: isThere(there, match.index),
    });
  }
  const pews = /\b(?:church|chapel|pews?|pillars?|nave|altar|pulpit|bell rope)\b/i.test(narration);
  for (const match of pews ? narration.matchAll(saintsChurch) : [])
    sightings.push({
      key: match[0].toLowerCase(),
      name: match[0],
      word: { kind: "church", inside: true },
      points: 1.2 * early(match.index, 500),
      there: "surely",
    });
  for (const match of narration.matchAll(englishPlace)) {
    const lead = narration.slice(Math.max(0, match.index - 200), match.index).replace(/^.*[.;!?]/, "");
    const sighting = commonPlace(match, taken, lead);
    if (sighting === null) continue;
    const seen =
      lookedAt.test(lead) ||
      thereIs.test(lead) ||
      figured.test(lead) ||
      (/\bout $/.test(lead) && match[1] === "of" && sighting.word.inside) ||
      /\b(?:had|since|remember(?:ed)?|thought of|ago)\b/.test(lead);
    sightings.push({
      ...sighting,
      points: sighting.points * (seen ? 0.15 : 1),
      there: seen ? "no" : sighting.there,
    });
  }
  return sightings;
}

/** The word before a name, over its article. */
const leadWord = (narration: string, at: number): string =>
  /(\p{L}+)\s+(?:the\s+)?$/u.exec(narration.slice(Math.max(0, at - 14), at))?.[1]?.toLowerCase() ?? "";

/** Looked into the garden, wanted to get into it: she is not there. */
const lookedAt =
  /(?<!-)\b(?:look(?:ed|ing|s)?|saw|see|seen|peep(?:ed|ing)|gaz(?:ed|ing)|glanc(?:ed|ing)|star(?:ed|ing)|thought|spoke|talked|heard|dream(?:ed|t)|to (?:go|get|come|run)|led)(?: \p{L}+){0,3}\s*$/iu;
/** There was a man in the boat: who tells it is not. */
const thereIs =
  /\b[Tt]here (?:was|stood|lay|sat) an? (?:\p{L}+ )?(?:man|woman|boy|girl|figure|lady|gentleman)\b|\b(?:noise|sound|crash|voice|light|door)s? (?:\p{L}+ ){0,4}$/u;
/** Like one who on a lonely road: a place that is only in the mind. */
const figured =
  /\b(?:like (?:one|those|someone|men|people|a (?:wo)?man) (?:who|that)|imagin(?:ed|ing)|fancied|as (?:if|though)|might)\b[^,]*,?[^,]*$/iu;
/** How strongly the words before a place say that one is there. */
function nearness(preposition: string | null, lead: string): number {
  if (preposition === null) return 1.5;
  if (preposition === "to" && cameTo.test(lead)) return 2;
  if (preposition === "of" && partOf.test(lead)) return 1.2;
  return prepositions.get(preposition) ?? 1;
}

/** In the middle, or under the roof, of a place. */
const partOf = /\b(?:roof|ceiling|floor|middle|centre|midst|corner|bottom) $/iu;
/** Whoever has come to a place is there. */
const cameTo =
  /\b(?:returned|came|come|went|got|back|hurried|walked|drove|rode|ran|brought (?:me|us|him|her|them))\s$/iu;
const outsideOf = /\b(?:(?:front|back|outside|out|side) of|outside|behind|near|by|beside|towards?|from)$/i;

function commonPlace(match: RegExpExecArray, taken: ReadonlySet<number>, lead: string): Sighting | null {
  const phrase = match[3] ?? "";
  const words = phrase.split(/\s+/);
  const first = words.findIndex((word) => placeWords.has(word.toLowerCase()));
  // The flat meadows are no flat.
  const at = first >= 0 && placeWords.has(words[first + 1]?.toLowerCase() ?? "") ? first + 1 : first;
  const noun = words[at];
  if (noun === undefined) return null;
  const modifiers = words.slice(0, at);
  const end =
    match.index +
    match[0].length +
    (match[2] ?? "").length +
    modifiers.reduce((sum, word) => sum + word.length + 1, 0) +
    noun.length;
  if (taken.has(end) || modifiers.some((word) => stops.test(word))) return null;
  if (offices.test(`${modifiers.at(-1) ?? ""} ${noun}`)) return null;
  const determined = match[2] !== undefined || modifiers.some((word) => /['’]s$/.test(word));
  const lower = noun.toLowerCase();
  const proper = modifiers
    .filter((word) => /^\p{Lu}/u.test(word) && word !== "The")
    .map((word) => word.replace(/['’]s$/, "’s"));
  if (!determined && proper.length === 0 && (modifiers.length > 0 || !bare.has(lower))) return null;
  const word = (proper.length > 0 ? namedKinds.get(lower) : undefined) ?? placeWords.get(lower);
  if (word === undefined || (lower === "yard" && proper.length > 0)) return null;
  const name = proper.length > 0 ? `${proper.join(" ")} ${lower}` : `the ${lower}`;
  // Under a tree in front of the house one is out of doors.
  if (/^(?:house|cottage|villa|mansion|hut)$/.test(lower) && outsideOf.test(`${lead}${match[1] ?? ""}`))
    return {
      key: `outside ${name.toLowerCase()}`,
      name: `the front of ${name}`,
      word: { kind: "garden", inside: false },
      points: early(match.index, 500),
      there: isThere(1.2, match.index),
    };
  const near = nearness(match[1]?.toLowerCase() ?? null, lead);
  const points = near * (doubtfulPlaces.has(lower) && proper.length === 0 ? 0.5 : 1);
  return {
    key: name.toLowerCase(),
    name,
    word,
    points: points * early(match.index, 500),
    there: isThere(/^(?:house|home)$/.test(lower) ? near - 0.8 : near, match.index),
  };
}

/** Words that cannot stand between an article and its noun. */
const stops =
  /^(?:and|or|of|in|at|to|from|was|were|had|who|which|that|with|like|for|but|as|the|a|an|by|on|is|he|she|they|it|his|her)$/i;
/** Places that need no article: at church, in court, at school. */
const bare = new Set(["church", "school", "court", "town"]);

function japaneseSightings(narration: string): Sighting[] {
  const sightings: Sighting[] = [];
  const covered = new Set<number>();
  const byLength = [...japanesePlaceWords].sort((a, b) => b.word.length - a.word.length);
  for (const { word, kind, inside } of byLength) {
    for (let at = narration.indexOf(word); at >= 0; at = narration.indexOf(word, at + 1)) {
      if (covered.has(at)) continue;
      for (let k = at; k < at + word.length; k++) covered.add(k);
      const after = narration.slice(at + word.length, at + word.length + 3);
      const before = narration[at - 1] ?? "";
      // A kanji before or after makes it part of another word (家族, 川上).
      if (word.length === 1 && /[一-龠々]/.test(after[0] ?? "") && !/^[上下中前外]/.test(after)) continue;
      if (word.length === 1 && /[一-龠々]/.test(before)) continue;
      const there = /^(?:に|で|へ|の(?:中|奥|上|下|前|ところ|そば)|を|まで|から)/.exec(after);
      // 崖の上の櫓門 is a gate, not a cliff.
      const points = there === null || /^の.の/.test(after) ? 0.4 : /^(?:から|を)/.test(after) ? 0.8 : 1.6;
      sightings.push({
        key: word,
        name: word,
        word: { kind, inside },
        points: points * early(at, 200),
        there: "surely",
      });
    }
  }
  return sightings;
}
