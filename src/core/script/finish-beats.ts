import type { Book, Span } from "../book/book.ts";
import type { Mood, Scene, Sound } from "../story/story.ts";
import { faceOf, gestureOf, listeningFace } from "./acting.ts";
import { type Draft, draftSize, type Line } from "./draft.ts";
import type { FateLedger } from "./fates.ts";
import { effectOf, importanceOf, isHook } from "./importance.ts";
import { runsOf, wordsOf } from "./lettered-text.ts";
import type { Pace } from "./pace.ts";
import type { ThingFinder, ThingMemory } from "./props.ts";
import type { Actor, Beat, BeatText, Emotion, Pose } from "./script.ts";
import { type Framing, frameScene } from "./shots.ts";
import type { Standing } from "./sides.ts";

/** Numbers that run through the whole script. */
export interface Counters {
  beats: number;
  texts: number;
  /** Beats since the last drawn sound. */
  quiet: number;
}

/** What turns drafts into beats. */
export interface FinishTools {
  book: Book;
  pace: Pace;
  standing: Standing;
  ledger: FateLedger;
  counters: Counters;
  things: ThingFinder;
  shown: ThingMemory;
  /** Sounds of each draft. */
  sounds: ReadonlyMap<Draft, Sound>;
  /** Place of the scene in the book, 0–1. */
  along: number;
}

/** The beats of a scene: framed, acted and numbered, with the fates of their text recorded. */
export function finishBeats(scene: Scene, drafts: readonly Draft[], tools: FinishTools): Beat[] {
  const framings = frameScene(drafts, { ...tools, text: tools.book.text });
  const faces = new Map<string, Emotion>();
  // A mood read from a whole long chapter says little about each face in it.
  const mood = scene.end - scene.start > longScene ? null : scene.mood;
  let at = scene.start;
  return drafts.map((draft, i) => {
    const framing = framings[i] ?? { kind: draft.kind, shot: "medium", seen: [], prop: null };
    const beat = finishBeat(scene, draft, framing, { ...tools, faces, mood, turn: i, at });
    beat.opensScene = i === 0;
    beat.hook = isHook(lastWords(beat), i === drafts.length - 1);
    at = beat.end;
    return beat;
  });
}

/** UTF-16 units. */
const longScene = 5000;

interface BeatTools extends FinishTools {
  faces: Map<string, Emotion>;
  /** Mood that shows on faces. */
  mood: Mood | null;
  turn: number;
  at: number;
}

function finishBeat(scene: Scene, draft: Draft, framing: Framing, tools: BeatTools): Beat {
  const id = `b${++tools.counters.beats}`;
  const texts = new Map(draft.lines.map((line) => [line, textOf(line, framing, tools)]));
  record(draft, framing, id, texts, tools);
  const figures = castOf(scene, draft, framing, tools);
  return {
    ...spanOf(draft, tools.at),
    id,
    scene: scene.id,
    kind: framing.kind,
    shot: framing.shot,
    importance: importanceOf(
      draft,
      framing,
      draftSize(draft) / (tools.pace.rules === "ja" ? 2.2 : 1),
      scene.mood,
      tools.along,
    ),
    opensScene: false,
    hook: false,
    place: scene.place,
    time: scene.time,
    weather: scene.weather,
    mood: scene.mood,
    figures,
    prop: framing.prop,
    scenery: "place",
    camera: "eye",
    texts: [...texts.values(), ...soundOf(draft, tools)],
    effect: effectOf(
      draft,
      framing,
      figures.map(({ emotion }) => emotion),
    ),
  };
}

function textOf(line: Line, framing: Framing, { book, pace, counters }: BeatTools): BeatText {
  const [first] = line.pieces;
  const last = line.pieces.at(-1);
  const voice = line.kind === "speech" || line.kind === "shout" || line.kind === "whisper" || line.kind === "thought";
  const unseen = voice && (line.speaker === null || !framing.seen.includes(line.speaker));
  return {
    id: `t${++counters.texts}`,
    kind: unseen ? "off-panel" : line.kind,
    speaker: line.speaker,
    runs: runsOf(book, line.pieces, pace.rules === "ja"),
    start: first?.start ?? 0,
    end: last?.end ?? 0,
  };
}

