import type { Person } from "../story/story.ts";
import { beliesHands, beliesPosture, detailsIn, tellsLooks, tellsUnnoticed } from "./bodily-words.ts";
import type { Draft } from "./draft.ts";
import { type Framing, showsNobody } from "./framing.ts";
import { poseWithin } from "./plain-shots.ts";
import type { Prop } from "./prop-words.ts";
import { tellsFinding, type ThingFinder, type ThingMemory } from "./props.ts";
import type { Pose, Scenery } from "./script.ts";
import { dreadWords } from "./setting-words.ts";
import { captionOf, tellsGone } from "./told-words.ts";

export interface BeliedTools {
  text: string;
  rules: "en" | "ja";
  things: ThingFinder;
  shown: ThingMemory;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
  /** Those who go on four feet. */
  low: ReadonlySet<string>;
  /** Places of which a part stands for the whole. */
  parts: (place: string) => boolean;
  /** Rooms and houses of people. */
  housed: (place: string) => boolean;
}

/**
 * Takes out of a picture whoever its caption says does something with the body that no drawn pose shows: a thing that the words
 * name is seen instead, somebody else, or the place. Upright and idle, the person would deny the words.
 */
export function withoutBelied(drafts: readonly Draft[], framings: readonly Framing[], tools: BeliedTools): Framing[] {
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    const lonely = showsNobody(out.at(-1)) || showsNobody(framings[i + 1]);
    out.push(
      draft === undefined ? framing : outOfHouse(truthful(draft, framing, { before: out, lonely }, tools), tools),
    );
  }
  return out;
}

/** Of somebody named right before, that the body lies or falls. */
const lies = /^[^.;,]{0,24}\b(?:lay|lying|fell|fallen|asleep|sleeping|unconscious|senseless)\b/iu;

/** Takes out of a picture whoever its caption names as lying or fallen, and who would be seen upright. */
export function withoutUpright(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  { text, cast }: { text: string; cast: ReadonlyMap<string, Person> },
): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    const told = draft === undefined ? "" : captionOf(draft, text);
    if (draft === undefined || told === "" || !isSilent(draft) || framing.played !== undefined) return framing;
    const denied = (id: string) => {
      const { name, aliases } = cast.get(id) ?? { name: "", aliases: [] };
      const down = [name, ...aliases].some(
        (each) =>
          each !== "" &&
          told
            .split(each)
            .slice(1)
            .some((rest) => lies.test(rest)),
      );
      return down && !lying.has(drawnPose(draft, id, framing));
    };
    const seen = framing.seen.filter((id) => !denied(id));
    if (seen.length === framing.seen.length) return framing;
    return seen.length > 0
      ? { ...framing, seen, shot: nearShot(framing) }
      : { ...framing, kind: "quiet", shot: "wide", seen, holds: null };
  });
}

const lying: ReadonlySet<Pose> = new Set<Pose>(["lie", "fall", "felled", "crawl"]);

/** The panels around one: those before it, and whether nobody is in the one before or after it. */
interface Around {
  before: readonly Framing[];
  lonely: boolean;
}

function truthful(draft: Draft, framing: Framing, around: Around, tools: BeliedTools): Framing {
  const told = captionOf(draft, tools.text);
  if (told === "" || framing.seen.length === 0 || framing.prop !== null) return framing;
  const apart = tellsUnnoticed(told) ? oneOf(draft, framing) : framing;
  const instead = isSilent(draft) ? besides(told, draft, apart, around, tools) : null;
  return instead ?? undenied(told, draft, apart, around, tools);
}

const isSilent = ({ lines }: Draft): boolean => lines.every(({ kind }) => kind === "narration");

/** What is seen where nobody in the picture is what the words are about: a thing that is found, somebody else's looks. */
function besides(
  told: string,
  draft: Draft,
  framing: Framing,
  { before, lonely }: Around,
  tools: BeliedTools,
): Framing | null {
  if (framing.kind === "establish") return null;
  const looksOn = framing.seen.every((person) => draft.people.get(person)?.acts !== true);
  if (looksOn && !lonely && tellsLooks(told, tools.rules)) return emptied(told, framing, before, tools);
  const [detail] = detailsIn(told);
  const thing = tellsFinding(told) || (looksOn && detail !== undefined);
  return thing ? thingIn(told, framing, before, tools) : null;
}

