import type { Fonts, InkBox, ShapedGlyph } from "./fonts.ts";
import { capitals, plainI, thinSpace, tidyLatin, withPlainI } from "./latin-text.ts";
import type { FontName, GlyphRun, LetteringText } from "./lettering.ts";
import { lineBreaksOf } from "./line-breaks.ts";
import type { TypeStyle } from "./type-styles.ts";

/** Letters of one font, size and lean inside a token. */
export interface TokenPiece extends Omit<GlyphRun, "glyphs"> {
  glyphs: readonly ShapedGlyph[];
  /** Pen position in the token and above (negative) the baseline, in page units. */
  x: number;
  y: number;
}

/** What never breaks: a word with its punctuation. */
export interface Token {
  text: string;
  pieces: TokenPiece[];
  width: number;
  /** Width of the space before the next token of the same line. */
  space: number;
  /** Set where the token is the first part of a divided word: a line that ends here shows it. */
  hyphen: boolean;
}

/** Shown where no font has the character: the mark printers use for missing type (GETA MARK). */
const missing = "〓";

/** Cuts a Latin text into tokens, each measured in its fonts. */
export function latinTokens(fonts: Fonts, text: LetteringText, style: TypeStyle): Token[] {
  let whole = "";
  const stressed: boolean[] = [];
  for (const run of text.runs) {
    const tidy = tidyLatin(run.text, whole.slice(-1));
    const cased = style.capitals ? capitals(tidy, text.language) : tidy;
    whole += cased;
    for (let i = 0; i < cased.length; i++) stressed.push(run.emphasis);
  }
  const first = whole.length - whole.trimStart().length;
  const trimmed = whole.trimEnd();
  const tokens: Token[] = [];
  let start = first;
  for (const at of lineBreaksOf(trimmed)) {
    if (at <= start) continue;
    const part = trimmed.slice(start, at);
    const word = part.trimEnd();
    if (word !== "") tokens.push(tokenOf(fonts, style, word, stressed.slice(start), part.length > word.length));
    start = at;
  }
  return tokens;
}

function tokenOf(fonts: Fonts, style: TypeStyle, word: string, stressed: readonly boolean[], spaced: boolean): Token {
  const shaped = style.capitals ? withPlainI(word) : word;
  const { pieces, width } = piecesOf(fonts, style, shaped, stressed);
  const space = spaced ? fonts.shape(style.font, " ", "across").advance * style.size : 0;
  return { text: word, pieces, width, space, hyphen: false };
}

export function piecesOf(
  fonts: Fonts,
  style: TypeStyle,
  shaped: string,
  stressed: readonly boolean[],
): { pieces: TokenPiece[]; width: number } {
  const pieces: TokenPiece[] = [];
  let x = 0;
  for (const { font, text, slant } of pieceTexts(fonts, style, shaped, stressed)) {
    const { piece, advance } = pieceOf(fonts, font, text, style.size, x);
    pieces.push(slant === 0 ? piece : { ...piece, slant });
    x += advance;
  }
  return { pieces, width: x };
}

interface MadePiece {
  piece: TokenPiece;
  advance: number;
}

/** Width of a thin space as a share of the usual one. */
const thin = 0.45;

function pieceOf(fonts: Fonts, font: FontName, text: string, size: number, x: number): MadePiece {
  if (text === plainI) return plainIPiece(fonts, font, size, x);
  if (text !== thinSpace) return textPiece(fonts, font, text, size, x);
  const { advance } = textPiece(fonts, font, " ", size, x);
  return { piece: { font, size, stretch: 1, glyphs: [], x, y: 0 }, advance: advance * thin };
}

function textPiece(fonts: Fonts, font: FontName, text: string, size: number, x: number): MadePiece {
  const { glyphs, advance } = fonts.shape(font, text, "across");
  return { piece: { font, size, stretch: 1, glyphs, x, y: 0 }, advance: advance * size };
}

/** Ink width of a bar that stands straight, in ems. */
const uprightBar = 0.15;

/** The comic fonts have no I without crossbars. Their upright bar, brought to the height of the capitals, is that stroke. */
function plainIPiece(fonts: Fonts, font: FontName, size: number, x: number): MadePiece {
  const { glyphs } = fonts.shape(font, "|", "across");
  const bar = fonts.inkBox(font, glyphs[0]?.id ?? 0);
  const capital = inkOfText(fonts, font, "H");
  if (!bar || !capital) return textPiece(fonts, font, "I", size, x);
  const scale = (capital.bottom - capital.top) / (bar.bottom - bar.top);
  // Scaling thins the stroke as well; stretching gives most of its weight back, but makes a slanted bar lean further.
  const upright = Math.min(1, uprightBar / (bar.right - bar.left));
  const stretch = Math.round((1 + (1 / scale - 1) * 0.75 * upright) * 1000) / 1000;
  const side = capital.left + 0.03;
  const left = bar.left * scale * stretch;
  return {
    piece: {
      font,
      size: size * scale,
      stretch,
      glyphs,
      x: x + (side - left) * size,
      y: (capital.bottom - bar.bottom * scale) * size,
    },
    advance: ((bar.right - bar.left) * scale * stretch + 2 * side) * size,
  };
}

function inkOfText(fonts: Fonts, font: FontName, text: string): InkBox | null {
  return fonts.inkBox(font, fonts.shape(font, text, "across").glyphs[0]?.id ?? 0);
}

/** What is shaped by itself, with the character that its font must have. */
const apart: ReadonlyMap<string, string> = new Map([
  [plainI, "|"],
  [thinSpace, " "],
]);

/** The letters by font; each takes the first font that has it. Stressed ones lean. */
function pieceTexts(
  fonts: Fonts,
  style: TypeStyle,
  word: string,
  stressed: readonly boolean[],
): { font: FontName; text: string; slant: number }[] {
  const texts: { font: FontName; text: string; slant: number }[] = [];
  let at = 0;
  for (const letter of word) {
    const stress = stressed[at] === true;
    at += letter.length;
    const slant = stress ? style.emphasisSlant : 0;
    const wished = stress ? style.emphasis : style.font;
    const font = [wished, ...style.fallback].find((name) => fonts.covers(name, apart.get(letter) ?? letter));
    const glyph = { font: font ?? missingFont(fonts, style), text: font ? letter : missing, slant };
    const last = texts.at(-1);
    const joins = last && last.font === glyph.font && last.slant === slant;
    if (joins && !apart.has(last.text) && !apart.has(letter)) last.text += glyph.text;
    else texts.push(glyph);
  }
  return texts;
}

function missingFont(fonts: Fonts, style: TypeStyle): FontName {
  return style.fallback.find((name) => fonts.covers(name, missing)) ?? style.font;
}
