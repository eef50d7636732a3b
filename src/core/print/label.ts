import type { Point } from "../geometry/geometry.ts";
import type { Fonts } from "../lettering/fonts.ts";
import type { FontName } from "../lettering/lettering.ts";
import { outlineOf } from "../lettering/outline-of.ts";

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A line of text as an outline (L1), its middle on `centre.x`, its base line on `centre.y`, condensed where it is longer than `widest`. All in page units. */
export function labelPath(
  fonts: Fonts,
  text: string,
  { centre, size, widest }: { centre: Point; size: number; widest: number },
): string {
  const font: FontName = japanese.test(text) ? "japanese-narration" : "latin-narration";
  const { glyphs, advance } = fonts.shape(font, text, "across");
  const fitting = Math.min(size, (size * widest) / Math.max(1, advance * size));
  const placed = glyphs.map(({ id, x, y }) => ({ id, x: (x - advance / 2) * fitting, y: y * fitting }));
  return outlineOf(fonts, [{ font, size: fitting, stretch: 1, glyphs: placed }], centre);
}
