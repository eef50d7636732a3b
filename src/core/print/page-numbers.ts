import { boundsOf, overlapArea, type Rect } from "../geometry/geometry.ts";
import type { Fonts } from "../lettering/fonts.ts";
import type { Page } from "../page/page.ts";
import { labelPath } from "./label.ts";

/** Type size of page numbers, the height of their figures and the width of one, in page units. */
const type = { size: 21, height: 15, figure: 12.5 } as const;
/** From the foot of the page to the base line, and from its outer edge, as shares of the height and the width (P2: margins of 6 and 5 per cent). */
const place = { foot: 0.026, outer: 0.06 } as const;
/** White round a number. */
const air = 12;

/**
 * The number of a story page in its foot margin, on the outer side, as path data; empty where a picture, balloon or sound
 * reaches there, and on the cover and the book's own pages.
 */
export function pageNumberPath(page: Page, fonts: Fonts): string {
  if (page.number === 0 || page.role !== undefined) return "";
  const text = String(page.number);
  const width = text.length * type.figure;
  const outer = place.outer * page.width + width / 2;
  const centre = { x: page.side === "left" ? outer : page.width - outer, y: page.height * (1 - place.foot) };
  const box = {
    x: centre.x - width / 2 - air,
    y: centre.y - type.height - air,
    width: width + 2 * air,
    height: type.height + 2 * air,
  };
  if (occupied(page).some((rect) => overlapArea(rect, box) > 0)) return "";
  return labelPath(fonts, text, { centre, size: type.size, widest: 2 * width });
}

function occupied({ panels }: Page): Rect[] {
  return panels.flatMap(({ outline, balloons, sounds }) => [
    boundsOf(outline),
    ...balloons.map(({ centre, radiusX, radiusY }) => ({
      x: centre.x - radiusX,
      y: centre.y - radiusY,
      width: 2 * radiusX,
      height: 2 * radiusY,
    })),
    ...sounds.map(({ box }) => box),
  ]);
}
