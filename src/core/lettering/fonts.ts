import { Blob, Buffer, Direction, Face, Font, shape } from "harfbuzzjs";
import type { Point } from "../geometry/geometry.ts";
import type { FontBytes, FontName, GlyphRun } from "./lettering.ts";

/** Which way the pen moves: along a line, or down a column (with the font's vertical forms). */
export type PenDirection = "across" | "down";

/** A glyph after shaping: its origin relative to where the pen started, in ems, y down. */
export interface ShapedGlyph {
  id: number;
  x: number;
  y: number;
}

export interface ShapedText {
  glyphs: readonly ShapedGlyph[];
  /** How far the pen moved, in ems. */
  advance: number;
}

/** One command of a glyph's outline: `M`, `L`, `Q`, `C` or `Z` with its points, in ems, y down, origin at the pen. */
export interface OutlineCommand {
  type: string;
  points: readonly number[];
}

/** Ink box of a glyph in ems, y down, relative to its origin. */
export interface InkBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The opened fonts, with everything already shaped or outlined kept for the next time. */
export interface Fonts {
  shape(font: FontName, text: string, direction: PenDirection): ShapedText;
  /** Whether the font has a glyph for every code point of the text. */
  covers(font: FontName, text: string): boolean;
  outline(font: FontName, glyph: number): readonly OutlineCommand[];
  /** Null for glyphs without ink, such as the space. */
  inkBox(font: FontName, glyph: number): InkBox | null;
}

/** Shaped texts kept at most; a long book has about this many different words. */
const cacheLimit = 50_000;

/**
 * Opens the fonts for shaping. Throws where the bytes are no font at all.
 * Source: HarfBuzz through harfbuzzjs, which is used nowhere else.
 */
export function openFonts(bytes: FontBytes): Fonts {
  const opened = new Map<FontName, OpenFont>();
  const fontOf = (name: FontName): OpenFont => {
    const known = opened.get(name);
    if (known) return known;
    const font = openFont(name, bytes[name]);
    opened.set(name, font);
    return font;
  };
  return {
    shape: (font, text, direction) => fontOf(font).shape(text, direction),
    covers: (font, text) => fontOf(font).covers(text),
    outline: (font, glyph) => fontOf(font).outline(glyph),
    inkBox: (font, glyph) => fontOf(font).inkBox(glyph),
  };
}

interface OpenFont {
  shape(text: string, direction: PenDirection): ShapedText;
  covers(text: string): boolean;
  outline(glyph: number): readonly OutlineCommand[];
  inkBox(glyph: number): InkBox | null;
}

function openFont(name: FontName, bytes: Uint8Array): OpenFont {
  const face = new Face(new Blob(bytes));
  const em = face.upem;
  const font = new Font(face);
  const known = new Set(face.collectUnicodes());
  if (known.size === 0) throw new Error(`open font ${name}: no characters in ${bytes.length} bytes`);
  const buffer = new Buffer();
  const lift = known.has(squareLetter.codePointAt(0) ?? 0)
    ? liftOf(font, shapeText(font, buffer, em, squareLetter, "down"), em)
    : 0;
  return {
    shape: remember((text, direction) => {
      const shaped = shapeText(font, buffer, em, text, direction);
      return direction === "down"
        ? { ...shaped, glyphs: shaped.glyphs.map((glyph) => ({ ...glyph, y: glyph.y - lift })) }
        : shaped;
    }),
    covers: (text) => Array.from(text).every((letter) => known.has(letter.codePointAt(0) ?? 0)),
    outline: rememberGlyph((glyph) => outlineOfGlyph(font, em, glyph)),
    inkBox: rememberGlyph((glyph) => inkBoxOfGlyph(font, em, glyph)),
  };
}

function remember(work: (text: string, direction: PenDirection) => ShapedText): OpenFont["shape"] {
  const caches = { across: new Map<string, ShapedText>(), down: new Map<string, ShapedText>() };
  return (text, direction) => {
    const cache = caches[direction];
    const found = cache.get(text);
    if (found) return found;
    if (cache.size >= cacheLimit) cache.clear();
    const made = work(text, direction);
    cache.set(text, made);
    return made;
  };
}

