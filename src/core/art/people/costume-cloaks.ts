import { mainEdge } from "./cloth.ts";
import { bothSides } from "./collars.ts";
import { type CostumeView, type Front } from "./costume-view.ts";

/** A short cape on the shoulders, a collar turned up behind and a clasp; the cloak itself hangs behind. */
export function cloakMantle(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const low = m.chest - 0.04;
  const half = (s: 1 | -1): string =>
    v.patch(
      [
        [s * 2, y + 0.1],
        [s * 40, y + 0.02],
        [s * 100, y - 0.02],
        [s * 182, y - 0.02],
        [s * 182, low + 0.2],
        [s * 120, low + 0.1],
        [s * 80, low + 0.06],
        [s * 44, low + 0.02],
        [s * 18, m.shoulder + 0.3],
      ],
      main.fill,
      nib.bold,
      0.13,
      mainEdge(main),
    );
  const folds = v.small
    ? ""
    : [-66, -42, 42, 66, 120, 150, 180, 210, 240]
        .map((d) =>
          v.seam(
            [
              [d, m.shoulder + 0.04],
              [d * 1.01, m.shoulder + 0.34],
              [d * 1.02, low - 0.02],
            ],
            nib.fine * 1.8,
            main.fold,
            0.14,
          ),
        )
        .join("");
  const collar = (s: 1 | -1): string =>
    v.patch(
      [
        [s * 8, y + 0.1],
        [s * 30, y - 0.02],
        [s * 80, y - 0.18],
        [s * 130, y - 0.22],
        [s * 182, y - 0.22],
        [s * 182, y + 0.03],
        [s * 110, y + 0.05],
        [s * 50, y + 0.16],
      ],
      main.fill,
      nib.line,
      0.1,
      mainEdge(main),
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
    collar:
      bothSides(v, half) +
      folds +
      bothSides(v, collar) +
      v.button([0, y + 0.16], 0.07, "#fff") +
      v.button([0, y + 0.16], 0.028, "#000"),
  };
}
