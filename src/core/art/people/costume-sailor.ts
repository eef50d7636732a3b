import { isDark, middling, dark, white } from "./cloth.ts";
import { bothSides, standingCollar } from "./collars.ts";
import { type CostumeView, type Front, bodyFolds } from "./costume-view.ts";
import type { Place } from "./facing-cloth.ts";
import { kerchief } from "./costume-work.ts";

/** A seaman's blouse: square collar behind, kerchief, open throat over a striped vest; or a short jacket with two rows of buttons. */
export function sailor(v: CostumeView): Front {
  const { m, main, nib } = v;
  if (v.sheet.seed % 2) return peaJacket(v);
  const y = m.neck;
  const vest = v.patch(
    [
      [-54, y - 0.06],
      [54, y - 0.06],
      [26, m.shoulder + 0.1],
      [0, m.chest - 0.16],
      [-26, m.shoulder + 0.1],
    ],
    "#fff",
    0,
  );
  const bars = v.small
    ? ""
    : [0.02, 0.14, 0.26, 0.38]
        .map((d) => m.shoulder - 0.02 + d)
        .map((h, i) =>
          v.patch(
            [
              [-30 + i * 5, h],
              [30 - i * 5, h],
              [29 - i * 5, h + 0.05],
              [-29 + i * 5, h + 0.05],
            ],
            "#000",
            0,
            0.014,
          ),
        )
        .join("");
  return {
    front: bodyFolds(v, main) + vest + bars,
    collar: sailorCollar(v) + scarf(v, nib.line),
  };
}

/** A thick short coat of dark cloth, closed up to a kerchief. */
function peaJacket(v: CostumeView): Front {
  const { m, main, nib } = v;
  const gold = main.fold === "#fff" ? "#fff" : "#000";
  const buttons = [0.3, 0.66, 1.02].flatMap((d) => [-16, 18].map((s) => v.button([s, m.shoulder + d], 0.042, gold)));
  const leaf = (s: 1 | -1): string =>
    v.patch(
      [
        [s * 4, m.shoulder + 0.3],
        [s * 22, m.neck + 0.06],
        [s * 70, m.neck - 0.08],
        [s * 120, m.neck - 0.1],
        [s * 182, m.neck - 0.1],
        [s * 182, m.neck + 0.12],
        [s * 110, m.neck + 0.12],
        [s * 62, m.shoulder + 0.02],
        [s * 42, m.shoulder + 0.22],
      ],
      main.fill,
      nib.line,
      // It lies as close as the line of the shoulder: standing off, its tone would run out over that.
      0.016,
      main.fold,
    );
  const edge = v.seam(
    [
      [4, m.shoulder + 0.28],
      [10, m.waist],
      [12, m.hip + 0.3],
    ],
    nib.line,
    main.fold,
  );
  return { front: bodyFolds(v, main) + edge + buttons.join(""), collar: kerchief(v) + bothSides(v, leaf) };
}

/** The square collar of sailors and schoolgirls, with its lines. */
function sailorCollar(v: CostumeView): string {
  const { m, main, nib, second } = v;
  const y = m.neck;
  const navy = main.fill === "#fff" ? (second.fill === "#fff" ? "#000" : second.fill) : main.fill;
  const line = navy === "#000" || navy === dark.fill ? "#fff" : "#000";
  const half = (s: 1 | -1): string =>
    v.patch(
      [
        [s * 2, m.chest - 0.18],
        [s * 28, m.shoulder + 0.04],
        [s * 60, y],
        [s * 110, y - 0.07],
        [s * 182, y - 0.07],
        [s * 182, m.chest - 0.3],
        [s * 132, m.chest - 0.34],
        [s * 108, m.shoulder + 0.02],
        [s * 70, m.shoulder - 0.04],
        [s * 44, m.shoulder + 0.22],
        [s * 12, m.chest - 0.06],
      ],
      navy,
      nib.line,
      0.02,
      navy === "#000" ? "#fff" : "#000",
    ) +
    v.seam(
      [
        [s * 9, m.chest - 0.14],
        [s * 38, m.shoulder + 0.18],
        [s * 62, m.shoulder - 0.06],
      ],
      nib.fine * 1.6,
      line,
      0.045,
    ) +
    v.seam(
      [
        [s * 134, m.shoulder + 0.1],
        [s * 138, m.chest - 0.4],
        [s * 182, m.chest - 0.37],
      ],
      nib.fine * 1.6,
      line,
      0.045,
    );
  return bothSides(v, half);
}

function scarf(v: CostumeView, width: number): string {
  const { m, main } = v;
  const fill = isDark(main) ? middling.fill : "#000";
  const ends: readonly Place[] = [
    [-5, m.chest - 0.2],
    [5, m.chest - 0.2],
    [15, m.chest + 0.24],
    [3, m.chest + 0.08],
    [-10, m.chest + 0.28],
  ];
  return v.patch(ends, fill, width, 0.05, fill === "#000" ? "#fff" : "#000");
}

/** Stand-up collar with one row of buttons for boys; sailor collar and scarf for girls. */
export function schoolWear(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  if (v.sheet.gender === "male") {
    const buttons = [0.2, 0.55, 0.9, 1.25, 1.6]
      .filter((d) => y + d < m.hip)
      .map((d) => v.button([3, y + d], 0.042, main.fill === "#fff" ? "#000" : "#fff"));
    const edge = v.seam(
      [
        [-2, y],
        [-2, m.hip + 0.3],
      ],
      nib.line,
      main.fold,
    );
    return { front: bodyFolds(v, main) + edge + buttons.join(""), collar: standingCollar(v, main.fill, main.fold) };
  }
  const throat = v.patch(
    [
      [-58, y - 0.06],
      [58, y - 0.06],
      [16, m.shoulder + 0.14],
      [0, m.chest - 0.2],
      [-16, m.shoulder + 0.14],
    ],
    v.skin,
    0,
  );
  return {
    front: bodyFolds(v, white) + throat,
    collar: sailorCollar(v) + scarf(v, nib.line),
  };
}
