/** English words that no other language has among its commonest. */
const englishWords = new Set([
  "the",
  "and",
  "of",
  "was",
  "with",
  "that",
  "his",
  "her",
  "said",
  "were",
  "this",
  "they",
  "had",
  "from",
]);

/** Guesses the language of a text from its letters: `ja`, `zh`, `ko`, `en`; null where they do not tell. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, 200_000);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return null;
  if (count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > letters * 0.05) return "ja";
  if (count(sample, /\p{Script=Hangul}/gu) > letters * 0.3) return "ko";
  if (count(sample, /\p{Script=Han}/gu) > letters * 0.3) return "zh";
  const words = sample.toLowerCase().match(/[a-z]+/g) ?? [];
  const english = words.filter((word) => englishWords.has(word)).length;
  return english > words.length * 0.08 && english > 0 ? "en" : null;
}

function count(text: string, letter: RegExp): number {
  return text.match(letter)?.length ?? 0;
}

/** Whether a language is written from right to left in rows. */
export function isRightToLeft(language: string | null): boolean {
  return /^(?:ar|he|fa|ur|yi|ps|sd|ug|dv)(?:-|$)/i.test(language ?? "");
}

/** A language tag in its usual form (`ja-jp` → `ja-JP`, `eng` → `en`); null for what is no BCP-47 tag. */
export function canonicalLanguage(tag: string | null): string | null {
  try {
    return tag === null ? null : (Intl.getCanonicalLocales(tag.trim().replaceAll("_", "-"))[0] ?? null);
  } catch {
    // Books say things like "English" here: no tag, no language.
    return null;
  }
}
