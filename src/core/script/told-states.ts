import type { Person } from "../story/story.ts";
import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import type { Emotion, Pose } from "./script.ts";
import {
  type BodyState,
  gripped,
  leaveTaking,
  saidAway,
  stateIn,
  tellsApplause,
  tellsGrowth,
  tellsSmoke,
} from "./state-words.ts";
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
}

/** How somebody is drawn whatever else is known of them, because the words of the panel say so. */
export interface Played {
  person: string;
  pose: Pose;
  emotion: Emotion;
}

/**
 * The last word on every picture is the body's state as its words tell it: who left, is away or sleeps is not seen up and
 * about, who crouches, sneezes or grows is seen so, and where that cannot be drawn somebody else is seen.
 */
export function inToldStates(drafts: readonly Draft[], framings: readonly Framing[], tools: StateTools): Framing[] {
  const out: Framing[] = [];
  let grown: Grown | null = null;
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    if (draft === undefined) {
      out.push(framing);
      continue;
    }
    const told = captionOf(draft, tools.text);
    const state = inState(told, draft, framing, out.at(-1), tools);
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
    there
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

/** Shows the one whose state the words tell in it. */
function bodily(
  told: string,
  draft: Draft,
  framing: Framing,
  before: Framing | undefined,
  tools: StateTools,
): Framing | null {
  const state = stateIn(told, tools.rules);
  const person = state === null ? null : whose(state, told, draft, framing, before, tools);
  if (state === null || person === null || (tools.low.has(person) && state.human)) return null;
  // Nobody sleeps while speaking.
  if (state.pose === "lie" && speaks(person, draft)) return null;
  const others = framing.seen.filter((other) => other !== person && speaks(other, draft) && tools.handed.has(other));
  const together = tools.handed.has(person) && state.beside ? others : [];
  const small = tools.low.has(person) && framing.shot === "wide" && !state.placeless;
  return {
    ...framing,
    kind: framing.kind === "establish" ? "establish" : state.lone ? "action" : "reaction",
    shot: small ? "wide" : together.length > 0 && state.shot === "close" ? "medium" : state.shot,
    seen: [person, ...together.slice(0, 1)],
    prop: null,
    place: state.placeless ? null : framing.place,
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

const startsWithOther = (told: string, { rules }: StateTools): boolean =>
  rules === "en" && !/^\P{L}*(?:(?:and|but|so|then|here|there|before|as) )?(?:he|she|it)\b/iu.test(told);

/** The one of the cast with whose name words begin, and who is not merely an owner. */
function leads(told: string, { cast, rules }: StateTools): string | null {
  const words = told.replace(/\s+/g, " ").replace(/^\P{L}+/u, "");
  const after =
    rules === "ja"
      ? /^(?:は|が|も)/u
      : /^(?: (?:was|were|had|felt|looked|fell|gave|grew|began|stood|could)\b| \p{L}+ed\b)/u;
  for (const { id, name, aliases } of cast.values())
    for (const each of [name, ...aliases])
      if (each.length > 1 && words.toLowerCase().startsWith(each.toLowerCase()) && after.test(words.slice(each.length)))
        return id;
  return null;
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
