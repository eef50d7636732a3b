import { isDark, pale, middling } from "./cloth.ts";
import { brush } from "./brush.ts";
import { type Mantle, mantleView } from "./mantles.ts";
import { bib } from "./aprons.ts";
import { bothSides, flatCollar, highCollar, turnDownCollar, isBehind } from "./collars.ts";
import { type CostumeView, type Front, bodyFolds } from "./costume-view.ts";
import type { Place } from "./facing-cloth.ts";

/** Seams of a fitted bodice and the round of the breast. */
function bodice(v: CostumeView): string {
  const { m, main, nib } = v;
  if (v.small) return "";
  const w = nib.fine * 1.3;
  const dart = (s: 1 | -1): string =>
    v.seam(
      [
        [s * 30, m.chest + 0.12],
        [s * 22, m.waist],
      ],
      w,
      main.fold,
    ) +
    v.seam(
      [
        [180 - s * 40, m.shoulder + 0.3],
        [180 - s * 30, m.chest + 0.2],
        [180 - s * 18, m.waist],
      ],
      w,
      main.fold,
    );
  const bust = (s: 1 | -1): string =>
    m.bust === 0
      ? ""
      : v.seam(
          [
            [s * 54, m.chest - 0.04],
            [s * 38, m.chest + 0.13],
            [s * 20, m.chest + 0.1],
          ],
          w,
          main.fold,
        );
  return bodyFolds(v, main) + dart(1) + dart(-1) + bust(1) + bust(-1);
}

function waistband(v: CostumeView, fill = "#000"): string {
  return v.band(v.m.waist - 0.08, v.m.waist + 0.06, fill, { ink: fill === "#000" ? "#fff" : "#000", grow: 0.025 });
}

function buttonsDown(v: CostumeView, from: number, to: number, count: number): string {
  const fill = v.main.fold === "#fff" ? "#fff" : "#000";
  return Array.from({ length: count }, (_, i) => v.button([0, from + ((to - from) * i) / count], 0.026, fill)).join("");
}

/** A day dress of the last century but one: high collar with a brooch, buttons down the front, full upper sleeves. */
export function dayDress(v: CostumeView): Front {
  const { m, main } = v;
  return {
    front: bodice(v) + buttonsDown(v, m.neck + 0.3, m.waist - 0.1, 6) + waistband(v),
    collar: highCollar(v, main.fill, main.fold),
  };
}

/** A high-waisted dress of thin stuff, a kerchief crossed in its neckline. */
export function regencyDress(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const low = m.shoulder + 0.4;
  const throat = v.patch(
    [
      [-66, y - 0.04],
      [66, y - 0.04],
      [40, m.shoulder],
      [3, low],
      [-3, low],
      [-40, m.shoulder],
    ],
    v.skin,
    0,
  );
  const kerchief = (s: 1 | -1): string =>
    v.patch(
      [
        [s * -2, low - 0.02],
        [s * 34, m.shoulder - 0.02],
        [s * 62, y + 0.02],
        [s * 110, y - 0.04],
        [s * 182, y - 0.04],
        [s * 182, m.shoulder + 0.34],
        [s * 130, m.shoulder + 0.02],
        [s * 96, m.shoulder - 0.1],
        [s * 62, m.shoulder + 0.02],
        [s * 44, m.shoulder + 0.24],
        [s * 6, low + 0.22],
      ],
      "#fff",
      nib.line,
      0.03,
    );
  const high = m.chest + 0.26;
  const gathers = v.small
    ? ""
    : [-60, -40, -20, 0, 20, 40, 60, 120, 150, 180, 210, 240]
        .map((d) =>
          v.seam(
            [
              [d, high + 0.08],
              [d * 1.02, high + 0.4],
            ],
            nib.fine * 1.4,
            main.fold,
          ),
        )
        .join("");
  return {
    front: throat + gathers,
    collar:
      v.band(high - 0.03, high + 0.09, main.fill === "#fff" ? middling.fill : "#fff", { grow: 0.03 }) +
      kerchief(-1) +
      kerchief(1),
  };
}

/** A court or evening gown: a shallow neckline edged with lace, a pointed bodice. No jewels. */
export function gownFront(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const low = m.shoulder + 0.26;
  // Where the lace lies, from the breast over the shoulder to the back.
  const rim: readonly Place[] = [
    [0, low],
    [28, low - 0.06],
    [50, m.shoulder],
    [66, m.shoulder - 0.12],
    [96, m.shoulder - 0.15],
    [126, m.shoulder - 0.06],
    [150, m.shoulder + 0.08],
    [182, m.shoulder + 0.12],
  ];
  const skin = (s: 1 | -1): string =>
    // A little over the middle, or a seam would part the halves.
    v.patch(
      [[s * -4, y - 0.05], [s * -4, low], ...rim.map(([d, h]): Place => [s * d, h]), [s * 182, y - 0.05]],
      v.skin,
      0,
    );
  const lace = (s: 1 | -1): string =>
    v.patch(
      [
        ...rim.map(([d, h]): Place => [s * d, h - 0.03]),
        ...rim.toReversed().map(([d, h], i): Place => [s * d, h + (d > 60 && d < 130 ? 0.07 : 0.11) - (i % 2) * 0.03]),
      ],
      "#fff",
      nib.line,
      0.025,
    );
  const point = (s: 1 | -1): string =>
    v.seam(
      [
        [s * 34, low + 0.1],
        [s * 18, m.waist - 0.1],
        [0, m.waist + 0.22],
      ],
      nib.line,
      main.fold,
    );
  const laces = v.small
    ? ""
    : [0.2, 0.45, 0.7]
        .map((t) => low + 0.16 + (m.waist - low) * t)
        .map((h) =>
          v.seam(
            [
              [-13, h],
              [0, h + 0.07],
              [13, h],
            ],
            nib.fine * 1.4,
            main.fold,
          ),
        )
        .join("");
  return {
    front: bodice(v) + skin(1) + skin(-1) + point(1) + point(-1) + laces,
    collar: bothSides(v, lace),
  };
}

