import { clipToRect } from "../geometry/clip-polygon.ts";
import { areaOf, boundsOf, type Polygon, type Rect } from "../geometry/geometry.ts";

/** For each panel, given in reading order, what of it lies under later ones: insets and overlapping panels are upright boxes. */
export function overlaid(outlines: readonly Polygon[]): Rect[][] {
  return outlines.map((outline, i) =>
    outlines.slice(i + 1).flatMap((later) => {
      const box = boundsOf(later);
      if (areaOf(later) < box.width * box.height * 0.999) return [];
      const hidden = clipToRect(outline, box, 0);
      return areaOf(hidden) > 1 ? [boundsOf(hidden)] : [];
    }),
  );
}
