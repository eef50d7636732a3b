import { shade, tone } from "../tone.ts";
import { type CostumeView, type Front, type Place, bodyFolds, motifOf } from "./costume-view.ts";

/** Places all round the visible side of the trunk at one height. */
const rowAt = (v: CostumeView, y: number): Place[] =>
  [-88, -60, -30, 0, 30, 60, 88].map((d) => [d - v.body.yaw, y] as const);
const band = (v: CostumeView, from: number, to: number, fill: string, grow: number, ink = "#000"): string =>
  v.patch([...rowAt(v, from), ...rowAt(v, to).toReversed()], fill, v.nib.line, grow, ink);

/** A standing collar, closed or a little open at the throat. */
function standingCollar(v: CostumeView, fill: string, ink: string): string {
  const y = v.m.neck;
  return (
    band(v, y - 0.2, y + 0.03, fill, 0.045, ink) +
    v.seam(
      [
        [0, y - 0.2],
        [0, y + 0.03],
      ],
      v.nib.line,
      ink,
      0.05,
    )
  );
}

/** Two rows of buttons, belt, epaulettes. */
export function uniform(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const gold = main.fill === "#fff" ? "#000" : "#fff";
  const buttons = [0.14, 0.44, 0.74, 1.04]
    .filter((d) => m.shoulder + d < m.waist - 0.1)
    .flatMap((d) => [-17, 17].map((s) => v.button([s, m.shoulder + 0.12 + d], 0.04, gold, "#000")));
  const plastron =
    v.seam(
      [
        [-30, m.shoulder + 0.02],
        [-22, m.chest],
        [-10, m.waist],
      ],
      nib.line,
      main.fold,
    ) +
    v.seam(
      [
        [30, m.shoulder + 0.02],
        [22, m.chest],
        [10, m.waist],
      ],
      nib.line,
      main.fold,
    );
  const epaulette = (s: number): string =>
    v.patch(
      [
        [s * 50, m.shoulder - 0.13],
        [s * 74, m.shoulder - 0.06],
        [s * 84, m.shoulder + 0.08],
        [s * 64, m.shoulder + 0.1],
        [s * 44, m.shoulder - 0.02],
      ],
      gold === "#fff" ? "#fff" : tone(30),
      nib.line,
      0.06,
    );
  const belt = band(v, m.waist - 0.04, m.waist + 0.14, main.fill === "#000" ? "#fff" : "#000", 0.02);
  const buckle = v.patch(
    [
      [-9, m.waist - 0.06],
      [9, m.waist - 0.06],
      [9, m.waist + 0.16],
      [-9, m.waist + 0.16],
    ],
    "#fff",
    nib.line,
    0.03,
  );
  const sash =
    v.sheet.seed % 2
      ? v.patch(
          [
            [-42, m.shoulder - 0.02],
            [-30, m.shoulder - 0.06],
            [40, m.waist - 0.08],
            [30, m.waist],
          ],
          "#fff",
          nib.line,
          0.02,
        )
      : "";
  return {
    front:
      bodyFolds(v, main) +
      v.seam(
        [
          [0, y],
          [0, m.hip + 0.3],
        ],
        nib.line,
        main.fold,
      ) +
      plastron +
      sash +
      buttons.join("") +
      belt +
      buckle,
    collar: standingCollar(v, main.fill, main.fold) + epaulette(-1) + epaulette(1),
  };
}

/** Crossing bands from both shoulders, left over right. */
function crossing(v: CostumeView, fill: string, to: number, open = 0.5): string {
  const { m, nib } = v;
  const y = m.neck;
  const throat = v.patch(
    [
      [-74, y - 0.12],
      [74, y - 0.12],
      [50, y + open * 0.26],
      [28, y + open * 0.6],
      [6, y + open + 0.04],
      [-6, y + open + 0.04],
      [-28, y + open * 0.6],
      [-50, y + open * 0.26],
    ],
    v.skin,
    0,
    0.02,
  );
  const strip = (s: number, end: number): string =>
    v.patch(
      [
        [s * 120, y - 0.16],
        [s * 84, y - 0.16],
        [s * 62, y - 0.08],
        [s * 38, y + open * 0.24],
        [s * 20, y + open * 0.56],
        [s * -2, y + open],
        [s * -end, to],
        [s * -(end - 16), to],
        [s * 12, y + open + 0.1],
        [s * 34, y + open * 0.66],
        [s * 54, y + open * 0.34],
        [s * 80, y + 0.04],
        [s * 120, y - 0.02],
      ],
      fill,
      nib.line,
      0.03,
      fill === "#000" ? "#fff" : "#000",
    );
  const back = !v.torso.seen(180)
    ? ""
    : v.patch(
        [
          [100, y - 0.2],
          [180, y - 0.24],
          [260, y - 0.2],
          [260, y - 0.02],
          [180, y - 0.04],
          [100, y - 0.02],
        ],
        fill,
        nib.line,
        0.03,
      );
  return throat + back + strip(1, 34) + strip(-1, 34);
}

