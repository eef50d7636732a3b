import type { Person, PlaceKind } from "../story/story.ts";
import { calledBy } from "./people-meant.ts";
import { anyOfNames } from "./name-pattern.ts";
import { poseIn } from "./deeds.ts";
import { bring, type Draft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import type { Prop } from "./prop-words.ts";
import { type Placing, placingsIn, tellsDark, tellsSeated } from "./placed-deeds.ts";
import { captionOf, tellsGone, tellsHidden } from "./told-words.ts";

export interface PlacingTools {
  text: string;
  rules: "en" | "ja";
  /** Place of the scene. */
  home: string | null;
  kindOf: (place: string) => PlaceKind | null;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  narrator: string | null;
  cast: ReadonlyMap<string, Person>;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
}

/**
 * Puts the doer into a picture that would show only the place, or a thing by itself, of what somebody is told to do there:
 * in the water, at the well, under the roof. Where no pose comes near the deed, the doer is seen from behind.
 */
export function placedDoers(drafts: readonly Draft[], framings: readonly Framing[], tools: PlacingTools): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    return draft === undefined ? framing : placed(draft, framing, framings.slice(0, i), tools);
  });
}

function placed(draft: Draft, framing: Framing, before: readonly Framing[], tools: PlacingTools): Framing {
  const last = before.at(-1);
  const told = captionOf(draft, tools.text);
  if (told === "") return framing;
  const pair = embracing(draft, told, framing, before, tools);
  if (pair !== null) return pair;
  const talks = draft.lines.some(({ kind }) => kind !== "narration");
  if (talks) return atWork(draft, told, framing, tools) ?? framing;
  const seated = enthroned(draft, told, framing, tools);
  if (seated !== null) return seated;
  const doer = doerOf(draft, told, framing, before, tools);
  if (doer === null) return framing;
  const place = framing.place ?? last?.place ?? tools.home;
  if (tellsDark(told)) return inTheDark(framing, doer);
  const gun = draft.people.get(doer)?.holds;
  if (framing.seen[0] === doer && framing.shot === "medium" && gun === "rifle" && place !== null)
    return { ...framing, kind: "action", shot: "full", place };
  const kind = place === null ? null : tools.kindOf(place);
  for (const { placing, before: subject } of placingsIn(told, tools.rules)) {
    if (namesOther(subject, doer, tools)) continue;
    const fits = placing.kinds === undefined || (kind !== null && placing.kinds.includes(kind));
    if (fits && mayReplace(draft, framing, doer, placing))
      return shown(draft, { ...framing, place }, doer, told, placing);
  }
  if (framing.scenery === "black" && isBare(framing)) return { ...faceOf(framing, doer), place: null };
  if (framing.prop !== null && lone.has(framing.prop)) return { ...faceOf(framing, doer), shot: "medium", place };
  return isBare(framing) && framing.kind !== "establish" ? behind(framing, doer, place, last, tools) : framing;
}

/** Who embraces somebody is seen with that one: whom the words name, else the only one whom they may mean who was seen just now, or is there. */
function embracing(
  draft: Draft,
  told: string,
  framing: Framing,
  before: readonly Framing[],
  { present, handed, cast, rules }: PlacingTools,
): Framing | null {
  const [doer] = framing.seen;
  if (doer === undefined || framing.prop !== null || !handed.has(doer) || poseIn(told, rules) !== "embrace")
    return null;
  const held = /\b(?:(him)|her|my (?:\p{L}+ )?(?:love|wife|darling|princess|girl|sweetheart))\b/iu.exec(told);
  const gender = held === null ? null : held[1] === undefined ? "female" : "male";
  const others = (ids: Iterable<string>) => [...new Set(ids)].filter((id) => id !== doer && present.has(id));
  const meant = (id: string) => cast.get(id)?.gender === gender && handed.has(id);
  const [named] = others([...framing.seen, ...draft.people.keys()]);
  const lately = others(before.slice(-stillMeant).flatMap(({ seen }) => seen)).filter(meant);
  const [only, second] = lately.length > 0 ? lately : others(present).filter(meant);
  const other = named ?? (second === undefined ? only : undefined);
  if (other === undefined || !handed.has(other)) return null;
  for (const id of [doer, other]) {
    const part = draft.people.get(id);
    draft.people.set(id, { ...idle, acts: false, ...part, pose: "embrace", undrawable: false });
  }
  const shot = framing.shot === "full" ? "full" : "medium";
  return { ...framing, shot, seen: [doer, other], holds: null };
}

