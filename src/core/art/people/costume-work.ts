import { dark, isDark, pale, middling } from "./cloth.ts";
import { crewNeck, turnDownCollar } from "./collars.ts";
import { type CostumeView, type Front, bodyFolds } from "./costume-view.ts";
import type { Place } from "./facing-cloth.ts";

/** Hoops of a striped jersey. */
function hoops(v: CostumeView): string {
  const { m, main } = v;
  if (!main.hooped) return "";
  const rows: string[] = [];
  for (let h = m.shoulder + 0.06; h < m.hip; h += 0.22)
    rows.push(v.band(h, h + 0.09, "#000", { width: 0, droop: 0.05 }));
  return rows.join("");
}

/** A knitted jersey with a rolled neck and a ribbed hem. */
export function jersey(v: CostumeView): Front {
  const { m, main, nib } = v;
  const ribs = v.small
    ? ""
    : [-75, -60, -45, -30, -15, 0, 15, 30, 45, 60, 75]
        .map((d) => d - v.body.yaw)
        .map((d) =>
          v.seam(
            [
              [d, m.hip - 0.06],
              [d, m.hip + 0.1],
            ],
            nib.fine,
            main.fold,
          ),
        )
        .join("");
  const hem = v.seam(v.ring(m.hip - 0.08, 0.05), nib.line, main.fold);
  return {
    front: hoops(v) + bodyFolds(v, main) + hem + ribs,
    collar: crewNeck(v, main.fill, main.fold, 0.1) + v.seam(v.ring(m.neck - 0.02, 0.07), nib.fine, main.fold, 0.04),
  };
}

/** A T-shirt with a print. */
export function tee(v: CostumeView): Front {
  const { m, main } = v;
  const print =
    main.fill.startsWith("url") || main.hooped || v.small
      ? ""
      : v.patch(
          [
            [-22, m.chest - 0.16],
            [22, m.chest - 0.16],
            [20, m.chest + 0.16],
            [-20, m.chest + 0.16],
          ],
          main.fill === "#fff" ? middling.fill : "#fff",
          v.nib.fine,
        ) + v.button([0, m.chest], 0.1, main.fill === "#fff" ? "#fff" : "#000");
  return { front: hoops(v) + bodyFolds(v, main) + print, collar: crewNeck(v, main.fill, main.fold, 0.0) };
}

/** Shirt-sleeves, braces, a neckerchief and a leather apron or broad belt. */
export function workman(v: CostumeView): Front {
  const { m, second, nib } = v;
  const brace = (s: 1 | -1): string =>
    v.strip(
      [
        [s * 26, m.hip],
        [s * 28, m.chest],
        [s * 44, m.shoulder],
        [s * 100, m.shoulder - 0.14],
        [s * 150, m.shoulder + 0.1],
        [s * 176, m.chest + 0.2],
        [s * 186, m.hip],
      ],
      0.045,
      "#000",
      nib.fine,
      "#fff",
    );
  const apron =
    v.sheet.seed % 2
      ? v.patch(
          [
            [-40, m.chest + 0.1],
            [40, m.chest + 0.1],
            [62, m.waist + 0.1],
            [66, m.hip + 0.4],
            [-66, m.hip + 0.4],
            [-62, m.waist + 0.1],
          ],
          second.fill === "#000" ? middling.fill : second.fill,
          nib.line,
          0.03,
        )
      : "";
  return {
    front:
      bodyFolds(v, v.main) + brace(1) + brace(-1) + apron + v.band(m.hip - 0.14, m.hip + 0.02, "#000", { ink: "#000" }),
    collar: turnDownCollar(v, isDark(v.main) ? "#000" : "#fff") + kerchief(v),
  };
}

/** A cloth knotted round the neck. */
export function kerchief(v: CostumeView): string {
  const { m, nib } = v;
  const y = m.neck;
  const shade = isDark(v.main) ? pale.fill : "#000";
  const ink = shade === "#000" ? "#fff" : "#000";
  const end = (s: 1 | -1): string =>
    v.patch(
      [
        [0, y + 0.14],
        [s * 22, y + 0.42],
        [s * 4, y + 0.38],
      ],
      shade,
      nib.fine,
      0.06,
      ink,
    );
  return (
    v.patch([...v.ring(y - 0.09, 0.03), ...v.ring(y + 0.01, 0.1).toReversed()], shade, nib.line, 0.045, ink) +
    end(1) +
    end(-1) +
    v.button([0, y + 0.15], 0.045, shade, ink)
  );
}

