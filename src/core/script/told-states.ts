import type { Person } from "../story/story.ts";
import { isOfAnotherJapanese } from "./acting-subjects.ts";
import { poseIn, wholeBody } from "./deeds.ts";
import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import type { Emotion, Pose } from "./script.ts";
import { tellsShooting } from "./strong-deeds.ts";
import {
  type BodyState,
  gripped,
  leaveTaking,
  saidAway,
  stateIn,
  tellsApplause,
  tellsGrowth,
  tellsHandOnDoor,
  tellsSmoke,
} from "./state-words.ts";
import { namesOther } from "./placed-doers.ts";
import { captionOf, tellsCompany } from "./told-words.ts";

export interface StateTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  narrator: string | null;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
  /** Those who go on four feet. */
  low: ReadonlySet<string>;
  /** Place of the scene. */
  home: string | null;
}

/** How somebody is drawn whatever else is known of them, because the words of the panel say so. */
export interface Played {
  person: string;
  pose: Pose;
  emotion: Emotion | null;
  /** Set where no hat is worn: in sleep and in sickness. */
  bare?: true;
}

/**
 * The last word on every picture is the body's state as its words tell it: who left, is away or sleeps is not seen up and
 * about, who crouches, sneezes or grows is seen so, and where that cannot be drawn somebody else is seen.
 */
export function inToldStates(drafts: readonly Draft[], framings: readonly Framing[], tools: StateTools): Framing[] {
  const out: Framing[] = [];
  const down: Down = new Map();
  let grown: Grown | null = null;
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    if (draft === undefined) {
      out.push(framing);
      continue;
    }
    const told = captionOf(draft, tools.text);
    const now = gunFired(
      told,
      draft,
      handOnDoor(told, draft, inState(told, draft, framing, out.at(-1), tools), out, tools),
      out,
      tools,
    );
    const state = stillDown(told, draft, now, down, tools);
    grown = grownNow(told, state, grown);
    out.push(grown === null ? state : unhoused(state, grown));
  }
  return out;
}

function inState(
  told: string,
  draft: Draft,
  framing: Framing,
  before: Framing | undefined,
  tools: StateTools,
): Framing {
  const there = withoutAway(draft, framing, tools);
  if (told === "") return there;
  return (
    (isSilent(draft)
      ? (smoking(told, there, tools) ??
        parted(told, there, tools) ??
        applauded(told, there, tools) ??
        clutching(told, there, tools))
      : null) ??
    bodily(told, draft, there, before, tools) ??
    handToHand(told, draft, there, before, tools)
  );
}

const speaks = (person: string, { lines }: Draft): boolean => lines.some(({ speaker }) => speaker === person);

/** Of whom somebody says that he sleeps or is dead does not stand beside the one who says so. */
function withoutAway(draft: Draft, framing: Framing, { text, narrator }: StateTools): Framing {
  const away = draft.lines.some(
    ({ kind, pieces }) =>
      kind !== "narration" && saidAway(pieces.map(({ start, end }) => text.slice(start, end)).join(" ")),
  );
  if (!away || framing.seen.length < 2) return framing;
  const seen = framing.seen.filter((person) => person === narrator || speaks(person, draft));
  return seen.length === 0 ? framing : { ...framing, seen };
}

/** Smoke out of a gun is the picture. */
function smoking(told: string, framing: Framing, { rules }: StateTools): Framing | null {
  if (!tellsSmoke(told, rules) || framing.kind === "establish") return null;
  return { ...framing, kind: "insert", shot: "insert", seen: [], holds: null, prop: "gun-smoke" };
}

/** Panels after which a hand on a door may be seen again. */
const doorRest = 12;

/** Of who opens or locks a door the hand on it is seen: a bust or a back far from any door would deny the words. */
function handOnDoor(
  told: string,
  draft: Draft,
  framing: Framing,
  before: readonly Framing[],
  { rules, handed }: StateTools,
): Framing {
  const [doer, second] = framing.seen;
  const idle = framing.played === undefined && framing.kind !== "establish" && framing.prop === null;
  if (!idle || doer === undefined || second !== undefined || !handed.has(doer) || !isSilent(draft)) return framing;
  const lately = before.slice(-doorRest).some(({ prop }) => prop === "hand-on-knob");
  if (lately || draft.people.get(doer)?.acts !== true || !tellsHandOnDoor(told, rules)) return framing;
  return { ...framing, kind: "insert", shot: "insert", seen: [], holds: null, prop: "hand-on-knob" };
}

