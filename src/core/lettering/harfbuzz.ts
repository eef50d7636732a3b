import { Blob, Buffer, Direction, Face, Font, shape } from "harfbuzzjs";
import type { ShapingFace } from "./shaping-face.ts";

/** Opens a font with HarfBuzz as its package compiles it, where programs may compile WebAssembly while they run. */
export function openHarfBuzzFace(bytes: Uint8Array): ShapingFace {
  const face = new Face(new Blob(bytes));
  const font = new Font(face);
  const buffer = new Buffer();
  return {
    em: face.upem,
    characters: () => face.collectUnicodes(),
    shape(text, direction) {
      buffer.reset();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      buffer.setDirection(direction === "down" ? Direction.TTB : Direction.LTR);
      shape(font, buffer);
      return buffer.getGlyphInfosAndPositions().map((glyph) => ({
        id: glyph.codepoint,
        xOffset: glyph.xOffset ?? 0,
        yOffset: glyph.yOffset ?? 0,
        xAdvance: glyph.xAdvance ?? 0,
        yAdvance: glyph.yAdvance ?? 0,
      }));
    },
    outline: (glyph) => font.glyphToJson(glyph),
    extents: (glyph) => font.glyphExtents(glyph) ?? null,
  };
}
