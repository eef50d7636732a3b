import { headingNumber } from "./heading-numbers.ts";
import { cardinalWords, headingWords } from "./heading-words.ts";
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

const number = "(?:[0-9０-９]{1,4}|[IVXLCDMivxlcdm]+|\\p{Ll}+(?:[- ]\\p{Ll}+)?)";
const countPart = "(\\d{1,4}\\.?|[IVXLCDM]+\\.?|\\p{Ll}+(?:-\\p{Ll}+)?)";
const titlePart = "(?:([.:—–-]+| -) ?(.*)| (.+))?";
const joined = (key: "parts" | "chapters" | "named" | "article"): string =>
  headingWords.map((words) => words[key]).join("|");
/** `Chapter 3`, `Kapitel III: …`, `CHAPITRE PREMIER`. */
const wordFirst = new RegExp(
  `^(${joined("parts")}|${joined("chapters")}) (?:(?:${joined("article")}) ?)?(${number})${titlePart}$`,
  "iu",
);
/** `Erstes Kapitel`, `2. Teil`, `Première partie`, `The Third Book`. */
const numberFirst = new RegExp(
  `^(?:(?:${joined("article")}) ?)?${countPart} (${joined("parts")}|${joined("chapters")})${titlePart}$`,
  "iu",
);
const partPattern = new RegExp(`^(?:${joined("parts")})$`, "i");
const named = new RegExp(`^(${joined("named")})(?![\\p{L}])(?:[.:—–-]+ ?.*)?$`, "iu");
const kanjiNumber = "[〇一二三四五六七八九十百千0-9０-９]+";
const japanese = new RegExp(`^第(${kanjiNumber})([章話回部節幕巻夜場編篇])(?:$|[ 　：:、.．「『―](.*)$)`, "u");
const japaneseNamed =
  /^(?:序章|終章|序|跋|序文|間章|幕間|断章|プロローグ|エピローグ|あとがき|はじめに|おわりに|目次|まえがき|解説)(?:[ 　：:].*)?$/u;
const japaneseBare = new RegExp(`^[（(]?(${kanjiNumber})[）)]?(?:[ 　、.．](.{1,24}))?$`, "u");

/** Longest heading in letters; longer lines that begin like one are sentences. */
const longestHeading = 120;

/** Longest line of capitals that is taken for a title, and longest with what it is indented by. */
const longestTitle = 60;
const longestLine = 400;

