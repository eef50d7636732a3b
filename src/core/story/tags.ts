import { chorusAfter, heardVoice, voiceAfter, voiceShown } from "./heard-voices.ts";
import { notNames } from "./name-words.ts";
import { ownedVoice } from "./owned-voices.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import { nobodyAt, openRoleAt, type PhraseContext, type Subject, subjectAt } from "./subjects.ts";
import { type Token, tokenFrom } from "./tokens.ts";
import type { Voice } from "./turns.ts";
import { actVerbs, isAdverb, phrasalVerbs, speechVerbs, thoughtVerbs } from "./verb-words.ts";

/** What stands around a quote and says whose it is. */
export interface Tag {
  /** `after` and `before` have a verb of speech; an actor only does something in the same passage. */
  where: "after" | "before" | "actor-before" | "actor-after";
  subject: Subject;
  /** The words that were read. */
  start: number;
  end: number;
  thought: boolean;
  /** The verb of speech in small letters; empty for who only does something. */
  verb: string;
  /** Said to whom, where the tag says it. */
  to: Subject | null;
}

/** Finds the tag of each quote: explicit ones first, then whoever acts beside it. `null` where nobody is named. */
export function englishTags(
  context: PhraseContext,
  passages: readonly Passage[],
  quotes: readonly RawQuote[],
): (Tag | null)[] {
  return quotes.map((quote, i) => {
    const passage = passages[quote.passage];
    if (passage === undefined) return null;
    const before = quotes[i - 1];
    const after = quotes[i + 1];
    const from = before?.passage === quote.passage ? before.end : leadFrom(context.text, passages, passage, before);
    const to = after?.passage === quote.passage ? after.start : passage.end;
    const behind = voiceShown(context, quote, to, tagAfter(context, quote, to), passages[quote.passage + 1]);
    const ahead = tagBefore(context, quote, from);
    const told =
      behind !== null &&
      ahead?.where === "before" &&
      (leadsOn(context.text, quote, behind, to) || isLedIn(context.text, quote));
    const found = (told ? ahead : behind) ?? ahead;
    const nobody = found === null || found.subject.kind === "nobody" || found.where === "actor-before";
    const owned = nobody ? ownedVoice(context, quote, { from, to }, found) : null;
    return (
      owned ??
      found ??
      heardVoice(context, quote, from) ??
      voiceAfter(context, quote, to) ??
      actorBefore(context, quote, from) ??
      actorAfter(context, quote, to)
    );
  });
}

/** `He said, “Tea.” The cook repeated, “Tea.”`: words behind a whole sentence that lead to the next quote say whose that one is. */
function leadsOn(text: string, { inner }: RawQuote, { end }: Tag, next: number): boolean {
  const whole = /[.!?…]$/.test(text.slice(inner.start, inner.end).trimEnd());
  return whole && /^[^.!?;]*[,:]\s*$/.test(text.slice(end, next));
}

/** `He handed me the key, saying: “Keep it.” I laughed as I took it.`: a verb of speech and a colon say whose the whole sentence is. */
const isLedIn = (text: string, { start, inner }: RawQuote): boolean =>
  /:\s*$/.test(text.slice(Math.max(0, start - 4), start)) &&
  /[.!?…]$/.test(text.slice(inner.start, inner.end).trimEnd());

/** Where the words that lead to a quote begin: `He took off his hat, and said:` may be the paragraph before it. */
function leadFrom(text: string, passages: readonly Passage[], passage: Passage, before: RawQuote | undefined): number {
  const last = passages[passage.index - 1];
  if (last === undefined || passage.opens !== null || !announces.test(text.slice(last.start, last.end)))
    return passage.start;
  return Math.max(last.start, before?.end ?? 0);
}

/** A paragraph that ends where speech begins. */
const announces = /(?:[,:]\s*|\p{L})(?:[—–]|--)\s*$|[,:]\s*$/u;

