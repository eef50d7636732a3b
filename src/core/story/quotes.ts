import type { Span } from "../book/book.ts";
import type { Passage } from "./passages.ts";

/** A stretch between quotation marks, before anybody is named for it. */
export interface RawQuote extends Span {
  inner: Span;
  passage: number;
  /** No closing mark: the speech goes on in the next passage. */
  open: boolean;
  mark: string;
}

type Style = "curly" | "straight" | "single-curly" | "single-straight" | "guillemets" | "dash";

/** Quotes of an English text in reading order. The style of the book's marks is found first, so that apostrophes are told from single quotes. */
export function englishQuotes(text: string, passages: readonly Passage[]): RawQuote[] {
  const style = dominantStyle(text, passages);
  const quotes: RawQuote[] = [];
  for (const passage of passages) {
    const next = passages[passage.index + 1];
    const nextOpens = next !== undefined && next.opens === null && opening[style].test(text[next.start] ?? "");
    if (style === "dash") quotes.push(...dashQuotes(text, passage));
    else quotes.push(...marked(text, passage, style, nextOpens));
  }
  return quotes;
}

const opening: Record<Style, RegExp> = {
  curly: /[“"]/,
  straight: /["“]/,
  "single-curly": /‘/,
  "single-straight": /'/,
  guillemets: /[«»]/,
  dash: /[—–―]/,
};

function dominantStyle(text: string, passages: readonly Passage[]): Style {
  const count: Record<Style, number> = {
    curly: 0,
    straight: 0,
    "single-curly": 0,
    "single-straight": 0,
    guillemets: 0,
    dash: 0,
  };
  for (const { start, end } of passages) {
    const part = text.slice(start, end);
    count.curly += part.match(/“/g)?.length ?? 0;
    count.straight += (part.match(/"/g)?.length ?? 0) / 2;
    count["single-curly"] += part.match(/(^|[\s—(])‘[\p{Lu}…]/gu)?.length ?? 0;
    count["single-straight"] += part.match(/(^|[\s—(])'\p{Lu}/gu)?.length ?? 0;
    count.guillemets += part.match(/«/g)?.length ?? 0;
    if (/^[—–―]\s?\p{Lu}/u.test(part)) count.dash += 1;
  }
  // Double marks win unless clearly rarer: single ones are also used inside them.
  const order: Style[] = ["curly", "straight", "guillemets", "single-curly", "single-straight", "dash"];
  let best: Style = "curly";
  for (const style of order) if (count[style] > count[best] * 1.5) best = style;
  return best;
}

function marked(text: string, passage: Passage, style: Exclude<Style, "dash">, nextOpens: boolean): RawQuote[] {
  const quotes: RawQuote[] = [];
  let at = passage.start;
  const lost = closingWithoutOpening(text, passage, style);
  if (lost !== null) {
    const inner = { start: passage.start, end: lost };
    quotes.push({
      start: inner.start,
      end: lost + 1,
      inner,
      passage: passage.index,
      open: false,
      mark: text[lost] ?? "",
    });
    at = lost + 1;
  }
  while (at < passage.end) {
    const start = findOpening(text, at, passage, style);
    if (start < 0) break;
    const close = findClosing(text, start + 1, passage.end, style);
    const end = close < 0 ? passage.end : close + 1;
    const inner = { start: start + 1, end: close < 0 ? passage.end : close };
    if (inner.end > inner.start && /[\p{L}\p{N}…—.?!-]/u.test(text.slice(inner.start, inner.end)))
      quotes.push({ start, end, inner, passage: passage.index, open: close < 0 && nextOpens, mark: text[start] ?? "" });
    at = end;
  }
  return quotes;
}

/** Where the first mark of a passage closes a quote that nothing opened: a decorated initial often swallows the opening mark of a chapter. */
function closingWithoutOpening(text: string, passage: Passage, style: Style): number | null {
  if (style !== "curly" && style !== "straight") return null;
  const first = text.slice(passage.start, passage.end).search(/["“”]/);
  if (first < 1) return null;
  const at = passage.start + first;
  const closes = /[.,!?…]/.test(text[at - 1] ?? "") && /^\s?$/.test(text[at + 1] ?? "") && text[at] !== "“";
  return closes ? at : null;
}

function findOpening(text: string, from: number, passage: Passage, style: Style): number {
  for (let i = from; i < passage.end; i++) {
    if (!opening[style].test(text[i] ?? "")) continue;
    if (style !== "single-straight" && style !== "single-curly") return i;
    const before = i === passage.start ? " " : (text[i - 1] ?? " ");
    const after = text[i + 1] ?? " ";
    if (/[\s—–(-]/.test(before) && /[\p{L}\p{N}…—_*]/u.test(after) && !isElision(text, i)) return i;
  }
  return -1;
}

/** ’tis, 'em and their like begin with an apostrophe, not a quote. */
const isElision = (text: string, at: number) =>
  text[at] === "'" &&
  /^'(?:tis|twas|twere|twill|em|til|cause|bout|un|cos|round|gainst|er|im)\b/.test(text.slice(at, at + 9));

function findClosing(text: string, from: number, end: number, style: Exclude<Style, "dash">): number {
  if (style === "guillemets") return within(text.indexOf("»", from), end);
  if (style === "curly" || style === "straight") {
    for (let i = from; i < end; i++) {
      if (text[i] === "”") return i;
      if (text[i] !== '"' && text[i] !== "“") continue;
      // A mark after a space and before a letter opens again: the closing one was forgotten before it.
      const reopens = /\s/.test(text[i - 1] ?? "") && /\S/.test(text[i + 1] ?? " ");
      return reopens ? lastNonSpace(text, i) : i;
    }
    return -1;
  }
  const mark = style === "single-curly" ? "’" : "'";
  let fallback = -1;
  for (let i = from; i < end; i++) {
    if (text[i] !== mark || /[\p{L}\p{N}]/u.test(text[i + 1] ?? " ")) continue;
    if (/[.,!?;:…—–\-)_*”"]/.test(text[i - 1] ?? "")) return i;
    if (fallback < 0 && !/s/i.test(text[i - 1] ?? "")) fallback = i;
  }
  return fallback;
}

const within = (at: number, end: number) => (at >= end ? -1 : at);

function lastNonSpace(text: string, at: number): number {
  let i = at - 1;
  while (/\s/.test(text[i] ?? "")) i -= 1;
  return i;
}

function dashQuotes(text: string, passage: Passage): RawQuote[] {
  const lead = /^[—–―]\s?/.exec(text.slice(passage.start, passage.start + 3));
  if (lead === null) return [];
  const from = passage.start + lead[0].length;
  const cut = /\s[—–―]\s?(?=\p{Ll})/u.exec(text.slice(from, passage.end));
  const end = cut === null ? passage.end : from + cut.index;
  return [
    {
      start: passage.start,
      end,
      inner: { start: from, end },
      passage: passage.index,
      open: false,
      mark: lead[0].trim(),
    },
  ];
}
