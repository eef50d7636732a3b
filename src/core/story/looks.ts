import type { Span } from "../book/book.ts";
import * as words from "./looks-words.ts";
import type { Member, Mention } from "./members.ts";
import { mentionFrom } from "./english-turns.ts";
import type { Passage } from "./passages.ts";
import { sentencesOf } from "./sentences.ts";
import type { Gender, Looks, Trait } from "./story.ts";

/** Nothing known. */
export function noLooks(): Looks {
  return {
    species: null,
    age: null,
    build: null,
    height: null,
    skin: null,
    hairColour: null,
    hairStyle: null,
    beard: null,
    glasses: null,
    hat: null,
    clothes: [],
    marks: [],
  };
}

/** What the narration says people look like, with the words that prove it. Only sentences that are surely about one person are read. */
export function englishLooks(
  text: string,
  passages: readonly Passage[],
  members: readonly Member[],
  mentions: readonly Mention[],
  quoted: Uint8Array,
): Looks[] {
  const looks = members.map(() => noLooks());
  const told = mentions.filter((mention) => !mention.quoted);
  const firstSeen = firstMentions(told, members.length);
  for (const passage of passages) {
    let subject: number | null = null;
    for (const sentence of sentencesOf(text, passage.start, passage.end)) {
      if (quoted[sentence.start] === 1 && quoted[sentence.end - 1] === 1) continue;
      subject =
        subjectOf(text, sentence, told, members, subject, firstSeen) ??
        describedLater(text, sentence, told, members, firstSeen);
      const target = subject === null ? undefined : looks[subject];
      if (target !== undefined && subject !== null)
        readTraits(text, sentence, quoted, target, members[subject]?.gender ?? null);
      readNewcomer(text, sentence, members, mentions, looks, quoted);
    }
  }
  for (const [i, member] of members.entries())
    addSpecies(
      member,
      mentions.find((mention) => mention.member === i),
      looks[i],
      mentions.some(
        ({ member: one, start }) =>
          one === i && /\b(?:[Aa]n?|[Tt]he) (?:\p{L}+ )?$/u.test(text.slice(Math.max(0, start - 16), start)),
      ),
    );
  addChildren(text, passages, members, told, looks, quoted);
  shortNames(members, mentions, looks);
  return looks;
}

/** The Frog-Footman is afterwards the Footman: the one last named before takes his looks along, once there is one. */
function shortNames(members: readonly Member[], mentions: readonly Mention[], looks: readonly Looks[]): void {
  for (const [i, { name }] of members.entries()) {
    const seen = looks[i];
    const tail = `-${name.toLowerCase().replace(/^the /, "")}`;
    const longer = mentions.filter(({ member }) => members[member]?.name.toLowerCase().endsWith(tail) === true);
    const [earliest] = longer;
    if (seen === undefined || seen.species !== null || earliest === undefined) continue;
    const first = mentions.find(({ member, start }) => member === i && start > earliest.start);
    const before = first && longer.findLast(({ start }) => start < first.start);
    if (before !== undefined) seen.species = looks[before.member]?.species ?? null;
  }
}

/** `Alice … the poor child`: the narration calls a child whom it has just named a child. */
function addChildren(
  text: string,
  passages: readonly Passage[],
  members: readonly Member[],
  told: readonly Mention[],
  looks: readonly Looks[],
  quoted: Uint8Array,
): void {
  for (const passage of passages) {
    for (const match of text.slice(passage.start, passage.end).matchAll(words.childNoun)) {
      const start = passage.start + match.index;
      if (quoted[start] === 1) continue;
      const before = told[mentionFrom(told, start) - 1];
      if (before === undefined || before.start < start - 400) continue;
      const [member, seen] = [members[before.member], looks[before.member]];
      const gender = /girl/.test(match[0]) ? "female" : /boy/.test(match[0]) ? "male" : null;
      if (
        member === undefined ||
        member.nameless ||
        member.name.startsWith("the ") ||
        (gender !== null && gender !== member.gender)
      )
        continue;
      if (seen !== undefined) seen.age ??= { value: "child", start, end: start + match[0].length };
    }
  }
}

