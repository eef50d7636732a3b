import type { Draft } from "./draft.ts";
import type { Mood } from "../story/story.ts";
import type { Framing } from "./framing.ts";
import { turnOfPlot } from "./plot-words.ts";
import type { Beat, Effect, Emotion, Pose } from "./script.ts";
import { doneDeeds } from "./unreal-deeds.ts";

/** Importance of a beat by itself, 0–0.9 (P1). `along` is its place in the episode, 0–1. */
export function importanceOf(
  draft: Draft,
  { kind, shot }: Framing,
  size: number,
  mood: Mood | null,
  along: number,
): number {
  const base = { establish: 0.52, talk: 0.34, action: 0.46, reaction: 0.38, insert: 0.28, quiet: 0.3 }[kind];
  const shouts = draft.lines.filter((line) => line.kind === "shout").length;
  const tension = mood === "tense" || mood === "angry" || mood === "fearful" ? 0.06 : 0;
  const late = along > 0.55 && along < 0.95 ? 0.05 : 0;
  const turn = turnOfPlot(draft.action, /[ぁ-ん]/.test(draft.action) ? "ja" : "en");
  const body = shot === "full" && kind === "action" ? 0.08 : 0;
  const value =
    base +
    Math.min(0.15, size / 160) +
    Math.min(0.2, shouts * 0.14) +
    Math.min(0.12, turn * 0.08) +
    draft.loud * 0.05 +
    tension +
    late +
    body;
  return Math.min(0.9, Math.round(value * 100) / 100);
}

/** How much a beat could be the peak of its episode: action and outcry late in the story, with little to read. */
function peakWorth(beat: Beat, along: number, neighbours: readonly Beat[]): number {
  const around = neighbours.reduce((sum, { importance }) => sum + importance, 0) / Math.max(1, neighbours.length);
  const place = along < 0.4 ? -0.6 : Math.max(0, 0.3 - Math.abs(along - 0.74) * 0.9);
  const texts = beat.texts.filter(({ kind }) => kind !== "sound").length;
  const peopled = beat.figures.length > 0 && beat.shot !== "insert" ? 0.15 : -0.2;
  const calm = beat.kind === "establish" ? -0.2 : 0;
  const still = carriesSplash(beat) ? 0 : -1;
  return beat.importance * 1.4 + around * 0.8 + place + peopled + calm + still - Math.max(0, texts - 1) * 0.12;
}

/** Faces that carry no page by themselves. */
const level: ReadonlySet<Emotion> = new Set<Emotion>(["neutral", "calm", "thinking", "tired"]);
/** Bodies that do. */
const idle: ReadonlySet<Pose> = new Set<Pose>(["stand", "walk", "sit", "hold", "lean"]);

/** Whether somebody is seen who does or feels something, and no voice comes from beyond the picture: a page is not given to a still bust. */
const carriesSplash = ({ figures, texts }: Beat): boolean =>
  texts.every(({ kind }) => kind !== "off-panel") &&
  figures.some(({ emotion, pose, turned }) => turned === undefined && (!level.has(emotion) || !idle.has(pose)));

/** Panels from which a tale is long enough for a splash: of five pages one would be a fifth. */
const leastForSplash = 28;

/** Raises the one beat of an episode that deserves a splash; nothing in short ones. */
export function raisePeak(beats: Beat[]): void {
  if (beats.length < leastForSplash) return;
  const worths = beats.map((beat, i) => peakWorth(beat, i / beats.length, beats.slice(Math.max(0, i - 4), i + 5)));
  const peak = beats[worths.indexOf(Math.max(...worths))];
  if (peak) peak.importance = 0.97;
}

/** Water, flames or smoke that a sentence puts its people into. */
const elements: readonly (readonly [Effect, RegExp])[] = [
  [
    "water",
    /\b(?:(?<!\b(?:a|the|her|his|my|their) )sw[aiu]m|swimming|waded|wading|drown(?:ed|ing)(?! (?:out|by|in (?:tears|a|the (?:noise|roar|din|sound))|(?:his|her|my|our|their|all|every|the) (?:\p{L}+ )?(?:voices?|words?|cries|cry|noises?|sounds?|steps?|answers?|sorrows?|cares)))|up to (?:her|his|my) (?:chin|neck) in)\b|泳[いぐぎ]|(?<![愛恋情酒色欲]に)溺れ|(?<!(?:腰|膝|足)[^。]{0,9})水に(?:ひた|浸)/u,
  ],
  ["fire", /\b(?:in flames|on fire|burst into flame|the flames)\b|燃え上が|火事|炎/],
  ["smoke", /\b(?:clouds? of smoke|full of smoke|thick smoke|through the smoke)\b|煙が立|煙に/],
];