/** Whether the last whom words name or mean, or a noun at their end, is somebody else. */
export function namesOther(
  words: string,
  person: string,
  { cast, narrator, rules }: Pick<PlacingTools, "cast" | "narrator" | "rules">,
): boolean {
  const names = anyOfNames([...cast.values()].flatMap(({ name, aliases }) => [name, ...aliases]));
  const last = [...words.matchAll(names)].at(-1);
  const rest = words.slice(last === undefined ? 0 : last.index + last[0].length);
  if (rules === "en") {
    if (nounAtEnd.test(rest)) return true;
    const pronoun = [...rest.matchAll(/\b(?:I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e)\b/gu)]
      .at(-1)?.[0]
      ?.replace(/^[HSTW]/u, (letter) => letter.toLowerCase());
    if (pronoun === "I") return person !== narrator;
    if (pronoun === "they" || pronoun === "we") return false;
    const gender = pronoun === undefined ? null : pronoun === "he" ? "male" : "female";
    if (gender !== null) return person === narrator || (cast.get(person)?.gender ?? gender) !== gender;
  }
  return last !== undefined && calledBy(last[0], cast)?.id !== person;
}

/** Somebody or something else right before its verb: the peasants ate. */
const nounAtEnd = /\b(?:the|some|two|three|all|other|these|those|his|her|my|their) (?:\p{L}+ ){1,5}$/iu;

/** Who speaks over a meal or on the knees is seen at it. */
function atWork(draft: Draft, told: string, framing: Framing, tools: PlacingTools): Framing | null {
  const speakers = new Set(draft.lines.flatMap(({ kind, speaker }) => (kind === "narration" ? [] : [speaker])));
  const [speaker, second] = speakers;
  const [only, other] = framing.seen;
  if (speaker == null || second !== undefined || only !== speaker || other !== undefined || !tools.handed.has(only))
    return null;
  if (draft.people.get(only)?.acts !== true || framing.fromBehind) return null;
  const placing = placingsIn(told, tools.rules).find(
    (each) => each.placing.talking === true && !namesOther(each.before, only, tools),
  )?.placing;
  if (placing === undefined || (placing.shot === "full" && framing.place === null)) return null;
  return { ...shown(draft, framing, only, told, placing), kind: framing.kind };
}

/** Whom the words tell of: who acts, else the only one who is in the picture or named. */
function doerOf(
  draft: Draft,
  told: string,
  framing: Framing,
  before: readonly Framing[],
  tools: PlacingTools,
): string | null {
  const { present, handed, rules } = tools;
  if (tellsHidden(told) || tellsGone(told, rules)) return null;
  const known = [...draft.people].filter(([id]) => present.has(id) && handed.has(id));
  const acting = known.find(([, { acts }]) => acts)?.[0];
  if (acting !== undefined) return acting;
  if (rules === "en" && meantBy(told, before, tools) !== null) return meantBy(told, before, tools);
  if (draft.stranger) return null;
  const [only, second] = known;
  if (only !== undefined && second === undefined && framing.seen.includes(only[0])) return only[0];
  return rules === "ja" ? subjectIn(told, tools) : null;
}

/** The only one whose name the words mark as the one of whom they tell. */
function subjectIn(told: string, { present, handed, cast }: PlacingTools): string | null {
  const named = [...present].filter((id) => {
    const name = cast.get(id)?.name ?? "";
    const at = told.indexOf(name);
    return name !== "" && at >= 0 && handed.has(id) && /^(?:さん|君|先生)?[はが]/u.test(told.slice(at + name.length));
  });
  const [only, second] = named;
  return only !== undefined && second === undefined ? only : null;
}

/** Panels back in which somebody was seen whom a pronoun may mean. */
const stillMeant = 3;

