import { bothSides } from "./collars.ts";
import type { CostumeView, Front } from "./costume-view.ts";

/** A cape over shoulders and arms, a collar turned up behind and a clasp; the cloak itself hangs behind. */
export function cloakMantle(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const collar = (s: 1 | -1): string =>
    v.patch(
      [
        [s * 8, y + 0.1],
        [s * 30, y - 0.02],
        [s * 80, y - 0.14],
        [s * 130, y - 0.18],
        [s * 182, y - 0.18],
        [s * 182, y + 0.06],
        [s * 110, y + 0.09],
        [s * 50, y + 0.19],
      ],
      main.fill,
      nib.line,
      0.09,
      main.fold,
    );
  const shirt = v.patch(
    [
      [-50, y - 0.08],
      [50, y - 0.08],
      [10, y + 0.3],
      [-10, y + 0.3],
    ],
    "#fff",
    nib.line,
    0.02,
  );
  return {
    front: shirt,
    mantle: { low: m.waist - 0.2, flare: 0.1, gap: [5, 24], fill: main.fill, ink: main.fold, wave: 0.02 },
    collar: bothSides(v, collar) + v.button([0, y + 0.16], 0.07, "#fff") + v.button([0, y + 0.16], 0.028, "#000"),
  };
}
