import type { Book } from "../book/book.ts";
import type { Mood, Person } from "../story/story.ts";
import { faceOf, gestureOf, listeningFace } from "./acting.ts";
import { wholeBody } from "./deeds.ts";
import type { Draft, Part } from "./draft.ts";
import type { Framing } from "./framing.ts";
import type { Pace } from "./pace.ts";
import type { Actor, Emotion, Pose } from "./script.ts";
import type { Standing } from "./sides.ts";

/** What people act by in one panel. */
export interface ActTools {
  book: Book;
  pace: Pace;
  standing: Standing;
  cast: ReadonlyMap<string, Person>;
  /** The face that each made last when speaking in this scene; grows. */
  faces: Map<string, Emotion>;
  /** Mood that shows on faces. */
  mood: Mood | null;
  /** Number of the panel in its scene. */
  turn: number;
}

/** The people whom a panel shows, with faces, poses and gazes (D5). */
export function castOf(draft: Draft, framing: Framing, tools: ActTools): Actor[] {
  const sides = tools.standing.sidesOf(framing.seen);
  const speaking = speakingFaces(draft, tools);
  const loudest = [...speaking.values()].at(-1) ?? null;
  const actors = framing.seen.map((person, i): Actor => {
    const part = draft.people.get(person);
    const silent = loudest === null ? exertion(part?.pose ?? null, tools.mood) : null;
    const said = speaking.get(person) ?? null;
    // What the caption tells of a face outweighs a line that tells nothing of it.
    const told = (said === null || still.has(said) ? part?.emotion : null) ?? said ?? silent;
    const emotion = told ?? restingFace(person, loudest, framing, tools);
    const given = i === 0 ? framing.holds : null;
    return {
      person,
      emotion,
      pose:
        given === null
          ? poseOf(part, framing, i === 0 ? gestureFor(person, emotion, framing, tools) : "stand")
          : "hold",
      side: sides.get(person) ?? "centre",
      looksAt: lookOf(person, draft, framing),
      speaks: speaking.has(person),
      holds: given ?? inHand(part, framing),
    };
  });
  for (const [person, face] of speaking) tools.faces.set(person, face);
  return actors;
}

const still: ReadonlySet<Emotion> = new Set<Emotion>(["neutral", "calm", "thinking"]);

/** Faces of those who speak. */
function speakingFaces(draft: Draft, { book, pace, faces, mood, turn }: ActTools): Map<string, Emotion> {
  const speaking = new Map<string, Emotion>();
  for (const { speaker, kind, pieces, tag } of draft.lines) {
    if (speaker === null || kind === "letter") continue;
    const line = pieces.map(({ start, end }) => book.text.slice(start, end)).join(" ");
    const before = speaking.get(speaker) ?? faces.get(speaker) ?? null;
    // Two in a panel do not make the same face for nothing.
    const face = faceOf({ line, tag, kind, mood, before, turn: turn + speaking.size }, pace.rules);
    // Of two lines in a panel the one that moves the face wins.
    if (!speaking.has(speaker) || !still.has(face)) speaking.set(speaker, face);
  }
  return speaking;
}

/** The face of who only listens, or is only there: now and then in thought. */
function restingFace(
  person: string,
  heard: Emotion | null,
  { kind, seen }: Framing,
  { faces, mood, turn: panel }: ActTools,
): Emotion {
  const turn = panel + seen.indexOf(person);
  const face = listeningFace(heard ?? "neutral", faces.get(person) ?? null, mood, turn);
  return kind === "quiet" && face === "neutral" && turn % 3 === 0 ? "thinking" : face;
}

/** A gesture for who talks, listens or is only there, near enough to be seen. Paws do not rest on hips. */
function gestureFor(person: string, face: Emotion, { kind, shot }: Framing, { cast, turn }: ActTools): Pose {
  const human = (cast.get(person)?.looks.species ?? null) === null;
  const near = shot === "close" || shot === "medium";
  return human && near && kind !== "action" ? gestureOf(face, turn) : "stand";
}

/** What the words say, as far as the shot shows it; else a gesture for who talks or listens. */
function poseOf(part: Part | undefined, { kind, shot, seen }: Framing, gesture: Pose): Pose {
  const told = part?.pose ?? null;
  const shown = shot === "full" || shot === "wide" || told === null || !wholeBody.has(told) || upright.has(told);
  if (part?.undrawable && kind !== "action") return "stand";
  // An arm stretched out at somebody who is not in the picture is a signpost.
  if (told === "reach" && seen.length < 2) return "stand";
  if (told !== null) return shown ? told : "stand";
  return gesture;
}

/** Poses that also read in a picture from the hip up. */
const upright: ReadonlySet<Pose> = new Set<Pose>(["run", "walk", "fight", "bow", "embrace"]);

/** Too far off, a thing in a hand is a blot. */
const inHand = (part: Part | undefined, { shot }: Framing): string | null =>
  shot === "wide" ? null : (part?.holds ?? null);

/** The face that goes with a silent action. */
function exertion(pose: Pose | null, mood: Mood | null): Emotion | null {
  const uneasy = mood === "fearful" || mood === "mysterious";
  if (pose === "run") return "determined";
  if (pose === "fight") return "angry";
  if (pose === "fall") return "shocked";
  if (pose === "hand-to-face") return "thinking";
  if (pose === "kneel" || pose === "crouch" || pose === "lean") return uneasy ? "suspicious" : null;
  return null;
}

/** The addressee where the picture shows one, else the other person in it. */
function lookOf(person: string, draft: Draft, { seen }: Framing): string | null {
  const addressee = draft.lines.find(({ speaker }) => speaker === person)?.addressee ?? null;
  if (addressee !== null && addressee !== person && seen.includes(addressee)) return addressee;
  const speaker = draft.lines.find(
    (line) => line.speaker !== null && line.speaker !== person && seen.includes(line.speaker),
  )?.speaker;
  return speaker ?? seen.find((other) => other !== person) ?? null;
}
