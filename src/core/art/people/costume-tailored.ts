import { tone } from "../tone.ts";
import { type CostumeView, type Front, bodyFolds, motifOf } from "./costume-view.ts";

/** A white turn-down collar round the neck. */
function shirtCollar(v: CostumeView, fill = "#fff"): string {
  const { m } = v;
  const y = m.neck;
  const back = !v.torso.seen(180)
    ? ""
    : v.patch(
        [
          [90, y - 0.13],
          [180, y - 0.16],
          [270, y - 0.13],
          [270, y - 0.02],
          [180, y - 0.02],
          [90, y - 0.02],
        ],
        fill,
        v.nib.line,
        0.035,
      );
  const wing = (s: number): string =>
    v.patch(
      [
        [s * 5, y + 0.05],
        [s * 48, y - 0.07],
        [s * 100, y - 0.13],
        [s * 105, y - 0.01],
        [s * 70, y + 0.05],
        [s * 34, y + 0.22],
      ],
      fill,
      v.nib.line,
      0.04,
    );
  return back + (v.body.yaw >= 0 ? wing(1) + wing(-1) : wing(-1) + wing(1));
}

/** Suit jacket or long coat: open to a shirt and tie, lapels, buttons. */
export function jacket(v: CostumeView, long: boolean): Front {
  const { m, main, nib } = v;
  const deep = m.chest + (long ? -0.02 : 0.32);
  const y = m.neck;
  const shirt = v.patch(
    [
      [-60, y - 0.08],
      [60, y - 0.08],
      [24, m.shoulder + 0.1],
      [9, (m.shoulder + deep) / 2],
      [0, deep],
      [-9, (m.shoulder + deep) / 2],
      [-24, m.shoulder + 0.1],
    ],
    "#fff",
    0,
  );
  const lapel = (s: number): string =>
    v.patch(
      [
        [s * 70, y - 0.1],
        [s * 34, m.shoulder - 0.02],
        [s * 30, m.shoulder + 0.26],
        [s * 20, m.shoulder + 0.3],
        [s * 32, m.shoulder + 0.38],
        [s * 2, deep + 0.05],
        [s * 9, m.shoulder + 0.3],
        [s * 16, m.shoulder],
        [s * 48, y - 0.04],
      ],
      main.fill,
      nib.line,
      0.02,
      main.fold,
    );
  const tie = v.sheet.gender === "female" ? "" : tieOf(v, deep, long);
  const closing = v.seam(
    [
      [1, deep],
      [3, m.waist],
      [7, m.hip + 0.3],
    ],
    nib.line,
    main.fold,
  );
  // Rings on light cloth look like holes: buttons are dark on it, and light on dark cloth.
  const button = main.fold === "#fff" ? "#fff" : "#000";
  const buttons = long
    ? [0.12, 0.5, 0.9].flatMap((d) => [
        v.button([-16, deep + d], 0.036, button),
        v.button([16, deep + d], 0.036, button),
      ])
    : [v.button([4, deep + 0.14], 0.03, button), v.button([5, deep + 0.46], 0.03, button)];
  const pocket = v.small
    ? ""
    : v.seam(
        [
          [22, m.chest + 0.1],
          [42, m.chest + 0.06],
        ],
        nib.line,
        main.fold,
      );
  const sidePockets = v.small
    ? ""
    : v.seam(
        [
          [26, m.waist + 0.44],
          [52, m.waist + 0.42],
        ],
        nib.line,
        main.fold,
      ) +
      v.seam(
        [
          [-26, m.waist + 0.44],
          [-52, m.waist + 0.42],
        ],
        nib.line,
        main.fold,
      );
  return {
    front:
      motifOf(v, main, m.shoulder, m.hip) +
      bodyFolds(v, main) +
      shirt +
      tie +
      lapel(-1) +
      lapel(1) +
      closing +
      buttons.join("") +
      pocket +
      sidePockets,
    collar: shirtCollar(v),
  };
}

function tieOf(v: CostumeView, deep: number, cravat: boolean): string {
  const y = v.m.neck;
  const fill = v.sheet.cloth === "black" ? tone(55) : "#000";
  if (cravat)
    return v.patch(
      [
        [-26, y],
        [26, y],
        [22, y + 0.28],
        [10, y + 0.42],
        [0, y + 0.36],
        [-10, y + 0.42],
        [-22, y + 0.28],
      ],
      fill,
      v.nib.fine,
      0.03,
    );
  if (v.sheet.seed % 3 === 0) {
    const bow = (s: number): string =>
      v.patch(
        [
          [0, y + 0.06],
          [s * 34, y - 0.02],
          [s * 30, y + 0.2],
          [0, y + 0.12],
        ],
        fill,
        v.nib.fine,
        0.04,
        "#fff",
      );
    return bow(-1) + bow(1);
  }
  return v.patch(
    [
      [-12, y + 0.02],
      [12, y + 0.02],
      [5, y + 0.2],
      [7, deep - 0.1],
      [0, deep + 0.04],
      [-7, deep - 0.1],
      [-5, y + 0.2],
    ],
    fill,
    v.nib.fine,
    0.02,
  );
}

