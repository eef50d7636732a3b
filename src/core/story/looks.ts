import type { Span } from "../book/book.ts";
import * as patterns from "./looks-words.ts";
import type { Member, Mention } from "./members.ts";
import { mentionFrom } from "./mention-index.ts";
import type { Passage } from "./passages.ts";
import type { ToldSentence } from "./told-sentences.ts";
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
  sentences: readonly ToldSentence[],
  members: readonly Member[],
  mentions: readonly Mention[],
  quoted: Uint8Array,
): Looks[] {
  const looks = members.map(() => noLooks());
  for (const { sentence, words, about } of sentences) {
    const target = looks[about?.member ?? -1];
    if (target !== undefined && about !== null)
      readTraits(words, sentence, about.span, target, members[about.member]?.gender ?? null);
    readNewcomer(words, sentence, members, mentions, looks);
    readAppositions(words, sentence, members, mentions, looks);
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
  addChildren(
    text,
    passages,
    members,
    mentions.filter((mention) => !mention.quoted),
    looks,
    quoted,
  );
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
    for (const match of text.slice(passage.start, passage.end).matchAll(patterns.childNoun)) {
      const start = passage.start + match.index;
      if (quoted[start] === 1) continue;
      const next = mentionFrom(told, start);
      const before = told[next - 1];
      // The only child of a tale has been told to be one.
      if (told[next]?.start === start) continue;
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

/** How far after the description of somebody new the name comes, in UTF-16 units. */
const namedWithin = 900;

/** `I found him with a stout gentleman with fiery red hair`: that is whoever is named for the first time soon after. */
function readNewcomer(
  words: string,
  sentence: Span,
  members: readonly Member[],
  mentions: readonly Mention[],
  looks: readonly Looks[],
): void {
  const other = patterns.newcomer.exec(words);
  if (other === null) return;
  const gender = patterns.describedGender(other[1] ?? "");
  const seen = new Set<number>();
  for (const { member, start } of mentions) {
    if (start > sentence.end + namedWithin) return;
    const [who, target] = [members[member], looks[member]];
    if (start > sentence.end && !seen.has(member) && gender !== null && who?.gender === gender && target) {
      const from = sentence.start + other.index + other[0].length;
      return readTraits(words, sentence, { start: from, end: sentence.end }, target, gender);
    }
    seen.add(member);
  }
}

/** `and Hart, the Dane, a portly man with a bald head;`: these words are of whoever stands right before them. */
function readAppositions(
  words: string,
  sentence: Span,
  members: readonly Member[],
  mentions: readonly Mention[],
  looks: readonly Looks[],
): void {
  for (let i = mentionFrom(mentions, sentence.start); (mentions[i]?.start ?? Infinity) < sentence.end; i++) {
    const mention = mentions[i];
    const target = looks[mention?.member ?? -1];
    if (mention === undefined || target === undefined || mention.quoted || mention.possessive) continue;
    const from = mention.end - sentence.start;
    const title = /^, the \p{Lu}\p{Ll}+(?=, an? )/u.exec(words.slice(from))?.[0].length ?? 0;
    const [told] = patterns.apposition.exec(words.slice(from + title)) ?? [];
    const described = patterns.describedGender(told ?? "");
    const gender = members[mention.member]?.gender ?? described;
    if (told === undefined || gender === null || described !== gender) continue;
    const start = mention.end + title;
    const next = mentions[i + 1]?.start ?? sentence.end;
    const end = Math.min(start + told.length, Math.max(next, start));
    readTraits(words, sentence, { start, end }, target, gender);
  }
}

/** Reads what a part of a sentence says of the one before it. */
function readTraits(words: string, sentence: Span, span: Span, looks: Looks, gender: Gender | null): void {
  const whole = words.slice(span.start - sentence.start, span.end - sentence.start);
  // Somebody else is described from here on: talking with a stout gentleman.
  const others = [patterns.someoneElse, patterns.elsewhere, gender === "female" ? /\bhe\b/i : /\bshe\b/i].map(
    (pattern) => pattern.exec(whole)?.index ?? whole.length,
  );
  const part = whole.slice(0, Math.min(...others));
  if (!patterns.tellsLooks.test(part)) return;
  const ours = (said: string) => !(gender === "female" ? /\bhis\b/i : /\bher\b/i).test(said);
  const find = <T extends string>(rules: readonly patterns.TraitRule<T>[]): Trait<T> | null => {
    for (const [value, wanted] of rules)
      for (const match of matchesIn(part, wanted))
        if (
          !denied(part, match.index) &&
          !(patterns.loose.test(match[0]) && /[,;:]|.{40}/su.test(part.slice(0, match.index))) &&
          !patterns.denies.test(match[0]) &&
          ours(match[0])
        )
          return { value, ...spanOf(span, match) };
    return null;
  };
  looks.age ??= yearsIn(part, span) ?? find(patterns.ages);
  looks.height ??= find(patterns.heights);
  looks.build ??= find(patterns.builds);
  looks.skin ??= find(patterns.skins);
  looks.hairStyle ??= find(patterns.hairStyles);
  looks.hairColour ??= hairIn(part, span, ours);
  if (gender !== "female") looks.beard ??= find(patterns.beards);
  looks.glasses ??= find(patterns.glasses);
  looks.hat ??= find(patterns.hats);
  collect(part, span, patterns.garment, looks.clothes, ours);
  collect(part, span, patterns.mark, looks.marks, ours);
}

const matchesIn = (part: string, { needs, whole }: patterns.LookWords): Iterable<RegExpExecArray> =>
  needs.test(part) ? part.matchAll(whole) : [];

const denied = (part: string, at: number) =>
  /\b(?:not?|never|without|as if|as though|like|than|neither|nor|shaved|of the)\s+(?:\p{L}+\s)?$/iu.test(
    part.slice(Math.max(0, at - 20), at),
  );

function spanOf(sentence: Span, match: RegExpExecArray): Span {
  const start = sentence.start + match.index;
  return { start, end: start + match[0].length };
}

function yearsIn(part: string, sentence: Span): Looks["age"] {
  for (const match of part.matchAll(patterns.yearsOld)) {
    const years = patterns.numberOf(match.slice(1).find((group) => group !== undefined) ?? "");
    if (years > 1 && years < 120) return { value: patterns.ageOf(years), ...spanOf(sentence, match) };
  }
  return null;
}

function hairIn(part: string, span: Span, ours: (words: string) => boolean): Looks["hairColour"] {
  for (const wanted of patterns.hairPhrases)
    for (const match of matchesIn(part, wanted)) {
      const word = [...match[0].matchAll(patterns.hairColourWord)].at(-1);
      const colour = patterns.hairColourOf(word?.[0] ?? "");
      if (colour !== null && ours(match[0]) && !denied(part, match.index))
        return { value: colour, ...spanOf(span, match) };
    }
  return null;
}

const bare = (thing: string) => thing.replace(/^(?:an?|his|her) /, "");

function collect(
  part: string,
  sentence: Span,
  wanted: patterns.LookWords,
  into: Trait[],
  ours: (words: string) => boolean,
): void {
  for (const match of matchesIn(part, wanted)) {
    const value = (match[1] ?? "").trim();
    if (patterns.loose.test(match[0]) && /[,;:]|.{40}/su.test(part.slice(0, match.index))) continue;
    const start = sentence.start + match.index + match[0].indexOf(value);
    if (
      into.length < 6 &&
      value !== "" &&
      ours(match[0]) &&
      !denied(part, match.index) &&
      !into.some((trait) => trait.value.endsWith(bare(value)) || value.endsWith(bare(trait.value)))
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
  // The Frog-Footman is a frog before he is a footman; a hare-lip is a mouth.
  const parts = (member.name.toLowerCase().split(/\s/).at(-1) ?? "")
    .replace(/.*-(?:lip|skin|eyes?|nose)$/u, "")
    .split("-");
  const species = parts.map((part) => patterns.speciesWords.get(part)).find((one) => one !== undefined);
  if (species !== undefined) looks.species = { value: species, start: mention.start, end: mention.end };
}
