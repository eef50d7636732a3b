import type { Person } from "../story/story.ts";
import { drawnPose } from "./belied-bodies.ts";
import { type Draft, isSilent } from "./draft.ts";
import { type DrawnDeed, drawnDeeds } from "./drawn-deed-words.ts";
import type { Framing } from "./framing.ts";
import { gestureTold } from "./gestures.ts";
import type { Prop } from "./prop-words.ts";
import { anyOfNames } from "./name-pattern.ts";
import { calledBy } from "./people-meant.ts";
import type { Pose } from "./script.ts";
import { isUndone } from "./strong-deeds.ts";
import { captionOf, tellsGone, tellsHidden } from "./told-words.ts";
import { doneDeeds } from "./unreal-deeds.ts";

export interface DeedTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
  /** The I of the scene. */
  narrator: string | null;
  /** Whether a place is under a roof. */
  indoors: (place: string) => boolean;
  /** Place of the scene. */
  home: string | null;
}

/** Panels between two of the same deed, and between two of a common one and any whole figure. */
const deedRest = 2;
const commonRest = 4;

/**
 * The picture of what the words beside it say that one body does, with the horse, the boat, the table or the bed that belongs to
 * it; null where they tell no such deed, or it is not surely of somebody who can be drawn, or the picture shows it as it is.
 */
export function drawnDeed(
  draft: Draft,
  framing: Framing,
  before: readonly Framing[],
  tools: DeedTools,
): Framing | null {
  const caption = captionOf(draft, tools.text);
  const told = tools.rules === "en" ? doneDeeds(caption) : caption;
  if (told === "" || framing.played !== undefined || tellsHidden(told)) return null;
  if (framing.kind === "establish" && framing.seen.length === 0) return null;
  if (framing.prop !== null && !partOfDeeds.has(framing.prop)) return null;
  if (framing.seen.some((id) => !idle.has(drawnPose(draft, id, framing)) && framing.shot !== "close")) return null;
  const gone = tellsGone(told, tools.rules);
  const place = framing.place ?? before.at(-1)?.place ?? tools.home;
  for (const deed of drawnDeeds) {
    const hit = deed[tools.rules].exec(told);
    if (hit === null || isUndone(told, hit.index, hit.index + hit[0].length, tools.rules)) continue;
    // The gesture of who sinks into a chair says more than the chair.
    if (deed.pose === "lounge" && gestureTold(told, tools.rules) !== null) continue;
    if ((gone && !onTheWay.has(deed.pose)) || wasJustSeen(deed, before)) continue;
    const fits = suitsPlace(deed, place, tools);
    if (!fits && deed.strict) continue;
    const doer = doerOf(told.slice(0, hit.index), draft, framing, before, tools);
    if (doer !== null && maySpeak(draft, doer, deed)) return shown(deed, doer, told, fits ? place : null, framing);
  }
  return null;
}

/** Things of which a deed is the better picture. */
const partOfDeeds: ReadonlySet<Prop> = new Set<Prop>([
  "pistol",
  "rifle",
  "horse",
  "boat",
  "oars",
  "bed",
  "hand-with-pen",
  "quill",
  "rope",
]);

/** Who goes away by them is seen at it. */
const onTheWay: ReadonlySet<Pose> = new Set<Pose>(["ride", "row", "swim", "run", "walk", "leap"]);

/** Nobody else speaks in the panel, and nobody with a full mouth or asleep. */
const maySpeak = (draft: Draft, doer: string, { pose, faceOnly }: DrawnDeed): boolean =>
  isSilent(draft) ||
  (!mute.has(pose) &&
    faceOnly === undefined &&
    draft.lines.every(({ kind, speaker }) => kind === "narration" || speaker === doer));

const mute: ReadonlySet<Pose> = new Set<Pose>(["abed", "lie", "dine", "read", "hand-to-face", "felled"]);

const idle: ReadonlySet<Pose> = new Set<Pose>(["stand", "walk", "hold", "lean", "hand-to-face"]);

const suitsPlace = ({ where }: DrawnDeed, place: string | null, { indoors }: DeedTools): boolean =>
  where === undefined || place === null || indoors(place) === (where === "inside");

function wasJustSeen({ pose, common, faceOnly }: DrawnDeed, before: readonly Framing[]): boolean {
  // Eyes that have just been seen shut are shut still.
  if (faceOnly) return false;
  if (common && before.slice(-commonRest).some(({ shot, seen }) => shot === "full" && seen.length > 0)) return true;
  return before.slice(-deedRest).some(({ played }) => played?.pose === pose);
}