/** The picture without those whom it would show idle against the words. */
function undenied(
  told: string,
  draft: Draft,
  framing: Framing,
  { before, lonely }: Around,
  tools: BeliedTools,
): Framing {
  const { seen } = framing;
  const posture = seen.some((person) => beliesPosture(told, tools.rules, drawnPose(draft, person, framing)));
  const gone = isSilent(draft) && tellsGone(told, tools.rules);
  const hands = seen.some(
    (person) => doesUndrawn(draft, person) || beliesHands(told, tools.rules, drawnPose(draft, person, framing)),
  );
  if (!posture && !gone && !hands) return framing;
  const speaking = seen.filter((person) => draft.lines.some(({ speaker }) => speaker === person));
  if (speaking.length > 0) return { ...framing, seen: speaking, shot: nearShot(framing) };
  const thing = gone ? null : thingIn(told, framing, before, tools);
  if (thing !== null) return thing;
  // So near that no hands show, a face that the words move tells more than an empty place.
  const moved = seen.find(
    (person) => draft.people.get(person)?.acts === true && draft.people.get(person)?.emotion !== null,
  );
  if (moved !== undefined && !posture && !gone) return { ...framing, kind: "reaction", shot: "close", seen: [moved] };
  const onlooker = seen.find((person) => draft.people.get(person)?.acts === false);
  // Whom hands are laid on does not look on.
  if (onlooker !== undefined && seen.length > 1 && !beliesHands(told, tools.rules, "stand"))
    return { ...framing, kind: "reaction", shot: "close", seen: [onlooker] };
  if (lonely && !posture) return framing;
  return posture || gone || mayBeEmpty(before) ? emptied(told, framing, before, tools) : framing;
}

/** Whom the words are about; the other is where nobody looks. */
function oneOf(draft: Draft, framing: Framing): Framing {
  if (framing.seen.length < 2) return framing;
  const first = framing.seen.find((person) => draft.people.get(person)?.acts) ?? framing.seen[0];
  return {
    ...framing,
    shot: framing.shot === "wide" ? "medium" : framing.shot,
    seen: first === undefined ? [] : [first],
  };
}

/** What somebody does in a picture, as far as its shot shows it. */
export const drawnPose = (draft: Draft, person: string, framing: Framing): Pose => {
  const part = draft.people.get(person);
  if (part === undefined || part.pose === null || (part.undrawable && framing.kind !== "action")) return "stand";
  return poseWithin(part.pose, framing);
};

const doesUndrawn = ({ people }: Draft, person: string): boolean => {
  const part = people.get(person);
  return part !== undefined && part.acts && part.undrawable;
};

const nearShot = ({ shot }: Framing): Framing["shot"] => (shot === "full" || shot === "wide" ? "medium" : shot);

/** How much words must be about a thing that stands in for a body. */
const leastNamed = 0.8;
/** Panels after which the same thing may be seen again. */
const thingRest = 10;

/** What the words name that can be drawn, and was not seen just now. */
function thingIn(told: string, framing: Framing, before: readonly Framing[], tools: BeliedTools): Framing | null {
  const human = framing.seen.every((person) => tools.handed.has(person));
  const parts = detailsIn(told).filter((prop) => human || !ofPeople.has(prop));
  const named = tools.things.ranked(told).filter(({ weight }) => weight >= leastNamed);
  const lately = new Set(before.slice(-thingRest).map(({ prop }) => bare(prop)));
  if (before.at(-1)?.prop != null) return null;
  const prop = [...parts, ...named.map((thing) => thing.prop)].find(
    (each) => !lately.has(bare(each)) && tools.shown.rested(each) && tools.things.looksSo(each),
  );
  if (prop === undefined) return null;
  tools.shown.note(prop);
  return { ...framing, kind: "insert", shot: "insert", seen: [], holds: null, prop };
}

/** The thing in the hand is the thing. */
const bare = (prop: Prop | null): Prop | null => (prop === null ? null : (inHand.get(prop) ?? prop));
const inHand: ReadonlyMap<Prop, Prop> = new Map<Prop, Prop>([
  ["hand-with-torch", "torch"],
  ["hand-on-sword", "sword"],
  ["hand-with-pen", "quill"],
  ["gun-smoke", "rifle"],
]);

const ofPeople: ReadonlySet<Prop> = new Set<Prop>([
  "fist",
  "clasped-hands",
  "pointing-hand",
  "hand-with-pen",
  "boots-on-stairs",
]);

/** Of the last panels, few were without people. */
const mayBeEmpty = (before: readonly Framing[]): boolean =>
  before.slice(-3).every(({ seen, prop }) => seen.length > 0 || prop !== null);

/** The place where it is done, or a part of it; where there is none, the sky or black. */
function emptied(told: string, framing: Framing, before: readonly Framing[], { parts }: BeliedTools): Framing {
  const last = before.at(-1);
  const lastEmpty = last !== undefined && last.seen.length === 0 && last.prop === null ? last.scenery : null;
  const wishes: Scenery[] =
    framing.place === null
      ? dreadWords.test(told)
        ? ["black", "sky"]
        : ["sky", "black"]
      : !parts(framing.place)
        ? ["place", "black"]
        : before.some(({ scenery, place, shot }) => scenery === "place" && place === framing.place && shot === "wide")
          ? ["corner", "place"]
          : ["place", "corner"];
  const kind = framing.kind === "establish" ? framing.kind : "quiet";
  const scenery = wishes.find((wish) => wish !== lastEmpty) ?? "black";
  return { ...framing, kind, shot: "wide", seen: [], holds: null, scenery };
}

/** A beast of the fields is not seen in people's rooms. */
function outOfHouse(framing: Framing, { low, housed }: BeliedTools): Framing {
  const wild = framing.seen.length > 0 && framing.seen.every((person) => low.has(person));
  return wild && framing.place !== null && housed(framing.place) ? { ...framing, place: null } : framing;
}
