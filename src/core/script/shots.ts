import type { Draft } from "./draft.ts";
import { draftSize } from "./draft.ts";
import type { Pace } from "./pace.ts";
import { propIn } from "./props.ts";
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

/** Gives every draft of a scene its shot, so that no more than two talking heads follow each other (P7). */
export function frameScene(drafts: readonly Draft[], text: string, pace: Pace): Framing[] {
  let heads = 0;
  let closes = 0;
  let breaks = 0;
  const lastSeen = new Map<string, number>();
  return drafts.map((draft, i) => {
    const framing = withoutRepeats(frame(draft, i, text, pace), i, lastSeen);
    const talking = draft.kind === "talk" && (framing.shot === "medium" || framing.shot === "close");
    if (talking && heads >= 2) {
      heads = 0;
      breaks += 1;
      return broken(draft, framing, drafts[i - 1], breaks, text, pace);
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

/** Panels after which a thing may fill one again. */
const propRest = 8;

/** A thing that was just shown is not shown again: the place stands in for it. Letters are, since each is read. */
function withoutRepeats(framing: Framing, index: number, lastSeen: Map<string, number>): Framing {
  const { prop } = framing;
  if (prop === null) return framing;
  const before = lastSeen.get(prop);
  lastSeen.set(prop, index);
  if (prop === "letter" || before === undefined || index - before > propRest) return framing;
  return { kind: "quiet", shot: "wide", seen: [], prop: null };
}

function frame(draft: Draft, index: number, text: string, pace: Pace): Framing {
  const people = [...draft.people.keys()];
  const speakers = people.filter((id) => draft.people.get(id)?.speaks);
  if (draft.kind === "establish") return { kind: "establish", shot: "wide", seen: people.slice(0, 4), prop: null };
  if (draft.lines.some(({ kind }) => kind === "letter"))
    return { kind: "insert", shot: "insert", seen: [], prop: "letter" };
  if (people.length === 0) return unpeopled(draft);
  if (draft.kind !== "talk" && (speakers.length === 0 || doing(draft))) return acting(draft, people, index);
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
function unpeopled(draft: Draft): Framing {
  if (draft.kind !== "talk" && draft.prop !== null)
    return { kind: "insert", shot: "insert", seen: [], prop: draft.prop };
  return { kind: draft.kind === "talk" ? "talk" : "quiet", shot: "wide", seen: [], prop: null };
}

/** Somebody in it does something that the picture shows. */
const doing = (draft: Draft) => draft.kind === "action" && [...draft.people.values()].some(({ pose }) => pose !== null);

function acting(draft: Draft, people: readonly string[], index: number): Framing {
  const [actor] = people;
  const part = actor === undefined ? null : draft.people.get(actor);
  const seen = people.slice(0, 3);
  if (part?.pose && wholeBody.has(part.pose)) return { kind: "action", shot: "full", seen, prop: null };
  if (part?.pose) return { kind: "action", shot: "medium", seen, prop: null };
  if (part?.emotion) return { kind: "reaction", shot: "close", seen: people.slice(0, 1), prop: null };
  const shot = people.length > 1 ? "medium" : (["medium", "close", "wide"] as const)[index % 3];
  return { kind: "quiet", shot: shot ?? "medium", seen: people.slice(0, 2), prop: null };
}

/** A third talking head becomes something else to look at: the thing spoken of, the listener, or the people small in their place. */
function broken(
  draft: Draft,
  framing: Framing,
  before: Draft | undefined,
  count: number,
  text: string,
  pace: Pace,
): Framing {
  const named = propIn(wordsOf(draft, text), pace.rules);
  const speakers = new Set(draft.lines.map(({ speaker }) => speaker));
  if (named !== null && speakers.size === 1) return { kind: "insert", shot: "insert", seen: [], prop: named };
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