/** Panels back in which somebody was seen whom a pronoun may mean. */
const stillMeant = 3;

/** Who does what stands after these words: whom the picture shows, who acts in it, the I, or who was seen just now, if the words can mean that one. */
function doerOf(
  words: string,
  draft: Draft,
  { seen }: Framing,
  before: readonly Framing[],
  tools: DeedTools,
): string | null {
  const { present, handed, rules, narrator, cast } = tools;
  const acting = [...draft.people].flatMap(([id, { acts }]) => (acts ? [id] : []));
  const mayBe = (id: string): boolean => handed.has(id) && (present.has(id) || seen.includes(id));
  const known = [...new Set([...seen, ...acting, ...(narrator === null ? [] : [narrator])])].filter(mayBe);
  const sentence = words.split(/[.!?;。！？]["”’」』]?\s*/u).at(-1) ?? "";
  if (rules === "ja") return known.find((id) => acting.includes(id) && !namesAnother(sentence, id, tools)) ?? null;
  const found = known.find((id) => isSubject(sentence, id, acting.includes(id), tools));
  if (found !== undefined || draft.stranger) return found ?? null;
  const lately = [...new Set(before.slice(-stillMeant).flatMap((each) => each.seen))].filter(mayBe);
  const [only, second] = lately.filter((id) => isSubject(sentence, id, false, tools));
  const sexed = only !== undefined && (cast.get(only)?.gender ?? null) !== null;
  return sexed && second === undefined ? only : null;
}

/** Whether a Japanese sentence marks somebody else as the one of whom it tells. */
function namesAnother(sentence: string, person: string, { cast }: DeedTools): boolean {
  const marked = [...sentence.matchAll(/([\p{L}々ー]{1,8})(?:は|が)/gu)].at(-1)?.[1];
  return (
    marked !== undefined &&
    [...cast.values()].some(({ id, name }) => id !== person && name !== "" && marked.endsWith(name))
  );
}

/** Where another subject may begin, and what it begins with. */
const otherSubject =
  /\b(?:while|as|when|until|till|for|because|that|which|before|after|if|so|where|than)\b|(?:[,:—–]|\b(?:and|but))\s*(?:the|an?|its|their|our|some|one|two|three|several|both|all|these|those|nobody|everybody|somebody)\b[^,]{0,40}$/iu;

/** Words that begin a sentence without a subject. */
const noSubject =
  /^[^\p{L}]*(?:(?:and|then|but|so|now|again|at once|at last|suddenly|presently|by|thus|still|soon|once|here|next)\b[\s,]*)*$/iu;

/** Farthest that a verb stands from its subject, in characters. */
const farthest = 80;

/** Whether the last subject of English words can be somebody; without any, whether that one acts in the panel. */
function isSubject(words: string, person: string, acts: boolean, { cast, narrator }: DeedTools): boolean {
  const names = anyOfNames([...cast.values()].flatMap(({ name, aliases }) => [name, ...aliases]));
  const named = [...words.matchAll(names)].at(-1);
  const pronoun = [...words.matchAll(/\b(?:I|he|she|we|they|it|you|who|which|there)\b/giu)].at(-1);
  const last = (pronoun?.index ?? -1) > (named?.index ?? -1) ? pronoun : named;
  if (last === undefined) return acts && noSubject.test(words);
  const between = words.slice(last.index + last[0].length);
  if (between.length > farthest || otherSubject.test(between)) return false;
  if (last === named) return calledBy(last[0], cast)?.id === person;
  const { gender = null } = cast.get(person) ?? {};
  switch (last[0].toLowerCase()) {
    case "i":
      return person === narrator;
    case "he":
      return person !== narrator && gender !== "female";
    case "she":
      return person !== narrator && gender !== "male";
    case "we":
      return person === narrator;
    default:
      return false;
  }
}

function shown(deed: DrawnDeed, doer: string, told: string, place: string | null, framing: Framing): Framing {
  const { pose, shot = "full", effect, emotion = null, holds, faceOnly } = deed;
  const { fromBehind: _, ...open } = framing;
  const thing = holds?.find(([, words]) => words.test(told))?.[0] ?? holds?.[0]?.[0] ?? null;
  return {
    ...open,
    kind: framing.kind === "establish" ? framing.kind : faceOnly ? "reaction" : "action",
    shot,
    seen: [doer],
    holds: thing,
    place: faceOnly ? null : place,
    scenery: "place",
    sky: null,
    placed: true,
    played: { person: doer, pose, emotion, ...(faceOnly && emotion !== "yawning" && { bare: true }) },
    ...(effect === undefined ? {} : { effect }),
  };
}
