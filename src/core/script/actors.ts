import type { Book } from "../book/book.ts";
import type { Mood, Person } from "../story/story.ts";
import { isFeltByAnother } from "./acting-owners.ts";
import { emotionIn, faceOf, heardIn, listeningFace, smiles, soberFace, tellersFeeling } from "./acting.ts";
import { ofTwo, wholeBody } from "./deeds.ts";
import type { Draft, Part } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { dangerWords } from "./acting-words.ts";
import { gestural, gestureOf } from "./gestures.ts";
import type { HeldThing } from "./held-words.ts";
import { escapedName } from "./name-pattern.ts";
import type { Pace } from "./pace.ts";
import { poseWithin, showsHeld } from "./plain-shots.ts";
import type { Actor, Emotion, Pose } from "./script.ts";
import type { Standing } from "./sides.ts";
import { captionOf, spokenOf } from "./told-words.ts";

/** What people act by in one panel. */
export interface ActTools {
  book: Book;
  pace: Pace;
  standing: Standing;
  cast: ReadonlyMap<string, Person>;
  /** The face that each made last when speaking in this scene; grows. */
  faces: Map<string, Emotion>;
  /** Mood that shows on faces. */
  mood: Mood | null;
  /** Panels of this scene in which each was alone with a face that tells little; grows. */
  alone: Map<string, number>;
  /** Number of the panel in its scene. */
  turn: number;
}

/** The people whom a panel shows, with faces, poses and gazes (D5). */
export function castOf(draft: Draft, framing: Framing, tools: ActTools): Actor[] {
  const sides = tools.standing.sidesOf(framing.seen);
  const speaking = speakingFaces(draft, tools);
  const loudest = [...speaking.values()].at(-1) ?? null;
  const words = `${captionOf(draft, tools.book.text)} ${spokenOf(draft, tools.book.text)}`;
  const actors = framing.seen.map((person, i): Actor => {
    const part = draft.people.get(person);
    const silent = loudest === null ? exertion(part?.pose ?? null, framing) : null;
    const said = speaking.get(person) ?? null;
    // What the caption tells of a face outweighs what its line betrays.
    const acted = part?.emotion ?? null;
    // What happened before somebody spoke is over, unless the caption beside the words tells it.
    const shown =
      said === null || (acted !== null && emotionIn(captionOf(draft, tools.book.text), tools.pace.rules) !== null);
    const captioned = ownFace((shown ? acted : null) ?? faceTold(draft, person, tools), person, draft, tools);
    const seenSo = captioned !== null && smiles.has(captioned) && !tellsJoy(draft, tools) ? null : captioned;
    const told = (seenSo !== null && !still.has(seenSo) ? seenSo : said) ?? seenSo ?? silent;
    const resting = () =>
      loudest === null && jolts.test(words) ? "surprised" : restingFace(person, loudest, framing, tools);
    const joy = seenSo !== null && told === seenSo && tools.pace.rules === "en" && joyWords.test(words);
    const emotion = safeFace(joy ? seenSo : soberFace(told ?? resting(), words, tools.pace.rules), draft, tools);
    const thing = (i === 0 ? framing.holds : null) ?? part?.holds ?? null;
    const holds = thing !== null && showsHeld(thing, framing.shot) ? thing : null;
    const gesture = gestureFor(person, emotion, draft, framing, tools);
    const own = poseOf(part, holds, framing, holds === null ? gesture : useOf(holds, gesture, draft, person, tools));
    const played = framing.played?.person === person ? framing.played : null;
    const suffered = sufferedPose(person, draft, framing);
    const pose = played?.pose ?? suffered ?? own;
    const plain = pose === "stand" && (told === null || still.has(told));
    return {
      person,
      emotion: played?.emotion ?? (still.has(emotion) ? sufferedFace(suffered) : null) ?? emotion,
      pose,
      side: sides.get(person) ?? "centre",
      looksAt: lookOf(person, draft, framing),
      speaks: speaking.has(person) || maySayAlone(person, draft),
      holds,
      ...(played?.bare ? { wears: "bare-head" as const } : {}),
      ...((plain && played === null) || framing.fromBehind ? turnOf(person, speaking.has(person), framing, tools) : {}),
    };
  });
  for (const [person, face] of speaking) tools.faces.set(person, face);
  const caption = captionOf(draft, tools.book.text);
  return withOneGesture(speaking.size === 0 ? feltByBoth(actors, caption) : heardByBoth(actors, caption));
}

