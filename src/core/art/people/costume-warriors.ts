import * as steady from "../../geometry/steady-math.ts";
import { type Cloth, black, isDark, middling } from "./cloth.ts";
import { bothSides } from "./collars.ts";
import { type CostumeView, type Front, bodyFolds } from "./costume-view.ts";
import type { Place } from "./facing-cloth.ts";

/** A belt with a plate before the navel. */
function belt(v: CostumeView, fill: string): string {
  const { m, nib } = v;
  const ink = fill === "#000" ? "#fff" : "#000";
  return (
    v.band(m.waist + 0.02, m.waist + 0.2, fill, { ink, grow: 0.045 }) +
    v.button([0, m.waist + 0.13], 0.13, "#fff") +
    (v.small ? "" : v.button([0, m.waist + 0.13], 0.06, middling.fill)) +
    v.seam(v.ring(m.waist + 0.11, 0.04), nib.fine, ink, 0.05)
  );
}

/** A tunic: a round neck with a border, folds that fall to the belt, by seed a pin on one shoulder. */
export function tunic(v: CostumeView): Front {
  const { m, main, second, nib } = v;
  const y = m.neck;
  // Men's close at the throat: wide from shoulder to shoulder they would be gowns.
  const [wide, deep] = v.sheet.gender === "female" ? [78, 0.42] : [56, 0.26];
  const opening = v.patch(
    [
      [-wide, y - 0.16],
      [wide, y - 0.16],
      [0.56 * wide, y + 0.6 * deep],
      [0, y + deep],
      [-0.56 * wide, y + 0.6 * deep],
    ],
    v.skin,
    nib.line,
    0.014,
    main.fold,
  );
  const border = v.strip(
    [
      [-1.1 * wide, y],
      [-0.6 * wide, y + 0.6 * deep + 0.03],
      [0, y + deep + 0.04],
      [0.6 * wide, y + 0.6 * deep + 0.03],
      [1.1 * wide, y],
    ],
    0.035,
    isDark(main) ? "#fff" : "#000",
    nib.fine,
  );
  const folds = v.small
    ? ""
    : [-52, -26, 20, 48, 140, 175, 215]
        .map((d, i) =>
          v.seam(
            [
              [d, m.chest + 0.16 + 0.12 * (i % 2)],
              [d * 0.96, m.waist],
            ],
            nib.fine * 1.5,
            main.fold,
          ),
        )
        .join("");
  const pin =
    v.sheet.seed % 2
      ? v.button([52, m.shoulder + 0.1], 0.1, "#fff") + v.button([52, m.shoulder + 0.1], 0.04, "#000")
      : "";
  return {
    front: opening + bodyFolds(v, main) + folds + border,
    collar: belt(v, isDark(second) ? "#000" : second.fill) + pin,
  };
}

/** Straps of leather that cross on a bare breast and back under a plate, and a belt; by seed beads, an ornament on a thong, or nothing round the neck. */
export function harness(v: CostumeView): Front {
  const { m, nib, small } = v;
  const dark = isDark(v.main) || v.sheet.seed % 2 === 1;
  const leather = dark ? "#000" : middling.fill;
  const ink = dark ? "#fff" : "#000";
  const broad = 0.05 + 0.012 * (v.sheet.seed % 4);
  const strip = (line: Place[]): string => v.strip(line, broad, leather, nib.line, ink, 0.012);
  const slope = (share: number): number => m.neck + share * (m.shoulder - m.neck);
  // In one piece from the belt before, over the slope beside the neck, to the belt behind: no strap ends on the body.
  const straps = bothSides(v, (s) =>
    strip([
      [s * -52, m.waist + 0.08],
      [0, m.chest + 0.1],
      [s * 40, m.shoulder + 0.2],
      [s * 66, slope(0.82)],
      [s * 90, slope(0.56)],
      [s * 114, slope(0.82)],
      [s * 138, m.shoulder + 0.2],
      [s * 180, m.chest + 0.1],
      [s * 232, m.waist + 0.08],
    ]),
  );
  const plate =
    v.button([0, m.chest + 0.1], 0.15, "#fff") + (small ? "" : v.button([0, m.chest + 0.1], 0.08, middling.fill));
  const cloth = leggingsOf(v);
  const hips = v.band(m.waist + 0.12, m.hip + 0.4, cloth.fill, { ink: cloth.fold, grow: 0.02 });
  // Over the root of an arm that hangs beside the breast: under it the strap would end before the shoulder.
  return { front: (small ? "" : muscles(v)) + hips, collar: straps + plate + neckRing(v) + belt(v, leather) };
}

/** The cloth of a warrior's legs, from the belt down. */
export const leggingsOf = (v: CostumeView): Cloth => (isDark(v.main) || v.sheet.seed % 2 === 1 ? black : middling);

/** The collar bones, the lower edge of the breast, which runs up into the armpit, and the middle of the belly. */
function muscles(v: CostumeView): string {
  const { m, nib } = v;
  const pectoral = bothSides(v, (s) =>
    v.seam(
      [
        [s * 30, m.chest + 0.17],
        [s * 52, m.chest + 0.1],
        [s * 72, m.chest - 0.12],
      ],
      nib.fine * 1.4,
    ),
  );
  const belly = v.seam(
    [
      [0, m.chest + 0.34],
      [0, m.waist - 0.08],
    ],
    nib.fine,
  );
  const ribs = bothSides(v, (s) =>
    v.seam(
      [
        [s * 12, m.chest + 0.42],
        [s * 30, m.chest + 0.4],
      ],
      nib.fine,
    ),
  );
  const bones = bothSides(v, (s) =>
    v.seam(
      [
        [s * 9, m.neck + 0.3],
        [s * 30, m.neck + 0.25],
        [s * 46, m.neck + 0.235],
      ],
      nib.fine * 1.2,
    ),
  );
  return bones + pectoral + belly + ribs;
}

/** What warriors wear round the neck: no two of one cast need be alike. */
function neckRing(v: CostumeView): string {
  const { m, nib } = v;
  const kind = (v.sheet.seed >>> 2) % 3;
  if (kind === 1) return "";
  // It hangs from the nape: before the breast lowest, at the sides as high as the neck is free.
  const hung = (d: number, low: number, bend = 1.5): Place => [
    d,
    m.neck + 0.02 + low * steady.cos((d * Math.PI) / 180) ** bend,
  ];
  if (kind === 2) {
    const beads = [-80, -66, -53, -41, -30, -20, -10, 0, 10, 20, 30, 41, 53, 66, 80].map((d) => hung(d, 0.36));
    return (
      v.seam(beads, nib.line, "#000", 0.02) +
      beads.map((at) => v.button(at, 0.04, "#fff")).join("") +
      v.button([0, m.neck + 0.45], 0.07, "#000")
    );
  }
  const thong = [-84, -64, -44, -22, 0, 22, 44, 64, 84].map((d) => hung(d, 0.5, 4));
  // A thong falls to a point: round it would be the neck of a shirt.
  const ornament: Place = [0, m.neck + 0.56];
  return (
    v.seam(thong, nib.line * 1.2, "#000", 0.02) + v.button(ornament, 0.085, "#fff") + v.button(ornament, 0.035, "#000")
  );
}
