import { describe, expect, it } from "vitest";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import { openFonts } from "./fonts.ts";
import { outlineOf } from "./outline-of.ts";

const bytes = await readVendoredFonts();
const fonts = openFonts(bytes);

describe("fonts", () => {
  it("[L1] letters become outlines in page units with two decimals at most", () => {
    const id = fonts.shape("latin-speech", "H", "across").glyphs[0]?.id ?? 0;
    const run = { font: "latin-speech" as const, size: 20, stretch: 1, glyphs: [{ id, x: -5, y: 7 }] };
    const path = outlineOf(fonts, [run], { x: 100, y: 200 });
    expect(path).toMatch(/^M[-\d. MLQCZ]+Z$/);
    const numbers = [...path.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));
    for (const number of numbers) expect(number).toBe(Math.round(number * 100) / 100);
    const ys = numbers.filter((_, i) => i % 2 === 1);
    expect(Math.max(...ys)).toBeCloseTo(207.2, 0);
    expect(Math.min(...ys)).toBeCloseTo(193, 0);
  });

  it("[L3] letters of a column stand in the middle of their squares, and marks take their vertical form", () => {
    for (const font of ["japanese-speech", "japanese-shout", "japanese-narration", "japanese-sound"] as const) {
      const { glyphs, advance } = fonts.shape(font, "国", "down");
      const box = fonts.inkBox(font, glyphs[0]?.id ?? 0);
      expect(advance).toBe(1);
      expect((glyphs[0]?.y ?? 0) + ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2).toBeCloseTo(0.5, 2);
      expect((glyphs[0]?.x ?? 0) + ((box?.left ?? 0) + (box?.right ?? 0)) / 2).toBeCloseTo(0, 1);
      expect(fonts.shape(font, "ー", "down").glyphs[0]?.id).not.toBe(fonts.shape(font, "ー", "across").glyphs[0]?.id);
    }
  });

  it("know which characters they have", () => {
    expect(fonts.covers("latin-speech", "Café—“no…”")).toBe(true);
    expect(fonts.covers("latin-speech", "猫")).toBe(false);
  });

  it("refuse bytes that are no font, by name", () => {
    const broken = openFonts({ ...bytes, "latin-speech": new Uint8Array([1, 2, 3]) });
    expect(() => broken.shape("latin-speech", "a", "across")).toThrow("open font latin-speech");
  });
});
