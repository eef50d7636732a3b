import type { Gender, Person } from "../story/story.ts";
import { tellsLooks } from "./bodily-words.ts";
import type { Draft } from "./draft.ts";
import { strangerLeads, strangersIn } from "./english-doers.ts";
import { type Framing, showsNobody } from "./framing.ts";
import { topicsIn } from "./japanese-doers.ts";
import { narrationOf } from "./place-evidence.ts";
import { tellsAbsence } from "./presence.ts";
import { captionOf } from "./told-words.ts";
import { anyOfNames } from "./name-pattern.ts";

export interface RightTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
  narrator: string | null;
  /** Place of the scene. */
  home: string | null;
  /** Places of which a part stands for the whole. */
  parts: (place: string) => boolean;
}

interface Reading extends RightTools {
  /** Finds the people of the cast by name in English. */
  names: RegExp;
}

/** Whoever was last he or she in the scene; null after somebody of that sex came in who has no part in the cast. */
type Lately = Record<Gender, string | null>;

/**
 * Takes whoever is seen beside words that are surely of somebody else out of the picture, so that nobody lends a head to another:
 * whom the words are of is seen instead, or the place. Whoever speaks in a panel stays.
 */
export function rightPeople(drafts: readonly Draft[], framings: readonly Framing[], given: RightTools): Framing[] {
  const tools: Reading = {
    ...given,
    names: anyOfNames([...given.cast.values()].flatMap(({ name, aliases }) => [name, ...aliases])),
  };
  const out: Framing[] = [];
  const lately: Lately = { male: null, female: null };
  let at = startOf(drafts[0]) ?? 0;
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    if (draft === undefined) {
      out.push(framing);
      continue;
    }
    forget(tools.text.slice(at, startOf(draft) ?? at), lately, tools);
    const place = out.slice(-4).findLast((each) => each.place !== null)?.place ?? null;
    const around = { before: out.at(-1), next: framings[i + 1], place };
    out.push(mended(draft, framing, lately, around, tools));
    remember(draft, lately, tools);
    at = endOf(draft) ?? at;
  }
  return out;
}

interface Around {
  before: Framing | undefined;
  /** The place that was seen last. */
  place: string | null;
  next: Framing | undefined;
}

function mended(draft: Draft, framing: Framing, lately: Lately, around: Around, tools: Reading): Framing {
  const told = captionOf(draft, tools.text);
  const speaks = draft.lines.some(({ speaker }) => speaker !== null && framing.seen.includes(speaker));
  if (told === "" || speaks || framing.seen.length === 0) return framing;
  const there = withoutAbsent(told, framing, tools);
  if (there.length < framing.seen.length)
    return there.length > 0 ? withOnly(framing, there) : onlooking(framing, around, tools);
  const other = tools.rules === "en" ? ofOtherSex(told, draft, framing, lately, around, tools) : null;
  if (other !== null) return other;
  if (framing.fromBehind) return framing;
  return tools.rules === "ja"
    ? topical(told, draft, framing, around, tools)
    : pronominal(told, draft, framing, lately, around, tools);
}

/** The people of a picture but for those of whom its words say that they have not come. */
function withoutAbsent(told: string, { seen }: Framing, { cast, narrator, rules }: RightTools): string[] {
  return seen.filter((id) => {
    const person = cast.get(id);
    return id === narrator || person === undefined || !tellsAbsence(told, [person.name, ...person.aliases], rules);
  });
}

const withOnly = (framing: Framing, seen: string[]): Framing => ({
  ...framing,
  shot: framing.shot === "wide" ? "medium" : framing.shot,
  seen,
});

