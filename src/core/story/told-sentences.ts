import type { Span } from "../book/book.ts";
import { mentionFrom } from "./mention-index.ts";
import * as patterns from "./looks-words.ts";
import type { Member, Mention } from "./members.ts";
import { narrated } from "./narrated.ts";
import type { Passage } from "./passages.ts";
import { sentencesOf } from "./sentences.ts";

/** A sentence of the narration, and of whom it tells something. */
export interface ToldSentence {
  sentence: Span;
  /** The sentence with its quotes blanked out, so that offsets stay. */
  words: string;
  /** Who it is about, and the part of it that is said of them; null where it is not sure. */
  about: { member: number; span: Span } | null;
}

/** Every sentence that is not all speech, with the one whom its words are surely about. */
export function toldSentences(
  text: string,
  passages: readonly Passage[],
  members: readonly Member[],
  mentions: readonly Mention[],
  quoted: Uint8Array,
): ToldSentence[] {
  const told = mentions.filter((mention) => !mention.quoted);
  const firstSeen = firstMentions(told, members.length);
  const sentences: ToldSentence[] = [];
  let before: number | null = null;
  for (const [i, passage] of passages.entries()) {
    // A description goes on in the next paragraph, a talk does not.
    const [opens, last] = [quoted[passage.start] === 1, passages[i - 1]];
    if (opens || last === undefined || last.chapter !== passage.chapter || quoted[last.end - 1] === 1) before = null;
    for (const sentence of sentencesOf(text, passage.start, passage.end)) {
      if (quoted[sentence.start] === 1 && quoted[sentence.end - 1] === 1) continue;
      const words = narrated(text, sentence, quoted);
      const subject: Subject | null =
        subjectOf(words, sentence, told, members, before) ?? describedLater(words, sentence, told, members, firstSeen);
      before = goesOn(words, sentence, told, members, subject?.member ?? null);
      const about = subject === null ? null : { member: subject.member, span: until(subject, sentence, mentions) };
      sentences.push({ sentence, words, about });
    }
  }
  return sentences;
}

function firstMentions(told: readonly Mention[], size: number): number[] {
  const first = Array.from({ length: size }, () => Infinity);
  for (const { member, start } of told) if (start < (first[member] ?? 0)) first[member] = start;
  return first;
}

/** Of whom a sentence tells, and from which offset on: behind their name or pronoun. */
interface Subject {
  member: number;
  from: number;
}

/** Words that may stand before the one whom a sentence is about. */
const opening =
  /^\W*(?:(?:but|and|then|now|so|poor|old|little|young|the|good|honest|worthy|for|yet|presently|suddenly|meanwhile|here|it was|this was|(?:there|here|within|before (?:me|us|him|her|them)),? (?:stood|sat|was|came|appeared))\s+)*$/i;
/** Words before a comma that name nobody. */
const aside =
  /^(?!.*\b(?:he|she|his|her|him|they|their|i|my|we|our|you|who|man|woman|boy|girl|lady|gentleman|fellow|men|people)\b)[^,.;:]{0,60},\s$/is;

/** Whose sentence it is: somebody named at its head, or he or she going on from the sentence before. */
function subjectOf(
  words: string,
  sentence: Span,
  told: readonly Mention[],
  members: readonly Member[],
  before: number | null,
): Subject | null {
  const pronoun = /^\W*(?:(?:But|And|Then|Now|So|Yet) )?(?:([Hh]e|[Hh]is)|([Ss]he|[Hh]er))\b/.exec(words);
  if (pronoun !== null) {
    const gender = pronoun[1] === undefined ? "female" : "male";
    const fits = before !== null && members[before]?.gender === gender;
    return fits && before !== null ? { member: before, from: sentence.start + pronoun[0].length } : null;
  }
  const mention = told[mentionFrom(told, sentence.start)];
  if (mention === undefined || mention.start >= sentence.end) return null;
  const lead = words.slice(0, mention.start - sentence.start);
  if (!opening.test(lead) && !aside.test(lead)) return null;
  // Whoever comes in as a tall old man is told of by these words themselves.
  const described = /^an? \p{Ll}/iu.test(words.slice(mention.start - sentence.start));
  return { member: mention.member, from: described ? mention.start : mention.end + (mention.possessive ? 2 : 0) };
}

/** Whom he or she means in the next sentence: the only one of that sex who was named, or none. */
function goesOn(
  words: string,
  sentence: Span,
  told: readonly Mention[],
  members: readonly Member[],
  subject: number | null,
): number | null {
  const named = new Set(subject === null ? [] : [subject]);
  for (let i = mentionFrom(told, sentence.start); (told[i]?.start ?? Infinity) < sentence.end; i++)
    named.add(told[i]?.member ?? -1);
  const who = subject ?? [...named][0] ?? null;
  const gender = members[who ?? -1]?.gender ?? null;
  const rivals = [...named].filter((one) => one !== who && (members[one]?.gender ?? gender) === gender);
  return who === null || rivals.length > 0 || patterns.another.test(words) ? null : who;
}

/** Where what is said of somebody ends: before the next one who is named. */
function until({ member, from }: Subject, sentence: Span, mentions: readonly Mention[]): Span {
  for (let i = mentionFrom(mentions, from); (mentions[i]?.start ?? Infinity) < sentence.end; i++) {
    const mention = mentions[i];
    if (mention !== undefined && mention.member !== member) return { start: from, end: mention.start };
  }
  return { start: from, end: sentence.end };
}

/** How far after `A tall woman was coming up the path …` she is named, in UTF-16 units. */
const shortlyAfter = 400;

/** A description of a man or a woman with which a sentence begins: that is whoever is first named soon after. */
function describedLater(
  words: string,
  sentence: Span,
  told: readonly Mention[],
  members: readonly Member[],
  firstSeen: readonly number[],
): Subject | null {
  const description = patterns.describedOne.exec(words.slice(0, 120));
  const at = mentionFrom(told, sentence.start);
  if (description === null || (told[at]?.start ?? Infinity) < sentence.end) return null;
  const gender = patterns.describedGender(description[1] ?? "");
  for (let i = at; i < told.length; i++) {
    const mention = told[i];
    if (mention === undefined || mention.start > sentence.end + shortlyAfter) return null;
    if (firstSeen[mention.member] === mention.start && gender !== null && members[mention.member]?.gender === gender)
      return { member: mention.member, from: sentence.start };
  }
  return null;
}
