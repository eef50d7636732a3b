import { fabric } from "../fabric.ts";
import { bothSides } from "./collars.ts";
import type { CostumeView } from "./costume-view.ts";
import type { Place } from "./facing-cloth.ts";
import { clamp } from "./space.ts";
import { tone } from "../tone.ts";

/** What is tied round the neck: a tie, a bow, a narrow bow with hanging ends, a broad silk scarf crossed under the chin, or a muffler. */
export type Neckwear = "tie" | "bow" | "string" | "ascot" | "muffler" | "none";

interface Silk {
  fill: string;
  /** Ink of its edges and folds. */
  ink: string;
}

/** Silk that stands out on a white shirt and from the coat: nobody in a company has the same. */
function silkOf({ sheet }: CostumeView): Silk {
  const silks: readonly Silk[] = [
    { fill: "#000", ink: "#fff" },
    { fill: fabric("serge"), ink: "#000" },
    { fill: fabric("tweed"), ink: "#000" },
    { fill: tone(30), ink: "#000" },
  ];
  const choice = (sheet.seed >>> 3) % silks.length;
  const own = sheet.cloth === "black" && choice === 0 ? 2 : choice;
  return silks[own] ?? { fill: "#000", ink: "#fff" };
}

/** Neckwear below the collar, down to where the coat closes. */
export function neckwear(v: CostumeView, kind: Neckwear, deep: number): string {
  if (kind === "none") return "";
  const silk = silkOf(v);
  const draw = { tie, bow, string: stringBow, ascot, muffler };
  return draw[kind](v, silk, deep);
}

/** Worn over the leaves of a collar and not under them. */
export const liesOnCollar = (kind: Neckwear): boolean => kind === "bow" || kind === "string" || kind === "muffler";

function tie(v: CostumeView, { fill, ink }: Silk, deep: number): string {
  const y = v.m.neck;
  const low = Math.max(deep, y + 0.5);
  const blade: readonly Place[] = [
    [-5, y + 0.17],
    [5, y + 0.17],
    [10, low - 0.16],
    [0, low + 0.04],
    [-10, low - 0.16],
  ];
  const knot: readonly Place[] = [
    [-12, y + 0.01],
    [12, y + 0.01],
    [6, y + 0.18],
    [-6, y + 0.18],
  ];
  return (
    v.patch(blade, fill, v.nib.fine, 0.02, ink === "#fff" ? "#000" : ink) +
    v.patch(knot, fill, v.nib.fine, 0.035, ink) +
    (v.small
      ? ""
      : v.seam(
          [
            [3, y + 0.22],
            [-2, y + 0.34],
            [-3, low - 0.2],
          ],
          v.nib.fine,
          ink,
          0.025,
        ))
  );
}

/** Degrees by which a bow stays behind the turn of the body: it sits on the neck, which is rounder than the breast. */
const held = ({ body }: CostumeView): number => -Math.sign(body.yaw) * clamp((Math.abs(body.yaw) - 20) * 0.35, 0, 16);

function bow(v: CostumeView, { fill, ink }: Silk): string {
  const y = v.m.neck;
  const c = held(v);
  const loop = (s: 1 | -1): string =>
    v.patch(
      [
        [c + s * 2, y + 0.07],
        [c + s * 16, y + 0.0],
        [c + s * 31, y - 0.04],
        [c + s * 35, y + 0.07],
        [c + s * 32, y + 0.19],
        [c + s * 16, y + 0.14],
        [c + s * 2, y + 0.11],
      ],
      fill,
      v.nib.fine,
      0.06,
      ink === "#fff" ? "#000" : ink,
    ) +
    (v.small
      ? ""
      : v.seam(
          [
            [c + s * 6, y + 0.09],
            [c + s * 15, y + 0.07],
            [c + s * 24, y + 0.07],
          ],
          v.nib.fine,
          ink,
          0.065,
        ));
  return bothSides(v, loop) + v.button([c, y + 0.09], 0.042, fill, ink);
}

