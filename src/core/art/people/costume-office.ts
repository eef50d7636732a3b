import { tone } from "../tone.ts";
import { dark } from "./cloth.ts";
import { bothSides, standingCollar, stiffCollar } from "./collars.ts";
import { type CostumeView, type Front, bodyFolds, motifOf } from "./costume-view.ts";
import type { Place } from "./facing-cloth.ts";
import { backSeams } from "./costume-tailored.ts";

/** A soldier's coat: two rows of buttons, belt, shoulder pieces, braid. */
export function uniform(v: CostumeView): Front {
  const { m, main, nib } = v;
  const gold = main.fill === "#fff" ? "#000" : "#fff";
  const buttons = [0.14, 0.44, 0.74, 1.04]
    .filter((d) => m.shoulder + d < m.waist - 0.1)
    .flatMap((d) => [-17, 17].map((s) => v.button([s, m.shoulder + 0.12 + d], 0.04, gold, "#000")));
  const plastron = (s: 1 | -1): string =>
    v.seam(
      [
        [s * 32, m.shoulder + 0.02],
        [s * 24, m.chest],
        [s * 11, m.waist],
      ],
      nib.line,
      main.fold,
    );
  const sash = v.sheet.seed % 2 ? shoulderBelt(v) : "";
  return {
    front:
      bodyFolds(v, main) +
      backSeams(v) +
      v.seam(
        [
          [0, m.neck],
          [0, m.hip + 0.3],
        ],
        nib.line,
        main.fold,
      ) +
      plastron(1) +
      plastron(-1) +
      sash +
      buttons.join(""),
    collar: standingCollar(v, main.fill, main.fold) + shoulderPieces(v, gold === "#fff" ? "#fff" : tone(30)) + belt(v),
  };
}

/** A broad belt with a buckle. */
function belt(v: CostumeView): string {
  const { m, nib } = v;
  const buckle = v.patch(
    [
      [-9, m.waist - 0.05],
      [9, m.waist - 0.05],
      [9, m.waist + 0.19],
      [-9, m.waist + 0.19],
    ],
    "#fff",
    nib.line,
    0.045,
  );
  return v.band(m.waist, m.waist + 0.13, v.main.fill === "#000" ? "#fff" : "#000", { grow: 0.03 }) + buckle;
}

/** A white belt from the right shoulder to the left hip, and back up behind. */
function shoulderBelt(v: CostumeView): string {
  const { m, nib } = v;
  return v.strip(
    [
      [-150, m.shoulder + 0.2],
      [-100, m.shoulder - 0.1],
      [-52, m.shoulder],
      [-10, m.chest],
      [46, m.waist - 0.06],
      [100, m.waist],
      [150, m.chest + 0.3],
      [210, m.shoulder + 0.2],
    ],
    0.075,
    "#fff",
    nib.line,
  );
}

function shoulderPieces(v: CostumeView, fill: string): string {
  const { m, nib } = v;
  // From the side they are seen from their end.
  if (Math.abs(v.body.yaw) > 50 && Math.abs(v.body.yaw) < 140) return "";
  const piece = (s: 1 | -1): string =>
    v.patch(
      [
        [s * 58, m.shoulder - 0.14],
        [s * 76, m.shoulder - 0.02],
        [s * 100, m.shoulder + 0.0],
        [s * 118, m.shoulder - 0.14],
        [s * 90, m.shoulder - 0.18],
      ],
      fill,
      nib.line,
      0.07,
    );
  return bothSides(v, piece);
}

/** A constable's dark tunic: one row of bright buttons, a number on the collar, a belt. */
export function police(v: CostumeView): Front {
  const { m, main, nib } = v;
  const bright = main.fold === "#fff" || main.fill === dark.fill ? "#fff" : "#000";
  const buttons = [0.18, 0.5, 0.82, 1.14, 1.86]
    .filter((d) => Math.abs(m.shoulder + d - m.waist) > 0.16)
    .map((d) => v.button([2, m.shoulder + d], 0.045, bright));
  return {
    front:
      bodyFolds(v, main) +
      backSeams(v) +
      v.seam(
        [
          [-3, m.neck],
          [-3, m.hip + 0.4],
        ],
        nib.line,
        main.fold,
      ) +
      buttons.join(""),
    collar: standingCollar(v, main.fill, main.fold) + belt(v),
  };
}

/** A clergyman's black coat closed to the white band round his neck. */
export function clergy(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const bands = (s: 1 | -1): string =>
    v.patch(
      [
        [0, y + 0.03],
        [s * 14, y + 0.02],
        [s * 17, y + 0.32],
        [s * 3, y + 0.34],
      ],
      "#fff",
      nib.fine,
      0.05,
    );
  const buttons = v.small
    ? ""
    : [0.5, 0.74, 0.98, 1.22, 1.46, 1.7]
        .filter((d) => y + d < m.hip)
        .map((d) => v.button([0, y + d], 0.026, main.fold))
        .join("");
  return {
    front:
      bodyFolds(v, main) +
      backSeams(v) +
      v.seam(
        [
          [4, y + 0.2],
          [4, m.hip + 0.4],
        ],
        nib.fine * 1.3,
        main.fold,
      ) +
      buttons,
    collar: v.band(y - 0.16, y + 0.04, "#fff", { grow: 0.035 }) + bands(1) + bands(-1),
  };
}

