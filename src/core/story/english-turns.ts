import type { Member, Mention } from "./members.ts";
import { isCalled } from "./names.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { Gender, QuoteKind } from "./story.ts";
import type { Subject } from "./subjects.ts";
import type { Tag } from "./tags.ts";
import type { Turn, Voice } from "./turns.ts";

export interface TurnSource {
  text: string;
  passages: readonly Passage[];
  quotes: readonly RawQuote[];
  kinds: readonly QuoteKind[];
  tags: readonly (Tag | null)[];
  mentions: readonly Mention[];
  members: readonly Member[];
  narrator: number | null;
  /** Index of a quote → who gives his own name in it. */
  introduced: ReadonlyMap<number, number>;
}

/** Gathers the quotes of each passage into turns, with all that speaks for one person or another. */
export function englishTurns(source: TurnSource): { turns: Turn[]; addressees: (number | null)[] } {
  const turns: Turn[] = [];
  const addressees: (number | null)[] = source.quotes.map(() => null);
  let lastPassage = -1;
  let open = false;
  for (const group of groups(source)) {
    const quotes = group.map((i) => source.quotes[i]).filter((quote) => quote !== undefined);
    const passage = quotes[0]?.passage ?? 0;
    const read = turnOf(source, group, passage, lastPassage, open);
    const turn = { ...read, fixed: read.fixed ?? sameAsBefore(source, turns.at(-1), read, quotes[0]?.start ?? 0) };
    for (const i of group) {
      const to = source.tags[i]?.to ?? null;
      addressees[i] = (to === null ? null : memberOf(source, to)) ?? turn.called[0] ?? null;
    }
    const last = turns.at(-1);
    if (turn.continues && last !== undefined) turns[turns.length - 1] = joined(last, turn);
    else turns.push({ ...turn, continues: false });
    lastPassage = passage;
    open = quotes.at(-1)?.open ?? false;
  }
  return { turns, addressees };
}

/** `“No,” said Anna. She looked up. “Why?” she began again.`: in one paragraph she is who has just spoken. */
function sameAsBefore(source: TurnSource, before: Turn | undefined, turn: Turn, start: number): number | null {
  if (before?.passage !== turn.passage || before.fixed === null || turn.kin) return null;
  const told = turn.gender;
  if (told === null || told === "neuter" || source.members[before.fixed]?.gender !== told) return null;
  const from = source.quotes[before.quotes.at(-1) ?? 0]?.end ?? start;
  for (let i = mentionFrom(source.mentions, from); (source.mentions[i]?.start ?? Infinity) < start; i++) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.member === before.fixed || mention.possessive) continue;
    if ((source.members[mention.member]?.gender ?? null) === told) return null;
  }
  return before.fixed;
}

/** A speech of several paragraphs is one turn: whoever is called or spoken of in any of them does not say any of it. */
function joined(turn: Turn, next: Turn): Turn {
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
    /,\s*$/.test(text.slice(before.end, quote.start)) && /^\p{Ll}/u.test(text.slice(quote.inner.start, quote.inner.end))
  );
}

function subjectKey(source: TurnSource, subject: Subject): string {
  const member = memberOf(source, subject);
  return member === null ? `${subject.kind} ${subject.gender ?? ""} ${subject.role ?? ""}` : `${member}`;
}

function memberOf(source: TurnSource, subject: Subject): number | null {
  return subject.kind === "first-person" ? source.narrator : subject.member;
}

function turnOf(
  source: TurnSource,
  group: readonly number[],
  passage: number,
  lastPassage: number,
  open: boolean,
): Turn {
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
  const opens = source.passages[passage]?.opens ?? null;
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
    called,
    spokenOf,
    near: nearby(source, start),
    leaning: new Map(),
    continues: open && lastPassage === passage - 1 && told === null,
    switches: false,
    aside: source.kinds[group[0] ?? 0] === "thought",
    stranger:
      told !== null &&
      fixed === null &&
      (told.subject.kind === "nobody" ||
        told.subject.kind === "role" ||
        (told.subject.kind === "first-person" && source.narrator === null)),
    kin: told !== null && fixed === null && told.subject.kind === "kin",
    style: null,
    toGender: politeTo(source.text.slice(start, end)),
  };
}

const genderOf = (tag: Tag): Voice | null => tag.subject.gender;

const sirs =
  /(?:^|[,.!?;—–-]\s?)(?:my dear |dear |kind |good )?(?:(sir|my lord|mister)|(ma[’']?am|madam|miss|my lady))(?=[,.!?;:—–”’"']|$)/i;

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

/** People named in narration in the 3,000 units before, nearest first; whoever owns something or stands behind a preposition is further away. */
function nearby(source: TurnSource, start: number): number[] {
  const away = new Map<number, number>();
  for (let i = mentionFrom(source.mentions, start) - 1; i >= 0; i--) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.end < start - 2000) break;
    if (mention.quoted) continue;
    const aside = mention.possessive || object.test(source.text.slice(Math.max(0, mention.start - 12), mention.start));
    const distance = (start - mention.end + 40) * (aside ? 2.5 : 1);
    away.set(mention.member, Math.min(distance, away.get(mention.member) ?? Infinity));
  }
  return [...away]
    .sort((a, b) => a[1] - b[1])
    .slice(0, 6)
    .map(([member]) => member);
}

const object =
  /\b(?:to|at|of|with|by|for|from|upon|on|in|after|towards?|before|behind|beside|near|than|like|about)\s(?:the\s)?$/i;

/** Index of the first mention that starts at or after an offset. */
export function mentionFrom(mentions: readonly Mention[], offset: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
