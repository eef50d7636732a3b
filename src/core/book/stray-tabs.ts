/** Words that a lone tab cuts: `bra` tab `nches`. */
const cutWord = /\p{L}+(?:\t\p{L}+)+/gu;
const cutEnding = /(?<=\p{L})\t(?=['’-]\p{L})/gu;

/**
 * Finds the tabs that some programs leave inside words: gives their offsets in a stretch of the page's text. Tabs
 * part words too, so they are stray only where the words they cut are mostly found whole elsewhere on the page, and never
 * between two words of the page.
 */
export function strayTabsOf(markup: string): (text: string) => number[] {
  const cut = hasTabInWord(markup) ? (markup.match(cutWord) ?? []) : [];
  const whole = new Set(
    cut.length < 3
      ? []
      : markup
          .replaceAll(cutWord, " ")
          .toLowerCase()
          .match(/\p{L}+/gu),
  );
  const isWord = (letters: string): boolean => whole.has(letters.toLowerCase());
  const isCut = (words: string): boolean => isWord(words.replaceAll("\t", ""));
  if (cut.length < 3 || cut.filter(isCut).length * 3 < cut.length) return () => [];
  return (text) => {
    const found = [...text.matchAll(cutEnding)].map(({ index }) => index);
    for (const { 0: words, index } of text.matchAll(cutWord))
      if (isCut(words) || !words.split("\t").every(isWord))
        for (const tab of words.matchAll(/\t/g)) found.push(index + tab.index);
    return found.sort((a, b) => a - b);
  };
}

/** Most pages have none, and looking for whole words takes as long as reading the page. */
function hasTabInWord(markup: string): boolean {
  for (let at = markup.indexOf("\t"); at >= 0; at = markup.indexOf("\t", at + 1))
    if (/^\p{L}\t\p{L}$/u.test(markup.slice(at - 1, at + 2))) return true;
  return false;
}
