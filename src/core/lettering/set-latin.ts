import * as steady from "../geometry/steady-math.ts";
import type { Point } from "../geometry/geometry.ts";
import { balloonAroundBody, balloonPadding, bodyInside, captionPadding, kindOfStyle } from "./balloon-body.ts";
import type { BreakItem, BrokenLines } from "./break-lines.ts";
import { breakLines, narrowestChord } from "./break-lines.ts";
import { divideWideWords } from "./divide-words.ts";
import type { FittedBalloon, FittedCaption, Limits, Setter } from "./fitted.ts";
import type { Fonts } from "./fonts.ts";
import type { Token, TokenPiece } from "./latin-tokens.ts";
import { latinTokens } from "./latin-tokens.ts";
import type { GlyphRun, LetteringText, SetBlock } from "./lettering.ts";
import { chordShare, smallestSuperellipse } from "./superellipse.ts";
import type { TypeStyle } from "./type-styles.ts";
import { typeStyleOf } from "./type-styles.ts";
import { remembered } from "./remembered.ts";

/** Height of capitals in ems, the same to a hundredth in all our Latin fonts. */
const capHeight = 0.7;
/** Lines tried at most; 25 words a balloon (L2) need fewer. */
const mostLines = 14;
/** A balloon of horizontal text is wider than high. */
const usualRatio = 1.4;
/** How tight the text sits in the height of the shape while lines are broken: half height of the shape by that of the text. */
const tightness = [1.2, 1.42, 1.8];
/** A text block this many times wider or higher than wished is looked at only where it must be. */
const farFromWished = 2.6;
/** How much wider than need be the shape may be where that ends lines better. */
const rooms = [1.03, 1.1];
/** How much even lines count against a small balloon. */
const linesWeight = 0.6;

/** Makes a horizontal text ready: balloons are centred ellipses, captions boxes set flush left, or centred where they are the picture. */
export function setterOf(fonts: Fonts, text: LetteringText): Setter {
  const style = typeStyleOf(text);
  const kind = kindOfStyle(text.style);
  const align = text.style === "lettered" ? "centre" : "left";
  const whole = readyText(fonts, latinTokens(fonts, text, style), style);
  const divided = (widest: number): ReadyText | null => {
    const parts = divideWideWords(fonts, style, whole.tokens, widest);
    return parts && readyText(fonts, parts, style);
  };
  return {
    balloon: (limits) => {
      const fitted = balloonAround(whole, kind, limits);
      if (fitted) return fitted;
      const room = bodyInside(kind, { radiusX: limits.maxWidth / 2, radiusY: limits.maxHeight / 2 });
      const parts = divided((2 * room.radiusX - 2 * style.size * balloonPadding.across) * usableChord);
      return parts && balloonAround(parts, kind, limits);
    },
    caption: (limits) => {
      const fitted = captionAround(whole, align, limits);
      if (fitted) return fitted;
      const parts = divided(limits.maxWidth - 2 * style.size * captionPadding.across);
      return parts && captionAround(parts, align, limits);
    },
  };
}

/** Tokens with what is asked of them again and again. */
interface ReadyText {
  fonts: Fonts;
  style: TypeStyle;
  tokens: readonly Token[];
  items: readonly BreakItem[];
  /** Its lines in a tighter or looser shape with some room; null where there are none. Remembered: all rooms ask for the same. */
  way(count: number, tight: number, room: number): Way | null;
  /** The same in a box. */
  flush(count: number): BrokenLines | null;
}

/** One way to break a text. */
interface Way {
  broken: BrokenLines;
  widest: number;
  /** Equal for equal lines. */
  key: string;
  /** Whether no line ends badly. */
  calm: boolean;
}

function readyText(fonts: Fonts, tokens: readonly Token[], style: TypeStyle): ReadyText {
  const items = breakItems(fonts, tokens, style);
  const bare = tokens.map(bareOf);
  const shapes = remembered((count: number, tight: number) => {
    const shares = lineShares(count, style, tight);
    return { shares, narrowest: narrowestChord(items, shares) };
  });
  const way = remembered((count: number, tight: number, room: number): Way | null => {
    const { shares, narrowest } = shapes(count, tight);
    const broken = narrowest < Infinity ? unstacked(bare, items, shares, narrowest * room) : null;
    if (!broken) return null;
    const calm = broken.ends.every((end) => end === items.length || (items[end - 1]?.endCost ?? 0) <= 0);
    return { broken, widest: Math.max(...broken.widths), key: broken.ends.join(" "), calm };
  });
  const flush = remembered((count: number) => {
    const shares = Array.from({ length: count }, () => 1);
    const narrowest = narrowestChord(items, shares);
    return narrowest < Infinity ? breakLines(items, shares, narrowest * 1.05, shortLastLine) : null;
  });
  return { fonts, style, tokens, items, way, flush };
}

