/** Words that a lone tab cuts: `bra` tab `nches`. */
const cutWord = /\p{L}+(?:\t\p{L}+)+/gu;

/**
 * A page of markup without the tabs that some programs leave inside words. Tabs part words too, so they go only where
 * the words they cut are mostly found whole elsewhere on the page, and never between two words of the page.
 */
export function withoutStrayTabs(markup: string): string {
  const cut = markup.match(cutWord) ?? [];
  if (cut.length < 3) return markup;
  const whole = new Set(
    markup
      .replaceAll(cutWord, " ")
      .toLowerCase()
      .match(/\p{L}+/gu),
  );
  const isWord = (letters: string) => whole.has(letters.toLowerCase());
  const joined = (words: string) => words.replaceAll("\t", "");
  if (cut.filter((words) => isWord(joined(words))).length * 3 < cut.length) return markup;
  return markup
    .replaceAll(cutWord, (words) => (!isWord(joined(words)) && words.split("\t").every(isWord) ? words : joined(words)))
    .replaceAll(/(?<=\p{L})\t(?=['’-]\p{L})/gu, "");
}
