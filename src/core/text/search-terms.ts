/** A term is cut at so many code points; longer words are found by their beginning. */
const longestTerm = 40;

/** A run of a script whose words are not parted by spaces, or a word of another one with the apostrophes in it. */
const words =
  /(?<run>[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]&&[\p{L}\p{M}\p{N}]]+)|(?:[[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]|(?<=\p{L})'(?=\p{L}))+/gv;

/** Letters that no decomposition brings to the plain ones that people type for them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ς: "σ",
};

/**
 * A text as it is compared in search: compatible forms made one (NFKC), in lower case, without the accents of Latin, Greek and Cyrillic letters,
 * with one kind of apostrophe. Source: Unicode Standard Annex 15.
 */
export function foldedText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{M}+/gu, "$1")
    .normalize("NFC")
    .replaceAll(/[ßæœøđðþłıς]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/[’‘ʼ`´′]/g, "'");
}

/**
 * The terms by which a text is found, each once, in their order: words of languages with spaces, folded, with an apostrophe also as one word
 * and by its parts (`obrien`, `brien` of O’Brien); of scripts without spaces every two neighbouring letters, and the last one of a run alone,
 * since the others are found as beginnings of two.
 */
export function searchTermsOf(text: string): string[] {
  return unique(foldedText(text), (run) => [...pairsOf(run), run.at(-1) ?? ""], wordForms);
}

/** A word that is looked for. */
export interface WantedTerm {
  term: string;
  /** Whether longer terms that begin with it will do. One letter of a language with spaces stands for itself: nearly everything has a word with it. */
  isBeginning: boolean;
}

/** The terms that something must have to be found by these words. What another one of them implies is left out. */
export function wantedTermsOf(asked: string): WantedTerm[] {
  const terms = unique(
    foldedText(asked),
    (run) => (run.length === 1 ? run : pairsOf(run)),
    (word) => [word.replaceAll("'", "")],
  ).map((term) => ({ term, isBeginning: term.length > 1 || isSpaceless(term) }));
  const isImplied = ({ term, isBeginning }: WantedTerm): boolean =>
    isBeginning && terms.some((other) => other.term !== term && other.term.startsWith(term));
  return terms.filter((term) => !isImplied(term));
}

const isSpaceless = (text: string): boolean => wordRuns(text).some(({ isRun }) => isRun);

/** Folded words with spaces around them, and runs without, as they stand in a text. */
export function wordRuns(folded: string): { text: string; isRun: boolean }[] {
  return Array.from(folded.matchAll(words), ([text, run]) => ({ text, isRun: run !== undefined }));
}

function unique(folded: string, ofRun: (run: string[]) => string[], ofWord: (word: string) => string[]): string[] {
  const all = wordRuns(folded).flatMap(({ text, isRun }) => (isRun ? ofRun(Array.from(text)) : ofWord(text)));
  return [...new Set(all.map((term) => Array.from(term).slice(0, longestTerm).join("")))];
}

/** Every two neighbouring letters. */
export function pairsOf(run: readonly string[]): string[] {
  return run.slice(1).map((letter, i) => `${run[i]}${letter}`);
}

function wordForms(word: string): string[] {
  const parts = word.split("'");
  return parts.length === 1 ? parts : [parts.join(""), ...parts.filter((part) => part.length > 1)];
}