function firstMentions(told: readonly Mention[], size: number): number[] {
  const first = Array.from({ length: size }, () => Infinity);
  for (const { member, start } of told) if (start < (first[member] ?? 0)) first[member] = start;
  return first;
}

/** Whose sentence it is: the only person named in it, or he or she going on from the sentence before. */
function subjectOf(
  text: string,
  sentence: Span,
  told: readonly Mention[],
  members: readonly Member[],
  before: number | null,
  introduced: readonly number[],
): number | null {
  const named = new Set<number>();
  for (let i = mentionFrom(told, sentence.start); i < told.length && (told[i]?.start ?? Infinity) < sentence.end; i++) {
    const mention = told[i];
    if (mention !== undefined) named.add(mention.member);
  }
  const pronoun = /^["“”]?\s*(?:(He|His)|(She|Her))\b/.exec(text.slice(sentence.start, sentence.start + 8));
  if (pronoun !== null) {
    const gender = pronoun[1] === undefined ? "female" : "male";
    const fits = before !== null && members[before]?.gender === gender;
    return fits && [...named].every((member) => member === before) ? before : null;
  }
  const [only] = named;
  if (only === undefined) return null;
  // The sentence that brings somebody in is about them, whoever else it names.
  return named.size === 1 || introduced[only] === told[mentionFrom(told, sentence.start)]?.start ? only : null;
}

/** `A tall woman was coming up the path …`: she is whoever is first named within the next 700 units. */
function describedLater(
  text: string,
  sentence: Span,
  told: readonly Mention[],
  members: readonly Member[],
  firstSeen: readonly number[],
): number | null {
  const description = words.describedOne.exec(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 120)));
  const at = mentionFrom(told, sentence.start);
  if (description === null || (told[at]?.start ?? Infinity) < sentence.end) return null;
  const gender = words.describedGender(description[1] ?? "");
  for (let i = at; i < told.length; i++) {
    const mention = told[i];
    if (mention === undefined || mention.start > sentence.end + 700) return null;
    const member = members[mention.member];
    if (
      firstSeen[mention.member] === mention.start &&
      (gender === null || member?.gender === null || member?.gender === gender)
    )
      return mention.member;
  }
  return null;
}

/** How far after the description of somebody new the name comes, in UTF-16 units. */
const namedWithin = 900;

/** `I found him with a stout gentleman with fiery red hair`: that is whoever is named for the first time soon after. */
function readNewcomer(
  text: string,
  sentence: Span,
  members: readonly Member[],
  mentions: readonly Mention[],
  looks: readonly Looks[],
  quoted: Uint8Array,
): void {
  const other = words.newcomer.exec(narrated(text, sentence, quoted));
  if (other === null) return;
  const gender = words.describedGender(other[1] ?? "");
  const seen = new Set<number>();
  for (const { member, start } of mentions) {
    if (start > sentence.end + namedWithin) return;
    const [who, target] = [members[member], looks[member]];
    if (start > sentence.end && !seen.has(member) && gender !== null && who?.gender === gender && target) {
      const part = { start: sentence.start + other.index + other[0].indexOf(" ") + 1, end: sentence.end };
      return readTraits(text, part, quoted, target, gender);
    }
    seen.add(member);
  }
}

