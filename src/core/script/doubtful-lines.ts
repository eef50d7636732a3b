import type { Person, Quote } from "../story/story.ts";
import { newcomersLines } from "./newcomer-lines.ts";
import { escapedName } from "./name-pattern.ts";

/**
 * Below this the line comes from outside the panel. Of English lines of three novels, read by hand, 98 in 100 above it were the
 * right person's; Japanese conversations read otherwise.
 */
const leastConfidence = { en: 0.74, ja: 0.85 };
/** From here on a speaker is as good as told. */
const certain = 0.85;

/**
 * Quotes without the speakers who cannot have said them or are mere guesses: nobody calls himself by name,
 * nobody asks and answers in two paragraphs. Such a line comes from outside the panel rather than from a wrong head.
 */
export function withoutDoubtful(text: string, quotes: readonly Quote[], cast: readonly Person[]): Quote[] {
  const names = new Map(cast.map(({ id, name, aliases, role }) => [id, role === "narrator" ? [] : [name, ...aliases]]));
  const strangers = newcomersLines(text, quotes, cast);
  const teller = cast.find(({ role }) => role === "narrator")?.id ?? null;
  const kept: Quote[] = [];
  for (const quote of quotes) {
    const before = kept.at(-1);
    const lead = text.slice(Math.max(0, quote.start - 80), quote.start);
    if (teller !== null && quote.confidence < certain && announced.test(lead) && !tagged.test(lead)) {
      kept.push({ ...sure(quote), speaker: teller, addressee: quote.addressee === teller ? null : quote.addressee });
      continue;
    }
    const doer = led(text, quote, before, cast);
    if (doer !== null && quote.confidence < leastConfidence.en && callsSelf(quote, names.get(doer) ?? []) === null) {
      kept.push({ ...sure(quote), speaker: doer, addressee: quote.addressee === doer ? null : quote.addressee });
      continue;
    }
    const named = quote.speaker === null ? null : callsSelf(quote, names.get(quote.speaker) ?? []);
    const guessed = quote.confidence < leastConfidence[isJapanese(quote.text) ? "ja" : "en"];
    // Who is called by name hears the line; the other of the two says it.
    if (!guessed && named === "called" && quote.addressee !== null && quote.addressee !== quote.speaker) {
      kept.push({ ...sure(quote), speaker: quote.addressee, addressee: quote.speaker });
      continue;
    }
    if (strangers.has(quote.id)) {
      kept.push(
        unsaid(
          quote,
          cast.map(({ id }) => id),
        ),
      );
      continue;
    }
    const doubted =
      quote.speaker !== null &&
      (guessed || named !== null || isRecited(quote) || (before !== undefined && answersSelf(text, before, quote)));
    const unlike = named === null || quote.speaker === null ? [] : [quote.speaker];
    kept.push(doubted ? unsaid(quote, unlike) : quote.speaker === null ? quote : sure(quote));
  }
  return kept;
}

/** An I who tells announces the own line: I cried. “…” */
const announced =
  /\bI (?:\p{L}+ly )?(?:said|cried|asked|replied|answered|shouted|exclaimed|called|whispered|added|returned)(?: (?:\p{L}+ly|out|aloud|again|to (?:him|her|them|\p{Lu}\p{L}+)))?[.:,;—-]+\s*$/u;

/** The same behind a line, at the end of its paragraph: what follows is the answer. “Where?” I asked. */
const tagged = /["”’] I (?:\p{L}+ly )?\p{L}+[^"“”\n]*\n\s*\n\s*$/u;

/** Most characters of the sentence that leads in a line, from the start of its paragraph. */
const longestLead = 90;

/**
 * Who does something in the one sentence with which a paragraph begins before the line in it, if nobody else is named or meant there:
 * Ann moved towards the door. “Thank you, uncle Peter.”
 */
