import type { Point } from "../geometry/geometry.ts";
import type { Fonts } from "./fonts.ts";
import type { GlyphRun } from "./lettering.ts";

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