/** A word wider than this share of the widest chord has no room for a line above or below it. */
const usableChord = 0.96;

function balloonAround(ready: ReadyText, kind: ReturnType<typeof kindOfStyle>, limits: Limits): FittedBalloon | null {
  const { style, items } = ready;
  const most = bodyInside(kind, { radiusX: limits.maxWidth / 2, radiusY: limits.maxHeight / 2 });
  const inkArea = items.reduce((sum, item) => sum + item.width + item.space, 0) * style.size * style.leading;
  let best: { broken: BrokenLines; radiusX: number; radiusY: number } | null = null;
  let bestScore = Infinity;
  for (const broken of brokenWays(ready, limits)) {
    const shape = smallestSuperellipse(corners(broken.widths, style), most, limits.prefer ?? usualRatio);
    if (!shape) continue;
    const score = (4 * shape.cost) / inkArea + broken.cost * linesWeight;
    if (score >= bestScore) continue;
    bestScore = score;
    best = { broken, radiusX: shape.radiusX, radiusY: shape.radiusY };
  }
  if (best === null) return null;
  const block = setLines(ready, best.broken, "centre");
  return { block, ...balloonAroundBody(kind, best) };
}

/** All ways worth looking at: numbers of lines that the height allows, in tighter and looser shapes. */
function brokenWays({ items, style, way }: ReadyText, limits: Limits): BrokenLines[] {
  const pitch = style.size * style.leading;
  const most = Math.min(items.length, mostLines, Math.ceil(limits.maxHeight / pitch));
  const ways: BrokenLines[] = [];
  const seen = new Set<string>();
  const whole = items.reduce((sum, item) => sum + item.width + item.space, 0);
  for (let count = 1; count <= most; count++) {
    // Far from the wished shape only while nothing better was found: long single words leave no choice.
    const ratio = whole / count / (count * pitch) / (limits.prefer ?? usualRatio);
    if (ways.length > 0 && ratio < 1 / farFromWished) break;
    if (ratio > farFromWished && whole / count > limits.maxWidth) continue;
    for (const tight of count === 1 ? tightness.slice(0, 1) : tightness)
      for (const room of rooms) {
        const found = way(count, tight, room);
        if (!found || seen.has(found.key) || found.widest > limits.maxWidth) continue;
        seen.add(found.key);
        ways.push(found.broken);
        if (found.calm) break;
      }
  }
  return ways;
}

/** The chord of each line in the shape, from its corner that is farther from the middle. */
function lineShares(count: number, style: TypeStyle, tight: number): number[] {
  const pitch = style.size * style.leading;
  const cap = style.size * capHeight;
  const half = ((count - 1) * pitch + cap) / 2 + style.size * balloonPadding.down;
  return Array.from({ length: count }, (_, line) => {
    const corner = Math.abs(line - (count - 1) / 2) * pitch + cap / 2;
    return chordShare(corner / (half * (tight - 0.2)));
  });
}

/** The corners of the lines that a balloon has to hold, padding included. The other half mirrors them. */
function corners(widths: readonly number[], style: TypeStyle): Point[] {
  const pitch = style.size * style.leading;
  return widths.map((width, line) => ({
    x: width / 2 + style.size * balloonPadding.across,
    y:
      Math.abs(line - (widths.length - 1) / 2) * pitch +
      (style.size * capHeight) / 2 +
      style.size * balloonPadding.down,
  }));
}

const weakEnd = /^[“‘(]?(?:A|AN|THE|I|OF|TO|MY|YOUR|HIS|HER|OUR|AND|OR|BUT|IN|ON|AT|MR\.|MRS\.|DR\.|ST\.)$/i;
const sentenceEnd = /[.!?…][”’)]?$/;
const clauseEnd = /[,;:—–][”’)]?$/;

function breakItems(fonts: Fonts, tokens: readonly Token[], style: TypeStyle): BreakItem[] {
  const hyphen = fonts.shape(style.font, "-", "across").advance * style.size;
  return tokens.map((token) => ({
    width: token.width,
    space: token.space,
    endWidth: token.hyphen ? hyphen : 0,
    endCost: endCost(token),
  }));
}

/** What it costs to end a line with this word: an article or preposition belongs to what follows. */
function endCost(token: Token): number {
  if (token.hyphen) return 0.7;
  if (/[-]$/.test(token.text)) return 0.2;
  if (weakEnd.test(token.text)) return 0.28;
  if (sentenceEnd.test(token.text)) return -0.05;
  return clauseEnd.test(token.text) ? -0.02 : 0;
}

/** Breaks lines and, where a word comes to stand under itself, tries again with that line end made dear (L5). */
function unstacked(
  bare: readonly string[],
  items: readonly BreakItem[],
  shares: readonly number[],
  chord: number,
): BrokenLines | null {
  let broken = breakLines(items, shares, chord);
  const tried = [...items];
  for (let attempt = 0; broken && attempt < 3; attempt++) {
    const end = stackedEnd(bare, broken);
    const item = end === null ? undefined : tried[end - 1];
    if (end === null || item === undefined) return broken;
    tried[end - 1] = { ...item, endCost: item.endCost + 0.5 };
    broken = breakLines(tried, shares, chord);
  }
  return broken;
}