/** Whether the caption tells of joy, or nothing at all is said: a smile that only words left out tell of would answer the others. */
function tellsJoy(draft: Draft, { book, pace }: ActTools): boolean {
  if (draft.lines.length === 0) return true;
  const felt = captionOf(draft, book.text)
    .split(/(?<=[.!?。])\s*/u)
    .map((sentence) => emotionIn(sentence, pace.rules));
  return felt.some((each) => each !== null && smiles.has(each));
}

/** Whether somebody is the only one who may have said a line: its balloon points at the own mouth, which is not shut. */
const maySayAlone = (person: string, { lines }: Draft): boolean =>
  lines.some(
    ({ kind, speaker, maybe }) =>
      kind !== "narration" && kind !== "letter" && speaker === null && maybe?.length === 1 && maybe[0] === person,
  );

/** Words of two people together. */
const ofBoth = /(?:二人|ふたり|両人)(?:とも|[はがも])|お?互いに|\b(?:both|the two|they|each other|one another)\b/iu;

/** What two feel of whom the words tell as of one is in both faces: beside one who weeps the other would look on bored. */
function feltByBoth(actors: readonly Actor[], caption: string): readonly Actor[] {
  const moved = actors.find(({ emotion }) => !still.has(emotion))?.emotion;
  const [only, second] = actors;
  const told = only !== undefined && second === undefined && still.has(only.emotion) ? bothFeel(caption) : null;
  if (only !== undefined && told !== null) return [{ ...only, emotion: told }];
  const shared = actors.length === 2 && moved === undefined ? ofTwoTold(caption) : null;
  if (shared !== null) return actors.map((actor) => ({ ...actor, emotion: shared }));
  if (actors.length !== 2 || moved === undefined || !ofBoth.test(caption)) return actors;
  return actors.map((actor) => (still.has(actor.emotion) ? { ...actor, emotion: moved } : actor));
}

/** The same where one of them speaks: the other's face at least shows what is told of both. */
function heardByBoth(actors: readonly Actor[], caption: string): readonly Actor[] {
  const shared = actors.length === 2 ? ofTwoTold(caption) : null;
  return shared === null
    ? actors
    : actors.map((actor) => (actor.speaks || !still.has(actor.emotion) ? actor : { ...actor, emotion: shared }));
}

/** What a caption tells of two by their number: joy and surprise as well, and none of it beside words that deny it. */
function ofTwoTold(caption: string): Emotion | null {
  const sentence = caption.split(/(?<=[.!?。])\s*/u).find((part) => ofTwoNamed.test(part));
  if (sentence === undefined) return null;
  const rules = /[ぁ-ん]/u.test(sentence) ? "ja" : "en";
  const felt = emotionIn(sentence, rules);
  return felt === null || still.has(felt) || still.has(soberFace(felt, caption, rules)) ? null : felt;
}

/** Two people as those of whom a sentence is. */
const ofTwoNamed =
  /^(?:そして|すると|そこで)?、?(?:二人|ふたり|両人)(?:とも|[はがも])|^(?:They both|Both (?:of them|men|women|\p{Ll}+s)?|The two (?:\p{Ll}+s|\p{Ll}+en))\b/u;