/** A child's dress with a pinafore. */
export function apronDress(v: CostumeView): Front {
  return { front: bodice(v) + bib(v, 36), collar: flatCollar(v) };
}

/** Black with a white apron: who serves in a house. */
export function maidDress(v: CostumeView): Front {
  const { m } = v;
  return { front: bodice(v) + buttonsDown(v, m.neck + 0.28, m.chest - 0.24, 3) + bib(v, 30), collar: flatCollar(v) };
}

/** A knitted shawl over the shoulders, its ends crossed at the breast. */
export function shawlFront(v: CostumeView): Front {
  const { m, main, nib } = v;
  const fill = main.fill === "#fff" ? middling.fill : isDark(main) ? pale.fill : "#fff";
  const ink = "#000";
  const shawl: Mantle = { low: m.waist - 0.16, flare: 0.02, gap: [9, 20], fill, ink, wave: 0.012 };
  const { at, middle } = mantleView(v, shawl);
  // The fringe along the hem.
  const fringe = v.small
    ? ""
    : Array.from({ length: 29 }, (_, i) => -168 + i * 12)
        .filter((d) => Math.abs(d) > 24 && Math.abs(((d - middle(0.97) + 900) % 360) - 180) < 84)
        .map((d) => brush([at(d, 0.97), at(d + 1.5, 1.07)], nib.line, {}, ink))
        .join("");
  return {
    front: bodice(v) + waistband(v),
    mantle: shawl,
    collar: fringe + v.button([0, m.shoulder + 0.16], 0.055, "#fff"),
  };
}

/** A straight dress with its waist at the hips and a scarf: the twenties. */
export function twentiesDress(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const opening = v.patch(
    [
      [-56, y - 0.06],
      [56, y - 0.06],
      [24, m.shoulder + 0.06],
      [0, m.shoulder + 0.42],
      [-24, m.shoulder + 0.06],
    ],
    v.skin,
    nib.line,
  );
  const trim = main.fill === "#fff" ? "#000" : "#fff";
  const collar = (s: 1 | -1): string =>
    v.strip(
      [
        [s * 182, y - 0.02],
        [s * 100, y + 0.02],
        [s * 56, m.shoulder - 0.12],
        [s * 26, m.shoulder + 0.14],
        [s * 2, m.shoulder + 0.46],
      ],
      0.07,
      trim,
      nib.line,
      "#000",
    );
  const bow = v.patch(
    [
      [-16, m.hip - 0.36],
      [0, m.hip - 0.28],
      [16, m.hip - 0.36],
      [16, m.hip - 0.12],
      [0, m.hip - 0.2],
      [-16, m.hip - 0.12],
    ],
    trim,
    nib.line,
    0.06,
  );
  return {
    front: bodyFolds(v, main) + opening,
    collar:
      (isBehind(v) ? v.band(y - 0.1, y + 0.06, trim, { droop: 0.02 }) : bothSides(v, collar)) +
      v.band(m.hip - 0.3, m.hip - 0.16, trim, { grow: 0.03 }) +
      bow,
  };
}

/** A white blouse with a ribbon under a short jacket, and a plain skirt. */
export function blouse(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const deep = m.waist - 0.12;
  const side = (s: 1 | -1): readonly Place[] => [
    [s * 84, y - 0.06],
    [s * 56, m.shoulder - 0.1],
    [s * 38, m.shoulder + 0.1],
    [s * 44, m.chest - 0.1],
    [s * 26, m.chest + 0.12],
    [s * 10, deep],
  ];
  const shirt = v.patch([...side(1), ...side(-1).toReversed()], "#fff", nib.line, 0.016, main.fold);
  const ribbon = (s: 1 | -1): string =>
    v.patch(
      [
        [0, y + 0.08],
        [s * 30, y + 0.02],
        [s * 26, y + 0.24],
        [0, y + 0.14],
      ],
      "#000",
      nib.fine,
      0.05,
      "#fff",
    ) +
    v.patch(
      [
        [s * 1, y + 0.14],
        [s * 12, m.chest - 0.12],
        [s * 5, m.chest - 0.06],
      ],
      "#000",
      nib.fine,
      0.04,
      "#fff",
    );
  const buttons = v.small
    ? ""
    : [0.2, 0.5, 0.8].map((t) => v.button([0, m.chest - 0.04 + (deep - m.chest) * t], 0.022, "#fff")).join("");
  return {
    front: bodice(v) + waistband(v, isDark(main) ? middling.fill : "#000"),
    collar: shirt + buttons + turnDownCollar(v) + ribbon(1) + ribbon(-1),
  };
}
