import { headingNumber } from "./heading-numbers.ts";
import type { LineGroup } from "./text-lines.ts";

/** What makes a group of lines look like a heading. */
export interface HeadingGuess {
  /** 1 parts and books, 2 chapters, 3 numbers without a word; for `##` its own depth. */
  rank: number;
  title: string;
  number: number | null;
  /** A bare number is only a heading in a row of numbers that counts up. */
  bare: boolean;
  /** Nothing but the number: the title may follow in the next lines. */
  open: boolean;
}

const number = "(?:[0-9０-９]{1,4}|[IVXLCDMivxlcdm]+|(?:the )?[a-z]+(?:-[a-z]+)?)";
const partWords = "book|part|volume|vol\\.";
const chapterWords = "chapter|chap\\.|letter|stave|canto|act|scene|section|adventure|episode|story|night";
const numbered = new RegExp(
  `^(${partWords}|${chapterWords}) (?:the )?(${number})(?:([.:—–-]+| -) ?(.*)| (.+))?$`,
  "iu",
);
const partPattern = new RegExp(`^(?:${partWords})$`, "i");
const named =
  /^(prologue|epilogue|preface|introduction|foreword|afterword|contents|table of contents|dedication|appendix|interlude|conclusion|finale|postscript|author[’']s note|list of illustrations|transcriber[’']s notes?|footnotes|the end)\b(?:[.:—–-]+ ?.*)?$/iu;
const kanjiNumber = "[〇一二三四五六七八九十百千0-9０-９]+";
const japanese = new RegExp(`^第(${kanjiNumber})([章話回部節幕巻夜場編篇])(?:$|[ 　：:、.．「『―](.*)$)`, "u");
const japaneseNamed =
  /^(?:序章|終章|序|跋|序文|間章|幕間|断章|プロローグ|エピローグ|あとがき|はじめに|おわりに|目次|まえがき|解説)(?:[ 　：:].*)?$/u;
const japaneseBare = new RegExp(`^[（(]?(${kanjiNumber})[）)]?(?:[ 　、.．](.{1,24}))?$`, "u");

/** Longest heading in letters; longer lines that begin like one are sentences. */
const longestHeading = 120;

/** Guesses whether a group of lines is a heading by its words alone; null when it is not. */
export function guessHeading(group: LineGroup): HeadingGuess | null {
  const title = group.lines
    .map((line) => line.text.trim())
    .join(" ")
    .replaceAll(/\s+/g, " ");
  const marked = /^(#{1,6})\s+(.+?)\s*#*$/.exec(title);
  if (marked)
    return { rank: marked[1]?.length ?? 1, title: marked[2] ?? title, number: null, bare: false, open: false };
  if (group.lines.length > 3 || title.length > longestHeading) return null;
  return guessEnglish(title.replaceAll("_", "")) ?? guessJapanese(title);
}

function guessEnglish(title: string): HeadingGuess | null {
  const found = numbered.exec(title);
  if (found) {
    const [, word = "", digits = "", mark, afterMark, afterSpace] = found;
    const value = headingNumber(digits);
    const rest = (afterMark ?? afterSpace ?? "").trim();
    // "Part one of the plan" and "Chapter 3 was dull." are sentences: a title begins with a capital.
    const isTitle = rest === "" || /^[\p{Lu}\p{N}“‘"'([]/u.test(rest);
    const shouted = mark !== undefined || rest === "" || word === word.toUpperCase() || !/[.,;]$/.test(rest);
    if (value !== null && isTitle && shouted)
      return { rank: partPattern.test(word) ? 1 : 2, title, number: value, bare: false, open: rest === "" };
  }
  if (named.test(title) && (title === title.toUpperCase() || title.split(" ").length <= 6))
    return { rank: 2, title, number: null, bare: false, open: false };
  const bare = /^([IVXLC]+|\d{1,3})\.?$|^([IVXLC]+)[.:] (.+)$/.exec(title);
  const rest = bare?.[3] ?? "";
  if (!bare || rest !== rest.toUpperCase()) return null;
  const value = headingNumber(bare[1] ?? bare[2] ?? "");
  return value === null ? null : { rank: 3, title, number: value, bare: true, open: rest === "" };
}

function guessJapanese(title: string): HeadingGuess | null {
  const found = japanese.exec(title);
  if (found && !title.endsWith("。"))
    return {
      rank: "部巻編篇".includes(found[2] ?? "") ? 1 : 2,
      title,
      number: headingNumber(found[1] ?? ""),
      bare: false,
      open: !found[3],
    };
  if (japaneseNamed.test(title)) return { rank: 2, title, number: null, bare: false, open: false };
  const bare = japaneseBare.exec(title);
  const value = bare && !/[。」』、！？]/.test(bare[2] ?? "") ? headingNumber(bare[1] ?? "") : null;
  return value === null ? null : { rank: 3, title, number: value, bare: true, open: false };
}

/**
 * Keeps those guesses that hold in the whole file: bare numbers that count up from 1, and of a heading that comes twice with no
 * text after the first one (a table of contents) the second.
 */
export function confirmHeadings(guesses: readonly (HeadingGuess | null)[]): (HeadingGuess | null)[] {
  const counted = withoutStrayNumbers(guesses);
  const key = (guess: HeadingGuess): string => guess.title.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  const last = new Map<string, number>();
  counted.forEach((guess, index) => {
    if (guess) last.set(key(guess), index);
  });
  return counted.map((guess, index) => {
    const listed = guess !== null && last.get(key(guess)) !== index && (counted[index + 1] ?? null) !== null;
    return listed ? null : guess;
  });
}

function withoutStrayNumbers(guesses: readonly (HeadingGuess | null)[]): (HeadingGuess | null)[] {
  const rows: number[][] = [];
  guesses.forEach((guess, index) => {
    if (!guess?.bare) return;
    const row = rows.at(-1);
    const before = guesses[row?.at(-1) ?? -1]?.number ?? 0;
    if (guess.number === 1) rows.push([index]);
    else if (row && guess.number === before + 1) row.push(index);
  });
  const kept = new Set(rows.filter((row) => row.length > 1).flat());
  return guesses.map((guess, index) => (guess?.bare && !kept.has(index) ? null : guess));
}
