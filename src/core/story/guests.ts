import type { Span } from "../book/book.ts";
import { describedAt } from "./described.ts";
import type { EnglishCast } from "./english-cast.ts";
import { entrances } from "./entrances.ts";
import { toldSpeech } from "./english-turns.ts";
import { mentionFrom } from "./mention-index.ts";
import { type Member, type Mention, namelessMember } from "./members.ts";
import { roleNouns } from "./name-words.ts";
import { isCalled } from "./names.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { Gender } from "./story.ts";

/** The cast of a book with the people who come into one chapter only, and who gives his own name in which quote. */
export interface GuestBook {
  cast: EnglishCast;
  /** Index of a quote → the member who says `My name is …` in it. */
  introduced: ReadonlyMap<number, number>;
  /** Those who came to tell something. */
  guests: ReadonlySet<number>;
}

interface GuestSource {
  text: string;
  passages: readonly Passage[];
  quotes: readonly RawQuote[];
  quoted: Uint8Array;
  narrator: number | null;
  /** The cast is given from outside: nobody is added to it. */
  closed: boolean;
}

/** A place that shows that a member is there. */
interface Trace {
  member: number;
  at: number;
  weight: number;
}

/** A noun phrase of the narration that means somebody without naming him: `our visitor`, `the lady`. */
interface Phrase extends Span {
  gender: Gender | null;
  noun: string;
  /** Says that somebody came to see the people of the story. */
  visits: boolean;
}

/** How far from the words that name him somebody may be called `the man`. */
const nearUnits = 6000;

/** Finds out who `our visitor` and `the lady` of each chapter are: whoever gives a name there, or is called by one. */
export function withGuests(cast: EnglishCast, source: GuestSource): GuestBook {
  const introduced = introductions(source, cast.mentions);
  const regulars = everywhere(cast, source);
  const members = [...cast.members];
  const added: Mention[] = [];
  const replaced = new Map<number, number>();
  const everyGuest = new Set<number>();
  // A list that knows an old woman means her by it.
  const listed = new Set(source.closed ? cast.mentions.map(({ start }) => start) : []);
  for (const chapter of chaptersOf(source.passages)) {
    const traces = tracesIn(chapter, cast, source, introduced).filter(({ member }) => !regulars.has(member));
    const phrases = phrasesIn(chapter, source).filter(({ start }) => !listed.has(start));
    const guests = new Set([...introduced.values()].filter((who) => traces.some(({ member }) => member === who)));
    for (const phrase of phrases.filter(({ visits }) => visits)) {
      const found = closest(phrase, traces, members);
      const who = found ?? (source.closed ? null : newcomer(phrase, members));
      if (who === null) continue;
      guests.add(who);
      traces.push({ member: who, at: phrase.start, weight: 1 });
      added.push(mentionOf(phrase, who));
    }
    for (const who of guests) everyGuest.add(who);
    const known = traces.filter(({ member }) => guests.has(member));
    for (const phrase of phrases.filter(({ visits }) => !visits)) {
      const who = closest(phrase, known, members);
      if (who !== null) added.push(mentionOf(phrase, who));
    }
    const last = mentionFrom(cast.mentions, chapter.end);
    for (let i = mentionFrom(cast.mentions, chapter.start); i < last; i++) {
      const mention = cast.mentions[i];
      if (mention === undefined) continue;
      const role = members[mention.member];
      const who = role === undefined ? null : profession(role, mention, known, members, source.text);
      if (who !== null) replaced.set(i, who);
    }
  }
  for (const [i, who] of shortened(members, cast.mentions, source.text)) replaced.set(i, who);
  const came = source.closed ? [] : entrances(source, introduced, members, cast.mentions);
  const cameAt = new Set(came.map(({ end }) => end));
  const others = added.filter(({ end }) => !cameAt.has(end));
  const taken = new Set(others.map(({ start }) => start));
  const kept = cast.mentions
    .map((mention, i) => ({ ...mention, member: replaced.get(i) ?? mention.member }))
    .filter(({ start, end }) => !taken.has(start) && !cameAt.has(end));
  const mentions = [...kept, ...others, ...came].sort((a, b) => a.start - b.start || b.end - a.end);
  const described = source.closed ? new Set() : describedAt(source.text, members, kept);
  const mentionAt = new Map([
    ...cast.context.mentionAt,
    ...mentions.filter(({ start }) => !described.has(start)).map((mention) => [mention.start, mention] as const),
  ]);
  return {
    cast: { ...cast, members, mentions, context: { ...cast.context, members, mentionAt } },
    introduced: new Map([...answersWho(source, mentions), ...introduced]),
    guests: everyGuest,
  };
}

