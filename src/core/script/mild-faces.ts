import { hashText } from "../geometry/random.ts";
import { courtesies, doubtWords, innerQuotes, retoldWords, sternWords } from "./acting-words.ts";
import type { Emotion } from "./script.ts";

type Rules = "en" | "ja";

/** What somebody says in own words: what others said, and verses, are not felt by who repeats them. */
export function ownWords(line: string, rules: Rules): string {
  return line.replace(innerQuotes[rules], " ");
}

/** Whether a line repeats what somebody said at another time: who tells it shows none of that. */
export const isRetold = (line: string, rules: Rules): boolean => retoldWords[rules].test(line);

/** Which courtesy a line is said with, or null: nobody scowls with one on the lips. */
export function courtesyOf(line: string, rules: Rules): Emotion | null {
  const face = courtesies[rules].find(([, words]) => words.test(line))?.[0] ?? null;
  return face === "happy" && sternWords[rules].test(line) ? "calm" : face;
}

/**
 * The face that goes with a line of no told feeling: level, or with a brow raised where it asks or doubts. Never a smile or
 * a grief, which need words that say so. Faces change from line to line, so that nobody stares alike through a whole talk.
 */
export function mildFace(line: string, rules: Rules): Emotion {
  const faces = doubtWords[rules].test(line) ? doubting : plain;
  return faces[hashText(line) % faces.length] ?? "neutral";
}

const doubting: readonly Emotion[] = ["thinking", "neutral", "thinking", "calm"];
const plain: readonly Emotion[] = ["neutral", "calm", "neutral"];

/** Faces that frown or stare: they need words that say so. */
export const scowls: ReadonlySet<Emotion> = new Set<Emotion>(["angry", "furious", "determined", "suspicious"]);

/** What is left of a feeling in somebody who tells of it afterwards. */
export function rememberedFace(felt: Emotion): Emotion {
  if (felt === "surprised") return "thinking";
  return felt === "afraid" || felt === "shocked" || felt === "crying" || felt === "sad" ? "sad" : "neutral";
}
