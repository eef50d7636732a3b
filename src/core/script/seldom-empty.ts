import type { Place } from "../story/story.ts";
import { beliesPosture } from "./bodily-words.ts";
import { emotionIn } from "./acting.ts";
import { bring, type Draft, isBareLetter, isSilent } from "./draft.ts";
import { type Framing, showsNobody } from "./framing.ts";
import { tellsBurial } from "./harm-words.ts";
import { whomJapanese } from "./japanese-topics.ts";
import { anyOfNames } from "./name-pattern.ts";
import type { ThingFinder, ThingMemory } from "./props.ts";
import { mayBeside, type RightTools } from "./right-person.ts";
import type { Scenery, Shot } from "./script.ts";
import { skyIn } from "./setting.ts";
import { captionOf, tellsGone, tellsGrave, tellsHidden, tellsPeople, tellsSights } from "./told-words.ts";
import { isTold } from "./told-places.ts";
import { suspects } from "./unseen-voices.ts";
import { whoseWords } from "./whose-words.ts";

/** Panels since one showed neither people nor a thing, over the whole book. */
export interface EmptyMemory {
  since: number;
}

export interface SeldomEmptyTools extends RightTools {
  empties: EmptyMemory;
  things: ThingFinder;
  /** Things shown so far in the book. */
  shown: ThingMemory;
  /** Place of the scene. */
  home: string | null;
  places: readonly Place[];
  /** Places of which a part stands for the whole. */
  parts: (place: string) => boolean;
}

/** Panels between two in which there is nobody and no thing: a page has one of them at most. */
const emptyRest = 6;
/** The same where the words tell of nothing else. */
const sightRest = 3;

/** Panels back in which somebody was seen or heard who is still about. */
const stillAbout = 4;

/** The people of a scene before one panel. */
interface Company extends SeldomEmptyTools {
  /** Finds the people of the cast by name in English. */
  names: RegExp;
  draft: Draft;
  /** Captions of the panel, and where they stand. */
  told: string;
  at: number;
  before: readonly Framing[];
  /** Who was seen or heard in the last panels, the latest first. */
  about: readonly string[];
}

/**
 * Puts people into nearly every picture of a bare place, sky or tone: whom the captions are of, who surely speaks, or who
 * listens. One such picture a page may stay empty, where its words are of nobody.
 */
export function seldomEmpty(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  tools: SeldomEmptyTools,
): Framing[] {
  const names = anyOfNames([...tools.cast.values()].flatMap(({ name, aliases }) => [name, ...aliases]));
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    tools.empties.since += 1;
    let shown = framing;
    if (draft !== undefined && isEmpty(framing)) {
      const about = lately(out.slice(-stillAbout), drafts.slice(Math.max(0, i - stillAbout), i));
      const told = captionOf(draft, tools.text);
      const company = { ...tools, names, draft, told, at: startOf(draft) ?? tools.span.start, before: out, about };
      shown = (mayStay(framing, company) ? null : peopled(framing, company)) ?? sighted(framing, company);
    }
    if (isEmpty(shown)) tools.empties.since = 0;
    out.push(shown);
  }
  return out;
}

const populous: ReadonlySet<Scenery> = new Set<Scenery>(["crowd", "faces", "diners", "beasts", "flock"]);
const isEmpty = (framing: Framing): boolean => showsNobody(framing) && !populous.has(framing.scenery);

const startOf = ({ lines }: Draft): number | null => lines.find(({ title }) => !title)?.pieces[0]?.start ?? null;

/** Who was seen or heard, the latest first. */
function lately(before: readonly Framing[], drafts: readonly Draft[]): string[] {
  const heard = drafts.map(({ lines }) => lines.flatMap(({ speaker }) => speaker ?? []));
  return [
    ...new Set(
      before
        .flatMap(({ seen }, i) => [[...seen, ...(heard[i] ?? [])]])
        .toReversed()
        .flat(),
    ),
  ];
}

/** Words of nobody may have a picture of nobody, once in a while; so may a place that a scene opens with. */
function mayStay({ kind }: Framing, { draft, told, names, empties, rules }: Company): boolean {
  if (!isSilent(draft)) return false;
  // A sky, a river or a room that is told of is itself the picture.
  const sight =
    tellsSights(told, rules) && !tellsPeople(told, rules) && draft.people.size === 0 && told.search(names) < 0;
  if (empties.since < (sight ? sightRest : emptyRest)) return false;
  if (tellsHidden(told) || tellsGone(told, rules)) return true;
  return sight || (kind === "establish" && draft.people.size === 0 && told.search(names) < 0);
}

function peopled(framing: Framing, company: Company): Framing | null {
  const { draft, told, before, rules, things, shown } = company;
  if (!isSilent(draft)) return ofVoices(framing, company);
  // Upright, whoever is told to lie, fall or hide the face would deny the words; so would a body in a state that none shows.
  const denied = beliesPosture(told, rules, "sit") || tellsGrave(told) || tellsBurial(told, rules);
  const meant = whomTold(company);
  if (meant.length > 0 && !denied) return portrayed(framing, meant, company);
  const thing = before.slice(-thingRest).every(({ prop }) => prop === null)
    ? things.ranked(told).find(({ prop, weight }) => weight >= leastAbout && shown.rested(prop) && things.looksSo(prop))
    : undefined;
  if (thing !== undefined) {
    shown.note(thing.prop);
    return { ...framing, kind: "insert", shot: "insert", prop: thing.prop, scenery: "place", sky: null };
  }
  const other = onlooker(meant, company);
  return other === null ? null : portrayed(framing, [other], company);
}