/** The end of the first line whose first or last word is also the first or last of the next, or null. */
function stackedEnd(bare: readonly string[], broken: Pick<BrokenLines, "ends">): number | null {
  let start = 0;
  for (let line = 0; line + 1 < broken.ends.length; line++) {
    const end = broken.ends[line] ?? 0;
    const next = broken.ends[line + 1] ?? 0;
    const sameFirst = bare[start] === bare[end];
    const sameLast = bare[end - 1] === bare[next - 1];
    if (sameFirst || sameLast) return end;
    start = end;
  }
  return null;
}

/** The letters of a word by which it is known again. */
function bareOf({ text }: Token): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "").toUpperCase();
}

/** Places the glyphs of broken lines around 0, 0; lines are centred on the height of the capitals. */
function setLines({ fonts, tokens, style }: ReadyText, broken: BrokenLines, align: "centre" | "left"): SetBlock {
  const pitch = style.size * style.leading;
  const cap = style.size * capHeight;
  const widest = Math.max(...broken.widths);
  const runs = new Map<string, GlyphRun>();
  const lines: string[] = [];
  let start = 0;
  broken.ends.forEach((end, line) => {
    const baseline = (line - (broken.ends.length - 1) / 2) * pitch + cap / 2;
    const left = align === "left" ? -widest / 2 : -(broken.widths[line] ?? 0) / 2;
    lines.push(placeLine(fonts, tokens.slice(start, end), style, left, baseline, end < tokens.length, runs));
    start = end;
  });
  return {
    width: widest,
    height: (broken.ends.length - 1) * pitch + cap,
    vertical: false,
    size: style.size,
    lines,
    runs: [...runs.values()],
  };
}

/** Adds the glyphs of a line to the runs; gives the line as text. */
function placeLine(
  fonts: Fonts,
  tokens: readonly Token[],
  style: TypeStyle,
  left: number,
  baseline: number,
  goesOn: boolean,
  runs: Map<string, GlyphRun>,
): string {
  let pen = left;
  let words = "";
  for (const [i, token] of tokens.entries()) {
    const last = i === tokens.length - 1;
    const hyphen = last && goesOn && token.hyphen;
    const pieces = hyphen ? [...token.pieces, hyphenPiece(fonts, style, token.width)] : token.pieces;
    for (const piece of pieces) {
      const { glyphs, x: _x, y: _y, ...hand } = piece;
      const key = `${hand.font} ${hand.size} ${hand.stretch} ${hand.slant ?? 0}`;
      const run = runs.get(key) ?? { ...hand, glyphs: [] };
      runs.set(key, run);
      for (const glyph of glyphs)
        run.glyphs.push({
          id: glyph.id,
          x: pen + piece.x + glyph.x * piece.size * piece.stretch,
          y: baseline + piece.y + glyph.y * piece.size,
        });
    }
    words += token.text + (hyphen ? "-" : token.space > 0 && !last ? " " : "");
    pen += token.width + token.space;
  }
  return words;
}

function hyphenPiece(fonts: Fonts, style: TypeStyle, x: number): TokenPiece {
  const { glyphs } = fonts.shape(style.font, "-", "across");
  return { font: style.font, size: style.size, stretch: 1, glyphs, x, y: 0 };
}

/** The last line of a caption may be short: its gap counts less. */
const shortLastLine = 0.3;
/** A caption is wider than high, but no ribbon. */
const captionRatio = 2.6;

function captionAround(ready: ReadyText, align: "centre" | "left", limits: Limits): FittedCaption | null {
  const { style, items, flush } = ready;
  const padX = style.size * captionPadding.across;
  const padY = style.size * captionPadding.down;
  // Descenders hang below the last line of upper and lower case; half of them is padding enough.
  const descent = style.capitals ? 0 : style.size * 0.14;
  let best: { broken: BrokenLines; width: number; height: number } | null = null;
  let bestScore = Infinity;
  for (let count = 1; count <= items.length; count++) {
    const height = (count - 1) * style.size * style.leading + style.size * capHeight + 2 * padY + descent;
    if (height > limits.maxHeight) break;
    const broken = flush(count);
    if (!broken) continue;
    const width = Math.max(...broken.widths) + 2 * padX;
    const score = Math.abs(steady.log(width / height / (limits.prefer ?? captionRatio))) + broken.cost / count;
    if (width > limits.maxWidth || score >= bestScore) continue;
    bestScore = score;
    best = { broken, width, height };
  }
  return best && { block: setLines(ready, best.broken, align), width: best.width, height: best.height };
}
