import { mentionFrom } from "./mention-index.ts";
import type { Member, Mention } from "./members.ts";
import type { Gender } from "./story.ts";

/** A text and who is named where in it. */
export interface Named {
  text: string;
  members: readonly Member[];
  mentions: readonly Mention[];
}

/** UTF-16 units between a name and the noun that stands for it. */
const reach = 400;

/**
 * Whom a noun stands for that begins at `at` with `article`: the one named last before it in its paragraph and in an earlier
 * sentence; after `a` only as in `X was a boy` and `X, a boy`. `sure` is a weight: less where others were named too, more where
 * it is said outright. `gender` is that of the noun.
 */
export function standsFor(
  { text, members, mentions }: Named,
  at: number,
  article: string,
  gender: Gender | null,
): { member: number; sure: number } | null {
  const before = mentionFrom(mentions, at);
  const last = mentions[before - 1];
  if (last === undefined || last.start < at - reach || last.end > at) return null;
  const between = text.slice(last.end, at);
  if (/\n\s*\n/.test(between)) return null;
  const whose = members[last.member]?.gender ?? null;
  if (gender !== null && whose !== null && whose !== gender) return null;
  if (/^an?$/.test(article))
    return /^(?:,| was| is| had been| being|, who was|, though|, only)(?: (?:but|only|still|just|quite|nothing but))?\s$/.test(
      between,
    )
      ? { member: last.member, sure: 2 }
      : null;
  // Whom somebody does something to is not the one who does it: `Mary took the child`.
  if (!/[.!?;:”"’]\s/.test(between)) return null;
  const around = mentions.slice(Math.max(0, before - 6), before);
  const rival = around.some(
    ({ member, start }) =>
      start > at - reach && member !== last.member && (gender === null || members[member]?.gender === gender),
  );
  return { member: last.member, sure: rival ? 0.4 : 1 };
}
