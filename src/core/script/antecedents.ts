import type { Span } from "../book/book.ts";
import type { Gender, Person } from "../story/story.ts";
import { narrationOf } from "./place-evidence.ts";

/** Whom a he or she means: one of the cast, somebody without a part in it (`other`), or a ship (`thing`). */
export type Antecedent = { person: string } | "other" | "thing";

export interface AntecedentTools {
  text: string;
  cast: ReadonlyMap<string, Person>;
  /** Finds the people of the cast by name in English. */
  names: RegExp;
  narrator: string | null;
}

/** UTF-16 units back in which a pronoun's noun stands. */
const reach = 1600;

const article =
  "(?:the|an?|my|our|his|her|their|one|another|this|that|some)\\s+(?:[\\p{L}’'-]+,?\\s+){0,3}?(?<![’']s\\s)";
const nouns: Record<Gender, RegExp> = {
  male: new RegExp(
    `\\b(?:${article}(?:man|boy|gentleman|fellow|lad|officer|soldier|sailor|policeman|constable|landlord|priest|clergyman|king|prince|lord|father|brother|husband|son|uncle|cousin|nephew|servant|driver|coachman|porter|clerk|doctor|captain|stranger|visitor|prisoner|creature|painter|professor|old man|martian|warrior|chief|jeddak|butler|footman|valet|keeper|dog|giant|monster)|(?:Mr|Lord|Sir|Colonel|Major|Captain|Inspector|Uncle|Professor)\\.?\\s\\p{Lu}\\p{Ll}+)(?![\\p{L}’'])`,
    "giu",
  ),
  female: new RegExp(
    `\\b(?:${article}(?:woman|girl|lady|maid|mother|sister|wife|daughter|aunt|niece|cousin|nurse|queen|princess|duchess|widow|housekeeper|landlady|governess|servant)|(?:Mrs|Miss|Lady|Madame|Aunt)\\.?\\s\\p{Lu}\\p{Ll}+)(?![\\p{L}’'])`,
    "giu",
  ),
};

const vessels =
  /\b(?:the|a|an|our|this|that|her|his) (?:\p{L}+ ){0,2}?(?:ship|vessel|schooner|steamer|steamboat|ironclad|ram|yacht|brig|frigate|craft|cutter|whaler|locomotive|flier)(?![\p{L}’'])/iu;

/** What stands before a noun that does nothing in its sentence. */
const objectBefore =
  /(?:\b(?:of|to|at|for|from|with|by|in|on|upon|over|under|behind|beside|after|about|like|as|than|against|into|onto|towards?|past|near|around|round|before|without|between|and|or)\s+(?:the |a |an |old |poor |dear |little )*|[’']s )$/iu;
/** A verb right before it: saw him, told Tom. */
const doneTo = /\b\p{L}+(?:ed|aw|ook|ound|eft|eld|et|ought|old|ave|new|eard)\s+(?:the |old |poor |dear |little )*$/iu;
const spoke =
  /\b(?:said|cried|answered|replied|asked|returned|added|exclaimed|remarked|continued|murmured|whispered|shouted|called|laughed|muttered|inquired|observed)\s+(?:the |old |poor |little )*$/iu;

/** Somebody of the cast, or nobody of it, where a sentence names them. */
interface Noun {
  person: string | null;
  start: number;
  end: number;
}

/**
 * Whom a he or she means that stands at `at` in an English narration, not further back than `from`: of the nearest sentence before it
 * that names somebody of that sex, who does something in it, else the only one; null where none is named, or two are.
 */
export function antecedentOf(gender: Gender, from: number, at: number, tools: AntecedentTools): Antecedent | null {
  const start = Math.max(from, at - reach);
  // A line that is only wrapped is no paragraph.
  const words = tools.text.slice(start, at).replaceAll(/(?<!\n)\n(?!\n)/gu, " ");
  const sentences = narrationOf(words, { start: 0, end: words.length }).split(sentenceEnd);
  for (const sentence of sentences.toReversed()) {
    const found = nounsIn(sentence, gender, tools);
    const pronoun = subject[gender].exec(sentence);
    const doers = found.filter((noun) => acts(sentence, noun) && (pronoun === null || noun.start < pronoun.index));
    const acting = doers.find(({ person }) => person !== null) ?? doers[0];
    if (gender === "female" && acting === undefined && vessels.test(sentence)) return "thing";
    if (acting !== undefined) return acting.person === null ? "other" : { person: acting.person };
    // Whom a sentence names that is of him anyway is somebody else.
    if (pronoun !== null || found.length === 0) continue;
    const people = new Set(found.map(({ person }) => person));
    const [only] = people;
    return people.size > 1 || only === undefined ? null : only === null ? "other" : { person: only };
  }
  return null;
}

const sentenceEnd = /(?<!\b(?:Mr|Mrs|Dr|St|M|Mme)\.)(?<=[.!?;:]|\n)\s+/u;

/** Whoever of a sex a stretch names more often by half than any other; null where nobody stands out. */
export function mostNamed(gender: Gender, span: Span, { text, cast, names, narrator }: AntecedentTools): string | null {
  const counts = new Map<string, number>();
  for (const [name] of narrationOf(text, span).matchAll(names)) {
    const person = calledBy(name, cast);
    if (person !== undefined && person.gender === gender && person.id !== narrator)
      counts.set(person.id, (counts.get(person.id) ?? 0) + 1);
  }
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (first === undefined || first[1] < 3 || first[1] < 1.5 * (second?.[1] ?? 0)) return null;
  return first[0];
}

const subject: Record<Gender, RegExp> = { male: /\b(?:he|his)\b/iu, female: /\b(?:she|her)\b/iu };

/** Those of a sex whom a sentence names, in its order: of the cast, or nobody of it (null). */
function nounsIn(sentence: string, gender: Gender, { cast, names, narrator }: AntecedentTools): Noun[] {
  const named = [...sentence.matchAll(names)].map((hit) => ({
    called: calledBy(hit[0], cast),
    start: hit.index,
    end: hit.index + hit[0].length,
  }));
  const known = named.flatMap(({ called, start, end }): Noun[] =>
    called !== undefined && called.id !== narrator && called.gender === gender
      ? [{ person: called.id, start, end }]
      : [],
  );
  const others = [...sentence.matchAll(nouns[gender])]
    .map((hit): Noun => ({ person: null, start: hit.index, end: hit.index + hit[0].length }))
    .filter(({ start, end }) => !named.some((one) => one.start < end && one.end > start));
  return [...known, ...others].toSorted((a, b) => a.start - b.start);
}

function acts(sentence: string, { start, end }: Noun): boolean {
  const before = sentence.slice(0, start).replace(/\b(?:the|an?) $/iu, "");
  if (/^[’']/u.test(sentence.slice(end))) return false;
  return spoke.test(before) || !(objectBefore.test(before) || doneTo.test(before));
}

/** The one of the cast who goes by a name as it stands in the text. */
export function calledBy(words: string, cast: ReadonlyMap<string, Person>): Person | undefined {
  const called = words.toLowerCase().replace(/\s+/g, " ");
  return [...cast.values()].find(({ name, aliases }) =>
    [name, ...aliases].some((each) => each.toLowerCase() === called),
  );
}
