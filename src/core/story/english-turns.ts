import { lastSubject } from "./last-subject.ts";
import type { Member, Mention } from "./members.ts";
import { mentionFrom } from "./mention-index.ts";
import { roleNouns } from "./name-words.ts";
import { isCalled } from "./names.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { Gender, QuoteKind } from "./story.ts";
import { sightsAfter, sightsBefore, sightThen } from "./sights.ts";
import type { Subject } from "./subjects.ts";
import type { Tag } from "./tags.ts";
import { isAnimal } from "./talkers.ts";
import { type Telling, tellerAt } from "./tellings.ts";
import { calledByTitle } from "./title-calls.ts";
import type { EnglishTurn, Voice } from "./turns.ts";
import { answerVerbs, moreVerbs } from "./verb-words.ts";

export interface TurnSource {
  text: string;
  passages: readonly Passage[];
  quotes: readonly RawQuote[];
  kinds: readonly QuoteKind[];
  tags: readonly (Tag | null)[];
  mentions: readonly Mention[];
  members: readonly Member[];
  narrator: number | null;
  /** Who tells which part, where several do. */
  tellings: readonly Telling[];
  /** Index of a quote → who gives his own name in it. */
  introduced: ReadonlyMap<number, number>;
}

/** Gathers the quotes of each passage into turns, with all that speaks for one person or another. */
export function englishTurns(source: TurnSource): { turns: EnglishTurn[]; addressees: (number | null)[] } {
  const turns: EnglishTurn[] = [];
  const addressees: (number | null)[] = source.quotes.map(() => null);
  let lastPassage = -1;
  let open = false;
  for (const group of groups(source)) {
    const quotes = group.map((i) => source.quotes[i]).filter((quote) => quote !== undefined);
    const passage = quotes[0]?.passage ?? 0;
    const read = turnOf(source, group, passage, lastPassage, open);
    const before = turns.at(-1);
    const known =
      read.fixed ??
      sameAsBefore(source, before, read, quotes[0]?.start ?? 0) ??
      sameAfterDeed(source, before, read) ??
      openerOf(source, read, quotes[0]?.start ?? 0) ??
      toldJustBefore(source, read, quotes[0]?.start ?? 0) ??
      calledOther(source.text.slice(quotes[0]?.end ?? 0), before, read);
    const turn = { ...read, fixed: known };
    for (const i of group) {
      const to = source.tags[i]?.to ?? null;
      addressees[i] = (to === null ? null : memberOf(source, to)) ?? turn.called[0] ?? null;
    }
    if (before !== undefined && (turn.continues || announced(source, before, turn)))
      turns[turns.length - 1] = joined(before, turn);
    else turns.push({ ...turn, continues: false });
    lastPassage = passage;
    open = quotes.at(-1)?.open ?? false;
  }
  return { turns, addressees };
}

/** `“No,” said Anna. She looked up. “Why?” she began again.`: in one paragraph she is who has just spoken. */
function sameAsBefore(
  source: TurnSource,
  before: EnglishTurn | undefined,
  turn: EnglishTurn,
  start: number,
): number | null {
  if (before?.passage !== turn.passage || before.fixed === null || turn.kin) return null;
  const told = turn.gender;
  const who = source.members[before.fixed];
  // Of an animal the book may say he here and it there.
  if (told === null || who === undefined || tells(turn, before.fixed, who) || !mayBe(told, who)) return null;
  const from = source.quotes[before.quotes.at(-1) ?? 0]?.end ?? start;
  for (let i = mentionFrom(source.mentions, from); (source.mentions[i]?.start ?? Infinity) < start; i++) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.member === before.fixed || mention.possessive) continue;
    const other = source.members[mention.member];
    if (other !== undefined && (told === "neuter" || other.gender === told || other.gender === null)) return null;
  }
  return before.fixed;
}

