import type { Span } from "../book/book.ts";
import { placeWordsOf } from "../story/place-words.ts";
import type { Place, PlaceKind } from "../story/story.ts";
import { besideHouse, furniture, landscapes, openAir, ownThings } from "./setting-words.ts";

type Rules = "en" | "ja";

/** The narration of a stretch: what is spoken in it, or read out, is blanked unit by unit, so that offsets stay. Speech tells of other places. */
export function narrationOf(text: string, { start, end }: Span): string {
  const blank = (words: string) => words.replaceAll(/[^\n]/g, " ");
  return (
    text
      .slice(start, end)
      .replaceAll(/“[^”\n]*(?:”|(?=\n)|$)/g, blank)
      .replaceAll(/"[^"\n]*"/g, blank)
      .replaceAll(/「[^「」]*」/g, blank)
      .replaceAll(/「[^「」]*」/g, blank)
      // A book of hard lines breaks its sentences anywhere.
      .replaceAll(/(?<=\S)\n(?=\p{Script=Latin})/gu, " ")
  );
}

/** Whether narration names a place of this kind, or things that stand there. */
export function supports(narration: string, { kind, name }: Place, rules: Rules): boolean {
  if (kind === null) return false;
  const words = narration.toLowerCase();
  if (kind !== "bath" && words.includes(name.replace(/^the /, "").toLowerCase())) return true;
  return wordsOf(kind, rules).test(words);
}

/** Kinds of places under a roof of their own: what stands in a room is not in them, nor is what they hold in a room. */
const strange: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  "school",
  "cab",
  "train",
  "boat",
  "bath",
  "church",
  "courtroom",
  "theatre",
  "underground",
  "cave",
  "loft",
  "tower",
]);

/** Whether people are in this place only as long as the narration says so: anywhere but in a room. */
export const needsTelling = ({ kind, inside }: Place): boolean => inside !== true || kind === null || strange.has(kind);

/** Whether narration tells of things that stand in another kind of place, and of few that stand in this. */
export function contradicts(narration: string, place: Place, rules: Rules): boolean {
  const within = countIn(narration, furniture[rules]);
  const without = countIn(narration, openAir[rules]);
  if (place.kind === "inn") return within > 0;
  if (place.inside !== true) return within >= 2;
  if (place.kind !== null && strange.has(place.kind))
    return !supports(narration, place, rules) && (within >= 2 || without >= 2);
  return without >= 3 && without > 2 * within;
}

/** Whether a sentence itself tells of things that are not met with here: of the road in a room, of a sofa in the road. */
export function belies(told: string, place: Place, rules: Rules): boolean {
  const within = countIn(told, furniture[rules]);
  const without = countIn(told, openAir[rules]);
  if (place.kind === "cab" || place.kind === "train") return within > 0 && without === 0;
  return place.inside === true ? without > 0 && within === 0 : within > 0 && without === 0;
}

/** Whether narration surely is of a room: it tells of much furniture, and hardly of anything else. */
export function tellsRoom(narration: string, rules: Rules): boolean {
  const within = countIn(narration, furniture[rules]);
  return within >= 3 && within > 1.5 * countIn(narration, openAir[rules]) && !besideHouse[rules].test(narration);
}

/** Whether narration is of the open air alone: of several things met with under the sky, and of no furniture. */
export const tellsOpenAir = (narration: string, rules: Rules): boolean =>
  countIn(narration, openAir[rules]) >= 2 && countIn(narration, furniture[rules]) === 0;

/** Whether narration tells of more that is met with under the sky than of what stands in a room. */
export const isOutOfDoors = (narration: string, rules: Rules): boolean =>
  countIn(narration, openAir[rules]) > countIn(narration, furniture[rules]);

/** Whether a sentence tells of a room's furniture and not of the open air. */
export const tellsFurniture = (told: string, rules: Rules): boolean =>
  countIn(told, furniture[rules]) > 0 && countIn(told, openAir[rules]) === 0;

/** How many different things of a kind are told of. */
const countIn = (words: string, things: RegExp): number => new Set(words.toLowerCase().match(things)).size;

const known = new Map<string, RegExp>();

function wordsOf(kind: PlaceKind, rules: Rules): RegExp {
  const key = `${rules} ${kind}`;
  const found = known.get(key) ?? wordPattern(kind, rules);
  known.set(key, found);
  return found;
}

function wordPattern(kind: PlaceKind, rules: Rules): RegExp {
  const near = landscapes.find(({ kinds }) => kinds.includes(kind));
  const own = ownThings[kind]?.[rules];
  const words = [
    ...placeWordsOf(kind, rules),
    ...(near === undefined ? [] : near[rules].split(" ")),
    ...(own === undefined ? [] : own.split(" ")),
  ].filter(Boolean);
  if (words.length === 0) return /(?!)/;
  // A town of hot springs, and the way there, are no bath.
  if (rules === "ja" && kind === "bath")
    return /温泉(?:で(?!は?ない)|に(?:つか|浸|はい|入)|の中)|湯壺|湯槽|流し場|浴衣|石鹸|風呂場/u;
  // One character beside another is part of a longer word: 花鳥 is no flower, 道理 no road.
  const alone = (word: string) => (word.length === 1 ? `(?<!\\p{Script=Han})${word}(?!\\p{Script=Han})` : word);
  return rules === "ja"
    ? new RegExp(words.map(alone).join("|"), "u")
    : new RegExp(`\\b(?:${words.join("|")})s?\\b`, "iu");
}
