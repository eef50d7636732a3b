import type { Fonts, InkBox, OutlineCommand, PenDirection, ShapedGlyph, ShapedText } from "./fonts.ts";
import type { FontName } from "./lettering.ts";
import type { ShapingFace } from "./shaping-face.ts";

/** Shaped texts kept at most; a long book has about this many different words. */
const cacheLimit = 50_000;

/** The fonts, of which `faceOf` opens each when it is first used. What it throws is thrown, and the font is asked for again the next time. */
export function fontSet(faceOf: (name: FontName) => ShapingFace): Fonts {
  const opened = new Map<FontName, OpenFont>();
  const fontOf = (name: FontName): OpenFont => {
    const known = opened.get(name);
    if (known) return known;
    const font = openFont(name, faceOf(name));
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

function openFont(name: FontName, face: ShapingFace): OpenFont {
  const known = new Set(face.characters());
  if (known.size === 0) throw new Error(`open font ${name}: it has no characters`);
  const lift = known.has(squareLetter.codePointAt(0) ?? 0) ? liftOf(face) : 0;
  return {
    shape: remember((text, direction) => {
      const shaped = shapeText(face, text, direction);
      return direction === "down"
        ? { ...shaped, glyphs: shaped.glyphs.map((glyph) => ({ ...glyph, y: glyph.y - lift })) }
        : shaped;
    }),
    covers: (text) => Array.from(text).every((letter) => known.has(letter.codePointAt(0) ?? 0)),
    outline: rememberGlyph((glyph) => outlineOfGlyph(face, glyph)),
    inkBox: rememberGlyph((glyph) => inkBoxOfGlyph(face, glyph)),
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

function shapeText(face: ShapingFace, text: string, direction: PenDirection): ShapedText {
  const { em } = face;
  const glyphs: ShapedGlyph[] = [];
  let x = 0;
  let y = 0;
  for (const { id, xOffset, yOffset, xAdvance, yAdvance } of face.shape(text, direction)) {
    glyphs.push({ id, x: (x + xOffset) / em, y: -(y + yOffset) / em });
    x += xAdvance;
    y += yAdvance;
  }
  return { glyphs, advance: (direction === "down" ? -y : x) / em };
}

/** Fills its square evenly, so that it shows where a font has the middle of the square. */
const squareLetter = "国";

/**
 * How much too low the letters of a column would stand: some fonts' vertical origins lie a quarter of an em above
 * the square, which would push every column towards the foot of its balloon.
 */
function liftOf(face: ShapingFace): number {
  const [glyph] = shapeText(face, squareLetter, "down").glyphs;
  const box = glyph && inkBoxOfGlyph(face, glyph.id);
  return box ? glyph.y + (box.top + box.bottom) / 2 - 0.5 : 0;
}

function outlineOfGlyph({ em, outline }: ShapingFace, glyph: number): OutlineCommand[] {
  return outline(glyph).map(({ type, values }) => ({
    type,
    points: values.map((value, i) => (i % 2 === 0 ? value : -value) / em),
  }));
}

function inkBoxOfGlyph({ em, extents }: ShapingFace, glyph: number): InkBox | null {
  const box = extents(glyph);
  if (!box || box.width === 0) return null;
  return {
    left: box.xBearing / em,
    top: -box.yBearing / em,
    right: (box.xBearing + box.width) / em,
    bottom: -(box.yBearing + box.height) / em,
  };
}
