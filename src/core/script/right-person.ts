import type { Span } from "../book/book.ts";
import type { Gender, Person } from "../story/story.ts";
import { antecedentOf, calledBy, mostNamed } from "./antecedents.ts";
import { tellsLooks } from "./bodily-words.ts";
import { type Draft, isSilent } from "./draft.ts";
import { strangerLeads, strangersIn } from "./english-doers.ts";
import { type Framing, showsNobody } from "./framing.ts";
import { topicsIn } from "./japanese-doers.ts";
import {
  anyPronoun,
  bare,
  firstPerson,
  isNamed,
  isTitled,
  leading,
  leadingSex,
  leadsPronoun,
  ledBy,
  meantIn,
  onlySexIn,
} from "./people-meant.ts";
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
  /** Where the scene stands in the text. */
  span: Span;
  /** Places of which a part stands for the whole. */
  parts: (place: string) => boolean;
}

interface Reading extends RightTools {
  /** Whom the scene names most, by sex. */
  main: Record<Gender, string | null>;
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
  const names = anyOfNames([...given.cast.values()].flatMap(({ name, aliases }) => [name, ...aliases]));
  const most = (gender: Gender) => mostNamed(gender, given.span, { ...given, names });
  const tools: Reading = { ...given, names, main: { male: most("male"), female: most("female") } };
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
    const told = captionOf(draft, tools.text);
    const near = {
      seen: new Set(out.slice(-stillAbout).flatMap(({ seen }) => seen)),
      spoke: new Set(
        drafts.slice(Math.max(0, i - stillAbout), i).flatMap(({ lines }) => lines.map(({ speaker }) => speaker)),
      ),
    };
    out.push(mended(draft, framing, lately, { before: out.at(-1), next: framings[i + 1], place, told, near }, tools));
    remember(draft, lately, tools);
    at = endOf(draft) ?? at;
  }
  return out;
}

/** Panels back in which somebody was seen or heard who is still about. */
const stillAbout = 3;

interface Around {
  /** Who was seen, and who spoke, just before. */
  near: { seen: ReadonlySet<string>; spoke: ReadonlySet<string | null> };
  /** The captions of the panel. */
  told: string;
  before: Framing | undefined;
  /** The place that was seen last. */
  place: string | null;
  next: Framing | undefined;
}

