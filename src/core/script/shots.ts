import type { Draft } from "./draft.ts";
import { draftSize } from "./draft.ts";
import type { Pace } from "./pace.ts";
import type { Prop } from "./prop-words.ts";
import type { ThingFinder, ThingMemory } from "./props.ts";
import type { BeatKind, Pose, Shot } from "./script.ts";

/** How a beat is seen. */
export interface Framing {
  kind: BeatKind;
  shot: Shot;
  /** The people in the picture, most important first. */
  seen: string[];
  prop: string | null;
}

const wholeBody = new Set<Pose>(["run", "fall", "fight", "walk", "kneel", "lie", "sit", "bow", "arms-up"]);

/** What a scene is framed with. */
export interface FrameTools {
  text: string;
  pace: Pace;
  things: ThingFinder;
  /** Things shown so far in the book. */
  shown: ThingMemory;
}

/** Gives every draft of a scene its shot, so that no more than two talking heads follow each other (P7). */
export function frameScene(drafts: readonly Draft[], tools: FrameTools): Framing[] {
  let heads = 0;
  let closes = 0;
  let breaks = 0;
  const met = new Set<string>();
  return drafts.map((draft, i) => {
    tools.shown.step();
    const fresh = [...draft.people.keys()].some((id) => !met.has(id));
    for (const id of draft.people.keys()) met.add(id);
    const plain = frame(draft, i, tools);
    const framing = (fresh ? null : spokenThing(draft, plain.shot, tools)) ?? plain;
    const talking = draft.kind === "talk" && (framing.shot === "medium" || framing.shot === "close");
    if (talking && heads >= 2) {
      heads = 0;
      breaks += 1;
      return broken(draft, framing, drafts[i - 1], breaks, tools);
    }
    heads = talking ? heads + 1 : 0;
    if (framing.shot === "close" && closes >= 2 && framing.seen.length > 0) {
      closes = 0;
      return { ...framing, shot: "medium" };
    }
    closes = framing.shot === "close" ? closes + 1 : 0;
    return framing;
  });
}

/** The thing that a panel is most about, shown alone; null where there is none, or where it was shown just now: no other stands in for it. */
function insertOf(props: readonly (Prop | null)[], { shown }: FrameTools): Framing | null {
  const prop = props.find((one) => one !== null) ?? null;
  if (prop === null || !shown.rested(prop)) return null;
  shown.note(prop);
  return { kind: "insert", shot: "insert", seen: [], prop };
}

/** Panels with people between two that a thing takes from them. */
const peopleRest = 3;

/** Where one voice or two speak of a thing that runs through the book, the reader looks at the thing now and then instead of the face. */
function spokenThing(draft: Draft, shot: Shot, tools: FrameTools): Framing | null {
  const voices = draft.lines.filter(({ kind }) => kind !== "narration");
  const speakers = new Set(voices.map(({ speaker }) => speaker));
  if (draft.kind !== "talk" || tools.shown.since() <= peopleRest) return null;
  if (speakers.size > 2 || (speakers.size === 2 && (voices.length > 2 || tools.shown.since() <= 2 * peopleRest)))
    return null;
  if (draft.lines.some(({ kind }) => kind !== "speech" && kind !== "narration")) return null;
  const busy = [...draft.people.values()].some(({ pose }) => pose !== null && wholeBody.has(pose));
  // A body in motion, a close face or two voices give way only to a line that is all about the thing.
  const least = busy || shot === "close" || shot === "wide" || speakers.size === 2 ? 1.8 : 1;
  const about = aboutThings(wordsOf(draft, tools.text), tools, least);
  return insertOf(
    about.filter((prop) => tools.things.isKey(prop)),
    tools,
  );
}

const aboutThings = (words: string, { things }: FrameTools, least = 1): Prop[] =>
  things
    .ranked(words)
    .filter(({ weight }) => weight >= least)
    .map(({ prop }) => prop);