/** Tears or fright of two: of whom one is seen alone. */
function bothFeel(caption: string): Emotion | null {
  const sentence = caption.split(/(?<=[.!?。])\s*/u).find((part) => ofBoth.test(part));
  if (sentence === undefined) return null;
  const felt = emotionIn(sentence, /[ぁ-ん]/u.test(sentence) ? "ja" : "en");
  return felt === "crying" || felt === "afraid" || felt === "shocked" ? felt : null;
}

/** Scenes in which nobody smiles for no reason that the reader is told. */
const grim: ReadonlySet<Mood> = new Set<Mood>(["fearful", "angry", "sad"]);

/** UTF-16 units around a panel in which a danger that is told of is not over. */
const nearDanger = 500;

/** Without words a smile says only what goes on around it, and nobody laughs aloud; with words nobody laughs amid a danger. */
function safeFace(face: Emotion, { lines, claims }: Draft, { book, pace, mood }: ActTools): Emotion {
  if (lines.length > 0 && (smiles.has(face) || face === "calm") && tellsDread(lines, book.text)) return "determined";
  if (!smiles.has(face)) return face;
  const wordless = lines.length === 0;
  if (face === "laughing" && mood !== null && grim.has(mood)) return wordless ? "neutral" : "calm";
  if (wordless && mood !== null && grim.has(mood)) return "neutral";
  if (!wordless && face !== "laughing") return face;
  const spans = [...claims, ...lines.flatMap(({ pieces }) => pieces)];
  const start = Math.max(0, Math.min(...spans.map((span) => span.start)) - nearDanger);
  const end = Math.max(...spans.map((span) => span.end)) + (wordless ? nearDanger : 0);
  const dangers = spans.length === 0 ? 0 : (book.text.slice(start, end).match(dangerWords[pace.rules])?.length ?? 0);
  if (dangers > 1) return wordless ? "neutral" : "happy";
  return face === "laughing" && wordless ? "happy" : face;
}

/** Words beside which nobody smiles who tells them, or opens the mouth as at ease. */
const dread =
  /\b(?:ghastly|hideous|horribl[ey]|murder(?:ed|er)?|corpse|frightful|gruesome|haunted|(?:mortal|deadly) (?:fear|terror|peril)|butchered)\b|惨殺|無惨|恐ろしい|怨霊/iu;

const tellsDread = (lines: Draft["lines"], text: string): boolean =>
  lines.some(
    ({ kind, pieces }) =>
      kind !== "narration" && kind !== "letter" && pieces.some(({ start, end }) => dread.test(text.slice(start, end))),
  );

/** The picture with at most one person who gestures, whoever speaks before others: hands of two would mirror or cover each other. */
function withOneGesture(actors: readonly Actor[]): Actor[] {
  const gesturing = actors.filter(({ pose, holds }) => holds === null && gestural.has(pose));
  const first = gesturing.find(({ speaks }) => speaks) ?? gesturing[0];
  return actors.map((actor) => (gesturing.includes(actor) && actor !== first ? { ...actor, pose: "stand" } : actor));
}

/** A face that the words tell, unless they tell it of somebody else. */
function ownFace(face: Emotion | null, person: string, draft: Draft, { book, pace, cast }: ActTools): Emotion | null {
  if (face === null || still.has(face)) return face;
  const [only, second] = [...cast.values()].filter(({ role }) => role === "narrator");
  const narrator = second === undefined ? (only?.id ?? null) : null;
  return isFeltByAnother(captionOf(draft, book.text) || draft.action, face, person, { cast, narrator }, pace.rules)
    ? null
    : face;
}

