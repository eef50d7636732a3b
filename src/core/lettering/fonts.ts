import { fontSet } from "./font-set.ts";
import { openHarfBuzzFace } from "./harfbuzz.ts";
import type { FontBytes, FontName } from "./lettering.ts";

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

/** Opens the fonts for shaping by HarfBuzz, each when it is first used. Throws then where its bytes are no font at all. */
export function openFonts(bytes: FontBytes): Fonts {
  return fontSet((name) => openHarfBuzzFace(bytes[name]));
}
