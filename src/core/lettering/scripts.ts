const lettered =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Share of the letters below which a text cannot be set: the rest would be gaps. */
const least = 0.7;

/** Whether the fonts have letters for most of a text. A text without any letter passes. */
export function canLetter(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 || (text.match(lettered)?.length ?? 0) >= least * letters;
}
