import type { Doers } from "./who-acts.ts";

/** Whom a word of a sentence means, and whether it can mean nobody else. */
export interface Meant {
  person: string;
  sure: boolean;
}

/** Looks a name or a pronoun up; `named` are the people whom the sentence has named before it. */
export type LookUp = (word: string, named: readonly string[]) => Meant | null;

const objectBefore =
  /(?:\b(?:of|to|at|for|from|with|by|in|on|upon|over|under|behind|beside|after|about|like|than|against|into|onto|towards?|past|near|around|before|without|between|the) (?:the |a |an |old |poor |dear |little )*|[’']s )$/i;

/** Where somebody or something else begins to act. */
const otherSubject =
  /(?:[,;:—–]|\b(?:and|but|while|as|when|until|till|for|because|that|which|who|whom|where|before|after|if|than|so))\s+(?:the|an?|his|her|its|their|my|our|your|this|that|these|those|some|both|all|one|another|there|it|they|you|we|nobody|nothing|every(?:body|one|thing)|which|who)\b|\b(?:it|they|there|who|which|what) (?:was|were|is|must|had|would|could|might|did|came|went|looked|seemed)\b|[“"]/iu;

const fronted =
  /\b(?:went|came|ran|rushed|sat|lay|knelt|leapt|leaped|sprang|fell|flew|walked|strode|stood|crept|marched) (?:the )?$/i;

const strangers =
  "man|woman|girl|boy|lady|gentleman|visitor|client|stranger|fellow|policeman|constable|inspector|officer|servant|maid|landlady|landlord|coachman|driver|cabman|groom|clerk|sailor|soldier|captain|mate|mother|father|brother|sister|wife|husband|son|daughter|uncle|aunt|child|children|people|crowd|men|women|boys|girls|party|tradesman|banker|doctor|nurse|cook|waiter|porter|butler|footman|gardener|gardeners|beggar|priest|clergyman|judge|jury|witness|king|queen|prince|princess|horse|horses|dog|cat|bird|birds|animal|animals|creature|guests|voice|figure|assistant|companion|friend";
/** The sentence is about somebody who has no part in the cast. */
const strangerFirst = new RegExp(
  `^\\P{L}*(?:the|an?|our|his|her|my|their|another|one|two|three|some|this|that|both)\\s+(?:[\\p{L}’'-]+,?\\s+){0,4}?(?:${strangers})\\b`,
  "iu",
);

/** A mention of somebody as the one who acts, or as somebody else in the sentence. */
interface Mention extends Meant {
  start: number;
  end: number;
  acts: boolean;
}

/** Who acts in an English sentence, by the first name or pronoun that is no object, and what that person does. */
export function englishDoers(sentence: string, pattern: RegExp, lookUp: LookUp): Doers {
  const mentions = mentionsIn(sentence, pattern, lookUp);
  const first = mentions.find(({ acts }) => acts);
  const stranger = strangerBefore(sentence, first?.start ?? sentence.length);
  const actor = stranger ? null : (first?.person ?? null);
  const others = [...new Set(mentions.map(({ person }) => person))].filter((id) => id !== actor);
  return {
    actor,
    others,
    stranger,
    sure: actor !== null && first?.sure === true,
    deed: actor === null ? "" : deedOf(sentence, actor, mentions),
  };
}

function strangerBefore(sentence: string, subject: number): boolean {
  const hit = strangerFirst.exec(sentence);
  return hit !== null && hit[0].length <= subject;
}

function mentionsIn(sentence: string, pattern: RegExp, lookUp: LookUp): Mention[] {
  const found: Mention[] = [];
  for (const hit of sentence.matchAll(pattern)) {
    const word = hit[0];
    const before = sentence
      .slice(0, hit.index)
      .replace(/^the $/i, "")
      .replace(/(?:^|(?<=[,;] ))the $/i, "");
    const after = sentence.slice(hit.index + word.length);
    const named = found.map(({ person }) => person);
    const meant = lookUp(word, named) ?? lookUp(word.charAt(0).toLowerCase() + word.slice(1), named);
    if (meant === null || isOwner(word, after) || many.test(sentence.slice(0, hit.index))) continue;
    const acts = !(objectBefore.test(before) || word === "him" || word === "her");
    found.push({ ...meant, start: hit.index, end: hit.index + word.length, acts });
  }
  return found;
}

/** Forty-eight Captain Farrows are plates. */
const many = /\b(?:\p{L}+ty(?:-\p{L}+)?|two|three|four|five|six|seven|eight|nine|ten|twelve|many|several|both) $/iu;

const isOwner = (word: string, after: string) =>
  /^[’']s?\b/.test(after) ||
  (word === "her" &&
    /^ \p{Ll}/u.test(after) &&
    !/^ (?:to|at|in|on|by|with|and|that|as|for|from|into|up|down|out|off|over)\b/.test(after));

/** What somebody does: from each mention as the one who acts to where another begins to act. */
function deedOf(sentence: string, actor: string, mentions: readonly Mention[]): string {
  const parts = mentions
    .filter(({ person, acts }) => person === actor && acts)
    .flatMap(({ start, end }) => {
      const next = mentions.find((other) => other.start >= end && other.acts);
      const rest = sentence.slice(end, next?.start);
      const turned = fronted.exec(sentence.slice(0, start))?.[0] ?? "";
      return [turned, rest.slice(0, otherSubject.exec(rest)?.index)];
    });
  // Holding the lamp high, she went down: what stands before the comma is hers as well.
  const opening = /^\P{L}*\p{L}+ing\b[^,;:.]*(?=,)/u.exec(sentence)?.[0] ?? "";
  const leads = opening !== "" && mentions[0]?.person === actor && mentions[0].start <= opening.length + 6;
  return [leads ? opening : "", ...parts]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(" ; ");
}
