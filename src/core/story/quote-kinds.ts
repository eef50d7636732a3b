import type { Mark } from "../book/book.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { QuoteKind } from "./story.ts";
import type { Tag } from "./tags.ts";
import { isSungAt } from "./unmarked-quotes.ts";

const letterWords =
  /\b(?:letter|note|telegram|message|paper|card|inscription|read (?:it )?(?:aloud|out)|as follows|wrote|written|ran (?:thus|in this way))\b/i;

/** `She tore it open and read:` at the end of a paragraph leads to what is written there. */
const readsOut = /\b(?:reads?|reading)(?: (?:it|this|aloud|out|as follows)){0,3}[:—–-]+\s*\n\s*$/;

/** A bottle labelled “Drink me”: words that stand on a thing. */
const written =
  /\b(?:labell?ed|marked|inscribed|printed|engraved|painted|entitled|(?:the|a) (?:words?|name|title|inscription|label|sign)(?: of)?)\W*$/i;

/** The same beyond doubt, whoever speaks elsewhere in the sentence. */
const surelyWritten =
  /\b(?:labell?ed|marked|inscribed|printed|engraved|painted|with the (?:words?|name|title|inscription))\W*$/i;

/** Slanted sentences outside the quotes are thoughts: a whole passage, or one that a tag of thinking follows. */
export function thoughtsIn(
  text: string,
  passages: readonly Passage[],
  quotes: readonly RawQuote[],
  marks: readonly Mark[],
): RawQuote[] {
  const thoughts: RawQuote[] = [];
  let passage = 0;
  let quote = 0;
  for (const mark of marks) {
    if (mark.kind !== "emphasis") continue;
    while (passage < passages.length && (passages[passage]?.end ?? 0) <= mark.start) passage += 1;
    while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= mark.start) quote += 1;
    const home = passages[passage];
    if (home === undefined || mark.start < home.start || (quotes[quote]?.start ?? Infinity) < mark.end) continue;
    const words = text.slice(mark.start, mark.end).match(/\p{L}+/gu)?.length ?? 0;
    const whole = mark.start <= home.start + 1 && mark.end >= home.end - 1;
    const thinking = /^[,.]?\s+(?:(?:he|she|I|\p{Lu}\p{L}+) )?(?:thought|wondered|told (?:him|her|my)self)/u.test(
      text.slice(mark.end, mark.end + 40),
    );
    const last = thoughts.at(-1);
    const goesOn = last !== undefined && last.passage === passage && /[.!?,…]/.test(text[mark.end - 1] ?? "");
    if (whole && isHead(text.slice(mark.start, mark.end))) continue;
    if ((whole && words > 2) || (words > 1 && (thinking || goesOn)))
      thoughts.push({
        start: mark.start,
        end: mark.end,
        inner: { start: mark.start, end: mark.end },
        passage,
        open: false,
        mark: "",
      });
  }
  return thoughts;
}

/** Small words that stand in titles. */
const titleWord = /^(?:of|the|a|an|to|from|by|and|in|on|at|for|or|continued|hand|de|von|van|du|la)$/;