/** Guesses whether a group of lines is a heading by its words alone; null when it is not. */
export function guessHeading(group: LineGroup): HeadingGuess | null {
  if (group.end - group.start > longestHeading * 3) return null;
  const title = group.lines
    .map((line) => line.text.trim())
    .join(" ")
    .replaceAll(/\s+/g, " ");
  const marked = /^(#{1,6})\s+(.+?)\s*#*$/.exec(title);
  if (marked)
    return { rank: marked[1]?.length ?? 1, title: marked[2] ?? title, number: null, bare: false, open: false };
  if (group.lines.length > 3 || title.length > longestHeading) return null;
  const plain = title.replaceAll("_", "");
  return guessNumbered(plain) ?? guessNamed(plain) ?? guessBare(plain) ?? guessJapanese(title);
}

/** The same for a paragraph of one line. */
export function guessHeadingLine(text: string): HeadingGuess | null {
  const span = { start: 0, end: text.length };
  return guessHeading({ lines: [{ text, ...span }], blankBefore: 1, ...span });
}

function guessNumbered(title: string): HeadingGuess | null {
  const first = wordFirst.exec(title);
  const found = first ?? numberFirst.exec(title);
  if (!found) return null;
  const [, one = "", two = "", mark, afterMark, afterSpace] = found;
  const [word, digits] = first ? [one, two] : [two, one];
  // "One night" and "First story I heard" begin sentences.
  const isPhrase = !first && (afterSpace !== undefined || isCardinal(digits));
  const value = headingNumber(digits.replace(/\.$/, ""));
  const rest = (afterMark ?? afterSpace ?? "").trim();
  // "Part one of the plan" and "Chapter 3 was dull." are sentences: a title begins with a capital.
  const isTitle = rest === "" || /^[\p{Lu}\p{N}“‘"'«¿¡([]/u.test(rest);
  const shouted = mark !== undefined || rest === "" || word === word.toUpperCase() || !/[.,;]$/.test(rest);
  return value !== null && isTitle && shouted && !isPhrase
    ? { rank: partPattern.test(word) ? 1 : 2, title, number: value, bare: false, open: rest === "" }
    : null;
}

const isCardinal = (word: string): boolean => cardinalWords.some((list) => list.includes(word.toLowerCase()));

function guessNamed(title: string): HeadingGuess | null {
  const isShort = title === title.toUpperCase() || title.split(" ").length <= 6;
  // "Fin. He laughed." is a sentence behind a word.
  const isSentence = /\p{Ll}\.$/u.test(title) && /[.:]\s/.test(title);
  return named.test(title) && isShort && !isSentence && /^\p{Lu}/u.test(title)
    ? { rank: 2, title, number: null, bare: false, open: false }
    : null;
}

function guessBare(title: string): HeadingGuess | null {
  // `[ 4 ]` is a chapter's number, `[4]` the sign of a note.
  const bare = /^([IVXLC]+|\d{1,3})\.?$|^([IVXLC]+)[.:] (.+)$/.exec(title.replace(/^\[ (.*) \]$/, "$1"));
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
 * Keeps those guesses that hold in the whole file: bare numbers that count up from 1 or from a chapter's number, and of
 * a heading that comes twice with no text after the first one (a table of contents) the second.
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

/** In a book that counts no chapters: lines of capitals with more than one empty line above, if there are several. */
export function withShoutedTitles(
  groups: readonly LineGroup[],
  headings: readonly (HeadingGuess | null)[],
): (HeadingGuess | null)[] {
  const titles = groups.map((group, index) => {
    const [line, ...more] = group.lines;
    if (line === undefined || line.text.length > longestLine || group.blankBefore < 2) return null;
    const title = line.text.trim();
    const shouted = title === title.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(title) && !/[!?,;:"”]$/.test(title);
    const isTitle = shouted && more.length === 0 && title.length <= longestTitle;
    return isTitle && index < groups.length - 1 ? title : null;
  });
  const isCounted = headings.some((heading) => heading !== null && heading.number !== null);
  if (isCounted || titles.filter((title) => title !== null).length < 2) return [...headings];
  return headings.map((heading, index) => {
    const title = titles[index] ?? null;
    return heading ?? (title === null ? null : { rank: 2, title, number: null, bare: false, open: false });
  });
}

function withoutStrayNumbers(guesses: readonly (HeadingGuess | null)[]): (HeadingGuess | null)[] {
  const rows: { rank: number; places: number[] }[] = [];
  let counted: HeadingGuess | null = null;
  for (const [index, guess] of guesses.entries()) {
    if (guess && !guess.bare && guess.number !== null) counted = guess;
    if (!guess?.bare) continue;
    // A list of its own between two chapters does not end their row.
    const row = rows.findLast(({ places }) => (guesses[places.at(-1) ?? -1]?.number ?? 0) + 1 === guess.number);
    if (guess.number === 1) rows.push({ rank: guess.rank, places: [index] });
    else if (row) row.places.push(index);
    // Adventure VI, and then VII. alone.
    else if (counted && guess.number === (counted.number ?? 0) + 1) rows.push({ rank: counted.rank, places: [index] });
  }
  const ranks = new Map(
    rows.flatMap(({ rank, places }) => (places.length > 1 ? places.map((place) => [place, rank] as const) : [])),
  );
  return guesses.map((guess, index) => {
    if (!guess?.bare) return guess;
    const rank = ranks.get(index);
    return rank === undefined ? null : { ...guess, rank };
  });
}
