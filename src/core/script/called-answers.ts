import type { Person, Quote } from "../story/story.ts";
import { anyOfNames } from "./name-pattern.ts";

/** From here on a speaker is as good as told. */
const certain = 0.85;
/** How sure a line is that goes to the I whom its answer calls by name. */
const answered = 0.8;

/**
 * Quotes in which “My dear Watson, …” answers the I of that name: in a talk of two the guessed turns of the other are his, whoever
 * is talked about. The narration never names an I, so that turns alone seldom find him.
 */
export function answersToTheI(text: string, quotes: readonly Quote[], cast: readonly Person[]): Quote[] {
  const teller = cast.find(({ role }) => role === "narrator") ?? null;
  if (teller === null) return [...quotes];
  const own = anyOfNames([teller.name, ...teller.aliases].filter((name) => /^\p{Lu}/u.test(name)));
  return talksIn(text, quotes).flatMap((talk) => {
    const wrong = takenForTheI(talk, teller.id, own);
    return wrong === null ? talk : talk.map((quote) => exchanged(quote, wrong, teller.id));
  });
}

/** Who has the guessed turns of an I whom the other of the two who speak in a talk calls by name, or null. */
function takenForTheI(talk: readonly Quote[], teller: string, own: RegExp): string | null {
  const voices = [...new Set(talk.flatMap(({ speaker }) => speaker ?? []))];
  if (voices.length !== 2 || voices.includes(teller)) return null;
  const calling = new Set(talk.flatMap((quote) => (calls(quote.text, own) ? [quote.speaker] : [])));
  const wrong = voices.find((voice) => !calling.has(voice)) ?? null;
  if (calling.size !== 1 || wrong === null) return null;
  return talk.every((quote) => quote.speaker !== wrong || isGuess(quote)) ? wrong : null;
}

const exchanged = (quote: Quote, wrong: string, teller: string): Quote =>
  quote.speaker === wrong
    ? { ...quote, speaker: teller, confidence: answered, maybe: [teller] }
    : { ...quote, addressee: quote.addressee === wrong ? teller : quote.addressee };

/** Whether a line calls somebody by one of some names at the beginning or the end of a sentence: “My dear Watson, you …” */
const calls = (line: string, names: RegExp): boolean =>
  [...line.matchAll(names)].some(({ 0: name, index }) => {
    const [before, after] = [line.slice(0, index), line.slice(index + name.length)];
    if (index > firstWords) return false;
    return before === "" ? after.startsWith(",") : calledAt.test(before) && /^[,.!?;]/u.test(after);
  });

/** UTF-16 units within which a line calls whom it answers; a call at its end may be to another. */
const firstWords = 60;

const calledAt =
  /(?:(?:^|[.!?—]\s*|,\s)(?:my |dear |old |poor |oh,? |ah,? |well,? |why,? |yes,? |no,? |but,? |come,? |now,? ){1,3}|,\s)$/iu;

/** Whether only the turns of a talk say who speaks. */
const isGuess = ({ evidence, confidence }: Quote): boolean => evidence?.rule === "turn-taking" && confidence < certain;

/** Quotes in runs in which each answers the one before it: another paragraph, and nothing is told between. */
function talksIn(text: string, quotes: readonly Quote[]): Quote[][] {
  const talks: Quote[][] = [];
  let last: Quote | undefined;
  for (const quote of quotes) {
    if (last !== undefined && followsBare(text, last, quote)) talks.at(-1)?.push(quote);
    else talks.push([quote]);
    last = quote;
  }
  return talks;
}

/** Whether a quote stands in another paragraph than the one before it, and nothing is told between them. */
function followsBare(text: string, before: Quote, quote: Quote): boolean {
  const between = text.slice(before.end, quote.start);
  return between.includes("\n") && !/[\p{L}\p{N}]/u.test(between);
}

/**
 * Quotes without guesses that have somebody answer himself: of two lines in two paragraphs with nothing told between, one that
 * nobody surely says is not his who says the other.
 */
export function withoutOwnAnswers(text: string, quotes: readonly Quote[]): Quote[] {
  return paragraphsIn(text, quotes).flatMap((own, i, all) => {
    const [before, first, last, after] = [all[i - 1]?.at(-1), own[0], own.at(-1), all[i + 1]?.[0]];
    const others = new Set([answering(text, before, first)?.speaker, answering(text, last, after) && after?.speaker]);
    return own.map((quote) => {
      if (quote.speaker !== null || quote.maybe === undefined || quote.kind !== "speech") return quote;
      const maybe = quote.maybe.filter((id) => !others.has(id));
      return maybe.length > 0 && maybe.length < quote.maybe.length ? { ...quote, maybe } : quote;
    });
  });
}

/** The first of two quotes, where the second answers it. */
const answering = (text: string, one: Quote | undefined, other: Quote | undefined): Quote | null =>
  one !== undefined && other !== undefined && isClosed(text, one) && followsBare(text, one, other) ? one : null;

/** Quotes by their paragraphs. */
function paragraphsIn(text: string, quotes: readonly Quote[]): Quote[][] {
  const all: Quote[][] = [];
  for (const quote of quotes) {
    const last = all.at(-1)?.at(-1);
    if (last !== undefined && !/\n\s*\n/u.test(text.slice(last.end, quote.start))) all.at(-1)?.push(quote);
    else all.push([quote]);
  }
  return all;
}

/** A paragraph of speech without a closing mark goes on in the next. */
const isClosed = (text: string, { end }: Quote): boolean => /[”"’'」』]/u.test(text[end - 1] ?? "");
