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
 * What arms do while somebody talks or listens: what the words tell, what the line calls for in two of three cases, and now
 * and then a gesture of mere liveliness. Never a thing that needs anything or anybody to be done to.
 */
export function gestureOf(moment: Moment, rules: Rules): Pose {
  const { line, told, face, speaks, turn } = moment;
  const known = gestureTold(told, rules);
  if (known !== null) return speaks && mouthed.has(known) ? "stand" : known;
  const chance = hashText(`${turn} ${line}`) % 12;
  const said = speaks ? gestureSaid(line, rules) : null;
  if (said !== null && fits(said, face)) return chance < (said === "offer" ? 7 : 9) ? said : "stand";
  const moods = (speaks ? speaking : listening)[face] ?? (speaks ? lively : idle);
  return moods[chance] ?? "stand";
}

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

/** Gestures of talk by face, one of which comes in so many of twelve lines. */
const speaking: Readonly<Partial<Record<Emotion, readonly Pose[]>>> = {
  angry: ["arms-crossed", "shake-fist", "hands-on-hips", "explain", "halt"],
  furious: ["shake-fist", "shake-fist", "shake-fist", "hands-on-hips"],
  determined: ["explain", "halt", "arms-crossed", "hands-on-hips"],
  ashamed: ["clasp-hands", "tip-hat", "hand-on-heart", "clasp-hands", "tip-hat"],
  sad: ["clasp-hands", "hand-on-heart", "shrug", "despair"],
  crying: ["clasp-hands", "hand-on-heart", "despair"],
  afraid: ["clasp-hands", "halt", "clasp-hands"],
  surprised: ["halt", "hand-on-heart"],
  happy: ["offer", "hand-on-heart", "explain", "offer", "hands-behind"],
  calm: ["offer", "hands-behind", "explain", "hand-on-heart", "offer"],
  thinking: ["explain", "shrug", "arms-crossed", "hands-behind", "explain"],
  smug: ["arms-crossed", "hands-behind", "explain", "hands-on-hips"],
  suspicious: ["arms-crossed", "hands-on-hips", "explain"],
  tired: ["shrug"],
};
const lively: readonly Pose[] = ["explain", "offer", "hands-behind", "explain", "arms-crossed"];

const listening: Readonly<Partial<Record<Emotion, readonly Pose[]>>> = {
  angry: ["arms-crossed", "hands-on-hips", "arms-crossed"],
  suspicious: ["arms-crossed", "arms-crossed", "hand-to-face"],
  thinking: ["hand-to-face", "arms-crossed", "hand-to-face", "hands-behind", "hand-to-face", "hands-behind"],
  surprised: ["gasp", "gasp", "halt"],
  shocked: ["gasp", "gasp", "despair"],
  afraid: ["clasp-hands", "gasp"],
  sad: ["clasp-hands", "despair", "clasp-hands"],
  ashamed: ["clasp-hands", "tip-hat"],
  determined: ["arms-crossed", "arms-crossed"],
};
const idle: readonly Pose[] = ["hands-behind", "arms-crossed", "hands-behind", "hand-to-face"];

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
