import type { Span } from "../book/book.ts";
import type { Mention } from "./members.ts";
import { mentionFrom } from "./mention-index.ts";
import type { Gender } from "./story.ts";

/** Whom the narration just before a line is about. */
export interface LastSubject {
  /** Whose name begins a sentence of it last. */
  who: number | null;
  /** Sentences from there to the line, the last one 0. */
  back: number;
  /** The he or she that begins a sentence after that. */
  voice: Gender | null;
  /** The last of these sentences tells what somebody said, that he was silent, or how he took it. */
  deed: "answers" | "silent" | "reacts" | null;
}

/** UTF-16 units of narration that are looked at, and sentences of it. */
const reach = { units: 1200, sentences: 4 } as const;

/** Who does something in the last sentences before `end`; a sentence that begins with he or she goes on about who was named before. */
export function lastSubject(text: string, mentions: readonly Mention[], { start, end }: Span): LastSubject {
  const found: LastSubject = { who: null, back: 0, voice: null, deed: null };
  const from = Math.max(start, end - reach.units);
  const opens = [...text.slice(from, end).matchAll(opening)].map(({ index, 0: words }) => from + index + words.length);
  found.deed = deedOf(text.slice(opens.at(-1) ?? end, end));
  for (const [back, at] of opens.toReversed().slice(0, reach.sentences).entries()) {
    const named = mentions[mentionFrom(mentions, at)];
    if (named !== undefined && !named.quoted && !named.possessive && named.end < end && named.start <= at + 4)
      return { ...found, who: named.member, back };
    const pronoun = /^(?:(He)|She)\b/.exec(text.slice(at, at + 4));
    if (pronoun !== null) found.voice ??= pronoun[1] === undefined ? "female" : "male";
  }
  return found;
}

/** The beginning of a sentence, with words that only lead on. */
const opening =
  /(?:^|[.!?;:—–][”"’'_]*\s+|\n\s*)(?<!\b(?:Mr|Mrs|Ms|Dr|St|\p{Lu})\.\s+)(?=[“"‘']?\p{Lu})(?:(?:And|But|Then|Now|So|At last|Poor|Old|Here|Even|Only|Again|Meanwhile|Presently|Suddenly),? )?/gu;

/** Who has answered in narration has had his turn: the next line is mostly the other's. */
const deeds = [
  [
    "answers",
    /\b(?:assur|repli|answer|thank|declar|acknowledg|agree|assent|confess|promis|protest|deni|explain|express|told|tell|inform|relat|describ|mention|observ|persuad|entreat|request|ask|inquir|enquir|apologi|beg)\p{Ll}*\b/iu,
  ],
  ["silent", /\b(?:silent|silence|no (?:answer|reply|notice)|nothing|speechless|not (?:answer|reply|speak))\b/i],
  [
    "reacts",
    /\b(?:smil|laugh|blush|colour|bow|nod|sigh|star|frown|hesitat|paus|shook|shrug|start|tremb|wept|sobb|grinn)\p{Ll}*\b/iu,
  ],
] as const;

const deedOf = (sentence: string): LastSubject["deed"] => deeds.find(([, words]) => words.test(sentence))?.[0] ?? null;