function led(text: string, quote: Quote, before: Quote | undefined, cast: readonly Person[]): string | null {
  if (quote.kind !== "speech" || isJapanese(quote.text)) return null;
  const from = Math.max(before?.end ?? 0, quote.start - longestLead - 40);
  const paragraphs = text.slice(from, quote.start).split(/\n\s*\n/u);
  const own = (paragraphs.at(-1) ?? "").trim() !== "";
  const lead = (paragraphs.at(own ? -1 : -2) ?? "").replaceAll(/\s+/gu, " ").trim();
  // Words of which the beginning is not known, or that go on from another line of the paragraph.
  if (paragraphs.length < (own ? 2 : 3) || lead === "" || lead.length > longestLead || !/^[^.!?]*\.$/u.test(lead))
    return null;
  const called = cast.flatMap(({ id, name, aliases }) => [name, ...aliases].map((each) => ({ id, each })));
  const first = called
    .filter(({ each }) => /^\p{Lu}/u.test(each) && lead.startsWith(`${each} `))
    .toSorted((a, b) => b.each.length - a.each.length)[0];
  if (first === undefined || /[’']s\b/u.test(first.each)) return null;
  const rest = lead.slice(first.each.length);
  const other = called.some(({ id, each }) => id !== first.id && each.length > 2 && rest.includes(each));
  return !other && ownDeed.test(rest) && (own || quote.maybe?.includes(first.id) === true) ? first.id : null;
}

/** A deed of one's own: no listening, nothing that waits for another's answer, and no weakness on which another remarks. */
const ownDeed =
  /^ (?!(?:was|were|had|did|could|would|said|heard|listened|waited|knew|thought|saw|and|or|blanched|paled|flushed|blushed|hesitated|ceased|stopped|paused|showed|sobbed|wept|trembled|looked confused|turned (?:as |very |quite |a )?(?:pale|white|red|scarlet))\b)(?:\p{L}+ly )?\p{L}+(?:ed|ew|ood|ook|ent|oke|ave|an|ose|at|ad|ung|aid|it|ank|ang|elt)\b(?![^.]*\b(?:at|to|on|upon|before|with|by|from|for|towards?) (?:him|them|her|me|us)\b)/u;

/** Verses are nobody's turn in a talk: only a tag says whose they are. */
const isRecited = ({ kind, confidence }: Quote) => kind === "verse" && confidence < certain;

/** A line from outside the panel: whoever may have said it is not the one who listens to it. */
function unsaid(quote: Quote, unlike: readonly string[]): Quote {
  const guesses = quote.speaker === null ? [] : [quote.speaker];
  const maybe = [...new Set([...(quote.maybe ?? []), ...guesses])].filter((id) => !unlike.includes(id));
  return { ...quote, speaker: null, addressee: null, maybe };
}

function sure(quote: Quote): Quote {
  const told = { ...quote };
  delete told.maybe;
  return told;
}

/** Whether a line has Japanese letters. */
export const isJapanese = (line: string) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(line);
const bare = (name: string) => name.replace(/^(?:the|a|an|my)\s+/i, "");
/** Whether a line calls the one who is said to speak it, or speaks of that person. */
function callsSelf({ text: line, confidence }: Quote, names: readonly string[]): "called" | "spoken of" | null {
  // What somebody else says in the speaker's tale may well be the speaker's name.
  const text = line.replace(/(?<=^|[\s—])‘(?:[^’]|’(?=\p{L}))*’?/gu, " ");
  const called = names.map(bare).filter((name) => name.length > 1);
  if (called.some((name) => calls(text, name))) return "called";
  return confidence < certain && called.some((name) => speaksOf(text, name)) ? "spoken of" : null;
}

function calls(text: string, name: string): boolean {
  const word = escapedName(name);
  return new RegExp(
    `(?:^|[,.!?;—―…、。！？「]\\s?)(?:my |dear |old |oh,? |o |おい、?)*${word}(?: dear|さん|君|くん|様|殿|ちゃん|先生)?(?:[,!?、！？…]|\\.$|$)`,
    "iu",
  ).test(text);
}

/** Named in the line, but not as `I am Tom` or 凪だ. */
function speaksOf(text: string, name: string): boolean {
  const word = escapedName(name);
  if (!new RegExp(`(?<![\\p{Script=Latin}])${word}(?![\\p{Script=Latin}])`, "u").test(text)) return false;
  return !new RegExp(
    `\\b(?:I am|I[’']m|name is|call(?:ed)? me|this is|as|am)\\s+(?:the |called )?${word}|${word}(?:だ|です|と(?:申|言|いう|云)|という|でござ)`,
    "iu",
  ).test(text);
}

const closing = new Map(
  ["“”", '""', "‘’", "''", "«»", "「」", "『』", "（）"].map(([open = "", close = ""]) => [open, close]),
);

/** Two paragraphs of speech with nothing told between them are two people, unless the story knows better. */
function answersSelf(text: string, before: Quote, quote: Quote): boolean {
  if (before.speaker !== quote.speaker || before.kind !== quote.kind) return false;
  if (quote.confidence >= certain || quote.evidence?.rule === "continued") return false;
  const between = text.slice(before.end, quote.start);
  // A paragraph without a closing mark goes on in the next.
  if (!text.slice(before.start, before.end).endsWith(closing.get(text[before.start] ?? "") ?? "")) return false;
  return between.includes("\n") && !/[\p{L}\p{N}]/u.test(between);
}
