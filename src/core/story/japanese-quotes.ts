import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";

const pairs: Record<string, string> = { "「": "」", "『": "』", "（": "）", "〝": "〟" };

/**
 * Quotes of a Japanese text: 「」, 『』 when it stands alone, （） where a whole passage is thought, and a passage that opens with ――.
 * Nested marks stay inside the outer quote.
 */
export function japaneseQuotes(text: string, passages: readonly Passage[]): RawQuote[] {
  return passages.flatMap((passage) => [...bracketed(text, passage), ...dashed(text, passage)]);
}

function bracketed(text: string, passage: Passage): RawQuote[] {
  const quotes: RawQuote[] = [];
  for (let i = passage.start; i < passage.end; i++) {
    const mark = text[i] ?? "";
    const close = pairs[mark];
    if (close === undefined) continue;
    const end = matching(text, i, passage.end, mark, close);
    const stop = end < 0 ? passage.end : end + 1;
    if (mark !== "（" || (isThought(text, passage, i, stop) && /[ぁ-ん]/.test(text.slice(i, stop))))
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

function matching(text: string, from: number, end: number, mark: string, close: string): number {
  let depth = 0;
  for (let i = from; i < end; i++) {
    if (text[i] === mark) depth += 1;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}

/** Brackets around a remark belong to the narration; a thought stands alone or is followed by と. */
function isThought(text: string, passage: Passage, start: number, stop: number): boolean {
  const alone = start === passage.start && /^[。\s　]*$/.test(text.slice(stop, passage.end));
  return alone || /^と[、，]?[^いうはき]*(?:思|考|呟|つぶや|心)/.test(text.slice(stop, stop + 20));
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
