import type { Fonts } from "./fonts.ts";
import { plainI } from "./latin-text.ts";
import type { Token } from "./latin-tokens.ts";
import { piecesOf } from "./latin-tokens.ts";
import type { TypeStyle } from "./type-styles.ts";

/**
 * The tokens, those wider than `widest` (page units) cut into parts that may be hyphenated (L2). Null where none is
 * wider: then dividing words is not what would make the text fit.
 */
export function divideWideWords(
  fonts: Fonts,
  style: TypeStyle,
  tokens: readonly Token[],
  widest: number,
): Token[] | null {
  if (tokens.every((token) => token.width <= widest)) return null;
  return tokens.flatMap((token) => (token.width > widest ? parts(fonts, style, token, widest) : [token]));
}

function parts(fonts: Fonts, style: TypeStyle, token: Token, widest: number): Token[] {
  const [first] = token.pieces;
  const cuts = cutsFor(token, widest);
  const mixed = token.pieces.some(({ font, slant }) => font !== first?.font || slant !== first.slant);
  if (cuts.length === 0 || first === undefined || mixed) return [token];
  const stress = first.font === style.emphasis && (first.slant ?? 0) === style.emphasisSlant;
  return [...cuts, token.text.length].map((end, i): Token => {
    const last = i === cuts.length;
    const word = token.text.slice(cuts[i - 1] ?? 0, end);
    // Inside a divided word no I is the pronoun, so every one of them is plain.
    const shaped = style.capitals ? word.replaceAll("I", plainI) : word;
    const stressed = Array.from(word, () => stress);
    const { pieces, width } = piecesOf(fonts, style, shaped, stressed);
    return { text: word, pieces, width, space: last ? token.space : 0, hyphen: !last };
  });
}

/** Between syllables where that makes the parts short enough; a scream of one syllable is cut anywhere. */
function cutsFor({ text, width }: Token, widest: number): number[] {
  const letters = /\p{L}+/u.exec(text);
  if (!letters) return [];
  const from = letters.index;
  const to = from + letters[0].length;
  const longest = Math.max(3, Math.floor((text.length * widest) / width) - 1);
  const cuts = syllableCuts(text, from, to);
  const ends = [0, ...cuts, text.length];
  const short = ends.slice(1).every((end, i) => end - (ends[i] ?? 0) <= longest);
  return short ? cuts : Array.from({ length: Math.max(0, to - from - 3) }, (_, i) => from + 2 + i);
}

/** Between a vowel and the consonant that opens the next syllable, three letters from either end. */
function syllableCuts(text: string, from: number, to: number): number[] {
  const cuts: number[] = [];
  for (let i = from + 3; i <= to - 3; i++) {
    const around = text.slice(i - 1, i + 2);
    const open = /^[AEIOUY][^AEIOUY][AEIOUY]/i.test(around);
    const closed = /^[^AEIOUY]{2}[AEIOUY]/i.test(around) && !/^(?:[SCTPW]H|CK|[BCDFGPT][LR])/i.test(around);
    if (open || closed) cuts.push(i);
  }
  return cuts;
}
