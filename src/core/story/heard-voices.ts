import type { Span } from "../book/book.ts";
import type { RawQuote } from "./quotes.ts";
import { nobodyAt, type PhraseContext, type Subject, subjectAt } from "./subjects.ts";
import type { Tag } from "./tags.ts";
import { tokenFrom } from "./tokens.ts";
import { speechVerbs } from "./verb-words.ts";

const crowd =
  /^\s+(?:\p{L}+ ){0,3}?(?:chorus(?: of voices)?|voices|others|crowd|jury|company|party)\s(?:\p{L}+\s)?(\p{L}+)/u;

/** `quite a chorus of voices asked`, `the others cried`: many speak, and nobody of the cast. */
export function chorusAfter({ text, tokens }: PhraseContext, quote: RawQuote, limit: number): Tag | null {
  const many = crowd.exec(text.slice(quote.end, Math.min(limit, quote.end + 60)));
  if (many === null || !speechVerbs.has(many[1] ?? "")) return null;
  const span = { start: quote.end, end: quote.end + many[0].length };
  return heard("after", nobodyAt(span, tokenFrom(tokens, span.end)), span);
}

/** A noun of voice at the end of the words before a quote; group 1 is an owner who is named after it. */
const voice =
  /\b(?:voices?|chorus|cry|cries|shouts?|shriek|whisper|murmur)\b(?: (?:alone|of|from|behind|above|below|outside|that|she|he|had|never|heard|before|said|in|the|her|his|ear)\b)*[^\p{L}.!?]*(?:(\p{L}[\p{L} ]*?)['’]s[^\p{L}.!?]*)?$/iu;
const ownerBefore = /(?:the )?\p{Lu}\p{L}+['’]s (?:\p{L}+ )?$/u;

/** `Next came an angry voice—the Rabbit’s—`, `a general chorus of`: whose voice it is where the text says so, else nobody’s. */
export function heardVoice(context: PhraseContext, quote: RawQuote, from: number): Tag | null {
  const lead = context.text.slice(Math.max(from, quote.start - 90), quote.start);
  const found = voice.exec(lead);
  if (found === null) return null;
  const start = quote.start - lead.length + found.index;
  const before = found[1] === undefined ? ownerBefore.exec(lead.slice(0, found.index)) : null;
  const owned = found[1] !== undefined || before !== null;
  const owner = owned ? firstNamed(context, { start: start - (before?.[0].length ?? 0), end: quote.start }) : null;
  const span = { start, end: quote.start };
  return heard("before", owner ?? nobodyAt(span, tokenFrom(context.tokens, span.end)), span);
}

/** How a voice sounded, right behind its line; group 1 says his or her. */
const sounded = /^\s+(?:([Hh]is|[Hh]er)|(?:[Tt]he )?\p{Lu}[\p{L}. ]*?['’]s) (?:voice|tones?) (?!of\b)\p{L}/u;

/** `“Then who came?” Anna’s voice had gone high.`: whoever’s voice it is has just spoken. */
export function voiceAfter(context: PhraseContext, quote: RawQuote, limit: number): Tag | null {
  const found = sounded.exec(context.text.slice(quote.end, Math.min(limit, quote.end + 60)));
  if (found === null) return null;
  const span = { start: quote.end, end: quote.end + found[0].length };
  const nobody = nobodyAt(span, tokenFrom(context.tokens, span.end));
  if (found[1] === undefined) {
    const owner = firstNamed(context, span);
    return owner === null ? null : heard("after", owner, span);
  }
  const gender = found[1].toLowerCase() === "her" ? "female" : "male";
  return heard("after", { ...nobody, kind: "pronoun", gender }, span);
}

/** `“Is it?” The voice was a child’s.`: who sounds so. */
const kindOfVoice = /^\s+(?:The|His|Her|It was) (?:voice was )?(?:an?|the) (\p{Ll}+)['’]s(?: voice)?\b/u;

/** A voice is told by what it is like, or by who stands there when the next paragraph begins. */
export function voiceShown(
  context: PhraseContext,
  quote: RawQuote,
  limit: number,
  tag: Tag | null,
  next: Span | undefined,
): Tag | null {
  const { text, tokens, roles } = context;
  const kind = kindOfVoice.exec(text.slice(quote.end, Math.min(limit, quote.end + 60)));
  const member = roles.get(kind?.[1] ?? "");
  if (kind !== null && member !== undefined) {
    const span = { start: quote.end, end: quote.end + kind[0].length };
    return heard("after", { ...nobodyAt(span, tokenFrom(tokens, span.end)), kind: "name", member }, span);
  }
  if (tag?.subject.kind !== "nobody" || next === undefined || !/\bvoice\b/.test(text.slice(tag.start, tag.end + 30)))
    return tag;
  const subject = subjectAt(context, tokenFrom(tokens, next.start));
  const appears = subject?.member !== null && shows.test(text.slice(subject?.end ?? 0, (subject?.end ?? 0) + 20));
  return subject !== null && appears && subject.start < next.start + 5 ? { ...tag, subject } : tag;
}

const shows = /^ (?:was|stood|sat|had|came|stepped|appeared|leaned|rose|emerged|walked)\b/u;

function firstNamed({ tokens, mentionAt }: PhraseContext, { start, end }: Span): Subject | null {
  for (let i = tokenFrom(tokens, start); (tokens[i]?.start ?? end) < end; i++) {
    const mention = mentionAt.get(tokens[i]?.start ?? -1);
    if (mention !== undefined) return { ...nobodyAt(mention, i + 1), kind: "name", member: mention.member };
  }
  return null;
}

const heard = (where: Tag["where"], subject: Subject, { start, end }: Span): Tag => ({
  where,
  subject,
  start: Math.min(start, subject.start),
  end: Math.max(end, subject.end),
  thought: false,
  verb: "",
  to: null,
});