/** Panels after which a gun may be seen again. */
const gunRest = 4;

/** Of who fires or aims the gun is seen: a calm bust would deny the shot. */
function gunFired(
  told: string,
  draft: Draft,
  framing: Framing,
  before: readonly Framing[],
  { rules }: StateTools,
): Framing {
  const busy = framing.played !== undefined || framing.kind === "establish" || framing.placed === true;
  if (busy || framing.seen.length === 0 || !isSilent(draft) || !tellsShooting(told, rules)) return framing;
  const prop = /\b(?:pistol|revolver)s?\b|拳銃|ピストル/iu.test(told) ? "pistol" : "rifle";
  const named = prop === "pistol" || /\b(?:rifle|gun|musket)s?\b|銃|鉄砲/iu.test(told);
  if (!named || before.slice(-gunRest).some((each) => each.prop === prop)) return framing;
  return { ...framing, kind: "insert", shot: "insert", seen: [], holds: null, prop };
}

/** Who takes leave and who is left are in no picture together: the one whose doings the words go on to tell is. */
function parted(told: string, framing: Framing, { rules, narrator }: StateTools): Framing | null {
  const leave = rules === "en" ? leaveTaking(told) : null;
  if (leave === null || narrator === null || framing.seen.length < 2) return null;
  const staying = framing.seen.filter((person) => person !== narrator);
  if (staying.length === framing.seen.length) return null;
  const near: Framing = { ...framing, shot: framing.shot === "close" ? "close" : "medium" };
  if (leave === "leaves") return { ...near, seen: [narrator] };
  return /\bpipe\b/iu.test(told)
    ? { ...near, seen: staying, shot: "medium", holds: "pipe" }
    : { ...near, seen: staying };
}

/** A crowd that is drawn stands still: where it claps, he whom it claps for is seen. */
function applauded(told: string, framing: Framing, { narrator, rules }: StateTools): Framing | null {
  if (framing.scenery !== "faces" || narrator === null || !tellsApplause(told, rules)) return null;
  return {
    ...framing,
    kind: framing.kind === "establish" ? "establish" : "reaction",
    shot: "medium",
    seen: [narrator],
    scenery: "place",
    played: { person: narrator, pose: "stand", emotion: "surprised" },
  };
}

/** Who grips something with both hands is seen with it in them. */
function clutching(told: string, framing: Framing, { rules, handed }: StateTools): Framing | null {
  const [person, other] = framing.seen;
  const thing = rules === "ja" ? gripped(told) : null;
  if (thing === null || person === undefined || other !== undefined || !handed.has(person)) return null;
  return {
    ...framing,
    kind: "action",
    shot: "full",
    holds: thing,
    placed: true,
    played: { person, pose: "hold", emotion: "surprised" },
  };
}

/** Who lays hands on another whom the same words name is seen with that one. */
function handToHand(
  told: string,
  draft: Draft,
  framing: Framing,
  before: Framing | undefined,
  { rules, cast, present, handed, home }: StateTools,
): Framing {
  const [doer, second] = framing.seen;
  const part = doer === undefined ? undefined : draft.people.get(doer);
  if (doer === undefined || second !== undefined || !part?.acts || !isSilent(draft)) return framing;
  const namesOf = (id: string): string[] => {
    const { name = "", aliases = [] } = cast.get(id) ?? {};
    return [name, ...aliases].filter((each) => each !== "" && told.includes(each));
  };
  const [other, third] = [...draft.people.keys()].filter(
    (id) => id !== doer && present.has(id) && namesOf(id).length > 0,
  );
  const place = framing.place ?? before?.place ?? home;
  if (other === undefined || third !== undefined || !handed.has(doer) || !handed.has(other)) return framing;
  // The words of deeds know pronouns, not names.
  const pose = poseIn(
    rules === "ja" ? told : namesOf(other).reduce((words, name) => words.replaceAll(name, "him"), told),
    rules,
  );
  if (pose === null || !contact.has(pose)) return framing;
  const begins =
    rules === "en" && namesOf(other).some((name) => laysHands(told.slice(told.indexOf(name) + name.length)));
  const seen = begins ? [other, doer] : [doer, other];
  draft.people.set(doer, { ...part, pose: begins ? null : pose, undrawable: false });
  if (begins) draft.people.set(other, { ...part, pose, undrawable: false });
  const { fromBehind: _, ...open } = framing;
  return { ...open, kind: "action", shot: place === null ? "medium" : "full", seen, prop: null, place };
}

