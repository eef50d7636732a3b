import type { Member, Mention } from "./members.ts";
import { isCalled } from "./names.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { Gender, QuoteKind } from "./story.ts";
import type { Subject } from "./subjects.ts";
import type { Tag } from "./tags.ts";
import type { Turn } from "./turns.ts";

export interface TurnSource {
  text: string;
  passages: readonly Passage[];
  quotes: readonly RawQuote[];
  kinds: readonly QuoteKind[];
  tags: readonly (Tag | null)[];
  mentions: readonly Mention[];
  members: readonly Member[];
  narrator: number | null;
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
    const turn = turnOf(source, group, passage, lastPassage, open);
    for (const i of group) {
      const to = source.tags[i]?.to ?? null;
      addressees[i] = (to === null ? null : memberOf(source, to)) ?? turn.called[0] ?? null;
    }
    turns.push(turn);
    lastPassage = passage;
    open = quotes.at(-1)?.open ?? false;
  }
  return { turns, addressees };
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
    const own = explicit(tag) && tag !== null && tag !== undefined ? subjectKey(source, tag.subject) : null;
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
  const fixed = told === null ? null : memberOf(source, told.subject);
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
    aside: source.kinds[group[0] ?? 0] === "thought",
    stranger:
      told !== null &&
      fixed === null &&
      (told.subject.kind === "nobody" ||
        told.subject.kind === "role" ||
        (told.subject.kind === "first-person" && source.narrator === null)),
  };
}

const genderOf = (tag: Tag): Gender | null => tag.subject.gender;

function crossesScene(source: TurnSource, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (source.passages[i]?.opens !== null) return true;
  return false;
}

function namesInside(source: TurnSource, start: number, end: number): { called: number[]; spokenOf: number[] } {
  const called = new Set<number>();
  const spokenOf = new Set<number>();
  for (let i = mentionFrom(source.mentions, start); i < source.mentions.length; i++) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.start >= end) break;
    if (!mention.quoted) continue;
    if (!mention.possessive && isCalled(source.text, mention)) called.add(mention.member);
    else spokenOf.add(mention.member);
  }
  for (const who of called) spokenOf.delete(who);
  return { called: [...called], spokenOf: [...spokenOf] };
}

/** People named in narration in the 1,200 units before, nearest first. */
function nearby(source: TurnSource, start: number): number[] {
  const near: number[] = [];
  for (let i = mentionFrom(source.mentions, start) - 1; i >= 0 && near.length < 4; i--) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.end < start - 1200) break;
    if (!mention.quoted && !near.includes(mention.member)) near.push(mention.member);
  }
  return near;
}

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
