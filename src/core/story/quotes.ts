import type { Span } from "../book/book.ts";
import type { Passage } from "./passages.ts";
import { speechVerbs } from "./verb-words.ts";

/** A stretch between quotation marks, before anybody is named for it. */
export interface RawQuote extends Span {
  inner: Span;
  passage: number;
  /** No closing mark: the speech goes on in the next passage. */
  open: boolean;
  mark: string;
}

type Style = "curly" | "straight" | "tex" | "low" | "single-curly" | "single-straight" | "guillemets" | "dash";

/** Quotes of an English text in reading order. The style of the book's marks is found first, so that apostrophes are told from single quotes. */
export function englishQuotes(text: string, passages: readonly Passage[]): RawQuote[] {
  const play = playQuotes(text, passages);
  if (play.length > 0) return play;
  const style = dominantStyle(text, passages);
  const quotes: RawQuote[] = [];
  for (const passage of passages) {
    const next = passages[passage.index + 1];
    const nextOpens = next !== undefined && next.opens === null && opening[style].test(text[next.start] ?? "");
    if (style === "dash") quotes.push(...dashQuotes(text, passage));
    else quotes.push(...marked(text, passage, style, nextOpens));
  }
  return quotes.map((quote, i) => (quote.open && answered(text, quotes, i) ? { ...quote, open: false } : quote));
}

/** A speech goes on in whole sentences: a short question or cry behind its one open paragraph answers it, and the closing mark was forgotten. */
function answered(text: string, quotes: readonly RawQuote[], i: number): boolean {
  const [before, next] = [quotes[i - 1], quotes[i + 1]];
  if (next === undefined || next.open || before?.open === true) return false;
  const line = text.slice(next.inner.start, next.inner.end);
  return /[?!]$/.test(line) && (line.match(/\p{L}+/gu)?.length ?? 0) <= 12;
}

const opening: Record<Style, RegExp> = {
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

const widthOf = (style: Style) => (style === "tex" ? 2 : 1);

function dominantStyle(text: string, passages: readonly Passage[]): Style {
  const count: Record<Style, number> = {
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
  const order: Style[] = ["curly", "straight", "tex", "low", "guillemets", "single-curly", "single-straight", "dash"];
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
    const width = widthOf(style);
    const close = findClosing(text, start + width, passage.end, style);
    const end = close < 0 ? passage.end : close + width;
    const inner = { start: start + width, end: close < 0 ? passage.end : close };
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
    if (style === "tex" && text[i + 1] !== "`") continue;
    if (style !== "single-straight" && style !== "single-curly") return i;
    const lead = text.slice(passage.start, i);
    const after = text.slice(i + 1, i + 3);
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

function findClosing(text: string, from: number, end: number, style: Exclude<Style, "dash">): number {
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

/** Where a line that a dash opens gives way to who says it: behind another dash, or in French behind its mark alone. */
const dashTag =
  /\s[—–―]\s?(?=\p{Ll})|(?<=[?!…,])\s(?=(?:dit|fit|demanda|répondit|répliqua|cria|s[’']écria|murmura|reprit|ajouta|continua)(?:-\p{L}|\s))/u;

/** Where such a line is taken up again: —Me voy —dijo Juan—. Ya no puedo. */
const dashAgain = /\p{L}[—–―][.,:;]?\s+(?=[\p{L}¿¡])/u;

const verbs = [...speechVerbs].join("|");
/** `—Sit, said Tom. Rest.`: in English, too, the tag may follow without a mark; the line is taken up again behind its sentence. */
const bareTag = new RegExp(
  `(?<=[,.!?…])\\s(?=(?:${verbs})\\s(?:\\p{Lu}|(?:he|she|the|his|her)\\b)|(?:[Hh]e|[Ss]he|I|(?:\\p{Lu}\\p{Ll}+\\s){1,2})\\s?(?:${verbs})\\b)`,
  "u",
);
const bareAgain = /[.!?]\s+/;

function dashQuotes(text: string, passage: Passage): RawQuote[] {
  // `He called down: —Come up!`: words may lead to the dash.
  const lead = /^(?:[^.!?]*:\s*)?([—–―]|--)\s?/.exec(text.slice(passage.start, passage.end));
  if (lead === null) return [];
  const quotes: RawQuote[] = [];
  const mark = lead[1] ?? "";
  let start = passage.start + lead[0].indexOf(mark);
  let from = passage.start + lead[0].length;
  while (from < passage.end) {
    const rest = text.slice(from, passage.end);
    const [dash, bare] = [dashTag.exec(rest), bareTag.exec(rest)];
    const isBare = bare !== null && (dash === null || bare.index < dash.index);
    const cut = isBare ? bare : dash;
    const end = cut === null ? passage.end : from + cut.index;
    quotes.push({ start, end, inner: { start: from, end }, passage: passage.index, open: false, mark });
    const again = cut && (isBare ? bareAgain : dashAgain).exec(text.slice(end + cut[0].length, passage.end));
    if (!again) break;
    from = end + cut[0].length + again.index + again[0].length;
    start = from;
  }
  return quotes;
}

/** `ANNA: Where is the lamp?`, `HAMLET. To be`: a line of a play; group 1 is who says it. */
const playLine = /^(\p{Lu}[\p{Lu}’'-]+(?: \p{Lu}[\p{Lu}’'-]+){0,2})(?:[:.]|\.?—)\s+(?=\S)/u;

/** Lines of a play, where so many passages begin with a name in capitals that the book must be one. */
function playQuotes(text: string, passages: readonly Passage[]): RawQuote[] {
  const quotes = passages.flatMap(({ start, end, index }): RawQuote[] => {
    const name = playLine.exec(text.slice(start, Math.min(end, start + 60)));
    if (name === null) return [];
    const inner = { start: start + name[0].length, end };
    return [{ ...inner, inner, passage: index, open: false, mark: "" }];
  });
  return quotes.length >= 5 && quotes.length > passages.length / 3 ? quotes : [];
}