function stringBow(v: CostumeView, { fill, ink }: Silk): string {
  const y = v.m.neck;
  const c = held(v);
  const loop = (s: 1 | -1): string =>
    v.strip(
      [
        [c, y + 0.09],
        [c + s * 13, y + 0.02],
        [c + s * 25, y + 0.07],
        [c + s * 14, y + 0.13],
        [c, y + 0.1],
      ],
      0.022,
      fill,
      v.nib.fine,
      "#000",
      0.06,
    ) +
    v.strip(
      [
        [c, y + 0.1],
        [c + s * 9, y + 0.26],
        [c + s * 13, y + 0.42],
      ],
      0.026,
      fill,
      v.nib.fine,
      "#000",
      0.045,
    );
  return bothSides(v, loop) + v.button([c, y + 0.1], 0.032, fill, ink);
}

/** Two broad ends crossed over each other and held by a pin. */
function ascot(v: CostumeView, { fill, ink }: Silk, deep: number): string {
  const y = v.m.neck;
  const low = Math.min(Math.max(deep, y + 0.56), y + 0.86);
  const edge = ink === "#fff" ? "#000" : ink;
  const side = (s: 1 | -1, to: number): Place[] => [
    [s * 19, y - 0.01],
    [s * 23, y + 0.1],
    [s * 23, y + 0.24],
    [s * 18, y + 0.4],
    [s * 9, to - 0.06],
  ];
  const under = v.patch([...side(1, low), [0, low], ...side(-1, low).toReversed()], fill, v.nib.fine, 0.03, edge);
  if (v.small) return under;
  const crossing = (s: 1 | -1, foot: number): string =>
    v.seam(
      [
        [s * 18, y + 0.05],
        [s * 8, y + 0.17],
        [s * -7, foot],
      ],
      v.nib.line,
      ink,
      0.034,
    );
  return (
    under +
    crossing(-1, y + 0.4) +
    v.seam(
      [
        [17, y + 0.06],
        [9, y + 0.15],
        [1, y + 0.23],
      ],
      v.nib.line,
      ink,
      0.034,
    ) +
    v.seam(
      [
        [12, y + 0.22],
        [10, y + 0.34],
        [6, low - 0.16],
      ],
      v.nib.fine,
      ink,
      0.034,
    ) +
    v.button([0, y + 0.27], 0.026, "#fff", "#000")
  );
}

/** A woollen scarf twice round the neck, the lower turn slack on the breast, an end of it down the front. */
function muffler(v: CostumeView, { fill }: Silk): string {
  const { m, nib } = v;
  const y = m.neck;
  const cloth = fill === "#000" ? fabric("tweed") : fill;
  const end = v.patch(
    [
      [4, y + 0.14],
      [26, y + 0.1],
      [27, m.chest - 0.05],
      [22, m.chest + 0.06],
      [9, m.chest + 0.08],
    ],
    cloth,
    nib.line,
    0.07,
  );
  // Its corners lie on the neck: over the shoulders it would stand off like a plate.
  const slack = v.patch(
    [
      [-96, y - 0.1],
      [-40, y - 0.02],
      [40, y - 0.02],
      [96, y - 0.1],
      [74, y + 0.02],
      [40, y + 0.18],
      [6, y + 0.26],
      [-34, y + 0.17],
      [-72, y + 0.02],
    ],
    cloth,
    nib.line,
    0.06,
  );
  const fold = (...places: readonly Place[]): string => v.seam(places, nib.fine * 1.4, "#000", 0.075);
  const folds = v.small
    ? ""
    : fold([-62, y + 0.01], [-24, y + 0.11], [14, y + 0.15]) +
      fold([58, y], [34, y + 0.08], [8, y + 0.12]) +
      fold([14, y + 0.3], [17, m.chest - 0.1]);
  return end + slack + v.band(y - 0.2, y - 0.02, cloth, { grow: 0.07, droop: 0.07 }) + folds;
}
