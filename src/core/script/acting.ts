import type { Mood } from "../story/story.ts";
import { englishEmotions, englishLines, japaneseEmotions, japaneseLines, stillFaces } from "./acting-words.ts";
import { firstWord, tableOf } from "./word-tables.ts";
import type { Emotion, Pose, TextKind } from "./script.ts";

type Rules = "en" | "ja";

const emotionOf = tableOf(englishEmotions);
const japaneseEmotionList = listOf(japaneseEmotions);

function listOf<T>(rows: readonly (readonly [T, string])[]): [string, T][] {
  return rows.flatMap(([value, words]) => words.split(" ").map((word): [string, T] => [word, value]));
}

/** What a face shows in a sentence of narration or a speech tag, or null. */
export function emotionIn(sentence: string, rules: Rules): Emotion | null {
  if (rules === "ja") return japaneseEmotionList.find(([word]) => sentence.includes(word))?.[1] ?? null;
  return firstWord(
    sentence,
    emotionOf,
    (before) => !/(?:\b(?:not|never|no|nor|without|hardly)|n['’]t)\s*$/i.test(before),
  );
}

/** What is known when somebody speaks. */
export interface Spoken {
  line: string;
  /** Narration around the line that belongs to its speaker. */
  tag: string;
  kind: TextKind;
  mood: Mood | null;
  /** The face that the speaker made last in this scene. */
  before: Emotion | null;
  /** Changes from panel to panel, for faces that may be one or another. */
  turn: number;
}

/** The face that goes with a spoken line (D5): the tag first, then the words, then the marks, then the scene. */
export function faceOf(spoken: Spoken, rules: Rules): Emotion {
  const { line, tag, kind, mood, before, turn } = spoken;
  const told = tag === "" ? null : emotionIn(tag, rules);
  const heard = (rules === "ja" ? japaneseLines : englishLines).find(([, words]) => words.test(line))?.[0] ?? null;
  const loud = /[!！]/.test(line) || kind === "shout";
  if (kind === "shout" && (told === null || told === "determined" || told === "afraid" || told === "angry")) {
    return mood === "angry" || heard === "angry"
      ? "furious"
      : mood === "joyful"
        ? "laughing"
        : (told ?? heard ?? "shocked");
  }
  if (told !== null && told !== "thinking") return told;
  if (heard !== null && (heard !== "thinking" || !loud)) return heard;
  if (kind === "thought" || told === "thinking") return mood === "fearful" ? "afraid" : "thinking";
  if (loud)
    return mood === "angry" || before === "angry" || before === "furious"
      ? "angry"
      : mood === "joyful" || mood === "comic"
        ? "happy"
        : "determined";
  if (/(?:\.\.\.|…)/.test(line)) return mood === "sad" ? "sad" : "ashamed";
  if (/[?？]/.test(line)) return askingFace(line, mood, rules);
  return faded(before) ?? stillFace(mood, turn);
}

/** What a mood leaves on a face that shows nothing else: not the same on every panel. */
function stillFace(mood: Mood | null, turn: number): Emotion {
  const faces = mood === null ? (["neutral", "neutral", "calm"] as const) : stillFaces[mood];
  return faces[turn % faces.length] ?? "neutral";
}

function askingFace(line: string, mood: Mood | null, rules: Rules): Emotion {
  if (mood === "tense" || mood === "angry" || mood === "mysterious") return "suspicious";
  if (line.length < (rules === "ja" ? 9 : 24)) return "surprised";
  const open = rules === "ja" ? /なぜ|なん|何|誰|だれ|どこ|どう|いつ/ : /\b(?:what|why|who|where|how|which|when)\b/i;
  return open.test(line) ? "thinking" : "surprised";
}

/** A strong feeling does not vanish with the next line, a mere crossness does. */
function faded(before: Emotion | null): Emotion | null {
  if (before === "furious") return "angry";
  if (before === "crying") return "sad";
  if (before === "laughing") return "happy";
  return null;
}

/** How somebody looks who listens to a line said with that face. */
export function listeningFace(speaker: Emotion, own: Emotion | null, mood: Mood | null, turn: number): Emotion {
  if (speaker === "furious") return own === "angry" || own === "furious" ? "angry" : "shocked";
  if (speaker === "angry") return own === "angry" || own === "furious" ? "angry" : "surprised";
  if (speaker === "afraid" || speaker === "shocked") return "surprised";
  if (speaker === "crying") return "sad";
  if (speaker === "laughing" || speaker === "happy") return own === "angry" ? "suspicious" : "happy";
  return faded(own) ?? stillFace(mood, turn);
}

/** Kind of balloon for a line: how loud the tag, the letters and the marks make it. */
export function voiceOf(line: string, tag: string, rules: Rules): "speech" | "shout" | "whisper" {
  const whispered =
    rules === "ja"
      ? /囁|ささや|小声|つぶや|呟|低い声/
      : /\b(?:whisper\w*|murmur\w*|under (?:his|her) breath|mutter\w*|low voice)\b/i;
  const shouted =
    rules === "ja"
      ? /怒鳴|叫|絶叫|わめ|喚|大声|吠え/
      : /\b(?:shout\w*|yell\w*|scream\w*|shriek\w*|roar\w*|bellow\w*|thunder\w*)\b/i;
  if (whispered.test(tag) && !/[!！]{2}/.test(line)) return "whisper";
  if (shouted.test(tag) && /[!！—]/.test(line)) return "shout";
  if (rules === "ja") return /[！!]{2}/.test(line) ? "shout" : "speech";
  // A line in capitals is a shout; a few words of an inscription in it are not.
  const letters = line.match(/[A-Za-z]/g)?.length ?? 0;
  const capitals = line.match(/[A-Z]/g)?.length ?? 0;
  return /!!/.test(line) || (letters > 5 && capitals > letters * 0.6 && /!/.test(line)) ? "shout" : "speech";
}

/** A pose for somebody who only talks: gestures follow the face. */
export function gestureOf(face: Emotion, turn: number): Pose {
  const gestures: Partial<Record<Emotion, readonly Pose[]>> = {
    furious: ["point", "arms-up"],
    angry: ["point", "hands-on-hips", "arms-crossed"],
    determined: ["stand", "stand", "hands-on-hips", "stand", "arms-crossed"],
    thinking: ["hand-to-face", "arms-crossed", "stand"],
    ashamed: ["hand-to-face", "stand", "stand"],
    shocked: ["arms-up", "hand-to-face", "stand"],
    afraid: ["hand-to-face", "lean", "stand"],
    laughing: ["hands-on-hips", "arms-up"],
    happy: ["stand", "hands-on-hips", "stand"],
    smug: ["arms-crossed", "hands-on-hips"],
    suspicious: ["arms-crossed", "lean", "stand"],
    crying: ["hand-to-face"],
  };
  const list = gestures[face] ?? ["stand", "stand", "arms-crossed", "stand", "stand", "hands-on-hips"];
  return list[turn % list.length] ?? "stand";
}
