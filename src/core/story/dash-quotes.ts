import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import { speechVerbs } from "./verb-words.ts";

/** Where a line that a dash opens gives way to who says it: behind another dash, or in French behind its mark alone. */
const dashTag =
  /\s(?:[—–―]\s?|--?\s)(?=\p{Ll})|(?<=[?!…,])\s(?=(?:dit|fit|demanda|répondit|répliqua|cria|s[’']écria|murmura|reprit|ajouta|continua)(?:-\p{L}|\s))/u;

/** Where such a line is taken up again: —Me voy —dijo Juan—. Ya no puedo. — Иду, — сказал Иван. — Пора. */
const dashAgain = /\p{L}[—–―][.,:;]?\s+(?=[\p{L}¿¡])|[.!?,]\s(?:[—–―]\s?|--?\s)(?=[\p{L}¿¡])/u;

const verbs = [...speechVerbs].join("|");
/** `—Sit, said Tom. Rest.`: in English, too, the tag may follow without a mark; the line is taken up again behind its sentence. */
const bareTag = new RegExp(
  `(?<=[,.!?…])\\s(?=(?:${verbs})\\s(?:\\p{Lu}|(?:he|she|an?|the|his|her)\\b)|(?:[Hh]e|[Ss]he|I|(?:\\p{Lu}\\p{Ll}+\\s){1,2})\\s?(?:${verbs})\\b)`,
  "u",
);
const bareAgain = /[.!?]\s+/;

/** Where the tag of a speech without a closing mark begins, or -1. */
export const tagInside = (speech: string): number => bareTag.exec(speech)?.index ?? -1;

/** A paragraph that a dash opens, and one with words before the dash: `He called down: —Come up!`. */
const dashLine = /^(?:[—–―]|--?\s)\s?[¿¡«…]?\p{Lu}/u;
const ledLine = /^[^.!?]*:\s*[—–―]\s?[¿¡«…]?\p{Lu}/u;
const dashStart = /^(?:[^.!?]*:\s*)?([—–―]|--?(?=\s))\s?/;

/** Indices of the passages that are speech behind a dash. Each chapter decides: a list, a signature and a thought that breaks off begin with one, too. */
export function dashSpeech(text: string, passages: readonly Passage[], usual: boolean): Set<number> {
  const found = new Set<number>();
  const chapters = Map.groupBy(passages, ({ chapter }) => chapter);
  for (const own of chapters.values()) {
    const lines = own.filter(({ start, end, kind }) => {
      const line = text.slice(start, end);
      // —A. B. signs a letter.
      return kind !== "list-item" && dashLine.test(line) && !/[“"]/.test(line) && /\p{Ll}|[?!]/u.test(line);
    });
    const talk = lines.filter(({ start, end }) => isTalk(text.slice(start, end))).length;
    const whole = lines.filter(({ start, end }) => /[.!?…,—–]["”’)_*]*$/.test(text.slice(start, end))).length;
    if (!usual && (lines.length < 2 || talk * 3 < lines.length || whole * 3 < lines.length * 2)) continue;
    for (const { index } of lines) found.add(index);
    for (const { index, start, end } of own) if (ledLine.test(text.slice(start, end))) found.add(index);
  }
  return found;
}

const isTalk = (line: string) => dashTag.test(line) || bareTag.test(line) || /[?!][_*]*$/.test(line);

/** The words behind the dash of a passage, without who says them. */
export function dashQuotes(text: string, passage: Passage): RawQuote[] {
  const lead = dashStart.exec(text.slice(passage.start, passage.end));
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
