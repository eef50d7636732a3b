import { hashText } from "../geometry/random.ts";
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
  /** Differs from panel to panel and from person to person. */
  turn: string;
}

/** The gesture that a tag or a caption tells of somebody (he shook his fist), or null. */
export function gestureTold(told: string, rules: Rules): Pose | null {
  const own = told.replace(seenDoing, " ");
  return toldGestures[rules].find(([, words]) => words.test(own))?.[0] ?? null;
}

/** What somebody sees another do, or leaves another doing. */
const seenDoing =
  /\b(?:left|found|saw|seen|noticed|observed|watched|met) (?:him|her|them|(?:the|a|an|our|my) \p{L}+)\b[^;.]*/giu;

/** The gesture that goes with what somebody says: explaining, asking, refusing, begging; or null. */
export function gestureSaid(line: string, rules: Rules): Gesture | null {
  return saidGestures[rules].find(([, words]) => words.test(line))?.[0] ?? null;
}

/**
 * What arms do while somebody talks or listens: what the words tell, in most cases what the line asks for, or a gesture of strong
 * feeling; nothing of mere liveliness. Now and then the hands are behind the back. Never a thing that needs anything or anybody to be done to.
 */
export function gestureOf(moment: Moment, rules: Rules): Pose {
  const { line, told, face, speaks, turn } = moment;
  const known = gestureTold(told, rules);
  if (known !== null) return speaks && mouthed.has(known) ? "stand" : known;
  const chance = hashText(`${turn} ${line}`) % 12;
  const said = speaks ? gestureSaid(line, rules) : null;
  if (said !== null && fits(said, face)) return chance < 9 ? said : "stand";
  const moved = (speaks ? speaking : listening)[face]?.[chance];
  return moved ?? (chance === 11 && calmFaces.has(face) ? "hands-behind" : "stand");
}

/** Gestures of a strong feeling, which the words have told, one of which comes in so many of twelve lines. */
const speaking: Readonly<Partial<Record<Emotion, readonly Pose[]>>> = {
  furious: ["shake-fist", "shake-fist", "hands-on-hips", "shake-fist"],
  crying: ["clasp-hands", "hand-on-heart", "despair", "clasp-hands"],
  afraid: ["clasp-hands", "halt", "clasp-hands"],
  ashamed: ["clasp-hands", "hand-on-heart", "clasp-hands"],
};
const listening: Readonly<Partial<Record<Emotion, readonly Pose[]>>> = {
  shocked: ["gasp", "gasp", "despair", "gasp"],
  afraid: ["clasp-hands", "gasp", "clasp-hands"],
  crying: ["despair", "clasp-hands", "despair"],
};
const calmFaces: ReadonlySet<Emotion> = new Set<Emotion>(["neutral", "calm", "thinking"]);

/** Hands at the mouth or the chin, with which nobody speaks. */
const mouthed: ReadonlySet<Pose> = new Set<Pose>(["gasp", "hand-to-face", "drink"]);

/** No open palm with an angry face, and no fist with a friendly one. */
const fits = (gesture: Gesture, face: Emotion): boolean => {
  if (face === "angry" || face === "furious" || face === "determined") return !soft.has(gesture);
  return gesture !== "shake-fist" && (gesture !== "offer" || !moved.has(face));
};

/** Who is struck by something does not politely ask. */
const moved: ReadonlySet<Emotion> = new Set<Emotion>(["surprised", "shocked", "afraid", "sad", "crying", "suspicious"]);

const soft: ReadonlySet<Gesture> = new Set<Gesture>(["offer", "clasp-hands", "hand-on-heart", "tip-hat"]);

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
