import type { Mood } from "../story/story.ts";
import {
  englishEmotions,
  englishLines,
  englishPoses,
  japaneseEmotions,
  japaneseLines,
  japanesePoses,
  stillFaces,
} from "./acting-words.ts";
import type { Emotion, Pose, TextKind } from "./script.ts";

type Rules = "en" | "ja";

const poseOf = tableOf(englishPoses);
const emotionOf = tableOf(englishEmotions);
const japanesePoseList = listOf(japanesePoses);
const japaneseEmotionList = listOf(japaneseEmotions);

function tableOf<T>(rows: readonly (readonly [T, string])[]): Map<string, { value: T; rank: number }> {
  const table = new Map<string, { value: T; rank: number }>();
  rows.forEach(([value, words], rank) => {
    for (const word of words.split(" ")) if (!table.has(word)) table.set(word, { value, rank });
  });
  return table;
}

function listOf<T>(rows: readonly (readonly [T, string])[]): [string, T][] {
  return rows.flatMap(([value, words]) => words.split(" ").map((word): [string, T] => [word, value]));
}

function first<T>(text: string, table: ReadonlyMap<string, { value: T; rank: number }>): T | null {
  let best: { value: T; rank: number } | null = null;
  for (const [word] of text.toLowerCase().matchAll(/[a-z]+(?:-[a-z]+)*/g)) {
    const hit = table.get(word);
    if (hit && (best === null || hit.rank < best.rank)) best = hit;
  }
  return best?.value ?? null;
}

/** What a body does in a sentence, or null where no word says it. */
export function poseIn(sentence: string, rules: Rules): Pose | null {
  if (rules === "ja") return japanesePoseList.find(([word]) => sentence.includes(word))?.[1] ?? null;
  if (/\bfell asleep\b/.test(sentence)) return "lie";
  if (/\bhands? (?:on|upon) (?:her|his|their) hips?\b/.test(sentence)) return "hands-on-hips";
  if (/\bfolded (?:her|his) arms\b/.test(sentence)) return "arms-crossed";
  const pose = first(
    sentence.replace(
      /\b(?:eyes?|glance|night|silence|gaze|voice|face) (?:fell|sank)\b|\bfell (?:asleep|silent|in love)\b|\bran out of\b/g,
      " ",
    ),
    poseOf,
  );
  return pose === "arms-crossed" ? "hold" : pose;
}

/** What a face shows in a sentence of narration or a speech tag, or null. */
export function emotionIn(sentence: string, rules: Rules): Emotion | null {
  if (rules === "ja") return japaneseEmotionList.find(([word]) => sentence.includes(word))?.[1] ?? null;
  return first(sentence, emotionOf);
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
}

/** The face that goes with a spoken line (D5): the tag first, then the words, then the marks, then the scene. */
export function faceOf(spoken: Spoken, rules: Rules): Emotion {
  const { line, tag, kind, mood, before } = spoken;
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
  if (
    rules === "en" &&
    /\b(?:never|can[’']t|won[’']t|don[’']t|no|not)\b/i.test(line) &&
    mood !== "calm" &&
    mood !== "tender"
  )
    return "suspicious";
  return faded(before) ?? (mood ? stillFaces[mood] : "neutral");
}

function askingFace(line: string, mood: Mood | null, rules: Rules): Emotion {
  if (mood === "tense" || mood === "angry" || mood === "mysterious") return "suspicious";
  if (line.length < (rules === "ja" ? 9 : 24)) return "surprised";
  const open = rules === "ja" ? /なぜ|なん|何|誰|だれ|どこ|どう|いつ/ : /\b(?:what|why|who|where|how|which|when)\b/i;
  return open.test(line) ? "thinking" : "surprised";
}

/** A strong feeling does not vanish with the next line. */
function faded(before: Emotion | null): Emotion | null {
  if (before === "furious" || before === "angry") return "angry";
  if (before === "crying") return "sad";
  if (before === "laughing") return "happy";
  return null;
}

/** How somebody looks who listens to a line said with that face. */
export function listeningFace(speaker: Emotion, own: Emotion | null, mood: Mood | null): Emotion {
  if (speaker === "furious") return own === "angry" || own === "furious" ? "angry" : "shocked";
  if (speaker === "angry") return own === "angry" || own === "furious" ? "angry" : "surprised";
  if (speaker === "afraid" || speaker === "shocked") return "surprised";
  if (speaker === "crying") return "sad";
  if (speaker === "laughing" || speaker === "happy") return own === "angry" ? "suspicious" : "happy";
  return faded(own) ?? (mood ? stillFaces[mood] : "neutral");
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
    determined: ["hands-on-hips", "point", "stand"],
    thinking: ["hand-to-face", "arms-crossed", "stand"],
    ashamed: ["hand-to-face", "bow", "stand"],
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
