import type { Span } from "../book/book.ts";
import { type Member, type Mention } from "./members.ts";
import { mentionFrom } from "./mention-index.ts";
import { roleNouns } from "./name-words.ts";
import type { RawQuote } from "./quotes.ts";
import type { Gender } from "./story.ts";

/** How far before he gives his name somebody may have come in without one, in UTF-16 units. */
const reach = 2000;

const nouns = "man|woman|lady|gentleman|boy|girl|fellow|stranger|youth|maiden|figure|lad|damsel";
const entrance = new RegExp(
  `\\b[Aa]n? (?:(?!of\\b|and\\b|than\\b)[\\p{L}-]+,? (?:and )?){0,4}?(${nouns})\\b(?! of\\b)`,
  "gu",
);
/** Words that bring somebody before the eyes. */
const shows =
  /\b(?:stood|stands|sat|appeared|entered|came|advanced|emerged|opened|approached|rode|stepped|met|saw|found|perceived|beheld|confronted|admitted|beside|before)\b/u;

interface EntranceSource {
  text: string;
  quotes: readonly RawQuote[];
  quoted: Uint8Array;
}

/**
 * `Within, stood a tall old man` … `“I am Dracula,”`: who comes in without a name and gives it soon after is the one of that
 * name from his entrance on. Gives the words that bring him in.
 */
export function entrances(
  { text, quotes, quoted }: EntranceSource,
  introduced: ReadonlyMap<number, number>,
  members: readonly Member[],
  mentions: readonly Mention[],
): Mention[] {
  return [...introduced].flatMap(([quote, who]) => {
    const [at, member] = [quotes[quote]?.start, members[who]];
    if (at === undefined || member === undefined || member.narrator) return [];
    const before = mentions.slice(mentionFrom(mentions, at - reach), mentionFrom(mentions, at));
    const from = before.findLast((one) => one.member === who && !one.quoted)?.end ?? at - reach;
    const seen = phrasesIn(text, entrance, { start: Math.max(0, from), end: at }, quoted).findLast(
      ({ start, end, gender }) => fits(gender, member) && shows.test(sentenceAround(text, start, end)),
    );
    if (seen === undefined) return [];
    const { start, end } = seen;
    return [{ start, end, member: who, quoted: false, possessive: false }];
  });
}

const fits = (gender: Gender | null, { gender: own }: Member) => gender === null || own === null || gender === own;

interface Phrase extends Span {
  gender: Gender | null;
}

function phrasesIn(text: string, pattern: RegExp, { start, end }: Span, quoted: Uint8Array): Phrase[] {
  return [...text.slice(start, end).replaceAll(/\s/g, " ").matchAll(pattern)].flatMap((hit) => {
    const at = start + hit.index;
    if (quoted[at] === 1) return [];
    return [{ start: at, end: at + hit[0].length, gender: roleNouns.get(hit[1] ?? "") ?? null }];
  });
}

/** The sentence around a phrase, as far as its neighbours. */
function sentenceAround(text: string, start: number, end: number): string {
  const lead = /[^.!?]*$/u.exec(text.slice(Math.max(0, start - 120), start))?.[0] ?? "";
  return lead + (/^[^.!?]*/u.exec(text.slice(end, end + 120))?.[0] ?? "");
}