function record(
  draft: Draft,
  framing: Framing,
  beat: string,
  texts: ReadonlyMap<Line, BeatText>,
  { ledger, things, book }: BeatTools,
): void {
  // A panel that shows a thing draws no more of what people did beside it than the sentences about the thing.
  const drawn = ({ start, end }: Span) =>
    framing.prop === null ||
    framing.prop === "letter" ||
    things.ranked(book.text.slice(start, end)).some(({ prop }) => prop === framing.prop);
  for (const claim of draft.claims) {
    if (claim.fate === "condensed") ledger.condensed(claim, beat, wordsOf(texts.get(claim.as)?.runs ?? []));
    else if (claim.fate === "shown") ledger.shown(claim, beat);
    else if (drawn(claim)) ledger.drawn(claim, beat);
    else ledger.leftOut(claim, "pace");
  }
}

function spanOf(draft: Draft, at: number): Span {
  if (draft.claims.length === 0) return { start: at, end: at };
  return {
    start: Math.min(...draft.claims.map(({ start }) => start)),
    end: Math.max(...draft.claims.map(({ end }) => end)),
  };
}

/** At most one drawn sound a beat, and few of the quiet ones. */
function soundOf(draft: Draft, { sounds, counters, book, pace }: BeatTools): BeatText[] {
  counters.quiet += 1;
  const sound = sounds.get(draft);
  if (!sound || (draft.lines.length > 2 && sound.loudness < 3) || counters.quiet < 4 - sound.loudness) return [];
  const source = book.text.slice(sound.start, sound.end);
  const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}]/gu, "");
  if (pace.rules === "en" && !letters(source).startsWith(letters(sound.text).slice(0, 4))) return [];
  counters.quiet = 0;
  return [
    {
      id: `t${++counters.texts}`,
      kind: "sound",
      speaker: null,
      runs: [{ text: sound.text, ruby: null, emphasis: false }],
      start: sound.start,
      end: sound.end,
    },
  ];
}

const still = new Set<Emotion>(["neutral", "calm", "suspicious", "thinking"]);

function castOf(scene: Scene, draft: Draft, framing: Framing, tools: BeatTools): Actor[] {
  const { faces, mood, pace, book } = tools;
  const sides = tools.standing.sidesOf(framing.seen);
  const speaking = new Map<string, Emotion>();
  for (const line of draft.lines) {
    if (line.speaker === null || line.kind === "letter") continue;
    const words = line.pieces.map(({ start, end }) => book.text.slice(start, end)).join(" ");
    const before = speaking.get(line.speaker) ?? faces.get(line.speaker) ?? null;
    const face = faceOf({ line: words, tag: line.tag, kind: line.kind, mood, before }, pace.rules);
    // Of two lines in a panel the one that moves the face wins.
    if (!speaking.has(line.speaker) || !still.has(face)) speaking.set(line.speaker, face);
  }
  const loudest = [...speaking.values()].at(-1) ?? null;
  const actors = framing.seen.map((person): Actor => {
    const part = draft.people.get(person);
    const own = faces.get(person) ?? null;
    const heard = loudest === null ? listeningFace("neutral", own, mood) : listeningFace(loudest, own, mood);
    const emotion =
      speaking.get(person) ?? part?.emotion ?? (loudest === null ? exertion(part?.pose ?? null, scene) : null) ?? heard;
    const talks = speaking.has(person);
    return {
      person,
      emotion,
      pose: part?.pose ?? (talks || framing.kind === "reaction" ? gestureOf(emotion, tools.turn) : "stand"),
      side: sides.get(person) ?? "centre",
      looksAt: lookOf(person, draft, framing),
      speaks: talks,
      holds: null,
    };
  });
  for (const [person, face] of speaking) faces.set(person, face);
  return actors;
}

/** The face that goes with a silent action. */
function exertion(pose: Pose | null, { mood }: Scene): Emotion | null {
  const uneasy = mood === "fearful" || mood === "tense" || mood === "mysterious";
  if (pose === "run") return uneasy ? "afraid" : "determined";
  if (pose === "fight") return "angry";
  if (pose === "fall") return "shocked";
  if (pose === "hand-to-face") return "thinking";
  if (pose === "kneel" || pose === "lean") return uneasy ? "suspicious" : null;
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

function lastWords(beat: Beat): string {
  const last = beat.texts.findLast(({ kind }) => kind !== "sound");
  return last ? wordsOf(last.runs) : "";
}
