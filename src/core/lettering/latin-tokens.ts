import type { Fonts, InkBox, ShapedGlyph } from "./fonts.ts";
import { capitals, plainI, tidyLatin, withPlainI } from "./latin-text.ts";
import type { FontName, LetteringText } from "./lettering.ts";
import { lineBreaksOf } from "./line-breaks.ts";
import type { TypeStyle } from "./type-styles.ts";

/** Letters of one font and size inside a token. */
export interface TokenPiece {
  font: FontName;
  size: number;
  stretch: number;
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
  const fontAt: FontName[] = [];
  for (const run of text.runs) {
    const tidy = tidyLatin(run.text, whole.slice(-1));
    const cased = style.capitals ? capitals(tidy, text.language) : tidy;
    whole += cased;
    for (let i = 0; i < cased.length; i++) fontAt.push(run.emphasis ? style.emphasis : style.font);
  }
  const first = whole.length - whole.trimStart().length;
  const trimmed = whole.trimEnd();
  const tokens: Token[] = [];
  let start = first;
  for (const at of lineBreaksOf(trimmed)) {
    if (at <= start) continue;
    const part = trimmed.slice(start, at);
    const word = part.trimEnd();
    if (word !== "") tokens.push(tokenOf(fonts, style, word, fontAt.slice(start), part.length > word.length));
    start = at;
  }
  return tokens;
}

function tokenOf(fonts: Fonts, style: TypeStyle, word: string, fontAt: readonly FontName[], spaced: boolean): Token {
  const shaped = style.capitals ? withPlainI(word) : word;
  const { pieces, width } = piecesOf(fonts, style, shaped, fontAt);
  const space = spaced ? fonts.shape(style.font, " ", "across").advance * style.size : 0;
  return { text: word, pieces, width, space, hyphen: false };
}

export function piecesOf(
  fonts: Fonts,
  style: TypeStyle,
  shaped: string,
  fontAt: readonly FontName[],
): { pieces: TokenPiece[]; width: number } {
  const pieces: TokenPiece[] = [];
  let x = 0;
  for (const { font, text } of pieceTexts(fonts, style, shaped, fontAt)) {
    const piece =
      text === plainI ? plainIPiece(fonts, font, style.size, x) : textPiece(fonts, font, text, style.size, x);
    pieces.push(piece.piece);
    x += piece.advance;
  }
  return { pieces, width: x };
}

function textPiece(
  fonts: Fonts,
  font: FontName,
  text: string,
  size: number,
  x: number,
): { piece: TokenPiece; advance: number } {
  const { glyphs, advance } = fonts.shape(font, text, "across");
  return { piece: { font, size, stretch: 1, glyphs, x, y: 0 }, advance: advance * size };
}

/** Ink width of a bar that stands straight, in ems. */
const uprightBar = 0.15;

/** The comic fonts have no I without crossbars. Their upright bar, brought to the height of the capitals, is that stroke. */
function plainIPiece(fonts: Fonts, font: FontName, size: number, x: number): { piece: TokenPiece; advance: number } {
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

/** The letters by font; each takes the first font that has it. */
function pieceTexts(
  fonts: Fonts,
  style: TypeStyle,
  word: string,
  fontAt: readonly FontName[],
): { font: FontName; text: string }[] {
  const texts: { font: FontName; text: string }[] = [];
  let at = 0;
  for (const letter of word) {
    const wished = fontAt[at] ?? style.font;
    at += letter.length;
    const needed = letter === plainI ? "|" : letter;
    const font = [wished, ...style.fallback].find((name) => fonts.covers(name, needed));
    const glyph = { font: font ?? missingFont(fonts, style), text: font ? letter : missing };
    const last = texts.at(-1);
    if (last && last.font === glyph.font && last.text !== plainI && letter !== plainI) last.text += glyph.text;
    else texts.push(glyph);
  }
  return texts;
}

function missingFont(fonts: Fonts, style: TypeStyle): FontName {
  return style.fallback.find((name) => fonts.covers(name, missing)) ?? style.font;
}
