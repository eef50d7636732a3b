import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { layOutBook } from "../scripts/lay-out-book.ts";
import { type LayoutFigures, measureLayout, quantile, sumOf } from "../scripts/layout-figures.ts";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";

/** The short version of `npm run quality`: all pages of the two sample stories. */
async function sampleFigures(): Promise<LayoutFigures[]> {
  const fonts = openFonts(await readVendoredFonts());
  const figures: LayoutFigures[] = [];
  for (const name of ["english", "japanese"]) {
    const source = readFileSync(new URL(`../samples/${name}.epub`, import.meta.url));
    figures.push(measureLayout((await layOutBook(source, fonts)).pages));
  }
  return figures;
}

describe("the pages of the sample stories", async () => {
  const all = await sampleFigures();
  const sum = sumOf(all);

  it("[L4] [L7] [P3] [P4] overflow nothing, cover no face, are read as meant and repeat no layout", () => {
    expect(sum.pages).toBeGreaterThan(20);
    expect(sum).toMatchObject({ overflows: 0, facesCovered: 0, orderMismatches: 0, smallType: 0, repeated: 0 });
    expect(sum.others).toEqual([]);
  });

  it("[P1] have three to seven panels on four pages of five, and the largest for the most important beat", () => {
    for (const { usual, pages, foremost } of all) {
      expect(usual / pages).toBeGreaterThanOrEqual(0.8);
      expect(foremost).toBe(pages);
    }
  });

  it("[T4] [L2] [L3] keep to the words of a page and of a balloon", () => {
    expect(quantile(sum.wordsOfPages, 1)).toBeLessThanOrEqual(160);
    expect(quantile(sum.wordsOfBalloons, 1)).toBeLessThanOrEqual(25);
    expect(quantile(sum.lettersOfBalloons, 1)).toBeLessThanOrEqual(60);
  });

  it("[P3] are laid out in many ways", () => {
    expect(sum.layouts).toBeGreaterThan(0.6 * sum.pages);
    for (const kind of ["wide", "tall", "slanted", "inset", "overlapping", "bleeding"] as const)
      expect(sum.kinds[kind], kind).toBeGreaterThan(0);
  });
});