/** Beside words of somebody who is marked as their topic an I who tells the story would be taken for that one. */
function topical(told: string, draft: Draft, framing: Framing, { before }: Around, tools: Reading): Framing {
  const { cast, handed, present, narrator } = tools;
  const [only] = framing.seen;
  if (framing.seen.length !== 1 || only === undefined || narrator === null) return framing;
  // Words without a subject are of the I who tells, whoever else is there.
  const idle = only !== narrator && draft.people.get(only)?.acts !== true && !isNamed(only, told, tools);
  if (idle && handed.has(narrator) && draft.lines.every(({ kind }) => kind === "narration"))
    return { ...framing, shot: before?.shot === "close" ? "medium" : "close", seen: [narrator] };
  if (only !== narrator) return framing;
  const own = cast.get(narrator)?.name ?? "";
  if (told.includes("自分") || (own !== "" && told.includes(own))) return framing;
  const names = [...cast.values()].filter(({ id }) => id !== narrator && handed.has(id));
  const topics = topicsIn(
    told,
    new Map(names.flatMap(({ id, name, aliases }) => [name, ...aliases].map((n) => [n, id]))),
  );
  if (topics.length === 0) return framing;
  const here = topics.every((id) => present.has(id));
  const seen = topics.slice(0, 2);
  return here ? withOnly(framing, seen) : thoughtOf(framing, seen[0] ?? only);
}

/** Whoever is only thought of is before no place at all. */
const thoughtOf = (framing: Framing, person: string): Framing => ({
  ...framing,
  kind: "reaction",
  shot: "close",
  seen: [person],
  place: null,
  scenery: "place",
});

/** Words in which an I who tells has a part; a mere `us` or `our` is no subject. */
const firstPerson = /\b(?:I|me|my|mine|myself)\b|^\P{L}*we\b|[,;] we\b/iu;
/** Words that are of him or her from their beginning. */
const leadsPronoun = /^\P{L}*(?:(?:and|but|so|then|there|now|again) )?(?:(he|his)|(she|her))\b/iu;
const anyPronoun = /\b(?:(he|his|him|himself)|(she|her|hers|herself))\b/iu;

function pronominal(
  told: string,
  draft: Draft,
  framing: Framing,
  lately: Lately,
  around: Around,
  tools: Reading,
): Framing {
  const acting = framing.seen.map((id) => draft.people.get(id)).filter((part) => part?.acts === true);
  const stirs = acting.some((part) => part?.pose != null || part?.holds != null || part?.undrawable === true);
  if (!stirs && strangerLeads(told, tools.names)) return onlooking(framing, around, tools);
  const leader = leading(told, tools);
  const unnamed = framing.seen.every((id) => !isNamed(id, told, tools));
  if (leader !== null && unnamed)
    return tools.present.has(leader) ? withOnly(framing, [leader]) : thoughtOf(framing, leader);
  const { narrator } = tools;
  const [only] = framing.seen;
  const gendered = only === undefined ? null : genderOf(only, tools);
  if (narrator === null || framing.seen.length !== 1 || only === undefined) return framing;
  if (
    only !== narrator &&
    gendered !== null &&
    leadsPronoun.test(told) &&
    isStale(only, lately[gendered], draft, tools)
  )
    return instead(framing, lately[gendered], around, tools);
  if (acting.length > 0 && !described(told, tools)) return framing;
  // A newcomer's looks are not those of whoever was he before.
  const guessed = gendered !== null && lately[gendered] === null && described(told, tools);
  if (only !== narrator && !guessed) return framing;
  if (/\?\P{L}*$/u.test(told)) return framing;
  const hit = leadsPronoun.exec(told) ?? (firstPerson.test(told) ? null : anyPronoun.exec(told));
  if (hit === null) return framing;
  const gender: Gender = hit[1] !== undefined ? "male" : "female";
  const meant = draft.stranger ? null : (named(draft, gender, tools) ?? lately[gender]);
  // Looks that are told in passing are those of a newcomer.
  if (meant === null || (described(told, tools) && draft.people.get(meant)?.acts !== true))
    return onlooking(framing, around, tools);
  return { ...framing, seen: [meant] };
}