/** What a caption tells of a face: of the only one whom it names (a startled look came over the face of Tom), or of the teller's own. */
function faceTold(draft: Draft, person: string, { book, pace, cast }: ActTools): Emotion | null {
  const caption = captionOf(draft, book.text);
  const silent = draft.lines.every(({ kind }) => kind === "narration");
  const alone = [...draft.people.keys()].every((id) => id === person) && !draft.stranger;
  // An I who tells speaks in the captions.
  if (silent && alone && cast.get(person)?.role === "narrator") {
    if (pace.rules === "en") return ownJoy.test(caption) ? emotionIn(caption, "en") : tellersFeeling(caption);
    const felt = emotionIn(caption, "ja") ?? heardIn(caption, "ja");
    return felt !== null && smiles.has(felt) && !ownJoy.test(caption) ? null : felt;
  }
  if (draft.people.size === 1 && draft.people.has(person) && faceWords.test(caption))
    return emotionIn(caption, pace.rules);
  return pace.rules === "en" ? clauseFace(caption, cast.get(person)) : null;
}

/** What English words tell of a face in the clause that begins with somebody's name, whoever the words before it are of. */
function clauseFace(caption: string, person: Person | undefined): Emotion | null {
  const names = [person?.name ?? "", ...(person?.aliases ?? [])].filter((name) => /^\p{Lu}/u.test(name));
  if (names.length === 0) return null;
  const clause = new RegExp(
    `(?:^|[.;:!?,—]\\s+|\\b(?:[Ii]n an instant|[Ii]n a moment|[Aa]t once|[Ss]uddenly|[Ii]nstantly)\\s+|\\b(?:but|and|then|while|when)\\s+)(?:${names.map(escapedName).join("|")})(?![\\p{L}’'])([^.;!?]*)`,
    "u",
  ).exec(caption)?.[1];
  const own =
    clause?.split(/,? (?:and|but|while|as|when|for) (?=(?:he|she|they|\p{Lu}\p{L}+|the|his|her)\b)/u)[0] ?? "";
  const felt = emotionIn(own, "en");
  // Joy in the words is as often that of somebody or something else.
  return felt !== null && smiles.has(felt) ? null : felt;
}

/** A teller's own joy; the laughter that he tells of is more often that of others. */
const ownJoy =
  /\bI (?:\p{L}+ ){0,2}(?:laugh\w*|smil\w+|rejoiced|was (?:so |very )?(?:glad|happy|delighted|(?:half |quite )?beside myself with (?:glee|joy|delight)))\b|嬉しかった|うれしかった|愉快だ|嬉しく/iu;

/** Something comes over people with a blow: nobody looks on unmoved. */
const jolts =
  /\b(?:(?:there (?:was|came)|came|with|heard|felt) an? (?:\p{L}+ )?(?:blow|crash|bang|explosion)|struck (?:against|by|down)|made a rush at|rushed at|flew at|burst (?:in(?!to)|into (?:the|a|an|his|her|my) (?:\p{L}+ )?(?:room|house|hall|study|kitchen)|open)|knocked (?:down|over)|pounced)\b|ぶつか|いきなり|飛びかか|とびかか|突き飛ば/iu;

/** Words of a joy that is told of somebody, whatever sorrow it follows. */
const joyWords =
  /\b(?:joy\p{L}*|delight\p{L}*|laugh\p{L}*|smil\p{L}*|beam\p{L}*|chuckl\p{L}*|giggl\p{L}*|grin\p{L}*|triumph\p{L}*)\b/iu;