/** A wide countryman's smock with gathers over the breast. */
export function smock(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const slit = v.patch(
    [
      [-20, y - 0.02],
      [20, y - 0.02],
      [0, m.shoulder + 0.3],
    ],
    v.skin,
    nib.line,
    0.014,
    main.fold,
  );
  const gathers = v.small
    ? ""
    : [-44, -34, -24, -14, 14, 24, 34, 44, 150, 165, 180, 195, 210]
        .map((d, i) =>
          v.seam(
            [
              [d, m.shoulder + 0.34],
              [d, m.chest + 0.06 + 0.1 * (i % 2)],
            ],
            nib.fine * 1.3,
            main.fold,
          ),
        )
        .join("");
  const yokes = v.seam(
    [
      [-62, m.shoulder + 0.24],
      [-30, m.shoulder + 0.32],
      [30, m.shoulder + 0.32],
      [62, m.shoulder + 0.24],
    ],
    nib.line,
    main.fold,
  );
  const folds = [-52, -20, 16, 50, 140, 175, 215].map((d, i) =>
    v.seam(
      [
        [d, m.chest + 0.3 + 0.1 * (i % 2)],
        [d * 0.98, m.waist + 0.1],
        [d, m.hip + 0.2],
      ],
      nib.fine * 1.6,
      main.fold,
    ),
  );
  return {
    front: slit + yokes + gathers + folds.join(""),
    collar: turnDownCollar(v, isDark(main) ? "#000" : "#fff"),
  };
}

/** Torn and mended stuff held together by a rope. */
export function rags(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const neck = v.patch(
    [
      [-60, y - 0.08],
      [60, y - 0.08],
      [24, m.shoulder + 0.06],
      [9, m.shoulder + 0.2],
      [-2, m.shoulder + 0.36],
      [-15, m.shoulder + 0.1],
    ],
    v.skin,
    nib.line,
  );
  const mended = v.patch(
    [
      [18, m.waist - 0.3],
      [40, m.waist - 0.34],
      [44, m.waist],
      [20, m.waist + 0.04],
    ],
    main.fill === pale.fill ? "#fff" : middling.fill,
    nib.fine,
    0.015,
    main.fold,
  );
  const hole = (d: number, h: number, size: number): string =>
    v.small
      ? ""
      : v.patch(
          [
            [d - 6 * size, h],
            [d + 6 * size, h - 0.06 * size],
            [d + 2, h + 0.1 * size],
            [d - 8 * size, h + 0.18 * size],
          ],
          v.skin,
          nib.line,
          0.015,
        );
  return {
    front: bodyFolds(v, main) + neck + mended + hole(-30, m.chest + 0.3, 1.2) + hole(160, m.chest + 0.2, 1.4),
    collar:
      v.band(m.waist + 0.04, m.waist + 0.12, "#fff", { grow: 0.03 }) + v.button([-12, m.waist + 0.09], 0.06, "#fff"),
  };
}

/** Pieces of other cloth that are sewn on with wide stitches, where a coat wears out. */
export function patches(v: CostumeView): string {
  const { m, main, nib } = v;
  const fills = [isDark(main) ? middling.fill : dark.fill, main.fill === "#fff" ? middling.fill : "#fff"];
  return mended
    .map(([degrees, share, wide, high], i) => {
      const y = m.shoulder + share * (m.hip - m.shoulder);
      const corner = (s: number, t: number, by: number): Place => [
        degrees + s * (wide + by * 60) + t * 3,
        y + t * (high + by) + s * 0.03,
      ];
      const ring = (by: number): Place[] => [
        corner(-1, -1, by),
        corner(1, -1, by),
        corner(1, 1, by),
        corner(-1, 1, by),
      ];
      const stitches = ring(0).flatMap((from, k) => {
        const to = ring(0)[(k + 1) % 4] ?? from;
        return [0.2, 0.5, 0.8].map((t): Place[] => {
          const at = (by: number): Place => {
            const [a, b] = [ring(by)[k] ?? from, ring(by)[(k + 1) % 4] ?? to];
            return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
          };
          return [at(-0.035), at(0.035)];
        });
      });
      return (
        v.patch(ring(0), fills[i % 2] ?? "#fff", nib.fine, 0.012, "#000") +
        (v.small ? "" : stitches.map((line) => v.seam(line, nib.fine * 1.2, isDark(main) ? "#fff" : "#000")).join(""))
      );
    })
    .join("");
}

/** Where a coat is mended: degrees from the front, share of the way from shoulder to hip, half width in degrees, half height. */
const mended = [
  [-34, 0.3, 13, 0.15],
  [26, 0.62, 15, 0.17],
  [-22, 0.92, 14, 0.13],
  [52, 0.24, 11, 0.12],
  [150, 0.36, 16, 0.16],
  [208, 0.72, 15, 0.15],
] as const;
