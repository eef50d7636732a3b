import type { Mood } from "../story/story.ts";
import {
  englishEmotions,
  englishLines,
  japaneseEmotions,
  japaneseLines,
  sorrowWords,
  sternWords,
  stillFaces,
} from "./acting-words.ts";
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
  if (rules === "ja")
    return japaneseEmotionList.find(([word]) => isFelt(sentence, word) && !ofOthers(sentence, word))?.[1] ?? null;
  if (weeps.test(sentence)) return "crying";
  if (starts.test(sentence)) return "surprised";
  return firstWord(
    sentence,
    emotionOf,
    (before) =>
      !/(?:\b(?:not|never|no|nor|without|hardly|would|could|might|may|if|lest)(?: (?:be|have|been|get|feel))?|n['’]t)\s*$/i.test(
        before,
      ),
  );
}

/** A cry is loud, to cry is to weep. */
const weeps =
  /\b(?:(?:began|begin|going|ready|about) to cry\b|cr(?:ied|ying) (?:bitterly|again|like)\b|burst (?:out crying|into tears))/i;

/** A body that starts, and not something that is begun. */
const starts =
  /\b(?:gave|with) an? (?:\p{L}+ )?(?:start|jump)\b|\bstarted (?:violently|back|up|in|with)\b|\bcr(?:y|ied out) (?:of|in|with) (?:surprise|astonishment|amazement)\b/iu;

function isFelt(sentence: string, word: string): boolean {
  const at = sentence.lastIndexOf(word);
  return at >= 0 && !/^[^、。]{0,6}?(?:ない|なかっ|ず(?!つ)|ぬ)/.test(sentence.slice(at + word.length));
}

/** What a company, or whoever is only spoken of, feels in the clause is not the feeling of the one whom the sentence is about. */
function ofOthers(sentence: string, word: string): boolean {
  const clause = sentence
    .slice(0, sentence.lastIndexOf(word))
    .split(/[、。]/)
    .at(-1);
  return /(?:一同|みんな|皆|生徒|連中|人々|校長|先生|誰か|者|もの|奴|やつ|たち|ども)(?:が|は|も)/u.test(clause ?? "");
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
  const betrayed = heardIn(line, rules);
  const heard = betrayed !== null && smiles.has(betrayed) && sternWords[rules].test(line) ? null : betrayed;
  // Who is said to laugh may do so before or after; words of shame, anger or fear are not said with that laugh.
  if (told !== null && smiles.has(told) && heard !== null && !smiles.has(heard)) return heard;
  if (kind === "shout" && (told === null || cries.has(told)))
    return heard === "angry" || told === "angry" || told === "furious" ? "furious" : (told ?? heard ?? "determined");
  if (told !== null && told !== "thinking") return told;
  if (heard !== null) return heard;
  const own = rules === "en" ? ownFeeling(line) : null;
  if (own !== null) return own;
  if (kind === "thought" || told === "thinking") return "thinking";
  const lasting = faded(before);
  if (lasting !== null) return lasting;
  if (/[!！]/.test(line) && !polite.test(line)) {
    if (orders.test(line)) return "determined";
    if (marvels.test(line)) return "surprised";
    // Who cries out again and again, or at all where a full stop is the rule, means it.
    if (/!.*!|！/s.test(line)) return "determined";
  }
  // Who asks wants to know, now and then to be seen.
  return asks[rules].test(line) && turn % 2 === 0 ? "thinking" : stillFace(mood, turn);
}

const asks = { en: /\?/, ja: /[?？]|(?:か|かね|かい|かな|かしら|かなもし|のだい)(?:[。、]|$)/u } as const;

