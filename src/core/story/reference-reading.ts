import type { Span } from "../book/book.ts";
import {
  bareSeveral,
  besideBefore,
  doneTo,
  nounPhrase,
  objectBefore,
  spokeAfter,
  spokeBefore,
  titledName,
  turnedRound,
  verbAfter,
} from "./reference-words.ts";
import type { Gender, Person } from "./story.ts";

/** Words that mean somebody, before anybody knows whom. */
export interface RawReference extends Span {
  /** `quote` is somebody who has spoken; `several` are they or we, `crowd` people or beasts by a noun. */
  kind: "name" | "noun" | "pronoun" | "teller" | "several" | "crowd" | "quote";
  part: "acts" | "owns" | "other";
  gender: Gender | null;
  /** Whom a name means. */
  person: string | null;
  /** The word itself; of a noun phrase its noun; in small letters. */
  noun: string;
  /** A noun that brings in somebody new: a man, his father. */
  fresh: boolean;
  beast: boolean;
  /** The noun has more than an article before it. */
  described: boolean;
  /** Where its clause begins in the sentence. */
  clause: number;
  /** First in its sentence. */
  leads: boolean;
  /** Beside a verb of speech: said he, she cried. */
  tag: boolean;
}

/** A reader of sentences over the names of a cast; offsets are of the sentence's start and on. */
export function readWords(cast: readonly Person[]): (words: string, from: number) => RawReference[] {
  const called = new Map<string, Person>();
  for (const person of cast)
    for (const name of [person.name, ...person.aliases])
      for (const form of formsOf(name)) if (!called.has(form)) called.set(form, person);
  const list = [...called.keys()].toSorted((a, b) => b.length - a.length).map(escaped);
  const name = list.length > 0 ? `(?<name>${list.join("|")})(?![\\p{L}])` : "(?<name>(?!))";
  const pattern = new RegExp(
    `(?<![\\p{L}’'])(?:${name}|${titledName}|${nounPhrase}|${bareSeveral}|(?<he>[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is|[Hh]ers|[Hh]imself|[Hh]erself)(?![\\p{L}])|(?<teller>I|me|my|My|mine|myself|Myself)(?![\\p{L}])|(?<many>[Tt]hey|[Tt]hem|[Tt]heir|[Ww]e|[Uu]s|[Oo]ur|[Yy]ou|[Yy]our|[Ee]verybody|[Ee]veryone|[Nn]obody|[Nn]o one)(?![\\p{L}]))`,
    "gu",
  );
  return (words, from) => {
    const found: RawReference[] = [];
    for (const hit of words.matchAll(pattern)) {
      found.push(...rawsOf(hit, words, from, called, found));
    }
    return found;
  };
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+");

/** A name as it may stand in a sentence. I is no name, nor is a word in small letters that any sentence has. */
function formsOf(name: string): string[] {
  const plain = name.replaceAll(/\s+/g, " ");
  if (plain.length < 2 || /^(?:me|my|I)$/iu.test(plain)) return [];
  const upper = plain.charAt(0).toUpperCase() + plain.slice(1);
  return [...new Set([plain, upper])];
}

/** Where a new clause begins. */
const boundary =
  /[,;:—–!?()\ufffc]|\b(?:and|but|or|as|when|while|until|till|for|because|that|which|who|whom|where|before|after|if|than|so|though|although|since|whether|how|what|why)\b/giu;

function rawsOf(
  hit: RegExpExecArray,
  words: string,
  from: number,
  called: ReadonlyMap<string, Person>,
  before: readonly RawReference[],
): RawReference[] {
  const { groups = {}, index, 0: word } = hit;
  const end = index + word.length;
  const clause = [...words.slice(0, index).matchAll(boundary)].at(-1)?.index ?? 0;
  const base: RawReference = {
    start: from + index,
    end: from + end,
    kind: "noun",
    part: "other",
    gender: null,
    person: null,
    noun: word.toLowerCase(),
    fresh: false,
    beast: false,
    described: false,
    clause,
    leads: before.length === 0,
    tag: spokeBefore.test(words.slice(0, index)) || spokeAfter.test(words.slice(end)),
  };
  const pronoun = groups["he"] ?? groups["teller"] ?? groups["many"];
  if (pronoun !== undefined) return [pronounOf(pronoun, words.slice(end), base)];
  if (groups["bare"] !== undefined) return [{ ...base, kind: "crowd", part: "acts" }];
  const raw = { ...base, part: partOf(words, index, end, clause, before) };
  if (groups["name"] !== undefined) {
    const person = called.get(word.replaceAll(/\s+/g, " "));
    // John Hare is not the John whom we know, nor is Mrs. Hare Mr. Hare.
    if (person === undefined || partOfOther(words, index, end)) return [];
    return [{ ...raw, kind: "name", gender: person.gender, person: person.id }];
  }
  const { article, several, beast } = groups;
  const man = groups["man"] ?? groups["lord"];
  const woman = groups["woman"] ?? groups["dame"];
  const gender = man !== undefined ? "male" : woman !== undefined ? "female" : null;
  if (article === undefined) return [{ ...raw, gender }];
  const owner = /^(?:his|her|my|our|their|your|its)$/iu.test(article);
  const owners = owner ? [pronounOf(article, " x", { ...base, end: from + index + article.length })] : [];
  if (several !== undefined || /^(?:these|those|two|three|four|both|all|many|several)$/iu.test(article))
    return [...owners, { ...raw, kind: "crowd" }];
  const lead = words.slice(0, index);
  // He was a man; like a dog: nobody new.
  const same = predicate.test(lead) && !/\bthere (?:was|were|is)\s+$/iu.test(lead);
  if (same || /^(?:every|each|no|any)$/iu.test(article)) return owners;
  return [
    ...owners,
    {
      ...raw,
      gender,
      noun: (man ?? woman ?? groups["either"] ?? beast ?? word).toLowerCase(),
      fresh: owner || /^(?:an?|another|one|some)$/iu.test(article),
      beast: beast !== undefined,
      described: word.split(/\s+/).length > 2,
      leads: raw.leads && !owner,
    },
  ];
}

const partOfOther = (words: string, start: number, end: number): boolean =>
  /^ (?!I\b)\p{Lu}\p{Ll}{2,}/u.test(words.slice(end)) ||
  /\b(?:Mr|Mrs|Miss|Ms|Dr|Lady|Lord|Sir|Master|Madame|Captain|Colonel|Aunt|Uncle|Judge|[a-z’',] \p{Lu}\p{Ll}+)\.? $/u.test(
    words.slice(0, start),
  ) ||
  // Forty-eight Captain Farrows are plates.
  /\b(?:\p{L}+ty(?:-\p{L}+)?|two|three|four|five|six|seven|eight|nine|ten|twelve|many|several) $/iu.test(
    words.slice(0, start),
  );

function pronounOf(word: string, after: string, base: RawReference): RawReference {
  const owns = /^(?:his|my|our|their|your|its)$/iu.test(word) || (/^her$/iu.test(word) && ownsNext.test(after));
  const acts = /^(?:s?he|I|they|we|you|everybody|everyone|nobody|no one)$/iu.test(word);
  const part = owns ? "owns" : acts ? "acts" : "other";
  const noun = word.toLowerCase();
  if (/^(?:he|she|him|her|his|hers|himself|herself)$/iu.test(word))
    return { ...base, kind: "pronoun", part, noun, gender: /^h(?:e|im|is|imself)$/iu.test(word) ? "male" : "female" };
  return { ...base, kind: /^(?:I|me|my|mine|myself)$/iu.test(word) ? "teller" : "several", part, noun };
}

const ownsNext =
  /^ (?!(?:to|at|in|on|by|with|and|that|as|for|from|into|up|down|out|off|over|so|but|when|while|if|through|away|back|again|a|an|the)\b)\p{Ll}/u;
const predicate =
  /\b(?:was|were|is|am|are|be|been|being|became|become|like|as|such|than|seemed|remained|no)\s+(?:\p{L}+ly\s+|still\s+|but\s+|only\s+|once\s+|now\s+|always\s+|not\s+)?$/iu;

function partOf(
  words: string,
  start: number,
  end: number,
  clause: number,
  before: readonly RawReference[],
): RawReference["part"] {
  if (/^(?:[’']s\b|[’'](?=\s))/u.test(words.slice(end))) return "owns";
  const lead = words.slice(0, start).replace(/\b(?:the|old|poor|dear|little|young|good)\s+$/iu, "");
  if (spokeBefore.test(lead)) return "acts";
  const acted = before.some((one) => one.clause === clause && one.part === "acts");
  if (acted) return "other";
  if (turnedRound.test(lead)) return "acts";
  if (besideBefore.test(lead)) return verbAfter.test(words.slice(end)) ? "acts" : "other";
  return objectBefore.test(lead) || doneTo.test(lead) ? "other" : "acts";
}