/** White on white would look like bare shoulders. */
const bandFill = ({ main }: CostumeView): string => (main.fill === "#fff" ? tone(40) : "#fff");

export function kimono(v: CostumeView): Front {
  const { m, main, second, nib } = v;
  const woman = v.sheet.gender === "female";
  const light = main.fill !== "#fff" && second.fill !== "#fff" ? "#fff" : tone(30);
  const obiFill = main.fill === "#000" || main.fill === tone(70) ? tone(20) : light === "#fff" ? tone(55) : light;
  const [top, low] = woman ? [m.waist - 0.4, m.waist + 0.16] : [m.waist + 0.16, m.waist + 0.4];
  const sag = (y: number): Place[] =>
    [-88, -66, -44, -22, 0, 22, 44, 66, 88].map((d) => [
      d - v.body.yaw,
      y + 0.07 * Math.cos((d * Math.PI) / 180) - (woman ? 0 : 0.05 * Math.cos(((d - v.body.yaw) * Math.PI) / 180)),
    ]);
  const belt = (from: number, to: number, fill: string, grow: number, line: number): string =>
    v.patch([...sag(from), ...sag(to).toReversed()], fill, line, grow);
  const creases = v.small
    ? ""
    : [0.3, 0.66].map((t) => v.seam(sag(top + (low - top) * t), nib.fine, "#000", 0.05)).join("");
  const cord = woman ? belt(m.waist - 0.17, m.waist - 0.09, "#fff", 0.065, nib.fine) : "";
  const bow = woman && !v.small ? v.button([0, m.waist - 0.06], 0.06, "#fff") : "";
  const obi = belt(top, low, obiFill, 0.045, nib.line) + creases + cord + bow;
  const knot = v.torso.seen(180)
    ? v.patch(
        [
          [150, m.waist - 0.5],
          [210, m.waist - 0.5],
          [214, m.waist + 0.1],
          [146, m.waist + 0.1],
        ],
        obiFill,
        nib.bold,
        0.2,
      )
    : "";
  return {
    front:
      motifOf(v, main, m.shoulder, m.waist) +
      bodyFolds(v, main) +
      crossing(v, bandFill(v), m.waist - 0.2, 0.42) +
      obi +
      knot,
    collar: "",
  };
}

export function hakamaTop(v: CostumeView): Front {
  const { m, main, nib } = v;
  const cord =
    v.patch([...rowAt(v, m.waist), ...rowAt(v, m.waist + 0.16).toReversed()], "#fff", nib.line, 0.03) +
    v.patch(
      [
        [-14, m.waist - 0.06],
        [10, m.waist - 0.02],
        [14, m.waist + 0.22],
        [-10, m.waist + 0.2],
      ],
      "#fff",
      nib.line,
      0.05,
    );
  const crest =
    main.fill === "#000"
      ? v.button([-34, m.shoulder + 0.3], 0.06, "#fff") + v.button([34, m.shoulder + 0.3], 0.06, "#fff")
      : "";
  return {
    front:
      motifOf(v, main, m.shoulder, m.waist) +
      bodyFolds(v, main) +
      crossing(v, bandFill(v), m.waist + 0.02, 0.5) +
      crest +
      cord,
    collar: "",
  };
}

/** A long robe with a cowl and a cord. */
export function robe(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const cowl =
    v.patch(
      [
        ...rowAt(v, y - 0.14),
        ...rowAt(v, y)
          .toReversed()
          .map(([d]) => [d, y + 0.12 + 0.16 * Math.max(0, Math.cos((d * Math.PI) / 180))] as const),
      ],
      main.fill,
      nib.line,
      0.1,
      main.fold,
    ) +
    v.seam(
      [
        [-60, y + 0.02],
        [-20, y + 0.1],
        [30, y + 0.06],
      ],
      nib.fine * 1.6,
      main.fold,
      0.12,
    );
  const cord =
    band(v, m.waist - 0.02, m.waist + 0.09, "#fff", 0.03) +
    v.seam(
      [
        [14, m.waist + 0.06],
        [16, m.waist + 0.5],
        [14, m.hip + 0.2],
      ],
      nib.line * 1.6,
      main.fold === "#fff" ? "#fff" : "#000",
      0.05,
    );
  const folds = [-50, -24, 6, 34, 60].map((d, i) =>
    v.seam(
      [
        [d, m.shoulder + 0.3 + 0.1 * (i % 2)],
        [d * 0.9, m.chest + 0.3],
        [d * 0.8, m.waist - 0.06],
      ],
      nib.fine * 1.7,
      main.fold,
    ),
  );
  return { front: motifOf(v, main, m.shoulder, m.waist) + folds.join("") + cord, collar: cowl };
}