/** A part of the room where people were seen last or where the scene plays, or the sky, instead of a bare tone: that is a picture of nothing. */
function sighted(framing: Framing, { draft, told, text, before, home, places, parts, rules }: Company): Framing {
  if (framing.scenery !== "tone") return framing;
  const last = before.slice(-stillAbout).findLast(({ place }) => place !== null)?.place ?? home;
  const room = places.find(({ id, inside }) => id === last && inside === true && parts(id));
  const again = before.at(-1)?.scenery === "corner";
  return room !== undefined && !again && isTold(draft, room, { text, rules })
    ? { ...framing, place: room.id, scenery: "corner", sky: null }
    : { ...framing, scenery: "sky", sky: skyIn(told, rules) };
}

/** Panels between two things, and how much words must be about one that stands in for people. */
const thingRest = 5;
const leastAbout = 1;

/** Whom captions are of, at most two: of whom they are, else whom they mean where nobody would be taken for another. */
function whomTold(company: Company): string[] {
  const { draft, told, rules, present, references, cast, about, before, narrator } = company;
  if (rules === "ja") {
    const acting = [...draft.people].filter(([, { acts }]) => acts).map(([id]) => id);
    const named = [...draft.people.keys()].filter((id) => present.has(id));
    return [...acting, ...whomJapanese(told, draft, company), ...named].slice(0, 1);
  }
  const near = new Set(about);
  const whose = whoseWords(draft, references, near);
  if (whose.person !== null) return [whose.person];
  // Beside words of a place or a thing nobody is taken for another: rather he who was about than two empty pictures.
  if (whose.of === "nobody" && showsNobody(before.at(-1)))
    return [...about, ...present].filter((id) => present.has(id)).slice(0, 1);
  if (whose.of === "nobody" && narrator !== null && present.has(narrator) && ofTeller.test(told)) return [narrator];
  const meant = whose.meant.filter((id) => mayBeside(id, whose, near, { cast }));
  return meant.slice(0, meant.every((id) => present.has(id)) ? 2 : 1);
}

/** Words of what an I does, feels or has in mind. */
const ofTeller =
  /\b(?:I|me|myself|my (?:\p{L}+ )?(?:mind|heart|thoughts?|grasp|power|hands?|eyes|hopes?|soul|spirits?|feelings|life))\b/u;

/** Somebody who is there beside a Japanese caption that is of nobody: an I who tells, or who was about just now. */
function onlooker(meant: readonly string[], { about, narrator, rules, present, handed }: Company): string | null {
  if (rules === "en" || meant.length > 0) return null;
  const teller = narrator === null ? [] : [narrator];
  return [...teller, ...about].find((id) => present.has(id) && handed.has(id)) ?? null;
}

/** People near, never twice of one size; who is only thought of is before no place, and a letter that is told of is in the hand. */
function portrayed(framing: Framing, seen: readonly string[], company: Company): Framing {
  const { draft, told, before, present, handed, rules } = company;
  const last = before.at(-1);
  const here = seen.every((id) => present.has(id));
  const [person] = seen;
  if (person !== undefined && seen.length === 1 && !draft.people.has(person))
    bring(draft, person, { acts: true, emotion: emotionIn(told, rules) });
  const letter = person !== undefined && letters.test(told) && handed.has(person) && last?.holds !== "letter" && here;
  const opens = framing.kind === "establish" && framing.place !== null && here;
  const shot: Shot = seen.length > 1 || letter || opens || last?.shot === "close" ? "medium" : "close";
  return {
    ...framing,
    kind: framing.kind === "establish" ? "establish" : "reaction",
    shot,
    seen: [...seen],
    holds: letter ? "letter" : null,
    place: here ? framing.place : null,
    scenery: "place",
    sky: null,
  };
}

const letters = /\b(?:the|his|her|my|this|a) (?:\p{L}+ )?(?:letter|note)\b|手紙/iu;

/** Who surely speaks; else somebody who listens, or the back of one who may have spoken: nobody whom captions would be taken to be of. */
function ofVoices(framing: Framing, company: Company): Framing | null {
  const { draft, about, before, present, handed, references, narrator } = company;
  if (narrator !== null && isBareLetter(draft)) return null;
  const near = new Set(about);
  const whose = whoseWords(draft, references, near);
  const beside = (id: string) => whose.of === "nobody" || mayBeside(id, whose, near, company);
  const doubted = suspects(draft, present);
  const heard = draft.lines.flatMap(({ kind, speaker }) => (kind === "narration" || speaker === null ? [] : [speaker]));
  const base: Framing = { ...framing, scenery: "place", sky: null, holds: null };
  const surely = [...new Set(heard)].filter((id) => present.has(id) && !doubted.has(id)).slice(0, 2);
  if (surely.length > 0) return { ...base, kind: "talk", shot: "medium", seen: surely };
  const told = draft.lines.flatMap(({ addressee }) => addressee ?? []);
  const last = before.at(-1);
  const isLast = (id: string) => last?.seen.includes(id) === true;
  const drawn = (ids: readonly string[]) =>
    [...new Set(ids)]
      .filter((id) => present.has(id) && handed.has(id) && beside(id))
      .toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)));
  const listens = (id: string) => !doubted.has(id) && !heard.includes(id);
  const [listener] = drawn([...told, ...draft.people.keys(), ...about]).filter(listens);
  const shot: Shot = last?.shot === "close" ? "medium" : "close";
  if (listener !== undefined) return { ...base, kind: "reaction", shot, seen: [listener] };
  const maybe = draft.lines.flatMap((line) => line.maybe ?? []);
  const [back] = [...drawn([...maybe, ...about]), ...drawn([...present])];
  return back === undefined ? null : { ...base, kind: "reaction", shot: "medium", seen: [back], fromBehind: true };
}
