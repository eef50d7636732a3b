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

/** Straps of leather that cross on a bare breast under a plate, a belt, and by seed a studded collar, a collar of leather or a chain. */
export function harness(v: CostumeView): Front {
  const { m, nib, small } = v;
  const dark = isDark(v.main) || v.sheet.seed % 2 === 1;
  const leather = dark ? "#000" : middling.fill;
  const ink = dark ? "#fff" : "#000";
  const muscles = small
    ? ""
    : bothSides(v, (s) =>
        v.seam(
          [
            [s * 8, m.chest + 0.2],
            [s * 30, m.chest + 0.27],
            [s * 52, m.chest + 0.16],
          ],
          nib.fine * 1.4,
        ),
      ) +
      v.seam(
        [
          [0, m.chest + 0.3],
          [0, m.waist - 0.1],
        ],
        nib.fine,
      );
  const broad = 0.05 + 0.012 * (v.sheet.seed % 4);
  const strap = (s: 1 | -1): string =>
    v.strip(
      [
        [s * 186, m.chest + 0.1],
        [s * 120, m.shoulder - 0.02],
        [s * 66, m.shoulder - 0.06],
        [s * 40, m.shoulder + 0.26],
        [0, m.chest + 0.12],
        [s * -48, m.waist + 0.06],
      ],
      broad,
      leather,
      nib.line,
      ink,
      0.035,
    );
  const plate =
    v.button([0, m.chest + 0.12], 0.17, "#fff") + (small ? "" : v.button([0, m.chest + 0.12], 0.1, middling.fill));
  return { front: muscles, collar: bothSides(v, strap) + plate + neckRing(v) + belt(v, leather) };
}

/** What warriors wear round the neck: no two of one cast need be alike. */
function neckRing(v: CostumeView): string {
  const { m, nib, small } = v;
  const kind = (v.sheet.seed >>> 2) % 3;
  if (kind === 2) {
    const beads = [-64, -48, -32, -16, 0, 16, 32, 48, 64].map((d): Place => [d, m.shoulder + 0.28 - 0.00006 * d * d]);
    return (
      v.seam(beads, nib.line, "#000", 0.02) +
      beads.map((at) => v.button(at, 0.055, "#fff")).join("") +
      v.button([0, m.shoulder + 0.38], 0.09, "#000")
    );
  }
  const [fill, ink] = kind === 0 ? ["#fff", "#000"] : ["#000", "#fff"];
  const broad = [...v.ring(m.neck - 0.06, 0.02), ...v.ring(m.shoulder + 0.02, 0.12).toReversed()];
  const studs = small ? "" : [-50, -25, 0, 25, 50].map((d) => v.button([d, m.shoulder - 0.02], 0.04, ink)).join("");
  return v.patch(broad, fill, nib.line, 0.04, ink) + studs;
}
