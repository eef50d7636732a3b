import type { QuoteKind } from "./story.ts";
import type { Decided, Turn } from "./turns.ts";

/** The share of such lines that are right in three novels read by hand is higher (29 of 30): on paper they still are readings, not tags. */
const trust = 0.7;
/** From this chance on a decision counts as known: by a pronoun, a deed or a call, and by nothing but taking turns. */
const known = 0.75;
const knownByTurns = 0.8;
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
): Decided[] {
  const read = turns.map(({ quotes }) => quotes.some((i) => kinds[i] === "letter"));
  const trusted: Decided[] = [];
  for (let from = 0; from < turns.length;) {
    let to = from + 1;
    while (to < turns.length && turns[to]?.gap === 0) to += 1;
    const talk = { turns: turns.slice(from, to), decided: decided.slice(from, to) };
    // What is read aloud is a third voice, and nobody's turn.
    const aloud = read.slice(from, to).includes(true);
    trusted.push(...talk.decided.map((one, i) => (!aloud && isTrusted(talk, i) ? { ...one, trust } : one)));
    from = to;
  }
  return trusted;
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
  if (turn.near[0] === one.speaker && isWith(turn, one)) return true;
  if (one.rule !== "turn-taking") return false;
  const [before, after] = [heardFrom(talk, i, -1), heardFrom(talk, i, 1)];
  if (before.self && after.self) return true;
  return (before.self || after.self) && (before.other || after.other);
}

function isWith({ gap }: Turn, { rule, chance }: Decided): boolean {
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
  if (rule === "turn-taking") return chance >= knownByTurns;
  return (rule === "pronoun" || rule === "called" || rule === "action") && chance >= known;
}