function frame(draft: Draft, index: number, tools: FrameTools): Framing {
  const { pace } = tools;
  const people = [...draft.people.keys()];
  const speakers = people.filter((id) => draft.people.get(id)?.speaks);
  if (draft.kind === "establish") return { kind: "establish", shot: "wide", seen: people.slice(0, 4), prop: null };
  if (draft.lines.some(({ kind }) => kind === "letter")) return insertOf(["letter"], tools) ?? unpeopled(draft, tools);
  if (people.length === 0) return unpeopled(draft, tools);
  if (draft.kind !== "talk" && (speakers.length === 0 || doing(draft))) return acting(draft, people, index, tools);
  if (speakers.length === 0) return { kind: "talk", shot: "medium", seen: people.slice(0, 2), prop: null };
  const shouted = draft.lines.some(({ kind }) => kind === "shout" || kind === "thought" || kind === "whisper");
  const pose = speakers[0] === undefined ? null : (draft.people.get(speakers[0])?.pose ?? null);
  if (speakers.length === 1 && pose !== null && wholeBody.has(pose) && draftSize(draft) <= pace.panel * 0.7) {
    return { kind: "talk", shot: "full", seen: people.slice(0, 2), prop: null };
  }
  if (speakers.length === 1 && (shouted || (index % 2 === 1 && draftSize(draft) <= pace.panel * 0.7))) {
    return { kind: "talk", shot: "close", seen: speakers, prop: null };
  }
  return {
    kind: "talk",
    shot: "medium",
    seen: [...speakers, ...people.filter((id) => !speakers.includes(id))].slice(0, 3),
    prop: null,
  };
}

/** Nobody in it: a thing that the text names, else the place. */
function unpeopled(draft: Draft, tools: FrameTools): Framing {
  const place: Framing = { kind: draft.kind === "talk" ? "talk" : "quiet", shot: "wide", seen: [], prop: null };
  if (draft.kind === "talk") return place;
  return insertOf([...aboutThings(toldOf(draft, tools), tools, 0), draft.prop], tools) ?? place;
}

/** Somebody in it does something that the picture shows. */
const doing = (draft: Draft) => draft.kind === "action" && [...draft.people.values()].some(({ pose }) => pose !== null);

/** Whoever does no more than this leaves the picture to the thing that the sentence is about. */
const handling = new Set<Pose | null>([null, "hold", "reach", "stand", "walk", "sit", "lean"]);

function acting(draft: Draft, people: readonly string[], index: number, tools: FrameTools): Framing {
  const [actor] = people;
  const part = actor === undefined ? null : draft.people.get(actor);
  const idle = [...draft.people.values()].every(({ pose, speaks }) => handling.has(pose) && !speaks);
  if (idle && tools.shown.since() > peopleRest) {
    const thing = insertOf(aboutThings(toldOf(draft, tools), tools, 1.4), tools);
    if (thing) return thing;
  }
  const seen = people.slice(0, 3);
  if (part?.pose && wholeBody.has(part.pose)) return { kind: "action", shot: "full", seen, prop: null };
  if (part?.pose) return { kind: "action", shot: "medium", seen, prop: null };
  if (part?.emotion) return { kind: "reaction", shot: "close", seen: people.slice(0, 1), prop: null };
  const shot = people.length > 1 ? "medium" : (["medium", "close", "wide"] as const)[index % 3];
  return { kind: "quiet", shot: shot ?? "medium", seen: people.slice(0, 2), prop: null };
}

/** A third talking head becomes something else to look at: the thing spoken of, the listener, or the people small in their place. */
function broken(draft: Draft, framing: Framing, before: Draft | undefined, count: number, tools: FrameTools): Framing {
  const speakers = new Set(draft.lines.map(({ speaker }) => speaker));
  const thing = speakers.size === 1 ? insertOf(aboutThings(wordsOf(draft, tools.text), tools), tools) : null;
  if (thing) return thing;
  const [speaker] = speakers;
  const listener =
    draft.lines[0]?.addressee ?? [...(before?.people.keys() ?? [])].find((id) => !speakers.has(id)) ?? null;
  if (listener !== null && speaker && speakers.size === 1 && count % 2 === 1)
    return { kind: "reaction", shot: "close", seen: [listener], prop: null };
  return { ...framing, shot: count % 2 === 0 ? "wide" : "full", prop: null };
}

function wordsOf(draft: Draft, text: string): string {
  return draft.lines
    .filter(({ kind }) => kind !== "narration")
    .flatMap(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end)))
    .join(" ");
}

/** What a panel tells: the caption, where it is about a thing, else all that happens in it. */
function toldOf(draft: Draft, { text, things }: FrameTools): string {
  const caption = draft.lines
    .filter(({ kind, title }) => kind === "narration" && !title)
    .flatMap(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end)))
    .join(" ");
  return (things.ranked(caption)[0]?.weight ?? 0) < 1 ? draft.action : caption;
}