function tagAfter(context: PhraseContext, quote: RawQuote, limit: number): Tag | null {
  const i = tokenFrom(context.tokens, quote.end);
  const first = context.tokens[i];
  if (first === undefined || first.start >= limit) return null;
  if (/[.;:]/.test(context.text.slice(quote.end, first.start))) return null;
  const soft = /(?:[,—–…-]|\.\s?\.\s?\.)$/.test(context.text.slice(quote.inner.start, quote.inner.end).trimEnd());
  if (speechVerbs.has(first.lower) && (soft || !phrasalVerbs.has(first.lower))) {
    let at = i + 1;
    while (at < i + 3 && isAdverb(context.tokens[at])) at += 1;
    if (isVoiceOf(context.tokens, at)) at += 3;
    const subject = subjectAt(context, at) ?? openRoleAt(context, at) ?? behindByname(context, at);
    if (subject !== null && subject.end <= limit)
      return tag(context, "after", subject, { start: first.start, end: subject.end }, first.lower, limit);
    // said Tom, whom the cast does not hold.
    const name = context.tokens[at];
    if (subject === null && name?.capital === true && !name.opens && name.end <= limit && !notNames.has(name.lower))
      return tag(context, "after", nobodyAt(name, at + 1), { start: first.start, end: name.end }, first.lower, limit);
  }
  // called a nightcap: a tag whose subject is nobody of the cast.
  if (
    speechVerbs.has(first.lower) &&
    !phrasalVerbs.has(first.lower) &&
    /^\s+(?:a|an|another|one|some|several)\s/.test(context.text.slice(first.end, first.end + 10))
  ) {
    return tag(context, "after", nobodyAt(first, i + 1), first, first.lower, limit);
  }
  const subject = subjectAt(context, i);
  if (subject === null) return chorusAfter(context, quote, limit);
  const heard = context.tokens[subject.next]?.lower === "heard" ? heardBy(context, subject.next + 1) : null;
  if (heard !== null && heard.end <= limit)
    return tag(context, "after", heard, { start: subject.start, end: heard.end }, "heard", limit);
  const verb = verbAfter(context, subject.next, limit);
  if (verb === null || (phrasalVerbs.has(verb.lower) && !soft)) return null;
  if (saysNothing.test(context.text.slice(verb.end, limit))) return null;
  return tag(context, "after", subject, { start: subject.start, end: verb.end }, verb.lower, limit);
}

/** `returned the voice of the coxswain`: he returned it. */
const isVoiceOf = (tokens: readonly Token[], at: number) =>
  tokens[at]?.lower === "the" && tokens[at + 1]?.lower === "voice" && tokens[at + 2]?.lower === "of";

/** `cried Long John`: John, under a byname that the cast does not hold. */
function behindByname(context: PhraseContext, at: number): Subject | null {
  const [byname, name] = [context.tokens[at], context.tokens[at + 1]];
  if (byname?.capital !== true || byname.opens || notNames.has(byname.lower) || name?.joined !== true) return null;
  return context.mentionAt.has(name.start) ? subjectAt(context, at + 1) : null;
}

/** `“It is late.” He said nothing.`: he is silent. */
const saysNothing = /^\s+(?:nothing|no(?:t a)? word|no more|never a word)\b/;

/** The verb of speech that follows a subject, with at most three adverbs or the like between. */
function verbAfter(context: PhraseContext, from: number, limit: number): Token | null {
  for (let k = from; k < from + 4; k++) {
    const token = context.tokens[k];
    if (token === undefined || token.start >= limit) return null;
    if (speechVerbs.has(token.lower)) return token;
    const usedTo = token.lower === "used" || (token.lower === "to" && context.tokens[k - 1]?.lower === "used");
    if (!usedTo && !isAdverb(token)) return null;
  }
  return null;
}

function tag(
  context: PhraseContext,
  where: Tag["where"],
  subject: Subject,
  span: { start: number; end: number },
  verb: string,
  limit: number,
): Tag {
  return {
    where,
    subject,
    start: Math.min(span.start, subject.start),
    end: Math.max(span.end, subject.end),
    thought: thoughtVerbs.has(verb),
    verb,
    to: addressed(context, span.end, limit),
  };
}

/** said X to Y; told Y. */
function addressed(context: PhraseContext, from: number, limit: number): Subject | null {
  const i = tokenFrom(context.tokens, from);
  for (let k = i; k < i + 4; k++) {
    const token = context.tokens[k];
    if (token === undefined || token.start >= limit || token.opens) return null;
    if (token.lower === "to") return subjectAt(context, k + 1);
  }
  return null;
}

