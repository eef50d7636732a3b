import * as steady from "../../geometry/steady-math.ts";
import { isDark, pale, dark } from "./cloth.ts";
import { standingCollar, stiffCollar } from "./collars.ts";
import { type CostumeView, type Front, bodyFolds } from "./costume-view.ts";
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
      buttons.join("") +
      sash +
      belt(v),
    collar: standingCollar(v, main.fill, main.fold) + shoulderPieces(v, gold === "#fff" ? "#fff" : pale.fill),
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
  return v.band(m.waist, m.waist + 0.13, isDark(v.main) ? "#fff" : "#000", { grow: 0.03 }) + buckle;
}

/** A white belt from the right shoulder to the left hip, and back up behind. */
function shoulderBelt(v: CostumeView): string {
  const { m, nib } = v;
  return v.strip(
    [
      [-150, m.shoulder + 0.2],
      [-104, (m.neck + m.shoulder) / 2],
      [-58, m.shoulder - 0.02],
      [-12, m.chest],
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

/** Shoulder straps that widen to the arm, buttoned near the neck and fringed at the end; of a turned body the near one alone. */
function shoulderPieces({ body, m, nib, size, small }: CostumeView, fill: string): string {
  const facing = Math.abs(steady.cos((body.yaw * Math.PI) / 180));
  const [long, half] = [(0.16 + 0.2 * facing) * size, 0.055 * size];
  const path = (...places: readonly (readonly [number, number])[]): string =>
    places.map(([x, y], i) => `${i === 0 ? "M" : "L"}${(x * long).toFixed(2)} ${(y * half).toFixed(2)}`).join("");
  const strap = path([-1, -0.55], [0.1, -0.95], [0.28, 0], [0.1, 0.95], [-1, 0.55]) + "Z";
  const fringe = path([0.1, -0.95], [0.42, -0.5], [0.44, 1.9], [0.16, 2.1], [0.04, 0.95]) + "Z";
  const threads = path([0.36, 0.2], [0.36, 1.7]) + path([0.27, 0.5], [0.27, 1.7]) + path([0.18, 0.9], [0.18, 1.8]);
  const stitches = path([-0.72, -0.6], [-0.72, 0.6]) + `M${(-0.88 * long).toFixed(2)} 0h0.1`;
  return body.arms
    .map(({ side, shoulder }) => ({ side, spot: body.see({ ...shoulder, y: shoulder.y - 0.9 * m.armThick }) }))
    .filter(({ spot }) => spot.depth > -0.45)
    .map(({ side, spot: { x, y } }) => {
      const out = side * (steady.cos((body.yaw * Math.PI) / 180) < 0 ? -1 : 1);
      const place = `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${out} 1) rotate(${(23 * facing).toFixed(1)})`;
      const lines = small ? "" : `<path d="${threads}${stitches}" fill="none" stroke-linecap="round"/>`;
      return `<g transform="${place}" stroke="#000" stroke-width="${nib.line.toFixed(2)}" stroke-linejoin="round"><path d="${fringe}${strap}" fill="${fill}"/>${lines}</g>`;
    })
    .join("");
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
      buttons.join("") +
      belt(v),
    collar: standingCollar(v, main.fill, main.fold),
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
  const ruffle = (top: number, wide: number): string =>
    v.patch(
      [
        [0, y + top],
        [wide * 0.6, y + top + 0.02],
        [wide, y + top + 0.2],
        [wide * 0.62, y + top + 0.17],
        [wide * 0.3, y + top + 0.24],
        [0, y + top + 0.18],
        [-wide * 0.34, y + top + 0.24],
        [-wide * 0.66, y + top + 0.17],
        [-wide, y + top + 0.19],
        [-wide * 0.6, y + top + 0.02],
      ],
      "#fff",
      nib.line,
      0.05,
    );
  const jabot = ruffle(0.3, 17) + ruffle(0.16, 21) + ruffle(0.01, 18);
  const buttons = [0.24, 0.5, 0.76].map((t) =>
    v.button([0, m.shoulder + 0.4 + (low - m.shoulder - 0.4) * t], 0.03, "#000"),
  );
  return {
    front: bodyFolds(v, main) + backSeams(v) + vest + stripes + braid(1) + braid(-1) + buttons.join(""),
    collar: stiffCollar(v) + jabot,
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
        // Over the shoulders it ends above the sleeves.
        [side * 145, m.shoulder - 0.04],
        [side * 100, m.shoulder - 0.1],
        [side * 56, m.shoulder - 0.02],
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
  return { front: folds.join(""), collar: girdle(v) + cowl(-1) + cowl(1) };
}

/** A cord round the waist with a hanging end. */
export function girdle(v: CostumeView): string {
  const { m, nib } = v;
  return (
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
    )
  );
}
