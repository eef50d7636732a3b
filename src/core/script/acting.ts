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

/** What a face shows in a sentence of narration or a speech tag, or null. A feeling that is denied is none. */
export function emotionIn(sentence: string, rules: Rules): Emotion | null {
  if (rules === "ja") return japaneseEmotionList.find(([word]) => isFelt(sentence, word))?.[1] ?? null;
  return firstWord(
    sentence,
    emotionOf,
    (before) =>
      !/(?:\b(?:not|never|no|nor|without|hardly|would|could|might|may|if|lest)(?: (?:be|have|been|get|feel))?|n['’]t)\s*$/i.test(
        before,
      ),
  );
}

function isFelt(sentence: string, word: string): boolean {
  const at = sentence.lastIndexOf(word);
  return at >= 0 && !/^[^、。]{0,6}?(?:ない|なかっ|ず(?!つ)|ぬ)/.test(sentence.slice(at + word.length));
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

/** The face that goes with a spoken line (D5): the tag first, then the words, then the marks; the scene's mood only mildly. */
export function faceOf(spoken: Spoken, rules: Rules): Emotion {
  const { line, tag, kind, mood, before, turn } = spoken;
  const told = tag === "" ? null : emotionIn(tag, rules);
  const heard = (rules === "ja" ? japaneseLines : englishLines).find(([, words]) => words.test(line))?.[0] ?? null;
  if (kind === "shout" && (told === null || cries.has(told)))
    return heard === "angry" || told === "angry" || told === "furious" ? "furious" : (told ?? heard ?? "determined");
  if (told !== null && told !== "thinking") return told;
  if (heard !== null) return heard;
  if (kind === "thought" || told === "thinking") return "thinking";
  const lasting = faded(before);
  if (lasting !== null) return lasting;
  if (/[?？]/.test(line)) return turn % 2 === 0 ? "neutral" : "thinking";
  if (/[!！]/.test(line)) {
    if (mood === "joyful") return "happy";
    if ((mood === "angry" || mood === "tense" || mood === "fearful") && !polite.test(line)) return "determined";
  }
  return stillFace(mood, turn);
}

const polite = /\b(?:please|pray|majesty|sir|madam|miss|thank|certainly)\b|です|ます|ください|下さい/i;

/** Feelings of a tag that only say that a voice is loud. */
const cries: ReadonlySet<Emotion> = new Set<Emotion>(["determined", "afraid", "angry", "shocked", "furious"]);

/** What a mood leaves on a face that shows nothing else: not the same on every panel. */
function stillFace(mood: Mood | null, turn: number): Emotion {
  const faces = mood === null ? (["neutral", "neutral", "thinking"] as const) : stillFaces[mood];
  return faces[turn % faces.length] ?? "neutral";
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
  if (speaker === "furious") return own === "angry" || own === "furious" ? "angry" : "surprised";
  if (speaker === "angry" && (own === "angry" || own === "furious")) return "angry";
  if (speaker === "afraid" || speaker === "shocked") return "surprised";
  if (speaker === "crying") return "sad";
  if (speaker === "laughing" && own !== "angry") return "happy";
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

/** A pose for somebody who only talks: gestures follow the face. None of them needs anything or anybody to be done to. */
export function gestureOf(face: Emotion, turn: number): Pose {
  const gestures: Partial<Record<Emotion, readonly Pose[]>> = {
    furious: ["stand", "hands-on-hips"],
    angry: ["arms-crossed", "stand", "hands-on-hips"],
    determined: ["stand", "arms-crossed", "stand"],
    thinking: ["stand", "hand-to-face", "stand", "stand", "arms-crossed"],
    smug: ["arms-crossed", "stand"],
    suspicious: ["arms-crossed", "stand"],
    neutral: ["stand", "stand", "stand", "arms-crossed", "stand", "stand", "stand"],
  };
  const list = gestures[face] ?? ["stand"];
  return list[turn % list.length] ?? "stand";
}