/** Somebody is told what to do, or something is refused. */
const orders =
  /(?:^|[.!?—]\s*)(?:(?:well|now|oh|then|here|there),?\s+)?(?:come|go|stop|hold|keep|get|run|take|give|look|wait|silence|hush|quick|leave|let|stay|stand|be off|off with|don[’']t|no|never|catch|shut|turn|out)\b[^.?]*!|(?:ろ|れ|け|せ|め|て|な)[！!]/i;
/** Something is wondered at. */
const marvels =
  /(?:^|[.!?—]\s*)(?:oh(?!,? (?:yes|no|certainly|indeed|please|pray|of course)\b)|ah|o|what|how|why|well|dear)\b[^.?]*!|^(?:あ|おや|まあ|なんと|ほう)/i;

/** The feeling that words betray when they are somebody's own, or null. */
export function heardIn(words: string, rules: Rules): Emotion | null {
  return (rules === "ja" ? japaneseLines : englishLines).find(([, told]) => told.test(words))?.[0] ?? null;
}

/** What somebody tells of an own feeling: the face has it again. */
export function ownFeeling(line: string): Emotion | null {
  const clause = line
    .split(/[.;!?]/)
    .find((part) => /\b(?:I|me|my)\b/.test(part) && !unfelt.test(part) && emotionIn(part, "en") !== null);
  const felt = clause === undefined ? null : emotionIn(clause, "en");
  if (felt === "furious") return "angry";
  return felt !== null && retold.has(felt) ? felt : null;
}

/** A mere manner of speaking (I fear that it is late), or what somebody might feel. */
const unfelt =
  /\bI(?:[’']m| am)? (?:fear|afraid)(?:,| (?:that|not|so|I|you|he|she|it|we|they|there)\b)|\b(?:should|would|could|might|never|not|if)\b|n[’']t\b/i;

const retold: ReadonlySet<Emotion> = new Set<Emotion>([
  "afraid",
  "shocked",
  "surprised",
  "sad",
  "crying",
  "ashamed",
  "tired",
  "angry",
]);

const polite = /\b(?:please|pray|majesty|sir|madam|miss|thank|certainly)\b|です|ます|ください|下さい/i;

/** Feelings of a tag that only say that a voice is loud. */
const cries: ReadonlySet<Emotion> = new Set<Emotion>(["determined", "afraid", "angry", "shocked", "furious"]);

/** What a mood leaves on a face that shows nothing else: not the same on every panel. */
function stillFace(mood: Mood | null, turn: number): Emotion {
  const faces = mood === null ? (["neutral"] as const) : stillFaces[mood];
  return faces[turn % faces.length] ?? "neutral";
}

/** A strong feeling does not vanish with the next line; of a mere crossness a stern look stays. */
function faded(before: Emotion | null): Emotion | null {
  if (before === "furious") return "angry";
  if (before === "angry") return "determined";
  return before === "crying" ? "sad" : null;
}

/** How somebody looks who listens to a line said with that face. */
export function listeningFace(speaker: Emotion, own: Emotion | null, mood: Mood | null, turn: number): Emotion {
  if (speaker === "furious") return own === "angry" || own === "furious" ? "angry" : "surprised";
  if (speaker === "angry" && (own === "angry" || own === "furious")) return "angry";
  if (speaker === "afraid" || speaker === "shocked") return "surprised";
  if (speaker === "crying") return "sad";
  return faded(own) ?? stillFace(mood, turn);
}

/** Faces that smile. */
export const smiles: ReadonlySet<Emotion> = new Set<Emotion>(["happy", "laughing", "tender", "smug", "calm"]);

/**
 * No face smiles beside words of death, hunger or sorrow, nor of what startles or angers. Japanese narration seldom says
 * whose laughter it is: beside blame, refusal or doubt it is somebody else's.
 */
export function soberFace(face: Emotion, words: string, rules: Rules): Emotion {
  if (!smiles.has(face)) return face;
  const told = emotionIn(words, rules);
  const moved = told !== null && !smiles.has(told) && !mild.has(told);
  const stern = rules === "ja" && sternWords.ja.test(words);
  return moved || stern || sorrowWords[rules].test(words) ? "neutral" : face;
}

const mild: ReadonlySet<Emotion> = new Set<Emotion>(["thinking", "determined", "tired"]);

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

/** A pose for somebody who only talks: few gestures, and only with a face that calls for them. None of them needs anything or anybody to be done to. */
export function gestureOf(face: Emotion, turn: number): Pose {
  const gestures: Partial<Record<Emotion, readonly Pose[]>> = {
    angry: ["stand", "arms-crossed", "stand"],
    smug: ["arms-crossed", "stand"],
    suspicious: ["stand", "arms-crossed", "stand", "stand"],
    thinking: ["stand", "stand", "hand-to-face", "stand"],
  };
  const list = gestures[face] ?? ["stand"];
  return list[turn % list.length] ?? "stand";
}