/** `“Here it is!” said the guard. He shot back a panel.` and in the next paragraph `“Asleep,” said he.`: he who did it, and did nothing for the other to answer. */
function sameAfterDeed(
  { text, passages, quotes, mentions, members }: TurnSource,
  before: EnglishTurn | undefined,
  turn: EnglishTurn,
): number | null {
  if (before === undefined || before.fixed === null || before.passage !== turn.passage - 1 || turn.kin) return null;
  const who = members[before.fixed];
  if (who === undefined || tells(turn, before.fixed, who) || turn.gender === null || !mayBe(turn.gender, who))
    return null;
  const named = [...turn.called, ...turn.spokenOf];
  const from = quotes[before.quotes.at(-1) ?? 0]?.end ?? 0;
  const to = passages[before.passage]?.end ?? from;
  if (named.includes(before.fixed) || !deedOf[turn.gender].test(text.slice(from, to))) return null;
  const next = mentions[mentionFrom(mentions, from)];
  return next === undefined || next.start >= to ? before.fixed : null;
}

/** All that is told behind a line is one sentence of what he or she who spoke it did. */
const deedOf: Readonly<Record<Voice, RegExp>> = {
  male: /^\s+He (?!was\b|had\b|is\b|said\b)[^.!?“"]{12,}\.\s*$/u,
  female: /^\s+She (?!was\b|had\b|is\b|said\b)[^.!?“"]{12,}\.\s*$/u,
  neuter: /(?!)/u,
};

/** `The King turned pale. “Consider your verdict,” he said.`: whom a paragraph begins with, where nobody else in it can be meant. */
function openerOf(source: TurnSource, turn: EnglishTurn, start: number): number | null {
  const { passage, gender, kin } = turn;
  const from = source.passages[passage]?.start ?? start;
  if (gender === null || gender === "neuter" || kin || from >= start || start - from > 400) return null;
  const i = mentionFrom(source.mentions, from);
  const first = source.mentions[i];
  const opener =
    first === undefined || first.start >= start || first.possessive ? undefined : source.members[first.member];
  if (first === undefined || opener === undefined || tells(turn, first.member, opener)) return null;
  if (genderOrRole(opener) !== gender && !(isAnimal(opener.name) && mayBe(gender, opener))) return null;
  if (!/^(?:The |Poor |Old )*$/i.test(source.text.slice(from, first.start))) return null;
  for (let k = i + 1; (source.mentions[k]?.start ?? Infinity) < start; k++) {
    const other = source.mentions[k];
    if (other === undefined || other.quoted) return null;
    const named = source.members[other.member];
    if (other.member !== first.member && (named?.gender === gender || named?.gender === null)) return null;
  }
  return /[“"「]/.test(source.text.slice(from, start)) ? null : first.member;
}

/** UTF-16 units of a tale; in a novel he is rather whom the pages are about. */
const shortTale = 60_000;
/** UTF-16 units of a paragraph that is about one person. */
const shortParagraph = 600;

/** `There stood Mr. Carr with a lantern.` and in the next paragraph `“Thieves!” he shouted.`: the only man of the narration before. */
function toldJustBefore(
  { text, passages, quotes, mentions, members }: TurnSource,
  { passage, gender, kin }: EnglishTurn,
  start: number,
): number | null {
  const [before, here] = [passages[passage - 1], passages[passage]];
  if (before === undefined || here === undefined || here.opens !== null || kin) return null;
  if ((passages.at(-1)?.end ?? 0) > shortTale) return null;
  if (gender === null || gender === "neuter" || before.end - before.start > shortParagraph) return null;
  if (quotes.some((quote) => quote.passage === before.index)) return null;
  const named = new Map<number, Mention>();
  for (let i = mentionFrom(mentions, before.start); (mentions[i]?.start ?? start) < start; i++) {
    const mention = mentions[i];
    const who = members[mention?.member ?? -1];
    if (mention === undefined || who === undefined || who.narrator) continue;
    if ((who.gender ?? gender) === gender) named.set(mention.member, mention);
  }
  const [only] = named.values();
  if (named.size !== 1 || only === undefined || only.possessive || members[only.member]?.gender !== gender) return null;
  const since =
    text
      .slice(before.start, only.start)
      .split(/[.!?;]\s/)
      .at(-1) ?? "";
  const later = /[.!?;]\s+\p{Lu}/u.test(text.slice(only.end, before.end));
  return later || /\b(?:he|him|his|she|her|hers)\b/iu.test(since) ? null : only.member;
}

/** Whether somebody is the I of the book, or of the part in which a turn stands: never he or she. */
const tells = ({ teller }: EnglishTurn, who: number, { narrator }: Member): boolean => narrator || who === teller;

/** A word for an office or a trade in a name tells the sex: the Fish-Footman is he. */
function genderOrRole({ gender, name }: Member): Gender | null {
  const role = /^the /i.test(name) ? (name.toLowerCase().split(/[\s-]/).at(-1) ?? "") : "";
  return gender ?? roleNouns.get(role) ?? (role.endsWith("woman") ? "female" : role.endsWith("man") ? "male" : null);
}

/** Whether he, she or it may be said of somebody. */
function mayBe(told: Voice, { gender, genderFrom, name }: Member): boolean {
  if (gender === told) return true;
  return isAnimal(name)
    ? gender === null || genderFrom === "it" || told === "neuter"
    : gender === null && told !== "neuter";
}

/** `“It is no use, Clay.” “So I see,” the other answered.`: the other one is who has just been called. */
function calledOther(after: string, before: EnglishTurn | undefined, { gap, stranger }: EnglishTurn): number | null {
  const [called] = before?.called ?? [];
  if (called === undefined || before?.called.length !== 1 || gap > 0 || stranger) return null;
  return /^\s*(?:\p{L}+ the other\b|the other \p{L}+(?:ed|aid)\b)/u.test(after.slice(0, 40)) ? called : null;
}

/** A speech of several paragraphs is one turn: whoever is called or spoken of in any of them does not say any of it. */
function joined(turn: EnglishTurn, next: EnglishTurn): EnglishTurn {
  const both = (a: readonly number[], b: readonly number[]) => [...new Set([...a, ...b])];
  return {
    ...turn,
    quotes: [...turn.quotes, ...next.quotes],
    called: both(turn.called, next.called),
    spokenOf: both(turn.spokenOf, next.spokenOf),
    toGender: turn.toGender ?? next.toGender,
  };
}

const explicit = (tag: Tag | null | undefined) =>
  tag !== null && tag !== undefined && (tag.where === "after" || tag.where === "before");

/** Quotes of one passage; a second explicit tag with another subject starts a new turn. */
function groups(source: TurnSource): number[][] {
  const all: number[][] = [];
  let current: number[] = [];
  let passage = -1;
  let subject: string | null = null;
  for (const [i, quote] of source.quotes.entries()) {
    if (source.kinds[i] === "title") continue;
    const tag = source.tags[i];
    const runsOn = quote.passage === passage && goesOn(source, i);
    const own = !runsOn && explicit(tag) && tag !== null && tag !== undefined ? subjectKey(source, tag.subject) : null;
    if (quote.passage !== passage || (own !== null && subject !== null && own !== subject)) {
      current = [];
      all.push(current);
      subject = null;
    }
    passage = quote.passage;
    subject = own ?? subject;
    current.push(i);
  }
  return all;
}

/** `“If I go,” thought Anna, “they will stay.”`: one sentence, whatever is told after it. */
function goesOn({ text, quotes }: TurnSource, i: number): boolean {
  const [before, quote] = [quotes[i - 1], quotes[i]];
  if (before === undefined || quote === undefined) return false;
  return (
    /[,;]\s*$/.test(text.slice(before.end, quote.start)) &&
    /^\p{Ll}/u.test(text.slice(quote.inner.start, quote.inner.end))
  );
}

function subjectKey(source: TurnSource, subject: Subject): string {
  const member = memberOf(source, subject);
  return member === null ? `${subject.kind} ${subject.gender ?? ""} ${subject.role ?? ""}` : `${member}`;
}

function memberOf(source: TurnSource, subject: Subject): number | null {
  return subject.kind === "first-person"
    ? tellerOf(source, subject.start)
    : subject.kind === "described"
      ? null
      : subject.member;
}

const tellerOf = ({ narrator, tellings }: TurnSource, at: number) => tellerAt(tellings, at) ?? narrator;

function turnOf(
  source: TurnSource,
  group: readonly number[],
  passage: number,
  lastPassage: number,
  open: boolean,
): EnglishTurn {
  const tags = group.map((i) => source.tags[i] ?? null);
  const told = tags.find((tag) => explicit(tag)) ?? null;
  const acts =
    tags.find((tag) => tag?.where === "actor-before") ?? tags.find((tag) => tag?.where === "actor-after") ?? null;
  const named = group.map((i) => source.introduced.get(i)).find((who) => who !== undefined) ?? null;
  const fixed = (told === null ? null : memberOf(source, told.subject)) ?? named;
  const first = source.quotes[group[0] ?? 0];
  const last = source.quotes[group.at(-1) ?? 0];
  const start = first?.start ?? 0;
  const end = last?.end ?? 0;
  const { called, spokenOf } = namesInside(source, start, end);
  const touched = told === null || fixed !== null ? [] : namedBehind(source, told, passage);
  const opens = source.passages[passage]?.opens ?? null;
  const sights = sightsBefore(source, start, passage);
  const titled = calledByTitle(source.text.slice(start, end), sights, source.members);
  const near = sights.map(({ who }) => who);
  const lead = source.text.slice(source.passages[passage]?.start ?? start, start);
  const crossed =
    lastPassage < 0 || (opens !== null && passage !== lastPassage) || crossesScene(source, lastPassage, passage);
  return {
    quotes: [...group],
    passage,
    gap: crossed ? Infinity : Math.max(0, passage - lastPassage - 1),
    fixed,
    gender: told === null || fixed !== null ? null : genderOf(told),
    actor: told !== null || acts === null ? null : memberOf(source, acts.subject),
    actorGender: told !== null || acts === null || acts.subject.member !== null ? null : genderOf(acts),
    called: [...new Set([...called, ...touched, ...titled])],
    spokenOf: spokenOf.filter((who) => !titled.includes(who)),
    near: near.slice(0, 6),
    sights,
    behind: sightsAfter(source, start, passage),
    next: sightThen(source, passage),
    between: betweenOf(source, start, passage, lastPassage),
    subject: lastSubject(source.text, source.mentions, {
      start: Math.max(source.quotes[(group[0] ?? 0) - 1]?.end ?? 0, source.passages[passage - 3]?.start ?? 0),
      end: start,
    }),
    nextGender: startsWith(source.text, source.passages[passage + 1]),
    starts: startOf(source.text.slice(first?.inner.start ?? start, end)),
    described: told?.subject.kind === "described" ? told.subject.member : null,
    around: namedAround(source, start),
    verb: verbKind(told?.verb ?? ""),
    tagged: told === null || fixed !== null ? null : told.where === "before" ? "before" : "after",
    asks: /[?][”"’'_]*$/.test(source.text.slice(start, end).trimEnd()),
    led: lead.trim() !== "",
    words: (source.text.slice(start, end).match(/\p{L}+/gu) ?? []).length,
    teller: tellerAt(source.tellings, start),
    kinship: told?.subject.kind === "kin" ? (told.subject.role ?? null) : null,
    ...(newcomerBefore(source, group[0] ?? 0, passage) ? { newcomer: true } : {}),
    leaning: new Map(),
    likeness: new Map(),
    continues: lastPassage === passage - 1 && told === null && open,
    switches: false,
    aside: source.kinds[group[0] ?? 0] === "thought",
    stranger:
      told !== null &&
      fixed === null &&
      (told.subject.kind === "nobody" || (told.subject.kind === "first-person" && tellerOf(source, start) === null)),
    kin: told !== null && fixed === null && told.subject.kind === "kin",
    style: null,
    toGender: politeTo(source.text.slice(start, end)),
  };
}

/**
 * `“Here it is,” said he presently:` and in the next paragraph what he reads: whoever has just spoken goes on. So does he or she
 * who begins a new sentence for it, where nobody else has come in and it can be nobody who has not been heard.
 */
function announced(
  { text, quotes, passages, tags, mentions, members }: TurnSource,
  before: EnglishTurn,
  turn: EnglishTurn,
): boolean {
  const tag = tags[turn.quotes[0] ?? -1];
  if (before.passage !== turn.passage - 1 || tag?.subject.kind !== "pronoun" || !explicit(tag)) return false;
  if (tag.end > (passages[turn.passage]?.start ?? 0)) return false;
  const from = quotes[before.quotes.at(-1) ?? 0]?.end ?? 0;
  if (/^\s+(?:\p{Ll}+\s)?\p{Ll}$/u.test(text.slice(from, tag.subject.start + 1))) return true;
  const who = members[before.fixed ?? -1];
  if (turn.gender === null || before.called.length > 0) return false;
  if (who === undefined || before.fixed === null ? before.gender !== turn.gender : tells(turn, before.fixed, who))
    return false;
  if (who !== undefined && !mayBe(turn.gender, who)) return false;
  const next = mentions[mentionFrom(mentions, from)];
  return next === undefined || next.start >= tag.start || next.member === before.fixed;
}

const genderOf = (tag: Tag): Voice | null => tag.subject.gender;

const sirs =
  /(?:^["“‘']?|[,.!?;—–-]\s?)(?:my dear |dear |kind |good |oh,? )?(?:(sir|my lord|mister|papa|father|uncle|grandpapa|brother|my (?:boy|son|man)|old (?:man|fellow|boy))|(ma[’']?am|madam|miss|my lady|mamma|mama|mother|aunt|sister|my girl))(?=[,.!?;:—–”’"']|$)/i;

/** Whether the line says sir or madam to somebody. */
function politeTo(line: string): Gender | null {
  const match = sirs.exec(line);
  return match === null ? null : match[1] === undefined ? "female" : "male";
}

function crossesScene(source: TurnSource, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (source.passages[i]?.opens !== null) return true;
  return false;
}

function namesInside(source: TurnSource, start: number, end: number): { called: number[]; spokenOf: number[] } {
  const called = new Set<number>();
  const spokenOf = new Set<number>();
  const told = toldSpeech(source.text.slice(start, end));
  for (let i = mentionFrom(source.mentions, start); i < source.mentions.length; i++) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.start >= end) break;
    if (!mention.quoted) continue;
    const inner = told.some((span) => span.start <= mention.start - start && mention.start - start < span.end);
    if (inner) continue;
    if (!mention.possessive && isCalled(source.text, mention)) called.add(mention.member);
    else spokenOf.add(mention.member);
  }
  for (const who of called) spokenOf.delete(who);
  return { called: [...called], spokenOf: [...spokenOf] };
}

/** Speech that the speaker repeats: the names called in it are not whom he talks to. */
export function toldSpeech(line: string): { start: number; end: number }[] {
  return [...line.matchAll(/(?<=[“"][^‘]*|\s)‘(?:[^’]|’(?=\p{L}))*’?/gu)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** `he cried, seizing Holmes by the arm`: whoever is named behind a he or she in the same sentence is spoken to, and does not speak. */
function namedBehind(
  { text, passages, mentions }: TurnSource,
  { where, subject, end }: Tag,
  passage: number,
): number[] {
  if (where !== "after" || subject.kind !== "pronoun") return [];
  const limit = Math.min(passages[passage]?.end ?? end, end + 120);
  const stop = end + (/[.!?;“"]/.exec(text.slice(end, limit))?.index ?? limit - end);
  const named: number[] = [];
  for (let i = mentionFrom(mentions, end); (mentions[i]?.start ?? Infinity) < stop; i++) {
    const mention = mentions[i];
    if (mention !== undefined && !mention.quoted && !mention.possessive) named.push(mention.member);
  }
  return named;
}

/** Who the narration between the turn before and this one is about: its first name, and its first he or she. */
function betweenOf(source: TurnSource, start: number, passage: number, last: number): EnglishTurn["between"] {
  const { text, passages, mentions } = source;
  const from = last < 0 || last >= passage - 1 ? undefined : passages[last + 1];
  const to = passages[passage]?.start ?? start;
  if (from === undefined || passage - last > 4) return { who: null, voice: null };
  if (/^I\b/.test(text.slice(from.start, from.start + 2))) return { who: tellerOf(source, start), voice: null };
  const first = mentions[mentionFrom(mentions, from.start)];
  const who =
    first === undefined || first.start >= to || first.start > from.start + 60 || first.possessive ? null : first.member;
  return { who, voice: startsWith(text, from) };
}

/** UTF-16 units before and after a line whose narration shows whom the pages are about. */
const pages = { before: 8000, after: 3000 } as const;

function namedAround({ mentions }: TurnSource, start: number): Map<number, number> {
  const times = new Map<number, number>();
  for (
    let i = mentionFrom(mentions, start - pages.before);
    (mentions[i]?.start ?? Infinity) < start + pages.after;
    i++
  ) {
    const mention = mentions[i];
    if (mention !== undefined && !mention.quoted) times.set(mention.member, (times.get(mention.member) ?? 0) + 1);
  }
  return times;
}

const verbKind = (verb: string): EnglishTurn["verb"] =>
  answerVerbs.has(verb) ? "answers" : moreVerbs.has(verb) ? "more" : "plain";

/** The he or she that a passage of narration begins with. */
function startsWith(text: string, passage: Passage | undefined): Gender | null {
  const word =
    passage === undefined ? undefined : /^(?:He|She)\b/.exec(text.slice(passage.start, passage.start + 4))?.[0];
  return word === undefined ? null : word === "He" ? "male" : "female";
}

/** Whether the first word of a line answers, goes on, or neither. */
const startOf = (line: string): EnglishTurn["starts"] =>
  /^\W*(?:yes|no|nay|indeed|oh|certainly|true|very|well|not|never|of course|perhaps|nothing)\b/i.test(line)
    ? "answer"
    : /^\W*(?:and|but|then|so|or|for|if)\b/i.test(line)
      ? "more"
      : "plain";

/** A face or a body without a name that comes in. */
const newcomers =
  /\b(?:an?|another|the other|a second|some) (?:[\p{Ll}-]+,? ){0,4}(?:man|woman|boy|girl|lad|lady|gentleman|fellow|face|figure|head|voice|person|stranger|companion|constable|policeman|waiter|maid|servant|porter|crowd|people)\b/giu;

/** Whether somebody unnamed comes in by the narration just before a line, after the last one of the cast whom it names. */
function newcomerBefore({ text, mentions, passages, quotes }: TurnSource, i: number, passage: number): boolean {
  const start = quotes[i]?.start ?? 0;
  const narrated = Math.max(passages[passage - 2]?.start ?? 0, start - 700);
  const from = Math.max(narrated, quotes[i - 1]?.end ?? 0);
  const last = text.slice(from, start).matchAll(newcomers).toArray().at(-1);
  if (last === undefined) return false;
  const at = from + last.index;
  const named = mentions[mentionFrom(mentions, start) - 1];
  return named === undefined || named.quoted || named.start < at;
}
