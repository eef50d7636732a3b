import type { Passage } from "./passages.ts";
import { cueQuotes } from "./play-quotes.ts";
import type { RawQuote } from "./quotes.ts";

const pairs: Record<string, string> = { "「": "」", "『": "』", "（": "）", "〝": "〟", "“": "”" };

/**
 * Quotes of a Japanese text: 「」, 『』 when it stands alone, （） where a whole passage is thought, and a passage that opens with ――.
 * Nested marks stay inside the outer quote.
 */
export function japaneseQuotes(text: string, passages: readonly Passage[]): RawQuote[] {
  const quotes: RawQuote[] = [];
  let from = 0;
  for (const passage of passages) {
    const start = Math.max(passage.start, from);
    if (start >= passage.end) continue;
    if (passage.cue !== undefined) {
      quotes.push(...cueQuotes(text, passage, passage.cue));
      continue;
    }
    // Between the lines of a play brackets hold what is done.
    const staged = passages[passage.index - 1]?.cue !== undefined || passages[passage.index + 1]?.cue !== undefined;
    if (staged && text[start] === "（") continue;
    quotes.push(...bracketed(text, passage, start), ...(start === passage.start ? dashed(text, passage) : []));
    const last = quotes.at(-1);
    if (last?.open !== true || last.passage !== passage.index) continue;
    const rest = carriedOver(text, passages, last);
    quotes.push(...rest);
    from = rest.at(-1)?.end ?? 0;
  }
  return quotes;
}

/** Passages that a speech may take up. */
const longest = 60;

/** The passages of a speech that is closed only in a later one; none where the closing mark is merely missing. */
function carriedOver(text: string, passages: readonly Passage[], first: RawQuote): RawQuote[] {
  const rest: RawQuote[] = [];
  const close = pairs[first.mark] ?? "";
  for (const passage of passages.slice(first.passage + 1, first.passage + longest)) {
    if (passage.opens === "chapter" || text[passage.start] === first.mark) return [];
    const end = matching(text, passage.start, passage.end, first.mark, close, 1);
    const stop = end < 0 ? passage.end : end + 1;
    const inner = { start: passage.start, end: end < 0 ? stop : end };
    rest.push({ start: passage.start, end: stop, inner, passage: passage.index, open: end < 0, mark: first.mark });
    if (end >= 0) return rest;
  }
  return [];
}

/** Whether a quote is a later passage of the speech that the one before it begins. */
export function goesOn(quotes: readonly RawQuote[], i: number): boolean {
  const [before, quote] = [quotes[i - 1], quotes[i]];
  if (before?.open !== true || quote?.passage !== before.passage + 1) return false;
  return quote.inner.start === quote.start;
}

function bracketed(text: string, passage: Passage, from: number): RawQuote[] {
  const quotes: RawQuote[] = [];
  for (let i = from; i < passage.end; i++) {
    const mark = text[i] ?? "";
    const close = pairs[mark];
    if (close === undefined) continue;
    const end = matching(text, i, passage.end, mark, close);
    const stop = end < 0 ? passage.end : end + 1;
    if (!rarelySaid.test(mark) || (isMeant(text, passage, i, stop, mark) && /[ぁ-ん]/.test(text.slice(i, stop))))
      quotes.push({
        start: i,
        end: stop,
        inner: { start: i + 1, end: end < 0 ? passage.end : end },
        passage: passage.index,
        open: end < 0,
        mark,
      });
    i = stop - 1;
  }
  return quotes.filter((quote) => quote.inner.end > quote.inner.start);
}

/** Offset of the mark that closes the outermost quote, `depth` of which are open already; -1 where none does. */
function matching(text: string, from: number, end: number, mark: string, close: string, depth = 0): number {
  for (let i = from; i < end; i++) {
    if (text[i] === mark) depth += 1;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}

/** Brackets and marks from abroad hold asides and stressed words as well. */
const rarelySaid = /[（“]/;

/** Brackets around a remark belong to the narration; a thought or a speech stands alone or is followed by と. */
function isMeant(text: string, passage: Passage, start: number, stop: number, mark: string): boolean {
  const alone = start === passage.start && /^[。\s　]*$/.test(text.slice(stop, passage.end));
  const after = text.slice(stop, stop + 24);
  if (alone) return true;
  return mark === "（"
    ? /^と(?!は)[、，]?[^いうき。「]*(?:思|考|呟|つぶや|心)/.test(after)
    : /^と[、，]?[^。「]*(?:言|云|い[っう]|答え|叫|呟|尋|訊|聞い)/.test(after);
}

function dashed(text: string, passage: Passage): RawQuote[] {
  const lead = /^[―—─]{2}/.exec(text.slice(passage.start, passage.start + 2));
  if (lead === null || /[「『]/.test(text.slice(passage.start, passage.end))) return [];
  const stop = text.slice(passage.start, passage.end).search(/[。！？]/);
  if (stop < 0) return [];
  const end = passage.start + stop + 1;
  return [
    {
      start: passage.start,
      end,
      inner: { start: passage.start + 2, end },
      passage: passage.index,
      open: false,
      mark: "―",
    },
  ];
}
