import type { Person, Place } from "../story/story.ts";
import { beliesPosture } from "./bodily-words.ts";
import { type Draft, isSilent } from "./draft.ts";
import { type Framing, showsGround, showsNobody } from "./framing.ts";
import { tellsBurial } from "./harm-words.ts";
import { tellsOtherFace } from "./lettered-panels.ts";
import { aboutIn } from "./right-person.ts";
import { tellsRiding, tellsSenseless, tellsStrongDeed } from "./strong-deeds.ts";
import { isTold } from "./told-places.ts";
import { captionOf, tellsGone, tellsGrave, tellsHidden, tellsMany, tellsPeople, tellsState } from "./told-words.ts";
import { tellsAverted } from "./unreal-deeds.ts";
import { type ReferenceFinder, whoseWords } from "./whose-words.ts";

/** Panels since the last in which nothing at all was drawn, over the whole book. */
export interface GroundMemory {
  since: number;
}

export interface GroundTools {
  text: string;
  rules: "en" | "ja";
  grounds: GroundMemory;
  /** Place of the scene. */
  home: string | null;
  places: readonly Place[];
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
  cast: ReadonlyMap<string, Person>;
  /** The I of the scene. */
  narrator: string | null;
  references: ReferenceFinder;
}

/** The most panels that a page has. */
export const mostOfPage = 8;

/**
 * Few panels are their words alone: whoever the caption is of and was just seen is seen quietly and near. Of those that stay, all
 * but one of a page are the place where somebody speaks in them, or of which alone they tell, as far as the narration around
 * tells of that place; lines run to a voice without a place and to the words of a shock, and to no quiet caption.
 */
export function fewGrounds(drafts: readonly Draft[], framings: readonly Framing[], tools: GroundTools): Framing[] {
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    tools.grounds.since += 1;
    if (draft === undefined || !showsGround(framing) || framing.effect !== undefined) {
      out.push(framing);
      continue;
    }
    const peopled = beheld(draft, framing, out, drafts.slice(0, i), tools);
    const near = tools.grounds.since < mostOfPage;
    if (peopled === null && !near) tools.grounds.since = 0;
    out.push(peopled ?? (near ? drawn(draft, framing, out.at(-1), tools) : framing));
  }
  return out;
}

/** Panels in a row in which one person's head is seen at most. */
const headsRunning = 2;

/** Whoever surely is there beside words of him, or the I beside words of nobody, near and before no place; null where a face would deny them. */
function beheld(
  draft: Draft,
  framing: Framing,
  before: readonly Framing[],
  earlier: readonly Draft[],
  { text, rules, cast, present, handed, narrator, references }: GroundTools,
): Framing | null {
  const told = captionOf(draft, text);
  if (rules === "ja" || !isSilent(draft) || told === "" || framing.kind === "establish" || denies(told, rules))
    return null;
  const about = aboutIn(before, earlier);
  const { of, person: meant } = whoseWords(draft, references, about);
  const nobody = of === "nobody" && !tellsPeople(told, rules);
  const person = meant ?? (nobody ? narrator : of === "other" ? soleOf(told, about, cast) : null);
  if (person === null || !about.has(person) || !present.has(person) || !handed.has(person)) return null;
  const alike = ({ seen, prop }: Framing) => prop === null && seen.length === 1 && seen[0] === person;
  if (before.slice(-headsRunning).filter(alike).length >= headsRunning) return null;
  const shot = before.at(-1)?.shot === "close" ? "medium" : "close";
  return { ...framing, kind: "reaction", shot, seen: [person], place: null, scenery: "place", sky: null };
}

/** The one he, or the one she, who was about just before words of nobody else. */
function soleOf(told: string, about: ReadonlySet<string>, cast: ReadonlyMap<string, Person>): string | null {
  const male = /\b(?:he|him|his|himself)\b/iu.test(told);
  if (male === /\b(?:she|her|hers|herself)\b/iu.test(told) || others.test(told)) return null;
  const [only, second] = [...about].filter((id) => cast.get(id)?.gender === (male ? "male" : "female"));
  return only === undefined || second !== undefined || names(told, only, cast) ? null : only;
}

/** Whether words name anybody but one. */
const names = (told: string, but: string, cast: ReadonlyMap<string, Person>): boolean =>
  [...cast.values()].some(
    ({ id, name, aliases }) =>
      id !== but && [name, ...aliases].some((each) => told.includes(each.split(" ")[0] ?? each)),
  );

/** Somebody else who may be meant. */
const others =
  /\b(?:I|me|we|us|you|they|them|who|man|men|wom[ae]n|lad(?:y|ies)?|lads|gentlem[ae]n|boys?|girls?|child(?:ren)?|fellow|people|(?:the|an?) \p{L}+(?:er|or|ist|ess|ant) (?:had|was|said|looked|came|stood|sat))\b|\b(?:stranger|painter|servant|officer|doctor|captain|soldier|driver|landlord|valet|butler|maid|groom|another|other)\b/iu;

/** Whether a quiet face would deny the words: they are of what it cannot be seen to do, or of many. */
const denies = (told: string, rules: "en" | "ja"): boolean =>
  tellsStrongDeed(told, rules) ||
  tellsRiding(told, rules) ||
  tellsSenseless(told, rules) ||
  tellsAverted(told) ||
  tellsOtherFace(told) ||
  beliesPosture(told, rules, "stand") ||
  tellsState(told) ||
  tellsGrave(told) ||
  tellsBurial(told, rules) ||
  tellsHidden(told) ||
  tellsGone(told, rules) ||
  tellsMany(told) ||
  shock.test(told);

/** What bursts upon somebody. */
const shock =
  /!|\b(?:suddenly|all at once|burst|bang|flash\w*|lightning|thunder\w*|explo\w+|crash\w*|shriek\w*|scream\w*|yell\w*|roar\w*|blast|shatter\w*|hurl\w*|flung|sprang|leap(?:ed|t)|rushed|dashed|headlong|volley|fired)\b|突然|いきなり|叫|轟|爆|！/iu;

function drawn(draft: Draft, framing: Framing, last: Framing | undefined, tools: GroundTools): Framing {
  const { home, places, text, rules } = tools;
  const told = captionOf(draft, text);
  const place = places.find(({ id }) => id === (framing.place ?? home));
  const voiced = !isSilent(draft) || told === "";
  if (place !== undefined && isTold(draft, place, { text, rules }) && (voiced || isOfPlace(draft, told, last, tools)))
    return { ...framing, place: place.id, scenery: "place", sky: null };
  return voiced || shock.test(told) ? { ...framing, effect: "focus" } : framing;
}

/** Whether words are of nobody and of nothing done, so that an empty place does not lack whoever does it. */
const isOfPlace = (
  draft: Draft,
  told: string,
  last: Framing | undefined,
  { rules, references }: GroundTools,
): boolean =>
  rules === "en" &&
  !showsNobody(last) &&
  !denies(told, rules) &&
  !tellsPeople(told, rules) &&
  whoseWords(draft, references, new Set()).of === "nobody";
