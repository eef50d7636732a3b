/** Whether a letter is set in a full square: kana, kanji, bangs and brackets of full width (Hangul is not: it has spaces). */
export function isWideLetter(letter: string): boolean {
  const code = letter.codePointAt(0);
  if (code === undefined) return false;
  return (
    (code >= 0x2e80 && code <= 0x312f) ||
    (code >= 0x3190 && code <= 0x9fff) ||
    (code >= 0xd840 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff60)
  );
}

/** Whether a letter is a kanji, or one of the signs that stand for kanji (々 〆 〇 ヶ, and ※ for one that is not in the set). */
export function isKanji(letter: string): boolean {
  return /^[\p{Script=Han}々〆〇〻ヶ仝※〓]/u.test(letter);
}

/** A line of signs is short, also with much space between them; most lines need not be looked through for one. */
const longestOrnament = 400;

/** A line of nothing but ornaments: `* * *`, `＊＊＊`, `◇`, `---`. Dots and long dashes alone may be speech and do not count. */
export function isBreakMark(line: string): boolean {
  if (line.length > longestOrnament) return false;
  const signs = line.replaceAll(/\s/g, "");
  if (/^(?:-{3,}|_{3,}|[~～〜]{3,}|={3,}|#{1,3})$/u.test(signs)) return true;
  return signs.length <= 40 && /^[*＊⁂※✻✽❋✦✧✲✿❀❁♠♣♥♦❖❦❧§•◇◆○◎●◯☆★□■△▲▽▼]+$/u.test(signs);
}
