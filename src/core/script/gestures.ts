import { saidGestures, toldGestures } from "./gesture-words.ts";
import type { Emotion, Gesture, Pose } from "./script.ts";

type Rules = "en" | "ja";

/** What is known of somebody who talks, listens or is only there. */
export interface Moment {
  /** Own words, or none. */
  line: string;
  /** What is told of the person beside them. */
  told: string;
  face: Emotion;
  speaks: boolean;
}

/** The gesture that a tag or a caption tells of somebody (he shook his fist), or null. */
export function gestureTold(told: string, rules: Rules): Pose | null {
  const own = told.replace(seenDoing, " ");
  return toldGestures[rules].find(([, words]) => words.test(own))?.[0] ?? null;
}

/** What somebody sees another do, or leaves another doing, or what another does meanwhile. */
const seenDoing =
  /\b(?:as|while|when) (?!he\b|she\b|I\b)[^,;.]*|\b(?:left|found|saw|seen|noticed|observed|watched|met) (?:him|her|them|(?:the|a|an|our|my) \p{L}+)\b[^;.]*/giu;

/** How much of a line is heard with its gesture, in characters: what stands further on is said when the hand is down again. */
const heard = 90;

/** The gesture that goes with what somebody says first: asking, refusing, begging; or null. */
export function gestureSaid(line: string, rules: Rules): Gesture | null {
  const sentences = line.slice(0, heard).split(/(?<=[.!?…。！？—])["”’」』\s]*/u);
  return saidGestures[rules].find(([, words]) => sentences.some((sentence) => words.test(sentence)))?.[0] ?? null;
}

/**
 * What arms do while somebody talks or listens: what the words tell, or what the line asks for and the face does not
 * contradict; nothing of mere liveliness, and nothing for a feeling alone: a false gesture is worse than none.
 */
export function gestureOf({ line, told, face, speaks }: Moment, rules: Rules): Pose {
  const known = gestureTold(told, rules);
  if (known !== null) return speaks && mouthed.has(known) ? "stand" : known;
  const said = speaks ? gestureSaid(line, rules) : null;
  return said !== null && goesWith[said]?.(face) === true ? said : "stand";
}

/** Hands at the mouth or the chin, with which nobody speaks. */
const mouthed: ReadonlySet<Pose> = new Set<Pose>(["gasp", "hand-to-face", "drink"]);

const among = (...faces: readonly Emotion[]): ((face: Emotion) => boolean) => {
  const known = new Set(faces);
  return (face) => known.has(face);
};

/** With which faces a gesture of the line is believed: nobody begs with a smile, shrugs in tears or wags a finger in grief. */
const goesWith: Readonly<Partial<Record<Gesture, (face: Emotion) => boolean>>> = {
  "clasp-hands": among("neutral", "afraid", "sad", "crying", "ashamed", "shocked", "tender"),
  halt: among("neutral", "calm", "determined", "angry", "furious", "surprised", "suspicious", "afraid", "shocked"),
  despair: among("sad", "crying", "afraid", "shocked", "ashamed"),
  "hand-on-heart": among("neutral", "calm", "tender", "happy", "sad", "determined", "ashamed"),
  shrug: among("neutral", "calm", "happy", "smug", "thinking", "surprised", "suspicious"),
  offer: among("neutral", "calm", "happy", "tender", "thinking", "smug"),
  explain: among("neutral", "calm", "determined", "thinking", "angry", "suspicious"),
};

/** Poses in which arms and hands say something: seen from head to waist. */
export const gestural: ReadonlySet<Pose> = new Set<Pose>([
  "explain",
  "offer",
  "shrug",
  "halt",
  "shake-fist",
  "hand-on-heart",
  "clasp-hands",
  "despair",
  "gasp",
  "tip-hat",
  "read",
  "drink",
  "eat",
  "smoke",
  "arms-crossed",
  "hands-on-hips",
  "hands-behind",
  "hand-to-face",
  "point",
  "reach",
]);
