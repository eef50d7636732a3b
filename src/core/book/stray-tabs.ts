/** Words that a lone tab cuts: `bra` tab `nches`. */
const cutWord = /\p{L}+(?:\t\p{L}+)+/gu;

/**
 * A page of markup without the tabs that some programs leave inside words. Tabs part words too, so they go only where
 * the words they cut are mostly found whole elsewhere on the page, and never between two words of the page.
 */
export function withoutStrayTabs(markup: string): string {
  if (!hasTabInWord(markup)) return markup;
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

/** Most pages have none, and looking for whole words takes as long as reading the page. */
function hasTabInWord(markup: string): boolean {
  for (let at = markup.indexOf("\t"); at >= 0; at = markup.indexOf("\t", at + 1))
    if (/^\p{L}\t\p{L}$/u.test(markup.slice(at - 1, at + 2))) return true;
  return false;
}