/** Whether a slanted line is the head of a part rather than somebody's thought: `Anna Bell's Diary`, `Telegram, Ben to Anna`, `9 May`. */
export function isHead(line: string): boolean {
  const words = line.match(/\p{L}+(?:['’]\p{L}+)*|\d+/gu) ?? [];
  const large = words.filter((word) => /^[\p{Lu}\d]/u.test(word)).length;
  return (
    large > 0 &&
    words.length <= 14 &&
    !/[!?…]\W*$/.test(line) &&
    words.every((word) => /^[\p{Lu}\d]/u.test(word) || titleWord.test(word))
  );
}

/** A date and hour by themselves, before a letter begins. */
const dateLine =
  /^[\W_]*\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
/** How a letter begins: the greeting has a line to itself. */
const salutation = /^[\W_]*(?:My )?(?:[Dd]ear(?:est)?|Sir|Madam|Gentlemen)\b[^.!?\n]{0,40}[,:][\s—–-]*$/;
/** What stands over a letter that is given whole. */
const letterHead = /^[\W_]*(?:Letter|Telegram|Note|Memorandum|Report|Enclosure|LETTER|TELEGRAM|NOTE)\b[^\n]{0,90}$/;
/** Paragraphs of one letter, at most. */
const longestLetter = 60;

/** Whether a paragraph in marks belongs to a letter: the run of such paragraphs begins with a date or a greeting, or under its head. */
export function isInLetter(text: string, at: number): boolean {
  const mark = text[at] ?? "";
  if (!/[“"]/.test(mark)) return false;
  // Paragraphs of hard lines stand apart by an empty one.
  const gap = text.slice(at - 2, at) === "\n\n" ? "\n\n" : "\n";
  let start = at;
  for (let i = 0; i < longestLetter; i++) {
    const line = text.slice(start + 1, start + 120);
    const [paragraph = ""] = line.split(gap);
    if (dateLine.test(line) || salutation.test(paragraph)) return true;
    let end = start;
    while (/\s/.test(text[end - 1] ?? "")) end -= 1;
    start = text.lastIndexOf(gap, end - 1) + gap.length;
    if (letterHead.test(text.slice(start, Math.min(end, start + 120)))) return true;
    if (text[start] !== mark || /[”"]/.test(text[end - 1] ?? "") || start >= end) return false;
  }
  return false;
}

/** Speech, thought, a letter that is read out, verse, or words that are only mentioned between marks. `given`: where a quote starts → what it surely is. */
export function quoteKinds(
  text: string,
  quotes: readonly RawQuote[],
  tags: readonly (Tag | null)[],
  given: ReadonlyMap<number, QuoteKind>,
  passages: readonly Passage[],
): QuoteKind[] {
  return quotes.map((quote, i) => {
    const tag = tags[i];
    const known = given.get(quote.start);
    if (known !== undefined) return known;
    const told = tag?.where === "after" || tag?.where === "before";
    if (told && tag.thought && quote.mark !== "") return "thought";
    const inner = text.slice(quote.inner.start, quote.inner.end).trim();
    const beforeIt = text.slice(Math.max(0, quote.start - 60), quote.start);
    const label = inner.split(/\s+/).length <= 5;
    if (label && (told ? tag.where === "before" && surelyWritten.test(beforeIt) : written.test(beforeIt)))
      return "title";
    const nested = /^[‘'“"].*[’'”"]$/s.test(inner);
    // “The Coroner: Did you see it?” is read out of a report.
    if (!told && /^(?:The )?\p{Lu}\p{Ll}+: \p{Lu}/u.test(inner)) return "letter";
    if (!told && isInLetter(text, quote.start)) return "letter";
    const before = text.slice(Math.max(0, quote.start - 140), quote.start);
    if (tag?.where !== "after" && inner.length > 60 && readsOut.test(before)) return "letter";
    if (letterWords.test(before) && (nested || (inner.length > 200 && /[:—–-]\s*$/.test(before)))) return "letter";
    const passage = passages[quote.passage];
    if (passage?.kind === "verse" || (/\n.*\S/.test(inner) && passage?.kind === "quote" && isSungAt(text, quote.start)))
      return "verse";
    const lead = text.slice(passage?.start ?? 0, quote.start);
    const midSentence = /[\p{L}\p{N}]\s+$/u.test(lead) || /^\s+\p{Ll}/u.test(text.slice(quote.end, quote.end + 3));
    const ended = /[.,!?;:…—–-][_*’']*$/.test(inner);
    const wordCount = inner.split(/\s+/).length;
    return !told && !ended && midSentence && lead.trim() !== "" && wordCount <= 6 ? "title" : "speech";
  });
}
