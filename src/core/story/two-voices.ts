import type { QuoteKind } from "./story.ts";
import type { Decided, Turn } from "./turns.ts";

/** The share of such lines that are right in three novels read by hand is higher (29 of 30): on paper they still are readings, not tags. */
const trust = 0.7;
/** A line that an I has by nothing but turns while others talk; in Sherlock Holmes such lines were mostly his visitors'. */
const mistrust = 0.5;
/** Turns over which others who talk make the I of a story a listener. */
const company = 24;

/** From this chance on a decision by a pronoun, a deed or a call counts as known; one by nothing but taking turns never does. */
const known = 0.75;
/** Turns over which a known one tells about others. */
const reach = 10;
/** A tale of so many paragraphs has one teller; the likeliest is right from this chance on. */
const tale = { paragraphs: 4, chance: 0.4 };

/**
 * Trusts the lines of a talk of two that goes strictly to and fro, paragraph after paragraph without narration between them,
 * where somebody known to speak stands on either side of the line, or on both sides of the talk; and long tales of one teller.
 */
export function trustTwoVoices(
  turns: readonly Turn[],
  decided: readonly Decided[],
  kinds: readonly QuoteKind[],
  teller: number | null,
): Decided[] {
  const read = turns.map(({ quotes }) => quotes.some((i) => kinds[i] === "letter"));
  const trusted: Decided[] = [];
  for (let from = 0; from < turns.length;) {
    let to = from + 1;
    // What is read aloud is a third voice, and nobody's turn: behind it the talk begins anew.
    while (to < turns.length && turns[to]?.gap === 0 && !read[to] && !read[from]) to += 1;
    const talk = { turns: turns.slice(from, to), decided: decided.slice(from, to) };
    trusted.push(...talk.decided.map((one, i) => (!read[from] && isTrusted(talk, i) ? { ...one, trust } : one)));
    from = to;
  }
  return trusted.map((one, i) =>
    teller !== null && one.speaker === teller && isGuess(one) && othersTalk(turns, decided, i, teller)
      ? { ...one, trust: mistrust }
      : one,
  );
}

/** Chances from which on whoever was named last is trusted to speak: in a talk, and by he or she after much narration. */
const withNarration = { inTalk: 0.5, afterNarration: 0.4 };

interface Talk {
  turns: readonly Turn[];
  decided: readonly Decided[];
}

function isTrusted(talk: Talk, i: number): boolean {
  const [turn, one] = [talk.turns[i], talk.decided[i]];
  if (turn === undefined || one === undefined || one.speaker === null) return false;
  if (turn.quotes.length >= tale.paragraphs && one.chance >= tale.chance && one.trust === undefined)
    return one.rule === "turn-taking" || one.rule === "pronoun";
  // Whom the narration was with when the line came is likelier to speak than the weights of the talk alone say.
  if (turn.near[0] === one.speaker && isWith(turn, one) && !saysTwice(talk, i) && !breaksIn(talk, i)) return true;
  if (one.rule !== "turn-taking") return false;
  const [before, after] = [heardFrom(talk, i, -1), heardFrom(talk, i, 1)];
  if (before.self && after.self) return true;
  return (before.self || after.self) && (before.other || after.other);
}

/** Whether two paragraphs of a talk, one after the other, would be one person's: one of them must be misread. */
function saysTwice({ turns, decided }: Talk, i: number): boolean {
  const same = (a: number, b: number) =>
    turns[b]?.continues === false && turns[b]?.gap === 0 && decided[a]?.speaker === decided[b]?.speaker;
  return same(i, i + 1) || (i > 0 && same(i - 1, i));
}

const isGuess = ({ rule }: Decided) => rule === "turn-taking" || rule === "called";

/** Whether the I who tells the story only listens: the last two who are known to speak are others, or a third one is called or is he or she in a tag. */
function othersTalk(turns: readonly Turn[], decided: readonly Decided[], at: number, teller: number): boolean {
  const heard = new Set<number>();
  const partners = [decided[at - 1]?.speaker, decided[at + 1]?.speaker, teller];
  const callsThird = ({ called }: Turn, i: number) =>
    Math.abs(i - at) <= reach && called.some((who) => !partners.includes(who));
  for (let i = at - 1; i >= Math.max(0, at - company) && turns[i + 1]?.gap !== Infinity; i--) {
    const [turn, one] = [turns[i], decided[i]];
    if (turn === undefined || one === undefined || turn.aside) continue;
    if (heard.size < 2 && (isUnknownVoice(turn, one, teller) || callsThird(turn, i))) return true;
    if (isKnown(one) && one.speaker !== null) heard.add(one.speaker);
    if (heard.size === 2) return !heard.has(teller);
  }
  for (let i = at + 1; i <= Math.min(turns.length - 1, at + company) && turns[i]?.gap !== Infinity; i++) {
    const [turn, one] = [turns[i], decided[i]];
    if (turn === undefined || one === undefined || turn.fixed === teller) return false;
    if (isUnknownVoice(turn, one, teller) || callsThird(turn, i)) return true;
  }
  return false;
}

/** A tag that says he or she of somebody whom nothing names. */
const isUnknownVoice = ({ fixed, gender, stranger }: Turn, one: Decided, teller: number) =>
  stranger || (fixed === null && gender !== null && (one.speaker === null || one.speaker === teller || !isKnown(one)));

/** Turns of a talk that show who the two are. */
const recent = 4;

/** Whether two others are known to be talking just before a line without a tag. */
function breaksIn({ turns, decided }: Talk, i: number): boolean {
  if (decided[i]?.rule !== "turn-taking") return false;
  const heard = new Set(turns.slice(Math.max(0, i - recent), i).flatMap(({ fixed }) => fixed ?? []));
  return heard.size > 1 && !heard.has(decided[i].speaker ?? -1);
}

function isWith({ gap, newcomer }: Turn, { rule, chance }: Decided): boolean {
  if (newcomer) return false;
  if (rule === "turn-taking") return chance >= withNarration.inTalk;
  return rule === "pronoun" && gap > 1 && chance >= withNarration.afterNarration;
}

/** Whether the speaker of a turn, and the other one of the talk, are known to speak before or after it while the talk goes to and fro. */
function heardFrom({ turns, decided }: Talk, at: number, step: 1 | -1): { self: boolean; other: boolean } {
  const heard = { self: false, other: false };
  const self = decided[at]?.speaker ?? null;
  let other: number | null = null;
  let own = true;
  for (let i = at; Math.abs(i - at) <= reach; i += step) {
    const [turn, one] = [turns[i], decided[i]];
    if (turn === undefined || one === undefined || one.speaker === null || turn.aside || turn.stranger) break;
    const crossed = step > 0 ? turn : turns[i + 1];
    if (i !== at && crossed?.continues === false) own = !own;
    if (own !== (one.speaker === self)) break;
    if (!own) {
      other ??= one.speaker;
      if (one.speaker !== other) break;
    }
    if (i === at || !isKnown(one)) continue;
    if (own) heard.self = true;
    else heard.other = true;
  }
  return heard;
}

function isKnown({ rule, chance }: Decided): boolean {
  if (rule === "tag") return true;
  return (rule === "pronoun" || rule === "called" || rule === "action") && chance >= known;
}
