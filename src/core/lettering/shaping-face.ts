import type { PenDirection } from "./fonts.ts";

/** A glyph as a shaper places it, in units of the font, y up. */
export interface PlacedGlyph {
  id: number;
  xOffset: number;
  yOffset: number;
  xAdvance: number;
  yAdvance: number;
}

/** A glyph's ink, in units of the font, y up; `height` is negative, since it is measured downwards. */
export interface GlyphExtents {
  xBearing: number;
  yBearing: number;
  width: number;
  height: number;
}

/** One command of an outline, `M`, `L`, `Q`, `C` or `Z`, with its coordinates in units of the font, y up. */
export interface DrawnCommand {
  type: string;
  values: readonly number[];
}

/** An opened font. It lives as long as the program. */
export interface ShapingFace {
  /** Units of an em. */
  em: number;
  /** The code points that it has glyphs for; none where the bytes are no font. */
  characters(): Iterable<number>;
  shape(text: string, direction: PenDirection): readonly PlacedGlyph[];
  outline(glyph: number): readonly DrawnCommand[];
  extents(glyph: number): GlyphExtents | null;
}

/** Opens the bytes of a font. Where HarfBuzz comes from is the caller's affair: `harfbuzz.ts` has it from its package. */
export type OpenFace = (bytes: Uint8Array) => ShapingFace;