/** What lies over the picture: the element that people are in, lines of speed for those who run, of focus for a cry, gloom for the afraid. */
export function effectOf(draft: Draft, framing: Framing, faces: readonly Emotion[]): Effect | null {
  const near = framing.seen.length > 0 && (framing.shot === "close" || framing.shot === "medium");
  const element = near && elements.find(([, words]) => words.test(doneDeeds(draft.action)))?.[0];
  if (element) return element;
  const poses = framing.seen.map((id) => draft.people.get(id)?.pose ?? null);
  const blows = poses.some((pose) => pose === "fight" || pose === "seize" || pose === "push" || pose === "throw");
  if (draft.loud >= 3 || blows) return framing.kind === "action" ? "impact" : null;
  if (framing.kind === "action" && poses.includes("fall")) return "impact";
  if (framing.kind === "action" && (poses.includes("run") || poses.includes("leap"))) return "speed";
  if (framing.shot === "close" && faces.some((face) => face === "shocked" || face === "furious")) return "focus";
  if (draft.lines.some(({ kind }) => kind === "shout")) return "focus";
  if (framing.shot === "close" && faces.some((face) => face === "afraid" || face === "crying" || face === "sad"))
    return "gloom";
  if (framing.shot === "close" && faces.includes("tender")) return "sparkle";
  return null;
}

const threat =
  /\b(?:door|knock(?:ed)?|footsteps?|suddenly|behind|coming|dead|kill|knife|gone|vanished|who|never)\b|戸|扉|足音|突然|死|殺|誰/i;

/** What makes a reader turn the leaf though nobody asks: somebody at the door, steps, a cry, a weapon, what is suddenly there or gone. */
const ominous =
  /\b(?:(?:the|a|his|her|that) (?:\p{L}+ )?(?:door|gate|window|shadow|scream|shriek|cry|shot|pistol|gun|knife|sword)|knock(?:ed|ing)?|footsteps?|blood|dead|vanished|disappeared|suddenly|all at once|secret|alone|in the dark(?:ness)?)\b|戸|扉|障子|襖|門|足音|影|叫|悲鳴|銃|刀|血|死ん|殺|消え|突然|急に|ふいに|いきなり|たおれ|倒れ|秘密|真暗|まっ暗|暗闇/iu;

/** Words of somebody who comes, of what is about to be seen or heard, of flight and of what goes wrong: the answer is over the leaf. */
const awaited =
  /\b(?:(?:came|ran|walked|burst|rushed|stepped|strode) (?:in|up|out|towards?|into)|entered|appeared|arrived|approach(?:ed|ing)|was coming|waited|waiting|listened|listening|peered|turned (?:round|back|to (?:look|see))|looked (?:round|back|up|out)|opened (?:it|the (?:letter|box|note|parcel|envelope|book|drawer|packet))|fled|escaped?|in pursuit|pursued|followed (?:him|her|me|us|them)|danger|afraid|terror|horror|trap(?:ped)?|lost|too late|promise[ds]?|beware|warn(?:ed|ing)|swore|must (?:find|go|get|know|see|have|be)|(?:began|started|set out|made up \p{L}+ mind|determined|resolved|decided) to)\b|(?:入っ|はいっ|出|近づい|近付い)て[来く]|現れ|現わ|あらわれ|待っ|待つ|待ち|覗|のぞ[いき]|耳を(?:澄|すま|傾)|振り返|ふり返|振り向|ふり向|逃げ|追いか|危|恐ろし|怖|おそろし|聞えて|聞こえて|声がし|音がし|落ち|決心/iu;

/** Words that break off, or make the reader wait: a dash, dots, a colon. */
const broken = /(?:[…:—―]|--|\.\.\.)["'”’」』）)]*$/u;

/** Whether a page may turn after these words: they ask, break off, cry out, threaten, wait or stand before a door (P5). */
export function isHook(lastWords: string, endsScene: boolean): boolean {
  if (/[?？]["'”’」』）)]*$/.test(lastWords) || broken.test(lastWords)) return true;
  const sentence = lastSentence(lastWords);
  if (/[!！]["'”’」』）)]*$/.test(lastWords)) return endsScene || threat.test(sentence) || ominous.test(sentence);
  return lastWords !== "" && (endsScene || asks.test(sentence) || ominous.test(sentence) || awaited.test(sentence));
}

/** A Japanese question has no mark. */
const asks = /(?:です|ます|だろう|でしょう|のだ|もの|ない|た|る|何|誰|の)か$|(?:かね|かい|のかな|かしら)$/u;

const lastSentence = (words: string): string =>
  words.split(/(?<=[.!?。！？]["'”’」』]?)\s*/u).findLast((each) => each !== "") ?? "";

/** Bodies in the middle of what they do. */
const unfinished: ReadonlySet<string> = new Set([
  "run",
  "leap",
  "fall",
  "fight",
  "seize",
  "push",
  "throw",
  "reach",
  "crawl",
  "cower",
]);

/** Whether a picture leaves open what comes of it: a body in full motion, a cry, or a knock, a shot or a crash (P5). */
export function leavesOpen({ figures, texts, kind }: Beat): boolean {
  const moving = kind === "action" && figures.some(({ pose }) => unfinished.has(pose));
  return moving || texts.some((text) => text.kind === "shout" || (text.kind === "sound" && (text.loudness ?? 1) > 1));
}
