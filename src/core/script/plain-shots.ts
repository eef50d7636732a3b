import { decisive, wholeBody } from "./deeds.ts";
import type { Draft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import type { HeldThing } from "./held-words.ts";
import type { Actor, Pose, Shot } from "./script.ts";
import { captionOf, tellsGone } from "./told-words.ts";

/** What a body seen from head to foot shows so well that nobody doubts it. */
const plain: ReadonlySet<Pose> = new Set<Pose>([...decisive, "walk", "hold", "shoulder-load"]);

/** Panels between two in which people are small in their place, where words do not ask for it: a page has one of them. */
const smallRest = 5;

/** Panels back in which somebody spoke who is certainly still there. */
const stillHere = 3;

export interface PlainShotTools {
  text: string;
  rules: "en" | "ja";
  /** Whether a place is under a roof: there is something to sit on. */
  indoors: (place: string) => boolean;
  /** Those who go on four feet: near by, their heads are not at the height of a standing person's. */
  low: ReadonlySet<string>;
}

/**
 * Brings the picture nearer wherever a whole body would not show what the words say: a bust cannot belie them.
 * Where one speaks to another who has just spoken, the other is in the picture now and then.
 */
export function plainShots(drafts: readonly Draft[], framings: readonly Framing[], tools: PlainShotTools): Framing[] {
  const memory: ShotMemory = { small: smallRest, pairs: 0, last: null };
  return framings.map((framing, i) => {
    const draft = drafts[i];
    const before = drafts.slice(Math.max(0, i - stillHere), i);
    const shown =
      draft && framing.seen.length > 0 && framing.prop === null
        ? ofOneHeight(draft, plainly(draft, framing, before, memory, tools), tools.low)
        : framing;
    memory.last = shown;
    return shown;
  });
}

interface ShotMemory {
  /** Panels with people since they were small in their place. */
  small: number;
  /** Panels in which a speaker might be seen with the one spoken to. */
  pairs: number;
  last: Framing | null;
}

function plainly(
  draft: Draft,
  framing: Framing,
  before: readonly Draft[],
  memory: ShotMemory,
  tools: PlainShotTools,
): Framing {
  memory.small += 1;
  const gone = whoIsGone(draft, framing, tools);
  if (gone !== null) {
    const seen = framing.seen.filter((person) => person !== gone);
    return seen.length > 0 ? nearer({ ...framing, seen }, memory.last) : withoutPeople(framing, memory.last);
  }
  if (framing.shot === "full" && holdsHigh(draft, framing)) return { ...framing, shot: "medium" };
  if (framing.shot === "full" && framing.kind !== "action" && standsIdle(draft, framing)) return framing;
  if (framing.shot === "full") return isPlain(draft, framing, tools) ? framing : nearer(framing, memory.last);
  if (framing.shot === "wide" && framing.kind !== "establish" && !mayHaveSpoken(draft, framing)) {
    if (memory.small <= smallRest) return nearer(framing, memory.last);
    memory.small = 0;
  }
  const other = framing.shot === "medium" ? spokenTo(draft, framing, before) : null;
  if (other === null) return framing;
  memory.pairs += 1;
  return memory.pairs % 2 === 1 ? { ...framing, seen: [...framing.seen, other] } : framing;
}

/** Of a person and a beast on four feet only those who speak are seen near by, else those who act, else the first. */
function ofOneHeight(draft: Draft, framing: Framing, low: ReadonlySet<string>): Framing {
  const { seen, shot } = framing;
  const mixed = seen.some((person) => low.has(person)) && !seen.every((person) => low.has(person));
  if (!mixed || shot === "wide" || shot === "full") return framing;
  const speaking = seen.filter((person) => draft.lines.some(({ speaker }) => speaker === person));
  const acting = seen.filter((person) => draft.people.get(person)?.acts === true);
  const busy = [speaking, acting].find(({ length }) => length > 0) ?? seen.slice(0, 1);
  return { ...framing, seen: busy };
}

/** Black, or the place where the panel before was without people as well. */
function withoutPeople(framing: Framing, before: Framing | null): Framing {
  const scenery = before === null || before.seen.length > 0 ? "black" : framing.place === null ? "sky" : "place";
  return { ...framing, kind: "quiet", shot: "wide", seen: [], scenery };
}

/** The only one in the picture of whom the words tell without a deed, where they say that somebody is gone. */
function whoIsGone(draft: Draft, { seen }: Framing, { text, rules }: PlainShotTools): string | null {
  if (!draft.lines.every(({ kind }) => kind === "narration") || !tellsGone(captionOf(draft, text), rules)) return null;
  const [told, second] = seen.filter((person) => draft.people.get(person)?.acts === false);
  return told !== undefined && second === undefined ? told : null;
}

/** A line in the panel that nobody is known to have said may be that of somebody in it: near by, the mouth would be seen shut. */
const mayHaveSpoken = ({ lines }: Draft, { seen }: Framing): boolean =>
  lines.some(({ kind, speaker }) => kind !== "narration" && speaker === null) &&
  lines.every(({ speaker }) => speaker === null || !seen.includes(speaker));

/** The first in the picture stands and holds up something that is better seen from nearer. */
function holdsHigh(draft: Draft, { seen }: Framing): boolean {
  const part = seen[0] === undefined ? undefined : draft.people.get(seen[0]);
  return part?.pose === "hold" && part.holds !== null && heldHigh.has(part.holds);
}

/** People of whom no deed is told may be seen on their feet while they talk. */
const standsIdle = ({ people }: Draft, { seen }: Framing): boolean =>
  seen.every((person) => (people.get(person)?.pose ?? null) === null && people.get(person)?.undrawable !== true);

function isPlain(draft: Draft, { kind, seen, place }: Framing, { indoors }: PlainShotTools): boolean {
  const [first] = seen;
  const pose = (first === undefined ? null : draft.people.get(first)?.pose) ?? null;
  if (kind === "talk" || kind === "reaction" || pose === null) return false;
  return plain.has(pose) || (pose === "sit" && place !== null && indoors(place));
}

/** Head and shoulders, or two from the hip: not the size of the panel before. */
function nearer(framing: Framing, before: Framing | null): Framing {
  const shot: Shot = framing.seen.length > 1 || before?.shot === "close" ? "medium" : "close";
  return { ...framing, shot };
}

/** The one to whom a lone speaker speaks, where that one has just spoken in the same place. */
function spokenTo(draft: Draft, { kind, seen }: Framing, before: readonly Draft[]): string | null {
  const [line, second] = draft.lines.filter(({ kind: text }) => text !== "narration");
  if (kind !== "talk" || seen.length !== 1 || line?.kind !== "speech" || second?.speaker === null) return null;
  const spoke = (person: string) => before.some(({ lines }) => lines.some(({ speaker }) => speaker === person));
  const to = line.addressee;
  return to !== null && to !== line.speaker && line.speaker === seen[0] && spoke(to) ? to : null;
}

/** Things that are held so high that a picture from the hip up shows them whole. */
const heldHigh: ReadonlySet<HeldThing> = new Set<HeldThing>([
  "axe",
  "book",
  "bottle",
  "bowl",
  "branch",
  "cake",
  "candle",
  "cards",
  "chestnuts",
  "cigar",
  "cup",
  "fan",
  "flower",
  "key",
  "lamp",
  "lantern",
  "letter",
  "mirror",
  "newspaper",
  "pen",
  "pipe",
  "pistol",
  "rifle",
  "stone",
  "sword",
  "torch",
  "watch",
]);

/** Whether the shot shows a thing that somebody holds: too far off it is a blot, too near the hand lies below the picture. */
export const showsHeld = (thing: HeldThing, shot: Shot): boolean =>
  shot === "full" || (shot === "medium" && heldHigh.has(thing));

/** What a body does in a shot: nearer than head to foot, only poses that an upper half shows. */
export function poseWithin(pose: Pose, { shot, kind, placed, seen }: Framing): Pose {
  if (shot === "full" || placed === true) return pose;
  if (pose === "embrace") return shot === "medium" && seen.length === 2 ? pose : "stand";
  if (shot === "wide") return far.has(pose) ? pose : "stand";
  if (!wholeBody.has(pose)) return pose;
  return kind === "action" && shot === "medium" && upright.has(pose) ? pose : "stand";
}

/** Poses that small figures show. */
const far: ReadonlySet<Actor["pose"]> = new Set<Pose>(["walk", "run", "stand"]);
/** Poses that also read in a picture from the hip up. */
const upright: ReadonlySet<Pose> = new Set<Pose>(["run", "walk", "fight", "bow", "seize", "push", "strike", "throw"]);
