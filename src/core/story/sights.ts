import type { Mention } from "./members.ts";
import type { Passage } from "./passages.ts";
import { mentionFrom } from "./mention-index.ts";

/** Somebody whom the narration names around a line. */
export interface Sight {
  who: number;
  /** Passages between the line and where he was named last before it; 0 is the line's own. */
  back: number;
  /** Only as an owner or behind a preposition. */
  aside: boolean;
  /** How often the narration names him nearby. */
  times: number;
}

interface SightSource {
  text: string;
  passages: readonly Passage[];
  mentions: readonly Mention[];
}

/** How far before a line the narration is searched for names. */
const reach = 3000;

/** Those named before a line, nearest first; who owns something or stands behind a preposition is further away. */
export function sightsBefore({ text, passages, mentions }: SightSource, start: number, passage: number): Sight[] {
  const seen = new Map<number, Sight & { far: number }>();
  let at = passage;
  for (let i = mentionFrom(mentions, start) - 1; i >= 0; i--) {
    const mention = mentions[i];
    if (mention === undefined || mention.end < start - reach) break;
    while (at > 0 && (passages[at]?.start ?? 0) > mention.start) at -= 1;
    if (mention.quoted) continue;
    const aside = standsAside(text, mention);
    const far = (start - mention.end + 40) * (aside ? 2.5 : 1);
    const one = seen.get(mention.member) ?? {
      who: mention.member,
      back: Infinity,
      aside: true,
      times: 0,
      far: Infinity,
    };
    const nearer = far < one.far;
    seen.set(mention.member, {
      ...one,
      times: one.times + 1,
      ...(nearer ? { far, aside } : {}),
      back: Math.min(one.back, passage - at),
    });
  }
  return [...seen.values()].sort((a, b) => a.far - b.far || a.who - b.who);
}

/** Those named in the narration of the line's own passage behind the line, in order. */
export function sightsAfter({ text, passages, mentions }: SightSource, start: number, passage: number): number[] {
  return namedIn(text, mentions, start, passages[passage]?.end ?? start);
}

/** Who is named first in the passage after, where that begins with narration. */
export function sightThen({ text, passages, mentions }: SightSource, passage: number): number | null {
  const next = passages[passage + 1];
  if (next === undefined || next.opens !== null || /^["“‘'«—–]/.test(text.slice(next.start, next.start + 1)))
    return null;
  return namedIn(text, mentions, next.start, Math.min(next.end, next.start + 120))[0] ?? null;
}

function namedIn(text: string, mentions: readonly Mention[], from: number, to: number): number[] {
  const named: number[] = [];
  for (let i = mentionFrom(mentions, from); (mentions[i]?.start ?? Infinity) < to; i++) {
    const mention = mentions[i];
    if (mention !== undefined && !mention.quoted && !standsAside(text, mention)) named.push(mention.member);
  }
  return [...new Set(named)];
}

/** Whose voice is heard is about himself. */
const voiceOf = /^['’]s (?:\p{Ll}+ )?voice\b/u;

const standsAside = (text: string, { start, end, possessive }: Mention) =>
  (possessive && !voiceOf.test(text.slice(end, end + 25))) || object.test(text.slice(Math.max(0, start - 12), start));

const object =
  /\b(?:to|at|of|with|by|for|from|upon|on|in|after|towards?|before|behind|beside|near|than|like|about)\s(?:the\s)?$/i;
