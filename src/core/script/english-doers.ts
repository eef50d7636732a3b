import type { Gender } from "../story/story.ts";
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

const men =
  "man|boy|gentleman|policeman|constable|landlord|coachman|cabman|groom|sailor|father|brother|husband|son|uncle|tradesman|banker|guard|waiter|butler|footman|gardener|beggar|priest|clergyman|king|prince|fellow|lad|lord|officer|inspector|soldier|sergeant|driver|porter|boatswain|carpenter|blacksmith|gunner|surgeon|squire|magistrate|gaoler|warrior|chieftain|artilleryman";
const women =
  "woman|girl|lady|maid|landlady|mother|sister|wife|daughter|aunt|nurse|queen|princess|housekeeper|widow|lass|maiden|governess";
const either =
  "visitor|client|stranger|servant|clerk|captain|mate|child|doctor|cook|judge|witness|assistant|companion|friend|person|guest|prisoner|figure|voice|other";
const several =
  "children|people|crowd|men|women|boys|girls|party|gardeners|jury|horses?|dogs?|cats?|birds?|animals?|creatures?|guests|visitors|friends|servants|soldiers|sailors|policemen|gentlemen|ladies|others";
const leading =
  "(?:the|an?|our|his|her|my|their|another|one|two|three|four|some|this|that|both|all|every|each|several)\\s+(?:[\\p{L}’'-]+,?\\s+){0,4}?";
/** Somebody is found or seen who does what follows: found a gentleman seated by the table. */
const othersFound = new RegExp(
  `\\b(?:found|saw|seen|met|noticed|observed|perceived|heard|watched|showed|ushered|left)\\s+(?:the|an?|his|her|my|our|another|two|some)\\s+(?:[\\p{L}’'-]+,?\\s+){0,3}?(?:${men}|${women}|${either}|${several})(?![\\p{L}’'])`,
  "iu",
);

/** The sentence is about somebody who has no part in the cast. */
const strangerFirst = new RegExp(`^\\P{L}*${leading}(?:${men}|${women}|${either}|${several})(?![\\p{L}’'])`, "iu");
const titled =
  /\b(?:(Mr|Lord|Sir|Colonel|Major|Captain|Inspector|Uncle)|(Mrs|Miss|Lady|Madame|Aunt)|Dr|Old|Professor)\.?\s\p{Lu}\p{Ll}+/gu;
const strangerWord = new RegExp(
  `(?<!\\b(?:was|were|is|are|be|been|being|as|like|such|of)\\s)\\b(?:the|an?|our|his|her|my|another|one|this|that)\\s+(?:[\\p{L}’'-]+,?\\s+){0,3}?(?:(${men})|(${women})|(?:${either}))(?![\\p{L}’'])`,
  "giu",
);

const newcomerFirst = new RegExp(
  `^\\P{L}*(?:(?:then|there|and|but|presently|suddenly) )?(?:the|an?|another|one) (?:[\\p{L}’'-]+,? ){0,4}?(?:${men}|${women}|${either}|sleeper|detective|guard|page|messenger)(?![\\p{L}’'])(?! of\\b)`,
  "iu",
);

/** The sexes of those whom a sentence brings in and who have no part in the cast; null where the word does not tell. */
export function strangersIn(sentence: string, cast: RegExp): (Gender | null)[] {
  const known = [...sentence.matchAll(cast)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
  return [...sentence.matchAll(strangerWord), ...sentence.matchAll(titled)]
    .filter((hit) => !known.some(({ start, end }) => start < hit.index + hit[0].length && end > hit.index))
    .map(([, man, woman]) => (man !== undefined ? "male" : woman !== undefined ? "female" : null));
}

/** Whether words begin with somebody who has no part in the cast: a gentleman entered, the man who came was sturdy. */
export function strangerLeads(words: string, cast: RegExp): boolean {
  const hit = newcomerFirst.exec(words);
  return (
    hit !== null &&
    ![...hit[0].matchAll(cast)].some(Boolean) &&
    [...words.slice(0, hit[0].length + 24).matchAll(cast)].length === 0
  );
}

/** A mention of somebody as the one who acts, or as somebody else in the sentence; null is nobody of the cast. */
interface Mention {
  person: string | null;
  sure: boolean;
  start: number;
  end: number;
  acts: boolean;
}

/** Who acts in an English sentence, by the first name or pronoun that is no object, and what that person does. */
export function englishDoers(sentence: string, pattern: RegExp, lookUp: LookUp): Doers {
  const mentions = mentionsIn(sentence, pattern, lookUp);
  const first = mentions.find(({ acts }) => acts);
  const unknown = first !== undefined && first.person === null;
  const stranger = unknown || strangerBefore(sentence, first?.start ?? sentence.length);
  const actor = stranger ? null : (first?.person ?? null);
  const others = [...new Set(mentions.flatMap(({ person }) => person ?? []))].filter((id) => id !== actor);
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
  const named = sentence.search(titled);
  return (hit !== null && hit[0].length <= subject) || (named >= 0 && named < 12 && named + 4 < subject);
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
    const named = found.flatMap(({ person }) => person ?? []);
    const meant = lookUp(word, named) ?? lookUp(word.charAt(0).toLowerCase() + word.slice(1), named) ?? nobody;
    if (meant === nobody && !/^s?he$/i.test(word)) continue;
    if (isOwner(word, after) || many.test(sentence.slice(0, hit.index)) || surname.test(after)) continue;
    const acts = !(objectBefore.test(before) || word === "him" || word === "her" || hasSubject(before));
    found.push({ ...meant, start: hit.index, end: hit.index + word.length, acts });
  }
  return found;
}

/** The clause before a name has a subject already: in `They told Alice` and `It was Tom` she and he do nothing. */
function hasSubject(before: string): boolean {
  const clause =
    before
      .split(/[,;:—–“”"]|\b(?:and|but|or|as|when|while|until|till|for|because|that|before|after|if|than|so)\b/i)
      .at(-1) ?? "";
  return /^\s*(?:\p{L}+ly |then |now |there )?(?:it|they|we|you|there|here|nobody|nothing|everybody|everyone|everything|somebody|something|this|these|those|which|who|what|i|s?he)\b\s+\S/iu.test(
    clause,
  );
}

/** A pronoun that means nobody of the cast. */
const nobody = { person: null, sure: false };
/** John Hare is not the John whom we know. */
const surname = /^ \p{Lu}\p{Ll}{2,}/u;

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
      const ends = [otherSubject.exec(rest)?.index, othersFound.exec(rest)?.index].filter((at) => at !== undefined);
      return [turned, rest.slice(0, Math.min(...ends, rest.length))];
    });
  // Holding the lamp high, she went down: what stands before the comma is hers as well.
  const opening = /^\P{L}*\p{L}+ing\b[^,;:.]*(?=,)/u.exec(sentence)?.[0] ?? "";
  const leads = opening !== "" && mentions[0]?.person === actor && mentions[0].start <= opening.length + 6;
  return [leads ? opening : "", ...parts]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(" ; ");
}
