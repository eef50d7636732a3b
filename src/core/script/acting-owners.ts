import { emotionIn } from "./acting.ts";
import { isOfAnother, isOfAnotherJapanese, type SubjectTools } from "./acting-subjects.ts";
import type { Emotion } from "./script.ts";

/** What is done to a mind: amazed her; who is amazed stands behind it, unless a form of to be stands before. */
const stirring =
  /^(?:amaz|astonish|surpris|frighten|terrif|horrif|alarm|startl|shock|stun|annoy|anger|enrag|delight|pleas|amus|puzzl|bewilder|disappoint|embarrass)\p{L}*$/iu;
const suffered =
  /\b(?:was|were|am|is|are|be|been|being|felt|feel|looked|look|seemed|grew|became|got|stood|sat|much|so|very|quite|too|rather|more|half|and|a|an|the|his|her|my|with|in|of)(?: \p{L}+ly)?\s*$/iu;

/**
 * Whether a face that a caption tells is another's: every sentence that tells of that feeling tells it of somebody
 * else. Without a sentence that does, or with one whose owner is unsure, it may well be the own.
 */
export function isFeltByAnother(
  caption: string,
  face: Emotion,
  person: string,
  tools: SubjectTools,
  rules: "en" | "ja",
): boolean {
  return rules === "en" ? isEnglishOther(caption, face, person, tools) : isJapaneseOther(caption, face, person, tools);
}

function isJapaneseOther(caption: string, face: Emotion, person: string, tools: SubjectTools): boolean {
  const telling = caption.split(/(?<=。)/u).filter((sentence) => emotionIn(sentence, "ja") === face);
  return (
    telling.length > 0 &&
    telling.every((sentence) => {
      const clauses = sentence.split(/(?<=、)/u);
      const at = clauses.findIndex((clause) => emotionIn(clause, "ja") === face);
      return (
        at >= 0 &&
        isOfAnotherJapanese(
          clauses
            .slice(0, at + 1)
            .join("")
            .replace(/。$/u, ""),
          person,
          tools,
        )
      );
    })
  );
}

function isEnglishOther(caption: string, face: Emotion, person: string, tools: SubjectTools): boolean {
  const telling = caption.split(/(?<=[.!?;])\s+/u).filter((sentence) => emotionIn(sentence, "en") === face);
  return telling.length > 0 && telling.every((sentence) => isOfOther(sentence, face, person, tools));
}

function isOfOther(sentence: string, face: Emotion, person: string, tools: SubjectTools): boolean {
  for (const { 0: word, index } of sentence.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
    const end = index + word.length;
    if (emotionIn(sentence.slice(0, end), "en") !== face) continue;
    const before = sentence.slice(0, index);
    const owner = ownerAfter.exec(sentence.slice(end));
    if (owner?.[1] !== undefined && (bodyPart.test(owner[0]) || (owner[0].startsWith(" of") && showing.test(word))))
      return isNotOf(owner[1], person, tools);
    const object = /^ (?:both |all )?(him|her|me|them|\p{Lu}[\p{L}’'. ]+?)(?=[ ,.;:!?—-]|$)/u.exec(
      sentence.slice(end),
    )?.[1];
    if (object === "them" && stirring.test(word) && !suffered.test(before)) return true;
    if (object !== undefined && stirring.test(word) && !suffered.test(before))
      return isOfAnother(subjects[object] ?? object, person, tools);
    return isOfAnother(before, person, tools);
  }
  return false;
}

/** Whose a feeling is that stands before its owner: the sobbing of Ann, the trembling hand of the clerk. */
const ownerAfter =
  /^(?: \p{L}+)?(?: (?:hands?|voice|lips|face|eyes|arms?|fingers|figure|form|features|cries|tones?))? of (?:the |my |his |her |our |their |an? |that |this |poor |old )*(\p{L}[\p{L}’' -]*?)(?=[,.;:!?—]|$| (?:as|who|when|while|and|but|that|which|was|were|had)\b)/u;
const bodyPart = /^(?: \p{L}+)? (?:hands?|voice|lips|face|eyes|arms?|fingers|figure|form|features|cries|tones?) of/u;
const showing =
  /^(?:sob|laugh|laughter|weep|smil|giggl|anger|rage|fury|grief|joy|delight|surprise|astonish|amaz|sorrow|tears?|sigh|groan|wail)\p{L}*$/iu;

function isNotOf(words: string, person: string, { cast }: SubjectTools): boolean {
  const { name = "", aliases = [] } = cast.get(person) ?? {};
  const called = words.toLowerCase();
  return ![name, ...aliases].some((each) => each !== "" && called.includes(each.toLowerCase().replace(/^the /u, "")));
}

const subjects: Readonly<Record<string, string>> = { him: "he", her: "she", me: "I" };