function tagBefore(context: PhraseContext, quote: RawQuote, from: number): Tag | null {
  const lead = context.text.slice(from, quote.start);
  if (!/[,:—–-]\s*$|\p{L}\s+$/u.test(lead)) return null;
  const start = from + sentenceStart(lead);
  const last = tokenFrom(context.tokens, quote.start) - 1;
  const first = tokenFrom(context.tokens, start);
  for (let k = last; k >= first; k--) {
    const verb = context.tokens[k];
    if (verb === undefined || !(speechVerbs.has(verb.lower) || thinksToSelf(context.tokens, k))) continue;
    const subject =
      crowdBefore(context, k, first) ??
      whoBefore(context, k, first) ??
      subjectBefore(context, k, first) ??
      within(subjectAt(context, k + 1), quote.start);
    // They called the ship “Old Nell”: only before a pause does nobody speak.
    if (subject !== null && (subject.kind !== "nobody" || /[,:—–-]\s*$/.test(lead)))
      return tag(context, "before", subject, { start: subject.start, end: verb.end }, verb.lower, quote.start);
  }
  // He turned to her with a smile: "…" The colon makes the actor the speaker.
  const subject = /[:,]\s*(?:[—–]|--)?\s*$/.test(lead) ? firstSubject(context, first, quote.start) : null;
  return subject === null
    ? null
    : { where: "actor-before", subject, start: subject.start, end: subject.end, thought: false, verb: "", to: null };
}

/** `he added, “She is out.”`: what stands inside the quote is no subject of its tag. */
const within = (subject: Subject | null, limit: number) => (subject !== null && subject.end <= limit ? subject : null);