/** Whether English words behind a name are what its bearer does to another: Ann stepped back, but Ben | struck her. */
function laysHands(after: string): boolean {
  const deed = /^ (?!and\b|or\b|but\b)\p{L}+(?: \p{L}+){1,2}/u.exec(after)?.[0];
  const pose = deed === undefined ? null : poseIn(deed, "en");
  return pose !== null && contact.has(pose);
}

/** Deeds done to another that two bodies show. */
const contact: ReadonlySet<Pose> = new Set<Pose>(["seize", "push", "strike", "kick", "fight"]);

/** Shows the one whose state the words tell in it. */
function bodily(
  told: string,
  draft: Draft,
  framing: Framing,
  before: Framing | undefined,
  tools: StateTools,
): Framing | null {
  const found = stateIn(told, tools.rules);
  if (found === null) return null;
  const { state } = found;
  const own = ownDeed(state, found.before, tools);
  // Whom a pronoun of a later sentence means, the first does not tell.
  if (own === null && state.lone && tools.rules === "en" && !found.first) return null;
  const person = own ?? whose(state, told, draft, framing, before, tools);
  if (person === null || (tools.low.has(person) && state.human)) return null;
  // Of two verbs with one subject the objects of the first are left out: he struck his foot and fell.
  if (tools.rules === "ja" && isOfAnotherJapanese(found.before, person, tools)) return null;
  const subject = found.before.replace(/\b(?:his|her|my|the|an?|some)\b[^,;]*\band $/u, "");
  if (state.lone && namesOther(subject, person, tools)) return null;
  // Nobody sleeps while speaking.
  if (state.pose === "lie" && speaks(person, draft)) return null;
  const others = framing.seen.filter((other) => other !== person && speaks(other, draft) && tools.handed.has(other));
  const together = tools.handed.has(person) && state.beside ? others : [];
  const small = tools.low.has(person) && framing.shot === "wide" && !state.placeless;
  const { fromBehind: _, ...open } = framing;
  return {
    ...open,
    kind: framing.kind === "establish" ? "establish" : state.lone ? "action" : "reaction",
    shot: small ? "wide" : together.length > 0 && state.shot === "close" ? "medium" : state.shot,
    seen: [person, ...together.slice(0, 1)],
    prop: null,
    // Whoever is on the ground is somewhere.
    place: state.placeless ? null : (framing.place ?? (state.lone ? (before?.place ?? tools.home) : null)),
    scenery: "place",
    sky: null,
    placed: true,
    played: { person, pose: state.pose, emotion: state.emotion },
  };
}

/** Whose state it is: of the one with whose name the words begin; else of the only one who is told to act, seen, or was just seen. */
function whose(
  state: BodyState,
  told: string,
  draft: Draft,
  { seen }: Framing,
  before: Framing | undefined,
  tools: StateTools,
): string | null {
  const named = leads(told, tools);
  if (named !== null) return tools.present.has(named) || seen.includes(named) ? named : null;
  if (state.named || startsWithOther(told, tools) || tellsCompany(told)) return null;
  const acting = [...draft.people].filter(([id, { acts }]) => acts && tools.present.has(id)).map(([id]) => id);
  const [only, second] = [acting, seen, before?.seen ?? []].find(({ length }) => length > 0) ?? [];
  return only === undefined || second !== undefined ? null : only;
}

/** An I who tells, right before whose verb nobody else is named. */
function ownDeed({ lone }: BodyState, before: string, { narrator, present, rules }: StateTools): string | null {
  const own = lone && rules === "en" && /\bI(?: \p{L}+ly)?(?:[^.;]*\band)? ?$/u.test(before);
  return own && narrator !== null && present.has(narrator) ? narrator : null;
}

const startsWithOther = (told: string, { rules }: StateTools): boolean =>
  rules === "en" && !/^\P{L}*(?:(?:and|but|so|then|here|there|before|as) )?(?:he|she|it)\b/iu.test(told);

