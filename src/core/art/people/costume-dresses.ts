import { flick } from "./brush.ts";
import { type CostumeView, type Front, bodyFolds, motifOf } from "./costume-view.ts";

/** A fitted bodice with a small collar and a row of buttons. */
export function dressFront(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const darts =
    v.seam(
      [
        [-26, m.chest + 0.1],
        [-22, m.waist],
      ],
      nib.fine * 1.3,
      main.fold,
    ) +
    v.seam(
      [
        [26, m.chest + 0.1],
        [22, m.waist],
      ],
      nib.fine * 1.3,
      main.fold,
    );
  const bust =
    v.small || v.m.bust === 0
      ? ""
      : v.seam(
          [
            [-52, m.chest - 0.06],
            [-36, m.chest + 0.13],
            [-20, m.chest + 0.1],
          ],
          nib.fine * 1.3,
          main.fold,
        ) +
        v.seam(
          [
            [52, m.chest - 0.06],
            [36, m.chest + 0.13],
            [20, m.chest + 0.1],
          ],
          nib.fine * 1.3,
          main.fold,
        );
  const buttons = [0.34, 0.6, 0.86, 1.12]
    .filter((d) => y + d < m.waist)
    .map((d) => v.button([0, y + d], 0.026, "#fff", "#000"));
  const sash = v.patch(
    [-88, -50, 0, 50, 88]
      .map((d) => [d - v.body.yaw, m.waist - 0.1] as const)
      .concat([88, 50, 0, -50, -88].map((d) => [d - v.body.yaw, m.waist + 0.06] as const)),
    "#000",
    nib.line,
    0.02,
    main.fold,
  );
  const flap = (s: number): string =>
    v.patch(
      [
        [s * 4, y - 0.04],
        [s * 60, y - 0.14],
        [s * 110, y - 0.1],
        [s * 70, y + 0.14],
        [s * 38, y + 0.24],
        [s * 12, y + 0.2],
      ],
      "#fff",
      nib.line,
      0.04,
    );
  return {
    front: motifOf(v, main, m.shoulder, m.waist) + bodyFolds(v, main) + darts + bust + buttons.join("") + sash,
    collar: v.body.yaw >= 0 ? flap(1) + flap(-1) : flap(-1) + flap(1),
  };
}

export function apronBib(v: CostumeView): string {
  const { m, main, nib } = v;
  const strap = (s: number): string =>
    v.patch(
      [
        [s * 34, m.shoulder - 0.12],
        [s * 46, m.shoulder - 0.06],
        [s * 34, m.chest - 0.1],
        [s * 24, m.chest - 0.1],
      ],
      "#fff",
      nib.line,
      0.025,
    );
  const bib = v.patch(
    [
      [-32, m.chest - 0.12],
      [0, m.chest - 0.16],
      [32, m.chest - 0.12],
      [38, m.waist],
      [0, m.waist + 0.03],
      [-38, m.waist],
    ],
    "#fff",
    nib.line,
    0.025,
  );
  const frill = [-1, 1].map((s) =>
    v.patch(
      [
        [s * 46, m.shoulder - 0.08],
        [s * 62, m.shoulder + 0.06],
        [s * 66, m.shoulder + 0.2],
        [s * 56, m.chest - 0.16],
        [s * 34, m.chest - 0.08],
      ],
      "#fff",
      nib.line,
      0.06,
    ),
  );
  const band = v.patch(
    [-88, -50, 0, 50, 88]
      .map((d) => [d - v.body.yaw, m.waist - 0.07] as const)
      .concat([88, 50, 0, -50, -88].map((d) => [d - v.body.yaw, m.waist + 0.08] as const)),
    "#fff",
    nib.line,
    0.03,
  );
  return (
    motifOf(v, main, m.shoulder, m.waist) + bodyFolds(v, main) + frill.join("") + strap(-1) + strap(1) + bib + band
  );
}