function readTraits(text: string, sentence: Span, quoted: Uint8Array, looks: Looks, gender: Gender | null): void {
  const whole = narrated(text, sentence, quoted);
  // Somebody else is described from here on: talking with a stout gentleman.
  const other = words.someoneElse.exec(whole);
  const part = other === null ? whole : whole.slice(0, other.index);
  const find = <T extends string>(rules: readonly words.TraitRule<T>[]): Trait<T> | null => {
    for (const [value, pattern] of rules) {
      for (const match of part.matchAll(pattern))
        if (!denied(part, match.index)) return { value, ...spanOf(sentence, match) };
    }
    return null;
  };
  looks.age ??= yearsIn(part, sentence) ?? find(words.ages);
  looks.height ??= find(words.heights);
  looks.build ??= find(words.builds);
  looks.skin ??= find(words.skins);
  looks.hairStyle ??= find(words.hairStyles);
  looks.hairColour ??= hairIn(part, sentence);
  if (gender !== "female") looks.beard ??= find(words.beards);
  looks.glasses ??= find(words.glasses);
  looks.hat ??= find(words.hats);
  collect(part, sentence, words.garment, looks.clothes);
  collect(part, sentence, words.mark, looks.marks);
}

/** The sentence with its quotes blanked out, so that offsets stay. */
function narrated(text: string, sentence: Span, quoted: Uint8Array): string {
  let out = "";
  for (let i = sentence.start; i < sentence.end; i++)
    out += quoted[i] === 1 ? "\ufffc" : /\s/.test(text[i] ?? "") ? " " : (text[i] ?? "");
  return out;
}

const denied = (part: string, at: number) =>
  /\b(?:not?|never|without|as if|as though|like|than|neither|nor|shaved|of the)\s+(?:\p{L}+\s)?$/iu.test(
    part.slice(Math.max(0, at - 20), at),
  );

function spanOf(sentence: Span, match: RegExpExecArray): Span {
  const start = sentence.start + match.index;
  return { start, end: start + match[0].length };
}

function yearsIn(part: string, sentence: Span): Looks["age"] {
  for (const match of part.matchAll(words.yearsOld)) {
    const years = words.numberOf(match.slice(1).find((group) => group !== undefined) ?? "");
    if (years > 1 && years < 120) return { value: words.ageOf(years), ...spanOf(sentence, match) };
  }
  return null;
}

function hairIn(part: string, sentence: Span): Looks["hairColour"] {
  for (const match of [...part.matchAll(words.hairWas), ...part.matchAll(words.hairPhrase)]) {
    const found = words.hairColourWord.exec(match[0]);
    const colour = words.hairColourOf(found?.[0] ?? "");
    if (colour !== null && !denied(part, match.index + (found?.index ?? 0)))
      return { value: colour, ...spanOf(sentence, match) };
  }
  return null;
}

function collect(part: string, sentence: Span, pattern: RegExp, into: Trait[]): void {
  for (const match of part.matchAll(pattern)) {
    const value = (match[1] ?? "").trim();
    const start = sentence.start + match.index + match[0].indexOf(value);
    if (
      into.length < 6 &&
      value !== "" &&
      !denied(part, match.index) &&
      !into.some((trait) => trait.value.endsWith(value) || value.endsWith(trait.value))
    )
      into.push({ value, start, end: start + value.length });
  }
}

/** The White Rabbit is a rabbit; Mr. Fox is not a fox. */
function addSpecies(member: Member, mention: Mention | undefined, looks: Looks | undefined, oneOfMany: boolean): void {
  if (looks === undefined || mention === undefined) return;
  const age = member.nameless ? /\b(?:(old)|(young)|(boy|girl|child|lad|baby))\b/.exec(member.name) : null;
  if (age !== null)
    looks.age ??= {
      value: age[1] !== undefined ? "old" : age[2] !== undefined ? "young" : "child",
      start: mention.start,
      end: mention.end,
    };
  if (/^(?:Mr|Mrs|Miss|Ms|Dr)\b/.test(member.name)) return;
  // A Lory and an Eaglet are what they are called.
  if (!member.nameless && !member.name.startsWith("the ") && !(oneOfMany && !/\s/.test(member.name))) return;
  // The Frog-Footman is a frog before he is a footman.
  const parts = (member.name.toLowerCase().split(/\s/).at(-1) ?? "").split("-");
  const species = parts.map((part) => words.speciesWords.get(part)).find((one) => one !== undefined);
  if (species !== undefined) looks.species = { value: species, start: mention.start, end: mention.end };
}
