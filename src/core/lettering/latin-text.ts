/** Controls, joiners, variation selectors and private letters: nothing a reader sees. */
const invisible = /[\p{Cc}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;

/** A third of a space that no line is broken at: before ! ? ; : and inside « » as French and Swiss books set them. */
export const thinSpace = "\u202F";

/** Spaces that part words; the fixed ones hold them together. */
const breakingSpaces = /[^\S\u00A0\u202F]+/gu;

/** Spaces before ! ? ; : and inside French « »; around German »« they part words. */
const apartMarks = /\s+(?=[!?;:]|[»›](?!\p{L}))|(?<=(?:^|[\s—–(])[«‹])\s+/gu;

/**
 * Typographer's form of a Latin text: real quotes, dashes and leaders, single spaces, one also where a clause ends
 * (`size;why`), thin ones beside the marks that French sets apart, nothing invisible.
 * `before` is the character in front of the text, which decides which way a straight quote curls.
 */
export function tidyLatin(text: string, before: string): string {
  return text
    .normalize("NFC")
    .replaceAll(breakingSpaces, " ")
    .replaceAll(apartMarks, thinSpace)
    .replaceAll(invisible, "")
    .replaceAll(/-{2,3}/g, "—")
    .replaceAll(/\.(?: ?\.){2,}/g, "…")
    .replaceAll(/(?<=\p{L}[;:!?,])(?=\p{L})/gu, " ")
    .replaceAll(/["']/g, (quote: string, at: number, whole: string) =>
      curled(quote, at === 0 ? before : (whole[at - 1] ?? "")),
    );
}

function curled(quote: string, before: string): string {
  const opens = before === "" || /[\s([{—–-]/u.test(before);
  if (quote === '"') return opens ? "“" : "”";
  return opens ? "‘" : "’";
}

/** Capitals of a text; ß stays one letter (ẞ), and Turkish keeps its dotted İ. */
export function capitals(text: string, language: string | null): string {
  const turkic = /^(tr|az)\b/.test(language ?? "");
  return (turkic ? text.replaceAll("i", "İ") : text).replaceAll("ß", "ẞ").toUpperCase();
}

const pronoun = /^[^\p{L}\p{N}]*I(?:[’'](?:M|LL|D|VE))?[^\p{L}\p{N}]*$/u;
const initials = /^[^\p{L}]*(?:\p{L}\.){2,}[^\p{L}]*$/u;
const romanNumber = /^[^\p{L}]*[IVX]{2,}[^\p{L}]*$/u;

/** Stands for an I without crossbars in a word that is about to be shaped. A private letter, which no tidy text has. */
export const plainI = "\uE000";

/** The word with its I's plain, as inside words; the pronoun, abbreviations and Roman numbers keep the barred I (L2). */
export function withPlainI(word: string): string {
  if (!word.includes("I") || pronoun.test(word) || initials.test(word) || romanNumber.test(word)) return word;
  return word.replaceAll("I", plainI);
}