/** Offset of the last sentence of a lead. */
function sentenceStart(lead: string): number {
  let start = 0;
  for (const match of lead.matchAll(/[.!?;]["'”’)]*\s+/g)) {
    const before = /\p{L}+$/u.exec(lead.slice(0, match.index))?.[0] ?? "";
    if (!/^(?:Mr|Mrs|Ms|Dr|St|\p{Lu})$/u.test(before) && match.index + match[0].length < lead.length)
      start = match.index + match[0].length;
  }
  return start;
}

/** `She began to think to herself,` leads to her thought. */
const thinksToSelf = (tokens: readonly Token[], k: number) =>
  tokens[k]?.lower === "think" &&
  tokens[k + 1]?.lower === "to" &&
  /^(?:him|her|it|my)self$/.test(tokens[k + 2]?.lower ?? "");

const crowd =
  /^(?:(?:and|but|then|so|while|when|at) )*(?:they|all|both|several|some|many|(?:the )?(?:others|rest)|the (?:whole |entire )?(?:party|crowd|company|crew|audience|people|children))\b/i;

/** `And they all crowded round, panting and asking,`: many speak, and nobody of the cast. */
function crowdBefore({ text, tokens }: PhraseContext, verb: number, first: number): Subject | null {
  const [from, to] = [tokens[first], tokens[verb]];
  const found = from === undefined || to === undefined ? null : crowd.exec(text.slice(from.start, to.start));
  // Of `When they came in, he said` only he speaks.
  if (from === undefined || to === undefined || found === null) return null;
  const between = text.slice(from.start + found[0].length, to.start);
  if (/\b(?:he|she|I|who)\b|\p{Lu}/u.test(between)) return null;
  return nobodyAt({ start: from.start, end: from.start + found[0].length }, verb);
}

/** The King looked at the White Rabbit, who said: the last one named before `who`. */
function whoBefore(context: PhraseContext, verb: number, first: number): Subject | null {
  let k = verb - 1;
  while (k > first && isAdverb(context.tokens[k])) k -= 1;
  if (context.tokens[k]?.lower !== "who") return null;
  for (let j = k - 1; j >= Math.max(first, k - 6); j--) {
    const subject = subjectAt(context, j);
    if (subject !== null && subject.next === k) return subject;
  }
  return null;
}

function subjectBefore(context: PhraseContext, verb: number, first: number): Subject | null {
  for (let k = verb - 1; k >= Math.max(first, verb - 7); k--) {
    const subject = subjectAt(context, k);
    if (subject === null || subject.next > verb) continue;
    const determiner = k > first ? subjectAt(context, k - 1) : null;
    if (determiner !== null && determiner.next === subject.next) continue;
    // Glancing over it, said: a comma parts the verb from what is not its subject.
    let clear = subject.next < verb || !/[,;:]/.test(context.text.slice(subject.end, context.tokens[verb]?.start));
    for (let j = subject.next; j < verb; j++) if (!isAdverb(context.tokens[j])) clear = false;
    clear ||= cannotHelp.test(context.text.slice(subject.end, context.tokens[verb]?.start));
    if (clear) return subject;
  }
  return lastActor(context, first, verb) ?? firstSubject(context, first, context.tokens[verb]?.start ?? 0);
}

/** `she could not help replying`, `he could not but ask`. */
const cannotHelp = /^ (?:could|can) ?not (?:help|resist|forbear|avoid|but) $/;

/** The Queen was in a furious passion and went about shouting: the last one before a verb of speech who does something. */
function lastActor(context: PhraseContext, first: number, verb: number): Subject | null {
  for (let k = verb - 1; k >= first; k--) {
    const subject = subjectAt(context, k);
    if (subject === null || subject.next > verb || (subject.kind !== "name" && subject.kind !== "pronoun")) continue;
    const after = context.tokens[subject.next];
    if (after?.lower === "heard") return heardBy(context, subject.next + 1);
    const acts = after !== undefined && (actVerbs.has(after.lower) || after.lower.endsWith("ed") || isAdverb(after));
    const before = context.text.slice(Math.max(0, subject.start - 12), subject.start);
    if (
      acts &&
      subject.gender !== "neuter" &&
      !/\b(?:to|at|of|with|by|for|from|upon|on|in|after|that|than|when|while|as|which|whom|what|how|where|if|till|until|because|before)\s(?:the\s)?$/i.test(
        before,
      )
    )
      return subject;
  }
  return null;
}

/** The subject of a sentence: a phrase among its first words, before any verb could have gone by. */
function firstSubject(context: PhraseContext, first: number, limit: number): Subject | null {
  for (let k = first; k < first + 4; k++) {
    if ((context.tokens[k]?.start ?? Infinity) >= limit) return null;
    const subject = subjectAt(context, k);
    if (subject === null || subject.kind === "nobody" || subject.gender === "neuter") continue;
    // `and turning to Anna, said`: she is turned to.
    if (towards.test(context.text.slice(Math.max(0, subject.start - 12), subject.start))) continue;
    return context.tokens[subject.next]?.lower === "heard" ? heardBy(context, subject.next + 1) : subject;
  }
  return null;
}

const towards = /\b(?:to|at|of|with|by|from|upon|towards?)\s(?:the\s)?$/i;

/** `Alice heard it say`: whoever hears is not whom she hears. */
function heardBy(context: PhraseContext, i: number): Subject | null {
  const token = context.tokens[i];
  const gender = token === undefined ? undefined : heardPronouns.get(token.lower);
  if (token === undefined || gender === undefined) return subjectAt(context, i);
  return { ...nobodyAt(token, i + 1), kind: "pronoun", gender };
}

const heardPronouns: ReadonlyMap<string, Voice> = new Map([
  ["him", "male"],
  ["her", "female"],
  ["it", "neuter"],
]);

function actorBefore(context: PhraseContext, quote: RawQuote, from: number): Tag | null {
  const lead = context.text.slice(from, quote.start).trimEnd();
  if (lead.length < 3) return null;
  const first = tokenFrom(context.tokens, from + sentenceStart(lead));
  const subject =
    firstSubject(context, first, quote.start) ?? firstSubject(context, tokenFrom(context.tokens, from), quote.start);
  return subject === null
    ? null
    : { where: "actor-before", subject, start: subject.start, end: subject.end, thought: false, verb: "", to: null };
}

function actorAfter(context: PhraseContext, quote: RawQuote, to: number): Tag | null {
  const subject = firstSubject(context, tokenFrom(context.tokens, quote.end), to);
  return subject === null
    ? null
    : { where: "actor-after", subject, start: subject.start, end: subject.end, thought: false, verb: "", to: null };
}