/** Words of a woman alone stand beside no man, and the other way round. */
function ofOtherSex(
  told: string,
  draft: Draft,
  framing: Framing,
  lately: Lately,
  around: Around,
  tools: Reading,
): Framing | null {
  const leads = leadingSex(told, tools);
  const gender = leads ?? onlySexIn(told);
  const { narrator } = tools;
  if (gender === null || (narrator !== null && (firstPerson.test(told) || framing.seen.includes(narrator))))
    return null;
  const fits = (id: string) => (genderOf(id, tools) ?? gender) === gender;
  if (framing.seen.some((id) => fits(id) || (leads === null && isNamed(id, told, tools)))) return null;
  const here = [...tools.present].filter((id) => genderOf(id, tools) === gender && tools.handed.has(id));
  const only = here.length === 1 ? (here[0] ?? null) : null;
  const meant = draft.stranger
    ? null
    : (named(draft, gender, tools) ?? lately[gender] ?? only ?? lastNamed(gender, draft, tools));
  if (meant === null) return onlooking({ ...framing, seen: [] }, around, tools);
  return tools.present.has(meant) ? { ...withOnly(framing, [meant]), holds: null } : thoughtOf(framing, meant);
}

/** Whoever of that sex the narration named last, where the words before the panel are near. */
function lastNamed(gender: Gender, draft: Draft, { text, cast, names, narrator, handed }: Reading): string | null {
  const end = startOf(draft) ?? 0;
  const before = narrationOf(text, { start: Math.max(0, end - namedWithin), end });
  for (const [name] of [...before.matchAll(names)].toReversed()) {
    const person = calledBy(name, cast);
    if (person === undefined || person.gender !== gender || person.id === narrator) continue;
    return handed.has(person.id) ? person.id : null;
  }
  return null;
}

/** The one of the cast who goes by a name as it stands in the text. */
function calledBy(words: string, cast: ReadonlyMap<string, Person>): Person | undefined {
  const called = words.toLowerCase().replace(/\s+/g, " ");
  return [...cast.values()].find(({ name, aliases }) =>
    [name, ...aliases].some((each) => each.toLowerCase() === called),
  );
}

/** The sex of a he or she of whom words are before they name anybody; null where a name comes first. */
function leadingSex(told: string, { names }: Reading): Gender | null {
  const hit = /\b(?:(he)|she)\b/iu.exec(told);
  if (hit === null || told.slice(0, hit.index).search(names) >= 0) return null;
  return hit[1] === undefined ? "female" : "male";
}

/** The sex of everybody whom words name by pronouns or nouns; null for both and for none. */
function onlySexIn(told: string): Gender | null {
  const found = [...told.matchAll(sexed)];
  if (found.length === 0) return null;
  if (found.every((hit) => hit[1] !== undefined)) return "male";
  return found.every((hit) => hit[1] === undefined) ? "female" : null;
}

const sexed =
  /\b(?:(he|him|his|himself|man|men|boy|boys|gentleman|lad|father|brother|husband|son)|she|her|hers|herself|woman|women|girl|girls|lady|ladies|mother|sister|wife|daughter)\b/giu;

const described = (told: string, { rules }: RightTools): boolean => looksWords.test(told) || tellsLooks(told, rules);

const isNamed = (id: string, told: string, { cast, narrator }: RightTools): boolean => {
  const person = cast.get(id);
  if (id === narrator) return false;
  return (
    person !== undefined &&
    [person.name, ...person.aliases].some((name) => told.replace(/\s+/g, " ").includes(bare(name)))
  );
};

const bare = (name: string): string => name.replace(/^(?:the|an?) /iu, "");

/** Words of dress, age and build. */
const looksWords =
  /\b(?:coat|cloak|suit|tweed|cravat|boots|hat|cap|costume|dress(?:ed)?|waistcoat|trousers|gloves|veil|hair|whiskers|beard|moustache|complexion|features|forehead|lips?|skin|young|middle-aged|elderly|years of age|sallow|slim|tall|stout|shoulders|handkerchief|blood\p{L}*)\b/iu;