function mended(draft: Draft, framing: Framing, lately: Lately, around: Around, tools: Reading): Framing {
  const { told } = around;
  const speaks = draft.lines.some(({ speaker }) => speaker !== null && framing.seen.includes(speaker));
  if (told === "" || speaks || framing.seen.length === 0) return framing;
  const there = withoutAbsent(told, framing, tools);
  if (there.length < framing.seen.length)
    return there.length > 0 ? withOnly(framing, there) : onlooking(framing, around, tools);
  const other =
    tools.rules === "en"
      ? (ofPronoun(told, draft, framing, around, tools) ??
        ofOtherSex(told, draft, framing, lately, around, tools) ??
        ofNames(told, draft, framing, around, tools))
      : null;
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
  const teller = framing.seen.every((id) => id === tools.narrator) && firstPerson.test(told);
  if (!stirs && !teller && strangerLeads(told, tools.names)) return onlooking(framing, around, tools);
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

/**
 * Beside words that begin with he or she only that one is seen: whom the sentences before them name; null where that is open,
 * or where somebody is seen whom the words themselves name as doing something.
 */
function ofPronoun(told: string, draft: Draft, framing: Framing, around: Around, tools: Reading): Framing | null {
  const at = startOf(draft);
  const { seen } = framing;
  const gender = ledBy(told, tools);
  if (gender === null || at === null) return null;
  if (seen.some((id) => draft.people.get(id)?.acts === true && isNamed(id, told, tools))) return null;
  const meant = antecedentOf(gender, 0, at, tools) ?? tools.main[gender];
  if (meant === null || meant === "other" || meant === "thing") {
    const about = (id: string) => around.near.spoke.has(id) || around.near.seen.has(id);
    const mayBe = (id: string) => meant === null || (meant === "other" && about(id));
    const stays = (id: string) => (id === tools.narrator ? firstPerson.test(told) : mayBe(id));
    const others = seen.filter((id) => (genderOf(id, tools) ?? gender) !== gender || stays(id));
    if (others.length === seen.length) return null;
    return others.length > 0 ? withOnly(framing, others) : onlooking({ ...framing, seen: [] }, around, tools);
  }
  const person = typeof meant === "string" ? meant : meant.person;
  const here = tools.present.has(person);
  if (seen.includes(person) || seen.length === 0) return null;
  // Who has just spoken is likelier than somebody who is not there.
  if (!here && seen.some((id) => around.near.spoke.has(id))) return null;
  if (!here) return onlooking({ ...framing, seen: [] }, around, tools);
  const [guessed] = seen.filter((id) => draft.people.get(id)?.acts === true && genderOf(id, tools) === gender);
  if (guessed !== undefined) rename(draft, guessed, person);
  return { ...withOnly(framing, [person]), holds: null };
}

/**
 * Beside captions only those are seen whom they name, whom a pronoun in them may mean, an I who tells, or who was about just now:
 * nobody out of nowhere stands by, or in another's place.
 */
function ofNames(told: string, draft: Draft, framing: Framing, around: Around, tools: Reading): Framing | null {
  const at = startOf(draft);
  if (at === null || !isSilent(draft) || framing.seen.length === 0) return null;
  const { narrator, present, handed } = tools;
  const named = [...told.matchAll(tools.names)].flatMap(([name]) => calledBy(name, tools.cast)?.id ?? []);
  const others = [...new Set(named)].filter((id) => id !== narrator);
  const near = (id: string) => around.near.seen.has(id) || around.near.spoke.has(id);
  const isMain = (id: string) => tools.main.male === id || tools.main.female === id;
  const about = (id: string) => near(id) || isMain(id);
  const ofSomebody = others.length > 0 || anyPronoun.test(told) || strangersIn(told, tools.names).length > 0;
  const fits = (id: string) => {
    if (id === narrator || others.includes(id)) return true;
    const found = meantIn(told, genderOf(id, tools), at, tools);
    if (found === "open" || (found === "other" && isMain(id))) return about(id);
    return found === id || isTitled(id, told, tools) || (about(id) && (framing.seen.length > 1 || !ofSomebody));
  };
  const seen = framing.seen.filter(fits);
  if (seen.length === framing.seen.length) return null;
  if (seen.length > 0) return withOnly(framing, seen);
  const [first] = others
    .filter((id) => present.has(id))
    .toSorted((a, b) => Number(acts(draft, b)) - Number(acts(draft, a)));
  if (first !== undefined) return { ...withOnly(framing, [first]), holds: null };
  const teller = !ofSomebody && narrator !== null && present.has(narrator) && handed.has(narrator) ? narrator : null;
  if (teller !== null) return { ...withOnly(framing, [teller]), holds: null };
  return onlooking({ ...framing, seen: [] }, around, tools);
}

const acts = ({ people }: Draft, id: string | undefined): boolean => id !== undefined && people.get(id)?.acts === true;

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

const described = (told: string, { rules }: RightTools): boolean => looksWords.test(told) || tellsLooks(told, rules);

/** Words of dress, age and build. */
const looksWords =
  /\b(?:coat|cloak|suit|tweed|cravat|boots|hat|cap|costume|dress(?:ed)?|waistcoat|trousers|gloves|veil|hair|whiskers|beard|moustache|complexion|features|forehead|lips?|skin|young|middle-aged|elderly|years of age|sallow|slim|tall|stout|shoulders|handkerchief|blood\p{L}*)\b/iu;

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

/** Gives what somebody was thought to do to the one who does it. */
function rename(draft: Draft, from: string, to: string): void {
  const part = draft.people.get(from);
  if (part === undefined || draft.people.has(to)) return;
  draft.people.delete(from);
  draft.people = new Map([[to, part], ...draft.people]);
}

/** The one of that sex whom the words of a panel mean. */
const named = ({ people }: Draft, gender: Gender, { cast, narrator, handed }: RightTools): string | null =>
  [...people.keys()].find((id) => id !== narrator && handed.has(id) && cast.get(id)?.gender === gender) ?? null;

/** The place where somebody is told of; where its neighbours are empty as well, the back of whoever was to look on, unless it would be taken for that one. */
function onlooking(framing: Framing, { before, next, place: last, told }: Around, tools: Reading): Framing {
  const { home, parts, narrator, handed, rules } = tools;
  const led = rules === "en" ? ledBy(told, tools) : null;
  const place = framing.place ?? last ?? home;
  const lonely = showsNobody(before) || showsNobody(next);
  const [first] = framing.seen;
  const back = narrator ?? first;
  const taken = back === undefined || (led !== null && (genderOf(back, tools) ?? led) === led);
  if ((lonely || place === null) && !taken && handed.has(back) && before?.fromBehind !== true)
    return { ...framing, kind: "reaction", shot: "medium", seen: [back], place, holds: null, fromBehind: true };
  const corner = place !== null && parts(place) && before?.scenery !== "corner";
  return {
    ...framing,
    kind: "quiet",
    shot: "wide",
    seen: [],
    holds: null,
    place,
    scenery: place === null ? "sky" : corner ? "corner" : "place",
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
    ([id, part]) => (part.acts || part.speaks) && id !== narrator && handed.has(id),
  );
  for (const [id] of known) {
    const gender = cast.get(id)?.gender ?? null;
    if (gender !== null) lately[gender] = id;
  }
}
