import type { Gender } from "../story/story.ts";
import { antecedentOf, calledBy, mostNamed } from "./antecedents.ts";
import { beliesPosture } from "./bodily-words.ts";
import { emotionIn } from "./acting.ts";
import { bring, type Draft, isSilent } from "./draft.ts";
import { strangersIn } from "./english-doers.ts";
import { type Framing, showsNobody } from "./framing.ts";
import { anyOfNames } from "./name-pattern.ts";
import { anyPronoun, firstPerson, isNamed, leading, ledBy, meantIn } from "./people-meant.ts";
import type { ThingFinder, ThingMemory } from "./props.ts";
import type { RightTools } from "./right-person.ts";
import type { Scenery, Shot } from "./script.ts";
import { captionOf, tellsGone, tellsGrave, tellsHidden, tellsMind, tellsPeople, tellsSights } from "./told-words.ts";
import { suspects } from "./unseen-voices.ts";

/** Panels since one showed neither people nor a thing, over the whole book. */
export interface EmptyMemory {
  since: number;
}

export interface SeldomEmptyTools extends RightTools {
  empties: EmptyMemory;
  things: ThingFinder;
  /** Things shown so far in the book. */
  shown: ThingMemory;
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
      shown = mayStay(framing, company) ? framing : (peopled(framing, company) ?? framing);
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
  const denied = beliesPosture(told, rules, "sit") || tellsGrave(told);
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

/** Panels between two things, and how much words must be about one that stands in for people. */
const thingRest = 5;
const leastAbout = 1;

/**
 * Whom captions are of, at most two: who does something, else whom they name or mean, there or in somebody's thoughts, or an I
 * who tells.
 */
function whomTold(company: Company): string[] {
  const { draft, told, at, names, cast, narrator, rules, present, handed, span } = company;
  const acting = [...draft.people].filter(([, { acts }]) => acts).map(([id]) => id);
  if (rules === "ja") return [...acting, ...[...draft.people.keys()].filter((id) => present.has(id))].slice(0, 1);
  // Where several tell in turn, nobody knows here whose I it is.
  if (narrator === null && firstPerson.test(told)) return [];
  const led = ledBy(told, company);
  if (led !== null) {
    const main = mostNamed(led, span, company);
    const found = antecedentOf(led, 0, at, company);
    // A he whom nothing names before may be anybody, or a bull.
    if (found === null) return main === null || !tellsThought(told) ? [] : [main];
    if (typeof found !== "object") return [];
    // Whose mind is told is the one by whose eyes the scene is seen; who is not there is seldom meant.
    const better = main !== null && (tellsThought(told) || !present.has(found.person));
    return [better ? main : found.person];
  }
  const subject = leading(told, company) ?? acting[0];
  if (subject !== undefined) return [subject];
  const named = [...told.matchAll(names)].filter(({ index, 0: name }) => !partOfOther(told, index, name.length));
  const people = [...new Set(named.flatMap(({ 0: name }) => calledBy(name, cast)?.id ?? []))].filter((id) =>
    handed.has(id),
  );
  const pronoun = anyPronoun.exec(told);
  const meant = pronoun === null ? null : meantIn(told, pronoun[1] === undefined ? "female" : "male", at, company);
  if (pronoun !== null && meant !== null && cast.has(meant) && pronoun.index < (named[0]?.index ?? Infinity))
    return [meant];
  if (people.length > 0) return people.slice(0, people.every((id) => present.has(id)) ? 2 : 1);
  return narrator !== null && firstPerson.test(told) ? [narrator] : [];
}

/** Whether a name is only an owner's, or part of a longer name of somebody else: of the house of Mr. X, Judge X. */
const partOfOther = (told: string, start: number, length: number): boolean =>
  /^[’']s?\b/u.test(told.slice(start + length)) ||
  /\b(?!(?:And|But|Then|When|So|As)\b)\p{Lu}\p{Ll}+\.? $/u.test(told.slice(0, start));

/** Words of what goes on in a mind. */
const tellsThought = (told: string): boolean =>
  tellsMind(told) ||
  /\b(?:dreaded|resolved|reflect\p{L}*|recollect\p{L}*|perceived|ashamed|comprehend\p{L}*|expected|supposed|wished|determined|believed|considered|recalled|longed|regretted|repented|imagined|fancied)\b/iu.test(
    told,
  );

/** Somebody who is there and would not be taken for whom the captions are of: an I who tells, or who was about just now. */
function onlooker(meant: readonly string[], company: Company): string | null {
  const { told, names, about, cast, narrator, rules, present, handed } = company;
  if (narrator === null && firstPerson.test(told)) return null;
  const sexOf = (id: string) => cast.get(id)?.gender ?? null;
  // Whom the words name nobody takes for another.
  const unnamed = meant.filter((id) => !isNamed(id, told, company));
  const sexes = new Set<Gender | null>([...(rules === "en" ? strangersIn(told, names) : []), ...unnamed.map(sexOf)]);
  const teller = narrator === null || meant.includes(narrator) ? [] : [narrator];
  // Nobody is seen in a Japanese tale before the words have told of them.
  const others = [...about, ...(rules === "en" ? present : [])].filter(
    (id) => !meant.includes(id) && !sexes.has(sexOf(id)),
  );
  return [...teller, ...others].find((id) => present.has(id) && handed.has(id)) ?? null;
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

/** Who surely speaks; else somebody who listens, or the back of one who may have spoken. */
function ofVoices(framing: Framing, { draft, about, before, present, handed }: Company): Framing | null {
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
      .filter((id) => present.has(id) && handed.has(id))
      .toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)));
  const listens = (id: string) => !doubted.has(id) && !heard.includes(id);
  const [listener] = drawn([...told, ...draft.people.keys(), ...about]).filter(listens);
  const shot: Shot = last?.shot === "close" ? "medium" : "close";
  if (listener !== undefined) return { ...base, kind: "reaction", shot, seen: [listener] };
  const maybe = draft.lines.flatMap((line) => line.maybe ?? []);
  const [back] = drawn([...maybe, ...about, ...present]);
  return back === undefined ? null : { ...base, kind: "reaction", shot: "medium", seen: [back], fromBehind: true };
}