/** Somebody's own face, voice or heart, and not hearts of which a tale tells. */
const faceWords =
  /(?:\b(?:his|her|my)|[’']s) (?:\p{L}+ ){0,2}(?:face|look|expression|eyes|features|countenance|cheeks|voice|heart|joy|delight|rage|fury|anger|terror|horror|fear|despair|surprise|astonishment|amazement|relief|triumph)\b|\b(?:shudder|shiver|tremor|thrill|chill) (?:ran|went|passed|shot) (?:through|over|down) (?:him|her|me|his|my)\b|\b(?:face|expression|features|voice|heart) of\b|\b(?:he|she|I) (?:felt|looked)\b|顔|眼|目|表情|声|心|気持|感情|勇気|憎/iu;

const still: ReadonlySet<Emotion> = new Set<Emotion>(["neutral", "calm", "thinking"]);

/** Feelings that no other line in the same panel calms. */
const strong: ReadonlySet<Emotion> = new Set<Emotion>(["angry", "furious", "crying", "shocked", "afraid"]);

/** Faces of those who speak. */
function speakingFaces(draft: Draft, { book, pace, faces }: ActTools): Map<string, Emotion> {
  const speaking = new Map<string, Emotion>();
  const weights = new Map<string, number>();
  for (const { speaker, kind, pieces, tag, size } of draft.lines) {
    if (speaker === null || kind === "letter") continue;
    const line = pieces.map(({ start, end }) => book.text.slice(start, end)).join(" ");
    const before = speaking.get(speaker) ?? faces.get(speaker) ?? null;
    const face = soberFace(faceOf({ line, tag, kind, before }, pace.rules), line, pace.rules);
    // Of two lines in a panel the one that moves the face wins, then a stronger feeling, then the longer line.
    const weight = still.has(face) ? 0 : size * (strong.has(face) ? 3 : 1);
    if (speaking.has(speaker) && weight <= (weights.get(speaker) ?? 0)) continue;
    speaking.set(speaker, face);
    weights.set(speaker, weight);
  }
  return speaking;
}

/** The face of who only listens, or is only there. */
function restingFace(
  person: string,
  heard: Emotion | null,
  { seen }: Framing,
  { faces, mood, turn: panel }: ActTools,
): Emotion {
  const own = faces.get(person) ?? null;
  // What somebody felt while speaking is over with the next deed, unless it was tears.
  const left = heard === null && own !== "crying" ? null : own;
  return listeningFace(heard ?? "neutral", left, mood, panel + seen.indexOf(person));
}

/** Who is alone again and again, and feels nothing that is told, is seen from other sides as well; who speaks keeps the mouth in the picture. */
function turnOf(
  person: string,
  speaks: boolean,
  { shot, seen, fromBehind }: Framing,
  { alone, cast }: ActTools,
): Pick<Actor, "turned"> {
  if (fromBehind) return { turned: "away" };
  if (seen.length > 1 || (cast.get(person)?.looks.species ?? null) !== null) return {};
  const times = alone.get(person) ?? 0;
  alone.set(person, times + 1);
  const turned = sidesInTurn[times % sidesInTurn.length] ?? null;
  if (turned === null || shot === "wide" || shot === "full") return {};
  if (shot === "medium" && !speaks) return { turned };
  return turned === "away" ? {} : { turned };
}

const sidesInTurn = [null, "aside", null, "away"] as const;

/** A gesture for who talks, listens or is only there, near enough to be seen. Paws do not rest on hips. */
function gestureFor(
  person: string,
  face: Emotion,
  draft: Draft,
  { kind, shot, fromBehind }: Framing,
  { cast, book, pace }: ActTools,
): Pose {
  const human = (cast.get(person)?.looks.species ?? null) === null;
  if (!human || kind === "action" || shot === "wide" || fromBehind) return "stand";
  const own = draft.lines.filter(({ speaker }) => speaker === person);
  const line = own.flatMap(({ pieces }) => pieces.map(({ start, end }) => book.text.slice(start, end))).join(" ");
  const acts = draft.people.get(person)?.acts === true;
  const told = `${own.map(({ tag }) => tag).join(" ")} ${acts ? captionOf(draft, book.text) : ""}`;
  const gesture = gestureOf({ line, told, face, speaks: own.length > 0 }, pace.rules);
  return shot === "close" && !nearHead.has(gesture) ? "stand" : gesture;
}

/** Gestures so near the head that a picture of head and shoulders shows them. */
const nearHead: ReadonlySet<Pose> = new Set<Pose>(["despair", "gasp", "tip-hat", "hand-to-face"]);

/** What somebody does with what is in the hand: reads, drinks, smokes; else it is only held. */
function useOf(thing: HeldThing, gesture: Pose, draft: Draft, person: string, { book, pace }: ActTools): Pose {
  const speaks = draft.lines.some(({ speaker }) => speaker === person);
  if (sheets.has(thing)) {
    const told = [captionOf(draft, book.text), draft.action, ...draft.lines.map(({ tag }) => tag)].join(" ");
    return readWords[pace.rules].test(told) ? "read" : "hold";
  }
  if (thing === "pipe" || thing === "cigar") return "smoke";
  return gesture === "drink" && !speaks ? "drink" : "hold";
}

const sheets: ReadonlySet<HeldThing> = new Set<HeldThing>(["letter", "newspaper", "book"]);
const readWords = {
  en: /\b(?:read|reads|reading|glanc\w+|studied|perused|letter|ran (?:his|her|my) eye)\b/i,
  ja: /読|手紙|新聞/u,
} as const;

/** What the words say, as far as the shot shows it; else a gesture for who talks or listens. */
function poseOf(part: Part | undefined, holds: HeldThing | null, framing: Framing, gesture: Pose): Pose {
  const told = part?.pose ?? null;
  if (holds !== null && (told === null || !wholeBody.has(told))) return gesture;
  if (part?.undrawable && framing.kind !== "action") return gesture;
  // An arm stretched out at somebody who is not in the picture is a signpost, a hand around what is not seen a riddle.
  const alone = told !== null && framing.seen.length < 2 && (told === "point" || ofTwo.has(told));
  if (told === "hold" || alone) return gesture;
  const shown = told === null ? "stand" : poseWithin(told, framing);
  return shown === "stand" ? gesture : shown;
}

/** What the body does to which another does something in the same picture; null where nobody lays hands on it. */
function sufferedPose(person: string, { people }: Draft, framing: Framing): Pose | null {
  const { seen, shot, kind } = framing;
  const own = people.get(person)?.pose ?? null;
  if (seen.length !== 2 || shot === "close" || shot === "wide" || (own !== null && ofTwo.has(own))) return null;
  const doer = people.get(seen.find((id) => id !== person) ?? "");
  if (doer?.pose == null || !doer.acts || (doer.undrawable && kind !== "action")) return null;
  return answered[poseWithin(doer.pose, framing)] ?? null;
}

const answered: Readonly<Partial<Record<Pose, Pose>>> = {
  fight: "fight",
  embrace: "embrace",
  seize: "recoil",
  push: "recoil",
  strike: "recoil",
  kick: "felled",
};

/** Nobody who is laid hands on looks on unmoved. */
const sufferedFace = (pose: Pose | null): Emotion | null =>
  pose === "recoil" ? "shocked" : pose === "felled" ? "afraid" : null;

/** The face that goes with a silent action, where the picture shows the body at it: a bare face would only glare. */
function exertion(pose: Pose | null, { shot }: Framing): Emotion | null {
  if (pose === "hand-to-face") return "thinking";
  if (pose === null || shot === "close") return null;
  return exerted[pose] ?? null;
}

const exerted: Readonly<Partial<Record<Pose, Emotion>>> = {
  run: "determined",
  leap: "determined",
  push: "determined",
  throw: "determined",
  fight: "angry",
  seize: "angry",
  strike: "angry",
  kick: "angry",
  felled: "shocked",
  climb: "determined",
  rise: "surprised",
  "shake-fist": "angry",
  fall: "shocked",
  cower: "afraid",
  despair: "sad",
  gasp: "surprised",
};

/** The addressee where the picture shows one, else the other person in it. */
function lookOf(person: string, draft: Draft, { seen }: Framing): string | null {
  const addressee = draft.lines.find(({ speaker }) => speaker === person)?.addressee ?? null;
  if (addressee !== null && addressee !== person && seen.includes(addressee)) return addressee;
  const speaker = draft.lines.find(
    (line) => line.speaker !== null && line.speaker !== person && seen.includes(line.speaker),
  )?.speaker;
  return speaker ?? seen.find((other) => other !== person) ?? null;
}