/** The one of the cast with whose name words begin, and who is not merely an owner. */
function leads(told: string, { cast, rules }: StateTools): string | null {
  const words = told.replace(/\s+/g, " ").replace(/^\P{L}+/u, "");
  const after =
    rules === "ja"
      ? /^(?:は|が|も)/u
      : /^(?: (?:was|were|had|felt|looked|fell|gave|grew|began|stood|could|made|sprang|leapt|rose|knelt|crept|sank|came|went|ran|got|threw|flung)\b| \p{L}+ed\b)/u;
  for (const { id, name, aliases } of cast.values())
    for (const each of [name, ...aliases])
      if (each.length > 1 && words.toLowerCase().startsWith(each.toLowerCase()) && after.test(words.slice(each.length)))
        return id;
  return null;
}

/** Who is on the ground, how, and for how many panels more it is believed. */
type Down = Map<string, { pose: Pose; left: number }>;

/** Panels for which somebody who fell, fainted or was kicked down is there still, unless words raise him. */
const downRest = 3;

const onGround: ReadonlySet<Pose> = new Set<Pose>(["felled", "lie"]);

const raised = {
  en: /\b(?:rose|stood|got up|risen|sprang|jumped|leap(?:ed|t)|(?:on|to) (?:his|her|my) feet|sat up|raised (?:him|her|my)self|recovered|came to|awoke|woke|walked|ran|went|came|next (?:day|morning))\b/iu,
  ja: /立[ちっ]|起き|起[しこ]|たちあが|歩[いき]|走[っり]|逃げ|行[っき]|来[たま]|翌|あくる/u,
} as const;

/** Who fell stays on the ground in the panels that follow: seen there where the body is seen, and else so near that nobody could tell. */
function stillDown(told: string, draft: Draft, framing: Framing, down: Down, { rules }: StateTools): Framing {
  for (const [person, { pose, left }] of down) {
    const own = draft.people.get(person)?.pose ?? null;
    const up = raised[rules].test(told) || (own !== null && wholeBody.has(own) && !onGround.has(own));
    if (up || left === 0 || (pose === "lie" && speaks(person, draft))) down.delete(person);
    else down.set(person, { pose, left: left - 1 });
  }
  for (const [person, pose] of fallenIn(draft, framing)) down.set(person, { pose, left: downRest });
  const lying = framing.seen.filter((person) => down.has(person));
  const [only] = lying;
  if (only === undefined || framing.played !== undefined || fallenIn(draft, framing).size > 0) return framing;
  const whole = (framing.shot === "full" || framing.shot === "wide") && framing.place !== null;
  if (!whole) return framing.shot === "medium" && framing.seen.length === 1 ? { ...framing, shot: "close" } : framing;
  for (const person of lying) {
    const part = draft.people.get(person);
    const pose = down.get(person)?.pose ?? "felled";
    draft.people.set(person, { ...idle, ...part, pose, undrawable: false });
  }
  return { ...framing, shot: "full" };
}

const idle = { pose: null, emotion: null, speaks: false, holds: null, undrawable: false, acts: false } as const;

/** Whom the picture itself shows as he falls or faints, or is kicked down. */
function fallenIn(draft: Draft, { played, seen, shot }: Framing): Map<string, Pose> {
  const found = new Map<string, Pose>();
  if (played !== undefined && onGround.has(played.pose)) found.set(played.person, played.pose);
  const [one, two] = seen;
  if (two === undefined || shot !== "full") return found;
  for (const [doer, other] of [
    [one, two],
    [two, one],
  ])
    if (doer !== undefined && other !== undefined && draft.people.get(doer)?.pose === "kick")
      found.set(other, "felled");
  return found;
}

interface Grown {
  person: string;
  /** Panels for which it is still believed. */
  left: number;
}

/** Panels for which somebody who has grown is seen before no room, which would show the ordinary size. */
const grownRest = 3;

function grownNow(told: string, { played, seen }: Framing, before: Grown | null): Grown | null {
  const [only] = seen;
  const person = played?.person ?? only;
  if (tellsGrowth(told) && person !== undefined) return { person, left: grownRest };
  return before === null || before.left === 0 ? null : { ...before, left: before.left - 1 };
}

const unhoused = (framing: Framing, { person }: Grown): Framing =>
  framing.seen.every((each) => each === person) && framing.seen.length > 0 && framing.place !== null
    ? { ...framing, place: null, shot: framing.shot === "wide" ? "medium" : framing.shot }
    : framing;
