import type { Mark } from "../book/book.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { QuoteKind } from "./story.ts";
import type { Tag } from "./tags.ts";

const letterWords =
  /\b(?:letter|note|telegram|message|paper|card|inscription|read (?:it )?(?:aloud|out)|as follows|wrote|written|ran (?:thus|in this way))\b/i;

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

/** Speech, thought, a letter that is read out, verse, or words that are only mentioned between marks. */
export function quoteKinds(
  text: string,
  quotes: readonly RawQuote[],
  tags: readonly (Tag | null)[],
  thoughts: ReadonlySet<number>,
  passages: readonly Passage[],
): QuoteKind[] {
  return quotes.map((quote, i) => {
    const tag = tags[i];
    const told = tag?.where === "after" || tag?.where === "before";
    if (thoughts.has(quote.start) || (told && tag.thought && quote.mark !== "")) return "thought";
    const inner = text.slice(quote.inner.start, quote.inner.end).trim();
    const beforeIt = text.slice(Math.max(0, quote.start - 60), quote.start);
    const label = inner.split(/\s+/).length <= 5;
    if (label && (told ? tag.where === "before" && surelyWritten.test(beforeIt) : written.test(beforeIt)))
      return "title";
    const nested = /^[‘'“"].*[’'”"]$/s.test(inner);
    // “The Coroner: Did you see it?” is read out of a report.
    if (!told && /^(?:The )?\p{Lu}\p{Ll}+: \p{Lu}/u.test(inner)) return "letter";
    const before = text.slice(Math.max(0, quote.start - 140), quote.start);
    if (letterWords.test(before) && (nested || (inner.length > 200 && /[:—–-]\s*$/.test(before)))) return "letter";
    const passage = passages[quote.passage];
    if (passage?.kind === "verse") return "verse";
    const lead = text.slice(passage?.start ?? 0, quote.start);
    const midSentence = /[\p{L}\p{N}]\s+$/u.test(lead) || /^\s+\p{Ll}/u.test(text.slice(quote.end, quote.end + 3));
    const ended = /[.,!?;:…—–-][_*’']*$/.test(inner);
    const wordCount = inner.split(/\s+/).length;
    return !told && !ended && midSentence && lead.trim() !== "" && wordCount <= 6 ? "title" : "speech";
  });
}