export function waistcoat(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const deep = m.chest - 0.05;
  const shirt = v.patch(
    [
      [-80, y - 0.08],
      [80, y - 0.08],
      [34, m.shoulder + 0.04],
      [10, (m.shoulder + deep) / 2],
      [0, deep],
      [-10, (m.shoulder + deep) / 2],
      [-34, m.shoulder + 0.04],
    ],
    "#fff",
    nib.line,
    0.014,
  );
  const buttons = [0.16, 0.42, 0.68, 0.94]
    .filter((d) => deep + d < m.hip - 0.1)
    .map((d) => v.button([0, deep + d], 0.032, "#fff", "#000"));
  const chain = v.small
    ? ""
    : v.seam(
        [
          [2, m.waist - 0.1],
          [18, m.waist + 0.12],
          [38, m.waist],
        ],
        nib.line,
        main.fold,
      );
  return {
    front:
      motifOf(v, main, m.shoulder, m.hip) +
      bodyFolds(v, main) +
      shirt +
      tieOf(v, deep, v.sheet.seed % 2 === 0) +
      v.seam(
        [
          [0, deep],
          [0, m.hip],
        ],
        nib.line,
        main.fold,
      ) +
      buttons.join("") +
      chain,
    collar: shirtCollar(v),
  };
}

export function shirtFront(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const open = v.patch(
    [
      [-40, y - 0.06],
      [40, y - 0.06],
      [4, y + 0.42],
      [-2, y + 0.42],
    ],
    v.skin,
    0,
  );
  const placket =
    v.seam(
      [
        [4, y + 0.4],
        [5, m.chest],
        [5, m.hip],
      ],
      nib.line,
      main.fold,
    ) +
    v.seam(
      [
        [-6, y + 0.46],
        [-7, m.chest],
        [-7, m.hip],
      ],
      nib.fine,
      main.fold,
    );
  const buttons = [0.62, 1, 1.4, 1.8]
    .filter((d) => y + d < m.hip - 0.1)
    .map((d) => v.button([-1, y + d], 0.022, "#fff", "#000"));
  const belt = v.patch(
    [-90, -60, -30, 0, 30, 60, 90]
      .map((d) => [d - v.body.yaw, m.hip - 0.24] as const)
      .concat([90, 60, 30, 0, -30, -60, -90].map((d) => [d - v.body.yaw, m.hip - 0.08] as const)),
    "#000",
    nib.fine,
    0.03,
  );
  return {
    front:
      motifOf(v, main, m.shoulder, m.hip) +
      bodyFolds(v, main) +
      open +
      placket +
      buttons.join("") +
      belt +
      v.button([0, m.hip - 0.16], 0.06, "#fff"),
    collar: shirtCollar(v, main.fill === "#000" ? "#000" : "#fff"),
  };
}

export function jersey(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const hoops: string[] = [];
  if (main.motif === "stripes")
    for (let h = m.shoulder + 0.12; h < m.hip; h += 0.2) {
      const row = [-88, -60, -30, 0, 30, 60, 88].map((d) => [d - v.body.yaw, h] as const);
      hoops.push(v.patch([...row, ...row.toReversed().map(([d, yy]) => [d, yy + 0.09] as const)], "#000", 0));
    }
  const neck = v.patch(
    [-88, -60, -30, 0, 30, 60, 88]
      .map((d) => [d - v.body.yaw, y - 0.12] as const)
      .concat([88, 60, 30, 0, -30, -60, -88].map((d) => [d - v.body.yaw, y + 0.03] as const)),
    main.fill === "#fff" && main.motif === "stripes" ? "#fff" : main.fill,
    nib.line,
    0.05,
    main.fold === "#fff" ? "#fff" : "#000",
  );
  return {
    front:
      hoops.join("") +
      (main.motif === "dots" ? motifOf(v, main, m.shoulder, m.hip) : "") +
      bodyFolds(v, main) +
      v.seam(
        [-80, -40, 0, 40, 80].map((d) => [d - v.body.yaw, m.hip + 0.02] as const),
        nib.line,
        main.fold,
      ),
    collar: neck,
  };
}