/** A footman's coat: braid on the edges, a striped waistcoat, a white neckcloth. */
export function livery(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const low = m.waist + 0.14;
  const vest = v.patch(
    [
      [-40, m.shoulder + 0.06],
      [40, m.shoulder + 0.06],
      [30, m.chest],
      [26, low],
      [0, low + 0.16],
      [-26, low],
      [-30, m.chest],
    ],
    "#fff",
    0,
    0.012,
  );
  const stripes = v.small
    ? ""
    : [-26, -17, -9, 9, 17, 26]
        .map((d) =>
          v.seam(
            [
              [d, m.shoulder + 0.2],
              [d * 0.9, low + 0.02],
            ],
            nib.line * 1.2,
          ),
        )
        .join("");
  const braid = (s: 1 | -1): string =>
    v.strip(
      [
        [s * 46, m.shoulder - 0.04],
        [s * 34, m.chest],
        [s * 28, low],
        [s * 40, m.hip + 0.3],
      ],
      0.05,
      main.fold === "#fff" ? "#fff" : "#000",
      nib.fine,
      main.fill,
    );
  const jabot = v.patch(
    [
      [-22, y + 0.02],
      [22, y + 0.02],
      [20, y + 0.24],
      [12, y + 0.46],
      [0, y + 0.4],
      [-12, y + 0.46],
      [-20, y + 0.24],
    ],
    "#fff",
    nib.line,
    0.05,
  );
  const buttons = [0.24, 0.5, 0.76].map((t) =>
    v.button([0, m.shoulder + 0.4 + (low - m.shoulder - 0.4) * t], 0.03, "#000"),
  );
  return {
    front: bodyFolds(v, main) + backSeams(v) + vest + stripes + braid(1) + braid(-1) + buttons.join(""),
    collar: stiffCollar(v) + jabot,
  };
}

/** A king's or queen's mantle: a cape of ermine on the shoulders over a dark robe, a chain on it. */
export function regal(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const low = m.chest - 0.1;
  const scalloped = v.ring(low, 0.06).map(([d, h], i): Place => [d, h + (i % 2 ? 0.06 : -0.02)]);
  const cape = v.patch([...v.ring(y + 0.02, 0.04), ...scalloped.toReversed()], "#fff", nib.bold, 0.13);
  const tails: string[] = [];
  if (!v.small)
    for (let row = 0; row < 2; row++)
      for (let d = -180 + row * 15; d < 180; d += 30)
        tails.push(
          v.patch(
            [
              [d - 2.4, m.shoulder + 0.06 + row * 0.27],
              [d + 2.4, m.shoulder + 0.06 + row * 0.27],
              [d, m.shoulder + 0.22 + row * 0.27],
            ],
            "#000",
            nib.fine,
            0.14,
          ),
        );
  const edge = (s: 1 | -1): string =>
    v.strip(
      [
        [s * 12, low],
        [s * 14, m.waist],
        [s * 18, m.hip + 0.4],
      ],
      0.1,
      "#fff",
      nib.line,
    );
  const chain =
    v.seam(
      [
        [-70, m.shoulder + 0.02],
        [-34, m.shoulder + 0.32],
        [0, m.shoulder + 0.42],
        [34, m.shoulder + 0.32],
        [70, m.shoulder + 0.02],
      ],
      nib.line * 2.2,
      "#000",
      0.16,
    ) + v.button([0, m.shoulder + 0.5], 0.1, "#fff");
  const opening = v.patch(
    [
      [-12, low],
      [12, low],
      [16, m.hip + 0.4],
      [-16, m.hip + 0.4],
    ],
    tone(20),
    0,
    0.014,
  );
  return {
    front:
      motifOf(v, main, m.shoulder, m.hip) +
      opening +
      edge(1) +
      edge(-1) +
      v.band(m.waist - 0.05, m.waist + 0.07, "#000", { ink: "#fff" }),
    collar: cape + tails.join("") + chain + v.band(y - 0.14, y + 0.06, "#fff", { grow: 0.05 }),
  };
}

/** A long robe with a cowl and a cord: monks, hermits, wizards. */
export function robe(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const s = m.shoulder - y;
  const cowl = (side: 1 | -1): string =>
    v.patch(
      [
        [side * -6, m.shoulder + 0.22],
        [side * 26, y + s * 0.4],
        [side * 70, y - 0.08],
        [side * 120, y - 0.14],
        [side * 182, y - 0.14],
        [side * 182, m.chest - 0.2],
        [side * 140, m.shoulder + 0.16],
        [side * 100, m.shoulder - 0.04],
        [side * 60, m.shoulder + 0.1],
        [side * 20, m.shoulder + 0.42],
      ],
      main.fill,
      nib.line,
      0.07,
      main.fold,
    );
  const folds = [-50, -24, 6, 34, 60, 140, 180, 220].map((d, i) =>
    v.seam(
      [
        [d, m.shoulder + 0.5 + 0.1 * (i % 2)],
        [d * 0.97, m.chest + 0.3],
        [d * 0.95, m.waist - 0.06],
      ],
      nib.fine * 1.7,
      main.fold,
    ),
  );
  const cord =
    v.band(m.waist - 0.02, m.waist + 0.08, "#fff", { grow: 0.03 }) +
    v.strip(
      [
        [14, m.waist + 0.04],
        [16, m.waist + 0.5],
        [15, m.hip + 0.3],
      ],
      0.035,
      "#fff",
      nib.line,
    );
  return { front: motifOf(v, main, m.shoulder, m.waist) + folds.join(""), collar: cord + cowl(-1) + cowl(1) };
}
