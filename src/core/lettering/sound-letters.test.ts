import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import { openFonts } from "./fonts.ts";
import { drawSound } from "./sound-letters.ts";

const fonts = openFonts(await readVendoredFonts());
const source = { start: 4, end: 9 };

const english = fc.constantFrom("CRASH!", "knock knock", "tick…", "BOOM", "slam!!", "Z");
const japanese = fc.constantFrom("ドン", "ガタッ", "ゴゴゴゴ", "ザーッ", "ドキッ!!", "シーン…");
const boxes = fc.record({ width: fc.integer({ min: 80, max: 500 }), height: fc.integer({ min: 80, max: 500 }) });

type Options = Parameters<typeof drawSound>[2];

/** A sound that the fonts have letters for. */
function drawn(text: string, options: Options) {
  const sound = drawSound(fonts, text, options);
  if (!sound) throw new Error(`no letters for ${text}`);
  return sound;
}

describe("sound letters", () => {
  it("[L8] stay inside their box, border included, and fill it one way", () => {
    fc.assert(
      fc.property(fc.oneof(english, japanese), boxes, fc.boolean(), fc.integer(), (text, size, vertical, seed) => {
        const box = { x: 40, y: 60, ...size };
        const sound = drawn(text, { box, vertical, seed, ink: "black", source });
        expect(sound.box.x).toBeGreaterThanOrEqual(box.x - 0.01);
        expect(sound.box.y).toBeGreaterThanOrEqual(box.y - 0.01);
        expect(sound.box.x + sound.box.width).toBeLessThanOrEqual(box.x + box.width + 0.01);
        expect(sound.box.y + sound.box.height).toBeLessThanOrEqual(box.y + box.height + 0.01);
        expect(Math.max(sound.box.width / box.width, sound.box.height / box.height)).toBeGreaterThan(0.99);
        const numbers = [...sound.outline.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));
        const xs = numbers.filter((_, i) => i % 2 === 0);
        expect(Math.min(...xs)).toBeCloseTo(sound.box.x + sound.border, 1);
      }),
      { numRuns: 120, seed: 1 },
    );
  });

  it("[L8] are slanted and uneven, and differ by seed but not by run", () => {
    const options = { box: { x: 0, y: 0, width: 300, height: 200 }, vertical: false, ink: "white" as const, source };
    const one = drawn("CRASH!", { ...options, seed: 1 });
    expect(drawn("CRASH!", { ...options, seed: 1 })).toEqual(one);
    expect(drawn("CRASH!", { ...options, seed: 2 }).outline).not.toBe(one.outline);
    expect(one).toMatchObject({ text: "CRASH!", source, ink: "white" });
    expect(one.border).toBeGreaterThanOrEqual(6);
    expect(one.border).toBeLessThanOrEqual(10);
  });

  it("[L8] are none for a text that no font has letters for", () => {
    const box = { x: 0, y: 0, width: 100, height: 100 };
    for (const text of ["   ", "🏳️‍🌈"])
      expect(drawSound(fonts, text, { box, vertical: false, seed: 1, ink: "black", source })).toBe(null);
  });
});