/** Of whom words are that begin with a name: as the one who does something, and not as an owner. */
function leading(told: string, { cast, names, narrator, handed }: Reading): string | null {
  const [first] = told.matchAll(names);
  if (
    first === undefined ||
    !/^\P{L}*(?:(?:the|old|poor|solemn|little|then|presently|suddenly|but|and|so),? ){0,3}$/iu.test(
      told.slice(0, first.index),
    )
  )
    return null;
  if (/^(?:[’']|(?: and| or|,)? \p{Lu})/u.test(told.slice(first.index + first[0].length))) return null;
  const person = calledBy(first[0], cast);
  return person === undefined || person.id === narrator || !handed.has(person.id) ? null : person.id;
}

/** Whether a `he` can hardly be somebody: not the last of that sex, and not named for long. */
function isStale(id: string, last: string | null, draft: Draft, { text, cast }: Reading): boolean {
  const start = startOf(draft) ?? 0;
  const person = cast.get(id);
  if (id === last || person === undefined) return false;
  const before = spokenOut(text.slice(Math.max(0, start - namedWithin), start)).replace(/\s+/g, " ");
  return ![person.name, ...person.aliases].some((name) => before.includes(bare(name)));
}

/** UTF-16 units for which somebody who was named is still he or she. */
const namedWithin = 2000;

const instead = (framing: Framing, meant: string | null, around: Around, tools: Reading): Framing =>
  meant === null ? onlooking(framing, around, tools) : { ...framing, seen: [meant] };

const genderOf = (id: string, { cast }: RightTools): Gender | null => cast.get(id)?.gender ?? null;

/** The one of that sex whom the words of a panel mean. */
const named = ({ people }: Draft, gender: Gender, { cast, narrator, handed }: RightTools): string | null =>
  [...people.keys()].find((id) => id !== narrator && handed.has(id) && cast.get(id)?.gender === gender) ?? null;

/** The place where somebody is told of; where its neighbours are empty as well, the back of whoever was to look on. */
function onlooking(
  framing: Framing,
  { before, next, place: last }: Around,
  { home, parts, narrator, handed }: RightTools,
): Framing {
  const place = framing.place ?? last ?? home;
  const lonely = showsNobody(before) || showsNobody(next);
  const [first] = framing.seen;
  const back = narrator ?? first;
  if ((lonely || place === null) && back !== undefined && handed.has(back) && before?.fromBehind !== true)
    return { ...framing, kind: "reaction", shot: "medium", seen: [back], place, holds: null, fromBehind: true };
  const corner = place !== null && parts(place) && before?.scenery !== "corner";
  return {
    ...framing,
    kind: "quiet",
    shot: "wide",
    seen: [],
    holds: null,
    place,
    scenery: place === null ? "tone" : corner ? "corner" : "place",
  };
}

const startOf = (draft: Draft | undefined): number | null =>
  draft?.lines.find(({ title }) => !title)?.pieces[0]?.start ?? null;
const endOf = ({ lines }: Draft): number | null => lines.findLast(({ title }) => !title)?.pieces.at(-1)?.end ?? null;

/** Words without what is said in them. */
const spokenOut = (words: string): string => words.replace(/^[^“”]*”|“[^”]*(?:”|$)/gu, " ");

/** Whoever comes in by words of which nothing is lettered is he or she from then on. */
function forget(words: string, lately: Lately, { rules, names }: Reading): void {
  if (rules === "ja") return;
  for (const gender of strangersIn(spokenOut(words), names)) {
    if (gender !== "female") lately.male = null;
    if (gender !== "male") lately.female = null;
  }
}

function remember(draft: Draft, lately: Lately, tools: Reading): void {
  const { text, cast, narrator, handed } = tools;
  forget(captionOf(draft, text), lately, tools);
  const known = [...draft.people].filter(
    ([id, { acts, speaks }]) => (acts || speaks) && id !== narrator && handed.has(id),
  );
  for (const [id] of known) {
    const gender = cast.get(id)?.gender ?? null;
    if (gender !== null) lately[gender] = id;
  }
}