/** The apron over the skirt, hanging from the waist over the knees. */
export function apronSkirt(v: CostumeView): string {
  const { m, body, nib, torso } = v;
  if (!torso.seen(0)) return "";
  const [left, right] = [torso.at(-52, m.waist, 0.03), torso.at(52, m.waist, 0.03)];
  const [a, b] =
    body.legs[0].knee.x < body.legs[1].knee.x ? [body.legs[0], body.legs[1]] : [body.legs[1], body.legs[0]];
  // On a lap the apron stays within the knees; below them it would stand out like a board.
  const out = Math.max(a.knee.z, b.knee.z) > 0.9 ? 0.12 : 0.32;
  const kneeL = body.see({ x: a.knee.x - out, y: a.knee.y - 0.12, z: a.knee.z + m.legThick + 0.12 });
  const kneeR = body.see({ x: b.knee.x + out, y: b.knee.y - 0.12, z: b.knee.z + m.legThick + 0.12 });
  const low = { x: (kneeL.x + kneeR.x) / 2, y: Math.max(kneeL.y, kneeR.y) + v.size * 0.1 };
  const path = `M${left.x.toFixed(1)} ${left.y.toFixed(1)}L${right.x.toFixed(1)} ${right.y.toFixed(1)}Q${((right.x + kneeR.x) / 2 + v.size * 0.06).toFixed(1)} ${((right.y + kneeR.y) / 2).toFixed(1)} ${kneeR.x.toFixed(1)} ${kneeR.y.toFixed(1)}Q${low.x.toFixed(1)} ${low.y.toFixed(1)} ${kneeL.x.toFixed(1)} ${kneeL.y.toFixed(1)}Q${((left.x + kneeL.x) / 2 - v.size * 0.06).toFixed(1)} ${((left.y + kneeL.y) / 2).toFixed(1)} ${left.x.toFixed(1)} ${left.y.toFixed(1)}Z`;
  const folds = [0.25, 0.5, 0.75].map((t) =>
    flick(
      [
        { x: left.x + (right.x - left.x) * t, y: left.y },
        {
          x: (left.x + (right.x - left.x) * t + kneeL.x + (kneeR.x - kneeL.x) * t) / 2,
          y: (left.y + kneeL.y) / 2 + v.size * 0.1,
        },
      ],
      nib.fine * 1.5,
    ),
  );
  return `<path d="${path}" fill="#fff" stroke="#000" stroke-width="${nib.line.toFixed(2)}" stroke-linejoin="round"/>${folds.join("")}`;
}

/** A low neckline, a brooch and a necklace. */
export function gownFront(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const neckline = v.patch(
    [
      [-75, y - 0.1],
      [75, y - 0.1],
      [52, m.shoulder - 0.04],
      [30, m.shoulder + 0.24],
      [0, m.shoulder + 0.34],
      [-30, m.shoulder + 0.24],
      [-52, m.shoulder - 0.04],
    ],
    v.skin,
    nib.line,
    0.012,
  );
  const lace = [-46, -34, -22, -10, 2, 14, 26, 38, 50].map((d) =>
    v.button([d - 2, m.shoulder + 0.36 - (d / 52) ** 2 * 0.3], 0.065, "#fff", "#000"),
  );
  const necklace =
    v.seam(
      [
        [-62, y + 0.02],
        [-30, y + 0.16],
        [0, y + 0.24],
        [30, y + 0.16],
        [62, y + 0.02],
      ],
      nib.line,
    ) + v.button([0, y + 0.29], 0.05, "#000");
  const collarBones = v.small
    ? ""
    : v.seam(
        [
          [-8, y + 0.14],
          [-26, y + 0.13],
        ],
        nib.fine,
      ) +
      v.seam(
        [
          [8, y + 0.14],
          [26, y + 0.13],
        ],
        nib.fine,
      );
  const bodice =
    v.seam(
      [
        [-30, m.shoulder + 0.3],
        [-14, m.waist],
        [0, m.waist + 0.16],
      ],
      nib.line,
      main.fold,
    ) +
    v.seam(
      [
        [30, m.shoulder + 0.3],
        [14, m.waist],
        [0, m.waist + 0.16],
      ],
      nib.line,
      main.fold,
    );
  return {
    front: motifOf(v, main, m.shoulder + 0.3, m.waist) + bodyFolds(v, main) + bodice + neckline + lace.join(""),
    collar: collarBones + necklace,
  };
}
