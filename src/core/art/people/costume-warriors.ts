import { isDark, middling } from "./cloth.ts";
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
  const top = m.neck + 0.3 * (m.shoulder - m.neck);
  // Over the slope beside the neck, under the arms' roots: each strap ends at the outline of the trunk.
  const straps = bothSides(
    v,
    (s) =>
      strip([
        [s * 64, top - 0.1],
        [s * 44, m.shoulder + 0.16],
        [0, m.chest + 0.1],
        [s * -52, m.waist + 0.08],
      ]) +
      strip([
        [s * 112, top - 0.1],
        [s * 134, m.shoulder + 0.1],
        [s * 180, m.chest + 0.1],
        [s * 232, m.waist + 0.08],
      ]),
  );
  const plate =
    v.button([0, m.chest + 0.1], 0.15, "#fff") + (small ? "" : v.button([0, m.chest + 0.1], 0.08, middling.fill));
  return { front: (small ? "" : muscles(v)) + straps + plate, collar: neckRing(v) + belt(v, leather) };
}

/** The lower edge of the breast, which runs up into the armpit, and the middle of the belly. */
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
  return pectoral + belly + ribs;
}

/** What warriors wear round the neck: no two of one cast need be alike. */
function neckRing(v: CostumeView): string {
  const { m, nib } = v;
  const kind = (v.sheet.seed >>> 2) % 3;
  if (kind === 1) return "";
  if (kind === 2) {
    const beads = [-48, -36, -24, -12, 0, 12, 24, 36, 48].map((d): Place => [
      d,
      m.neck + 0.2 + 0.16 * (1 - (d / 48) ** 2),
    ]);
    return (
      v.seam(beads, nib.line, "#000", 0.02) +
      beads.map((at) => v.button(at, 0.04, "#fff")).join("") +
      v.button([0, m.neck + 0.43], 0.07, "#000")
    );
  }
  const thong = [-40, -20, 0, 20, 40].map((d): Place => [d, m.neck + 0.12 + 0.26 * (1 - (d / 40) ** 2)]);
  const ornament: Place = [0, m.neck + 0.42];
  return (
    v.seam(thong, nib.line * 1.2, "#000", 0.02) + v.button(ornament, 0.085, "#fff") + v.button(ornament, 0.035, "#000")
  );
}