const mentionOf = ({ start, end }: Phrase, member: number): Mention => ({
  start,
  end,
  member,
  quoted: false,
  possessive: false,
});

const introduces =
  /(?:\b[Mm]y name(?:['’]s| is|,?[”"][^“"]{0,60}[“"]is)|\bI am|\bI['’]m|\b(?:call|address) me(?: as)?|\bcall myself|\bI,)\s+(?:the\s)?$/;

/** `Stubb, wise Stubb, that’s my title`: he names himself. */
const ownTitle = /^[^.!?]{0,25}\bthat(?:['’]s| is) my (?:title|name)\b/;

/** Who says `I am …` or `My name is …` with a name of the cast, outside what he repeats of others. */
function introductions({ text, passages, quotes }: GuestSource, mentions: readonly Mention[]): Map<number, number> {
  const found = new Map<number, number>();
  let m = 0;
  for (const [i, { start, end, passage }] of quotes.entries()) {
    const lead = passages[passage]?.start ?? start;
    while ((mentions[m]?.start ?? Infinity) < start) m += 1;
    const told = toldSpeech(text.slice(start, end));
    for (let k = m; (mentions[k]?.start ?? Infinity) < end; k++) {
      const mention = mentions[k];
      if (mention === undefined || mention.possessive || found.has(i)) continue;
      const at = mention.start - start;
      if (told.some((span) => span.start <= at && at < span.end)) continue;
      const after = text.slice(mention.end, mention.end + 6);
      const gives =
        introduces.test(text.slice(lead, mention.start)) && /^(?:[,.;:!?—–”"’']|\s(?:of|and|from)\s)/.test(after);
      if (gives || ownTitle.test(text.slice(mention.end, Math.min(end, mention.end + 60))))
        found.set(i, mention.member);
    }
  }
  return found;
}

/** `“Who is this?” “Ines.”`: who says nothing but a name to somebody who asks for it. */
function answersWho({ text, quotes }: GuestSource, mentions: readonly Mention[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const [i, { inner, passage }] of quotes.entries()) {
    const before = quotes[i - 1];
    const name = mentions[mentionFrom(mentions, inner.start)];
    if (before === undefined || name === undefined || name.end > inner.end || passage - before.passage !== 1) continue;
    const rest = text.slice(inner.start, name.start) + text.slice(name.end, inner.end);
    if (bareAnswer.test(rest) && asksWho.test(text.slice(before.start, before.end))) found.set(i, name.member);
  }
  return found;
}

const bareAnswer = /^\W*(?:(?:it['’]s|i['’]m|it is|i am|only|me|just)\W+)*$/i;
const asksWho = /\b(?:who(?: is|['’]s) (?:this|there|speaking)|who are you|your name|call you)\b[^.!]*\?\W*$/i;

function chaptersOf(passages: readonly Passage[]): Span[] {
  const chapters = new Map<string, Span>();
  for (const { chapter, start, end } of passages)
    chapters.set(chapter, { start: Math.min(start, chapters.get(chapter)?.start ?? start), end });
  return [...chapters.values()];
}

/** Members whom the narration names in more than half of the chapters, and the I: they are at home, no guests. */
function everywhere({ members, mentions }: EnglishCast, { passages, narrator }: GuestSource): Set<number> {
  const chapters = chaptersOf(passages);
  const seen = members.map(() => 0);
  for (const { start, end } of chapters) {
    const told = mentions.slice(mentionFrom(mentions, start), mentionFrom(mentions, end));
    const here = new Set(told.filter(({ quoted }) => !quoted).map(({ member }) => member));
    for (const who of here) seen[who] = (seen[who] ?? 0) + 1;
  }
  const regulars = new Set(members.map((_, i) => i).filter((i) => (seen[i] ?? 0) > Math.max(1, chapters.length / 2)));
  if (narrator !== null) regulars.add(narrator);
  return regulars;
}

function tracesIn(
  chapter: Span,
  { members, mentions }: EnglishCast,
  { text, quotes }: GuestSource,
  introduced: ReadonlyMap<number, number>,
): Trace[] {
  const traces: Trace[] = [];
  for (const mention of mentions.slice(mentionFrom(mentions, chapter.start), mentionFrom(mentions, chapter.end))) {
    if (members[mention.member]?.nameless) continue;
    const called = mention.quoted && !mention.possessive && isCalled(text, mention);
    const told = !mention.quoted && !mention.possessive;
    if (called || told) traces.push({ member: mention.member, at: mention.start, weight: called ? 1 : 0.5 });
  }
  for (const [i, member] of introduced) {
    const at = quotes[i]?.start ?? -1;
    if (at >= chapter.start && at < chapter.end) traces.push({ member, at, weight: 4 });
  }
  return traces;
}

const visitors = /\b(?:our|my|the) (?:\p{Ll}+ ){0,2}?(visitor|client|guest|patient|caller|newcomer)\b(?!['’]s)/giu;
const persons =
  /\b(?:the|this) (?:(?:young|old|poor|strange|big|little|tall|stout|unfortunate|unhappy) ){0,2}(man|woman|lady|gentleman|girl|fellow)\b(?!['’]s| who| in (?:the|a) | with (?:the|a) )/giu;

function phrasesIn({ start, end }: Span, { text, quoted }: GuestSource): Phrase[] {
  const part = text.slice(start, end);
  const found: Phrase[] = [];
  for (const [pattern, visits] of [[visitors, true] as const, [persons, false] as const])
    for (const hit of part.matchAll(pattern)) {
      const at = start + hit.index;
      const noun = (hit[1] ?? "").toLowerCase();
      if (quoted[at] === 1 || (!visits && /\b(?:of|like|than) $/.test(text.slice(at - 5, at)))) continue;
      const gender = roleNouns.get(noun) ?? pronounAfter(text, at + hit[0].length, quoted);
      found.push({ start: at, end: at + hit[0].length, gender, noun, visits });
    }
  return found;
}

function pronounAfter(text: string, from: number, quoted: Uint8Array): Gender | null {
  for (const hit of text.slice(from, from + 160).matchAll(/\b(?:(s?he)|his|him|(her|hers))\b/g)) {
    if (quoted[from + hit.index] === 1) continue;
    return hit[0].startsWith("s") || hit[2] !== undefined ? "female" : "male";
  }
  return null;
}

/** The member with most to show for himself around a phrase, the nearer the more. */
function closest(phrase: Phrase, traces: readonly Trace[], members: readonly Member[]): number | null {
  const points = new Map<number, number>();
  const speaks = new Set(traces.filter(({ weight }) => weight >= 1).map(({ member }) => member));
  for (const { member, at, weight } of traces) {
    const far = Math.abs(at - phrase.start);
    const gender = members[member]?.gender ?? null;
    const fits = gender === null || phrase.gender === null || gender === phrase.gender;
    if ((far > nearUnits && !phrase.visits) || !fits || !speaks.has(member)) continue;
    points.set(member, (points.get(member) ?? 0) + weight / (1 + far / (phrase.visits ? 5000 : 1500)));
  }
  const [best] = [...points].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best !== undefined && best[1] > (phrase.visits ? 0.15 : 0.3) ? best[0] : null;
}

/** A member for a visitor who is never named. */
function newcomer({ noun, gender }: Phrase, members: Member[]): number {
  return members.push(namelessMember(`the ${noun}`, gender)) - 1;
}

/** `the banker` is he who said `I am Alexander Holder, of the banking firm`. */
function profession(
  role: Member,
  { start }: Mention,
  guests: readonly Trace[],
  members: readonly Member[],
  text: string,
): number | null {
  const noun = role.name.split(" ").at(-1) ?? "";
  if (!role.nameless || role.narrator || !/^the \p{Ll}/u.test(role.name) || noun.length < 5) return null;
  for (const { member, at, weight } of guests) {
    const fits = role.gender === null || (members[member]?.gender ?? role.gender) === role.gender;
    if (weight < 4 || !fits || Math.abs(at - start) > nearUnits * 5) continue;
    if (
      text
        .slice(at, at + 200)
        .toLowerCase()
        .includes(noun.slice(0, -2))
    )
      return member;
  }
  return null;
}

/** `the Fish-Footman was gone`: from here on the Footman is another one. */
const goes =
  /^ (?:was|were|had|is) (?:now |already |quite )?(?:gone|left|vanished|disappeared)\b|^ (?:went away|left)\b/;

/** Index of a mention → who it means: after the Frog-Footman, the Footman is he, or the last such one who has not gone. */
function shortened(members: readonly Member[], mentions: readonly Mention[], text: string): Map<number, number> {
  const found = new Map<number, number>();
  const bare = members.map(({ name }) => name.replace(/^the /i, ""));
  for (const [short, noun] of bare.entries()) {
    const kinds = new Set(
      bare.flatMap((name, i) => (/^\p{Lu}\p{L}+$/u.test(noun) && name.endsWith(`-${noun}`) ? [i] : [])),
    );
    if (kinds.size === 0) continue;
    let here: number[] = [];
    for (const [i, { member, end, quoted }] of mentions.entries()) {
      const last = here.at(-1);
      if (member === short && last !== undefined) found.set(i, last);
      if (!kinds.has(member) || quoted) continue;
      here = here.filter((who) => who !== member);
      if (!goes.test(text.slice(end, end + 30))) here.push(member);
    }
  }
  return found;
}
