/** Fonts by what they are for. The caller reads the files and hands in the bytes. */
export type FontName =
  | "latin-speech"
  | "latin-stress"
  | "latin-italic"
  | "latin-narration"
  | "latin-narration-italic"
  | "latin-sound"
  | "japanese-speech"
  | "japanese-shout"
  | "japanese-narration"
  | "japanese-sound";

export type FontBytes = Readonly<Record<FontName, Uint8Array>>;

/** A glyph placed on the page: the pen position of its origin relative to the block's centre, in page units. */
export interface PlacedGlyph {
  id: number;
  x: number;
  y: number;
}

/** Glyphs of one font and size. Outlines are made from it at print time (L1). */
export interface GlyphRun {
  font: FontName;
  /** Type size in page units. */
  size: number;
  /** Horizontal condensing of upright pairs set in one cell; 1 for all else. */
  stretch: number;
  /** How far a point an em above the baseline leans to the right, in ems; missing where letters stand as drawn. */
  slant?: number;
  glyphs: PlacedGlyph[];
}

/** A block of set text, its centre at 0, 0. */
export interface SetBlock {
  /** Ink box of the text, ruby included. */
  width: number;
  height: number;
  vertical: boolean;
  /** Type size of the main text in page units. */
  size: number;
  /** The lines (or columns, right to left) as they were broken. */
  lines: string[];
  runs: GlyphRun[];
}

/** What has to be set. */
export interface LetteringText {
  runs: { text: string; ruby: string | null; emphasis: boolean }[];
  style:
    | "speech"
    | "stress"
    | "thought"
    | "whisper"
    | "sung"
    | "broadcast"
    | "narration"
    | "lettered"
    | "letter"
    | "shout";
  vertical: boolean;
  language: string | null;
  /** No type is smaller, in page units: where speech would be, all type is larger. */
  least?: number;
}

/**
 * Type sizes in page units (page width 1240).
 * Latin is measured on the printed page of 182 mm (B5): 1 unit = 0.416 pt, so L2's 6.35–9.5 pt are 15.3–22.8 units.
 * Japanese Q sizes are measured on the manuscript whose trim is 220 mm wide: 1Q = 0.25 mm = 1.409 units, so L3's 16Q, 20Q, 24Q, 28Q are 22.5, 28.2, 33.8, 39.5 units.
 */
export const typeSizes = {
  latin: { speech: 22, stress: 22.8, whisper: 19, narration: 21.5, lettered: 27, smallest: 15.3, shout: 31 },
  japanese: { speech: 25.4, stress: 33.8, whisper: 24, narration: 25.4, lettered: 31, smallest: 22.5, shout: 39.5 },
} as const;