/** Breastplate with a middle ridge, gorget, shoulder plates and tassets. */
export function armour(v: CostumeView): Front {
  const { m, nib } = v;
  const y = m.neck;
  const plate = v.patch(
    [
      [-58, m.shoulder + 0.1],
      [-30, m.shoulder - 0.02],
      [0, m.shoulder + 0.04],
      [30, m.shoulder - 0.02],
      [58, m.shoulder + 0.1],
      [66, m.chest],
      [48, m.waist - 0.1],
      [0, m.waist + 0.06],
      [-48, m.waist - 0.1],
      [-66, m.chest],
    ],
    "#fff",
    nib.bold,
    0.06,
  );
  const ridge = v.seam(
    [
      [0, m.shoulder + 0.06],
      [0, m.chest],
      [0, m.waist + 0.04],
    ],
    nib.line,
    "#000",
    0.08,
  );
  const dark = v.patch(
    [
      [18, m.shoulder + 0.1],
      [56, m.shoulder + 0.16],
      [64, m.chest],
      [46, m.waist - 0.12],
      [16, m.waist],
    ],
    shade(30),
    0,
    0.065,
  );
  const tassets = [0, 1, 2].map((i) =>
    band(v, m.waist + 0.08 + i * 0.24, m.waist + 0.34 + i * 0.24, i % 2 ? tone(20) : "#fff", 0.05 + i * 0.02),
  );
  const pauldrons = v.body.arms
    .toSorted((a, b) => v.body.see(a.shoulder).depth - v.body.see(b.shoulder).depth)
    .flatMap((arm) => {
      const [top, elbow] = [v.body.see(arm.shoulder), v.body.see(arm.elbow)];
      return [2, 1, 0].map((i) => {
        const t = i * 0.16 - 0.02;
        const [cx, cy] = [top.x + (elbow.x - top.x) * t, top.y + (elbow.y - top.y) * t];
        const [rx, ry] = [v.size * (0.3 - i * 0.02), v.size * 0.2];
        const stroke = `stroke="#000" stroke-width="${nib.line.toFixed(2)}"`;
        return `<ellipse cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" rx="${rx.toFixed(1)}" ry="${ry.toFixed(1)}" fill="${i % 2 ? tone(20) : "#fff"}" ${stroke}/>`;
      });
    });
  const gorget = band(v, y - 0.16, y + 0.12, "#fff", 0.06);
  return { front: tassets.toReversed().join("") + plate + dark + ridge, collar: gorget + pauldrons.join("") };
}

/** Stand-up collar with one row of buttons for boys; sailor collar and scarf for girls. */
export function schoolWear(v: CostumeView): Front {
  const { m, main, nib, second } = v;
  const y = m.neck;
  if (v.sheet.gender === "male") {
    const buttons = [0.2, 0.55, 0.9, 1.25, 1.6]
      .filter((d) => y + d < m.hip)
      .map((d) => v.button([3, y + d], 0.042, main.fill === "#fff" ? "#000" : "#fff"));
    return {
      front:
        bodyFolds(v, main) +
        v.seam(
          [
            [-2, y],
            [-2, m.hip + 0.3],
          ],
          nib.line,
          main.fold,
        ) +
        buttons.join(""),
      collar: standingCollar(v, main.fill, main.fold),
    };
  }
  const navy = main.fill === "#fff" ? second.fill : main.fill;
  const line = navy === "#000" || navy === tone(70) ? "#fff" : "#000";
  const collar = (s: number): string =>
    v.patch(
      [
        [s * 2, m.chest - 0.2],
        [s * 30, y + 0.16],
        [s * 70, y - 0.12],
        [s * 120, y - 0.12],
        [s * 64, m.shoulder + 0.04],
        [s * 44, m.shoulder + 0.3],
        [s * 10, m.chest - 0.08],
      ],
      navy,
      nib.line,
      0.03,
    ) +
    v.seam(
      [
        [s * 8, m.chest - 0.13],
        [s * 38, m.shoulder + 0.22],
        [s * 56, m.shoulder],
      ],
      nib.fine * 1.5,
      line,
      0.035,
    );
  const throat = v.patch(
    [
      [-62, y - 0.1],
      [62, y - 0.1],
      [14, y + 0.36],
      [0, m.chest - 0.2],
      [-14, y + 0.36],
    ],
    v.skin,
    0,
  );
  const scarf = v.patch(
    [
      [-6, m.chest - 0.2],
      [6, m.chest - 0.2],
      [16, m.chest + 0.26],
      [3, m.chest + 0.1],
      [-10, m.chest + 0.3],
    ],
    navy === "#000" ? tone(40) : "#000",
    nib.line,
    0.04,
  );
  const back = v.torso.seen(180)
    ? v.patch(
        [
          [130, m.shoulder - 0.1],
          [180, m.shoulder - 0.14],
          [230, m.shoulder - 0.1],
          [222, m.chest - 0.2],
          [138, m.chest - 0.2],
        ],
        navy,
        nib.line,
        0.03,
      )
    : "";
  return {
    front: bodyFolds(v, { fill: "#fff", fold: "#000", motif: "none" }) + throat + back,
    collar: collar(-1) + collar(1) + scarf,
  };
}
