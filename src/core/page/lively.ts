import type { Beat, Emotion, Pose } from "../script/script.ts";
import type { Mood } from "../story/story.ts";

const moving: ReadonlySet<Pose> = new Set<Pose>([
  "run",
  "fight",
  "fall",
  "leap",
  "throw",
  "push",
  "seize",
  "shake-fist",
]);

/** Whether a beat is in motion: its panel may lean and run off the page. */
export function isLively(beat: Beat | undefined): boolean {
  if (!beat) return false;
  const { kind, effect, figures } = beat;
  if (kind === "action" || effect === "speed" || effect === "impact" || effect === "focus") return true;
  return figures.some(({ pose }) => moving.has(pose));
}

const uneasy: ReadonlySet<Mood | null> = new Set<Mood | null>(["tense", "angry", "fearful"]);
const stirred: ReadonlySet<Emotion> = new Set<Emotion>(["furious", "shocked", "afraid", "angry"]);

/** Whether a beat is tense, loud or full of strong feeling without being in motion. */
export function isUneasy(beat: Beat | undefined): boolean {
  if (!beat) return false;
  const { mood, figures, texts } = beat;
  return (
    uneasy.has(mood) ||
    figures.some(({ emotion }) => stirred.has(emotion)) ||
    texts.some(({ kind }) => kind === "shout")
  );
}

/** Whether a beat is at rest and says little: its picture may fade into the page. */
export function isQuiet({ kind, texts, effect, time, opensScene, importance, shot }: Beat): boolean {
  const still = kind === "quiet" || kind === "reaction";
  return (
    still &&
    shot !== "insert" &&
    texts.length < 2 &&
    effect === null &&
    time !== "night" &&
    !opensScene &&
    importance < 0.6
  );
}