/** Whom the pronoun means with which the words begin: the only one of that sex who was seen just now, or is there. */
function meantBy(told: string, before: readonly Framing[], { present, handed, cast }: PlacingTools): string | null {
  const pronoun = /^[^\p{L}]*(?:(?:as|so|then|when|and|but|next|here|there|soon) |[^.!?]{0,40}, )?(he|she)\b/iu
    .exec(told)?.[1]
    ?.toLowerCase();
  if (pronoun === undefined) return null;
  const gender = pronoun === "he" ? "male" : "female";
  const fits = (id: string) => present.has(id) && handed.has(id) && cast.get(id)?.gender === gender;
  const lately = new Set(before.slice(-stillMeant).flatMap(({ seen }) => seen.filter(fits)));
  const [only, second] = lately.size > 0 ? lately : [...present].filter(fits);
  return only !== undefined && second === undefined ? only : null;
}

/** Whether the picture as it is shows less of the deed than the doer would. */
function mayReplace(draft: Draft, framing: Framing, doer: string, { instead }: Placing): boolean {
  if (isBare(framing) || (framing.prop !== null && (lone.has(framing.prop) || instead === true))) return true;
  const part = draft.people.get(doer);
  const rests = part === undefined || part.pose === null || part.undrawable || framing.shot === "close";
  return framing.seen.includes(doer) && (rests || instead === true);
}

/** The place, a part of it or nothing, without anybody. */
const isBare = ({ seen, prop, scenery }: Framing): boolean =>
  seen.length === 0 && prop === null && (scenery === "place" || scenery === "corner" || scenery === "black");

/** Things that are nothing without their place and who is at them: alone they would hang in the air. */
const lone: ReadonlySet<Prop> = new Set<Prop>(["ladder", "table", "chair", "staircase"]);

function shown(draft: Draft, framing: Framing, doer: string, told: string, placing: Placing): Framing {
  const part = draft.people.get(doer);
  draft.people.delete(doer);
  // The words outweigh what was read from them before: `bring` would keep it.
  draft.people = new Map([[doer, { ...idle, ...part, undrawable: false, acts: true }], ...draft.people]);
  bring(draft, doer, { pose: placing.pose, ...(placing.emotion === undefined ? {} : { emotion: placing.emotion }) });
  const { fromBehind: _, ...open } = framing;
  return {
    ...open,
    kind: framing.kind === "establish" ? "establish" : "action",
    shot: placing.shot,
    seen: [doer],
    prop: null,
    // Whoever stands in the water with a net is at work with it.
    holds: placing.effect === "water" && /\bnets?\b|網/iu.test(told) ? "net" : null,
    scenery: "place",
    placed: true,
    ...(placing.effect === undefined ? {} : { effect: placing.effect }),
  };
}

/** Whom the words seat before a crowd are seen on their seats, rather than the crowd round empty ones. */
function enthroned(draft: Draft, told: string, framing: Framing, { cast }: PlacingTools): Framing | null {
  const crowd = framing.scenery === "crowd" || framing.scenery === "faces";
  const named = [...cast.values()]
    .filter(({ name }) => told.includes(name.replace(/^the /i, "")))
    .map(({ id }) => id)
    .slice(0, 2);
  if (!crowd || framing.seen.length > 0 || named.length === 0 || !tellsSeated(told)) return null;
  for (const id of named) {
    const part = draft.people.get(id);
    draft.people.set(id, { ...idle, ...part, pose: "sit", undrawable: false });
  }
  return { ...framing, shot: "full", seen: named, scenery: "place" };
}

/** Who can see nothing is seen as no more than a face in the dark. */
const inTheDark = (framing: Framing, doer: string): Framing => ({
  ...faceOf(framing, doer),
  place: null,
  sky: { time: "night", weather: null },
});

const faceOf = (framing: Framing, person: string): Framing => ({
  ...framing,
  kind: "reaction",
  shot: "close",
  seen: [person],
  prop: null,
  holds: null,
  scenery: "place",
});

const idle = { pose: null, emotion: null, speaks: false, holds: null, undrawable: false, acts: true } as const;

/** A back in the place says who is there, and nothing of hands and face that the words could deny. */
function behind(
  framing: Framing,
  doer: string,
  place: string | null,
  last: Framing | undefined,
  { narrator }: PlacingTools,
): Framing {
  // An I who tells is seen often enough; and two backs in a row are one too many.
  if (doer === narrator || last?.fromBehind === true || place === null) return framing;
  return { ...framing, kind: "reaction", shot: "medium", seen: [doer], place, scenery: "place", fromBehind: true };
}
