import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { drawCallbacks } from "../../../scripts/build-draw-callbacks.ts";
import { openHarfBuzzFace } from "../../core/lettering/harfbuzz.ts";
import { openHarfBuzz } from "./harfbuzz.ts";
import { readVendoredFonts } from "./vendored.ts";

const callbacksFile = fileURLToPath(new URL("draw-callbacks.wasm", import.meta.url));
const program = (file: string): WebAssembly.Module => new WebAssembly.Module(readFileSync(file));
const openFace = openHarfBuzz({
  harfbuzz: program(fileURLToPath(import.meta.resolve("harfbuzzjs/dist/harfbuzz.wasm"))),
  callbacks: program(callbacksFile),
});
const fonts = await readVendoredFonts();
const words = ["Office, “fjord” AVATAR — To Wq.", "Zoë naïve…", "「国ー、。」ゃっ!？", "がぎ゙ 12 ab", "", "\u{1f407}"];

describe("HarfBuzz without its package's glue", () => {
  it.each(Object.keys(fonts) as (keyof typeof fonts)[])("shapes and outlines %s as the package does", (name) => {
    const [ours, theirs] = [openFace(fonts[name]), openHarfBuzzFace(fonts[name])];
    expect(ours.em).toBe(theirs.em);
    expect([...ours.characters()]).toEqual([...theirs.characters()]);
    const glyphs = new Set([0, 65_535]);
    for (const text of words)
      for (const direction of ["across", "down"] as const) {
        const shaped = ours.shape(text, direction);
        expect(shaped).toEqual(theirs.shape(text, direction));
        for (const { id } of shaped) glyphs.add(id);
      }
    expect(glyphs.size).toBeGreaterThan(20);
    for (const glyph of glyphs) {
      expect(ours.outline(glyph)).toEqual(theirs.outline(glyph));
      expect(ours.extents(glyph)).toEqual(theirs.extents(glyph));
    }
  });

  it("finds no characters in bytes that are no font", () => {
    expect([...openFace(new Uint8Array([1, 2, 3])).characters()]).toEqual([]);
    expect([...openFace(new Uint8Array()).characters()]).toEqual([]);
  });

  it("gets its outlines through functions that their script has written", () => {
    expect(readFileSync(callbacksFile).equals(drawCallbacks())).toBe(true);
  });
});
