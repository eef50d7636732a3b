import { type Passage, trimmed } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import { tagInside } from "./dash-quotes.ts";

export type MarkStyle =
  | "curly"
  | "straight"
  | "tex"
  | "low"
  | "single-curly"
  | "single-straight"
  | "guillemets"
  | "dash";

const opening: Record<MarkStyle, RegExp> = {
  curly: /[“"]/,
  straight: /["“]/,
  // ``So,'' as typesetters type it.
  tex: /`/,
  low: /„/,
  "single-curly": /‘/,
  "single-straight": /'/,
  guillemets: /[«»]/,
  dash: /[—–―]/,
};

const widthOf = (style: MarkStyle) => (style === "tex" ? 2 : 1);

/** The marks that most quotes of some passages have. */
export function dominantStyle(text: string, passages: readonly Passage[]): MarkStyle {
  const count: Record<MarkStyle, number> = {
    curly: 0,
    straight: 0,
    tex: 0,
    low: 0,
    "single-curly": 0,
    "single-straight": 0,
    guillemets: 0,
    dash: 0,
  };
  for (const { start, end } of passages) {
    const part = text.slice(start, end);
    const low = part.match(/„/g)?.length ?? 0;
    count.low += low;
    // “ closes what „ has opened.
    count.curly += Math.max(0, (part.match(/“/g)?.length ?? 0) - low);
    count.straight += (part.match(/"/g)?.length ?? 0) / 2;
    count["single-curly"] += part.match(/(^|[\s—(])‘\s?[\p{Lu}…]/gu)?.length ?? 0;
    count["single-straight"] += part.match(/(^|[\s—(])'\s?\p{Lu}/gu)?.length ?? 0;
    count.guillemets += part.match(/«/g)?.length ?? 0;
    count.tex += part.match(/``/g)?.length ?? 0;
    if (/^(?:[—–―]|--)\s?[¿¡«]?\p{Lu}/u.test(part)) count.dash += 1;
  }
  // Double marks win unless clearly rarer: single ones are also used inside them.
  const order: MarkStyle[] = [
    "curly",
    "straight",
    "tex",
    "low",
    "guillemets",
    "single-curly",
    "single-straight",
    "dash",
  ];
  let best: MarkStyle = "curly";
  for (const style of order) if (count[style] > count[best] * 1.5) best = style;
  return best;
}

export const opensWith = (style: MarkStyle, words: string): boolean => opening[style].test(words);

/** Pairs of marks that cannot be mistaken where a passage begins with one. */
const plainPairs: readonly (readonly [MarkStyle, RegExp])[] = [
  ["low", /„[^„“”]+[“”]/],
  ["guillemets", /«[^«»]+»|»[^«»]+«/],
  ["curly", /^[“"][^“"”]+[”"]/],
  ["tex", /^``[^`]+''/],
  ["single-curly", /^‘[^‘]+?[.,!?…—]’(?!\p{L})/u],
  ["single-straight", /^'\p{Lu}.*?[.,!?…—]'(?=\s|$)/su],
];

/** The marks of one passage: those of its chapter, unless it shows others and none of those. */
export function otherStyle(text: string, { start, end }: Passage, usual: MarkStyle): MarkStyle {
  const words = text.slice(start, end);
  const shown = plainPairs.find(([style, pair]) => style !== usual && pair.test(words))?.[0] ?? usual;
  // “ closes what „ has opened.
  if (shown === "low") return shown;
  return opensWith(usual, words.replaceAll(/(?<=\p{L})['‘](?=\p{L})/gu, "")) ? usual : shown;
}

/** The quotes of a passage by their marks; `nextOpens`: the next passage begins with an opening mark. */
export function markedQuotes(
  text: string,
  passage: Passage,
  style: Exclude<MarkStyle, "dash">,
  nextOpens: boolean,
): RawQuote[] {
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
    const width = widthOf(style);
    const close = findClosing(text, start + width, passage.end, style);
    const unclosed = close < 0 ? endOfUnclosed(text, start + width, passage.end, nextOpens) : close;
    const end = close < 0 ? unclosed : close + width;
    const inner = trimmed(text, { start: start + width, end: unclosed });
    if (inner.end > inner.start && /[\p{L}\p{N}…—.?!-]/u.test(text.slice(inner.start, inner.end)))
      quotes.push({ start, end, inner, passage: passage.index, open: close < 0 && nextOpens, mark: text[start] ?? "" });
    at = end;
  }
  return quotes;
}

/** UTF-16 units from which on a speech without a closing mark is cut behind its first sentence. */
const longestUnclosed = 2000;

/** Where a speech ends whose closing mark was forgotten: before who says it, else with its passage. */
function endOfUnclosed(text: string, from: number, end: number, goesOn: boolean): number {
  if (goesOn) return end;
  const rest = text.slice(from, end);
  const tag = tagInside(rest);
  if (tag >= 0) return from + tag;
  const sentence = rest.length > longestUnclosed ? rest.search(/[.!?](?=\s)/) : -1;
  return sentence < 0 ? end : from + sentence + 1;
}

/** Where the first mark of a passage closes a quote that nothing opened: a decorated initial often swallows the opening mark of a chapter. */
function closingWithoutOpening(text: string, passage: Passage, style: MarkStyle): number | null {
  if (style !== "curly" && style !== "straight") return null;
  const first = text.slice(passage.start, passage.end).search(/["“”]/);
  if (first < 1) return null;
  const at = passage.start + first;
  const closes = /[.,!?…]/.test(text[at - 1] ?? "") && /^\s?$/.test(text[at + 1] ?? "") && text[at] !== "“";
  return closes ? at : null;
}

function findOpening(text: string, from: number, passage: Passage, style: MarkStyle): number {
  for (let i = from; i < passage.end; i++) {
    if (!opening[style].test(text[i] ?? "")) continue;
    if (style === "tex" && text[i + 1] !== "`") continue;
    if (style !== "single-straight" && style !== "single-curly") return i;
    const lead = text.slice(passage.start, i);
    const after = text.slice(i + 1, i + 3).replace(/^’(?=\p{L})/u, "");
    if (!/[\s—–(-]$|^$/.test(lead) || isElision(text, i)) continue;
    // ' So, ' he said: spaces stand inside the marks.
    const spaced = /^\s[\p{L}\p{N}…—_*]/u.test(after) && /^$|[.,!?;:…—–\-'’]\s*$/.test(lead);
    if (spaced || /^[\p{L}\p{N}…—_*]/u.test(after)) return i;
  }
  return -1;
}

/** ’tis, 'em and their like begin with an apostrophe, not a quote. */
const isElision = (text: string, at: number) =>
  text[at] === "'" &&
  /^'(?:tis|twas|twere|twill|em|til|cause|bout|un|cos|round|gainst|er|im)\b/.test(text.slice(at, at + 9));

function findClosing(text: string, from: number, end: number, style: Exclude<MarkStyle, "dash">): number {
  // French marks point outwards, German ones inwards.
  if (style === "tex") return within(text.indexOf("''", from), end);
  if (style === "guillemets") return within(text.indexOf(text[from - 1] === "»" ? "«" : "»", from), end);
  if (style === "low") {
    const length = text.slice(from, end).search(/[“”]/);
    return length < 0 ? -1 : from + length;
  }
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
    const before = text[text[i - 1] === " " ? i - 2 : i - 1] ?? "";
    if (i > from && /[.,!?;:…—–\-)_*”"]/.test(before)) return i;
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