function rememberGlyph<T>(work: (glyph: number) => T): (glyph: number) => T {
  const cache = new Map<number, T>();
  return (glyph) => {
    const found = cache.get(glyph);
    if (found !== undefined) return found;
    const made = work(glyph);
    cache.set(glyph, made);
    return made;
  };
}

function shapeText(font: Font, buffer: Buffer, em: number, text: string, direction: PenDirection): ShapedText {
  buffer.reset();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(direction === "down" ? Direction.TTB : Direction.LTR);
  shape(font, buffer);
  const glyphs: ShapedGlyph[] = [];
  let x = 0;
  let y = 0;
  for (const glyph of buffer.getGlyphInfosAndPositions()) {
    glyphs.push({ id: glyph.codepoint, x: (x + (glyph.xOffset ?? 0)) / em, y: -(y + (glyph.yOffset ?? 0)) / em });
    x += glyph.xAdvance ?? 0;
    y += glyph.yAdvance ?? 0;
  }
  return { glyphs, advance: (direction === "down" ? -y : x) / em };
}

/** Fills its square evenly, so that it shows where a font has the middle of the square. */
const squareLetter = "国";

/**
 * How much too low the letters of a column would stand: some fonts' vertical origins lie a quarter of an em above
 * the square, which would push every column towards the foot of its balloon.
 */
function liftOf(font: Font, { glyphs }: ShapedText, em: number): number {
  const glyph = glyphs[0];
  const box = glyph && inkBoxOfGlyph(font, em, glyph.id);
  return box ? glyph.y + (box.top + box.bottom) / 2 - 0.5 : 0;
}

function outlineOfGlyph(font: Font, em: number, glyph: number): OutlineCommand[] {
  return font.glyphToJson(glyph).map(({ type, values }) => ({
    type,
    points: values.map((value, i) => (i % 2 === 0 ? value : -value) / em),
  }));
}

function inkBoxOfGlyph(font: Font, em: number, glyph: number): InkBox | null {
  const box = font.glyphExtents(glyph);
  if (!box || box.width === 0) return null;
  // HarfBuzz measures y upwards and heights downwards as negative numbers.
  return {
    left: box.xBearing / em,
    top: -box.yBearing / em,
    right: (box.xBearing + box.width) / em,
    bottom: -(box.yBearing + box.height) / em,
  };
}

/** Path data of set text in page units, two decimals, placed around the centre of its block (L1). */
export function outlineOf(fonts: Fonts, runs: readonly GlyphRun[], centre: Point): string {
  let path = "";
  for (const run of runs)
    for (const glyph of run.glyphs)
      for (const command of fonts.outline(run.font, glyph.id))
        path += command.type + placed(command.points, run, centre.x + glyph.x, centre.y + glyph.y);
  return path;
}

function placed(points: readonly number[], run: GlyphRun, x: number, y: number): string {
  let text = "";
  for (let i = 0; i < points.length; i++) {
    const value = points[i] ?? 0;
    const across = i % 2 === 0;
    const lean = across && run.slant !== undefined ? (points[i + 1] ?? 0) * run.slant : 0;
    text += `${i > 0 ? " " : ""}${decimals(across ? x + (value * run.stretch - lean) * run.size : y + value * run.size)}`;
  }
  return text;
}

const fractions = Array.from({ length: 100 }, (_, i) =>
  i === 0 ? "" : i % 10 === 0 ? `.${i / 10}` : i < 10 ? `.0${i}` : `.${i}`,
);

/** The same text as `short`, by whole numbers: a page has some hundred thousand of these, and this is three times as fast. */
function decimals(value: number): string {
  const hundredths = Math.round(value * 100);
  const whole = Math.abs(hundredths);
  const text = Math.floor(whole / 100) + (fractions[whole % 100] ?? "");
  return hundredths < 0 ? `-${text}` : text;
}
