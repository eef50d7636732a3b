import { tone } from "../tone.ts";
import { white } from "./cloth.ts";
import { type CostumeView, type Front, bodyFolds, motifOf } from "./costume-view.ts";

/** A short cape on the shoulders, a standing collar and a clasp; the cloak itself hangs behind. */
export function cloakMantle(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const row = [-88, -66, -44, -22, 0, 22, 44, 66, 88].map((d) => d - v.body.yaw);
  const low = row.map(
    (d, i) => [d, m.chest - 0.12 + (i % 2 ? 0.06 : -0.03) + (torsoFront(v, d) ? -0.06 : 0.06)] as const,
  );
  const cape = v.patch(
    [
      ...row.map((d) => [d, y - 0.02] as const),
      ...row
        .toReversed()
        .map((d) => [d, m.shoulder] as const)
        .slice(0, 1),
      ...low.toReversed(),
      [row[0] ?? 0, m.shoulder] as const,
    ],
    main.fill,
    nib.bold,
    0.2,
    main.fold === "#fff" ? "#fff" : "#000",
  );
  const folds = [-66, -40, 40, 66, 120, -120, 160].map((d) =>
    v.seam(
      [
        [d, m.shoulder + 0.02],
        [d * 1.04, m.shoulder + 0.3],
        [d * 1.06, m.chest - 0.16],
      ],
      nib.fine * 1.8,
      main.fold,
      0.2,
    ),
  );
  const opening = v.seam(
    [
      [0, y],
      [1, m.chest - 0.16],
    ],
    nib.line,
    main.fold,
    0.2,
  );
  const collar = (s: number): string =>
    v.patch(
      [
        [s * 6, y + 0.06],
        [s * 60, y - 0.2],
        [s * 130, y - 0.3],
        [s * 150, y + 0.02],
        [s * 70, y + 0.12],
      ],
      main.fill === "#000" ? "#000" : "#fff",
      nib.line,
      0.09,
      main.fold,
    );
  const undershirt = v.patch(
    [
      [-50, y - 0.08],
      [50, y - 0.08],
      [6, y + 0.3],
      [-6, y + 0.3],
    ],
    "#fff",
    nib.line,
    0.02,
  );
  return {
    front: bodyFolds(v, white) + undershirt,
    collar:
      cape +
      folds.join("") +
      opening +
      (v.body.yaw >= 0 ? collar(1) + collar(-1) : collar(-1) + collar(1)) +
      v.button([0, y + 0.14], 0.075, "#fff") +
      v.button([0, y + 0.14], 0.03, "#000"),
  };
}

const torsoFront = (v: CostumeView, degrees: number): boolean => Math.abs(degrees) < 90 && v.torso.seen(degrees);

export function rags(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const neck = v.patch(
    [
      [-60, y - 0.08],
      [60, y - 0.08],
      [22, m.shoulder + 0.06],
      [8, m.shoulder + 0.2],
      [-2, m.shoulder + 0.36],
      [-14, m.shoulder + 0.1],
    ],
    v.skin,
    nib.line,
  );
  const patchOn = v.patch(
    [
      [18, m.waist - 0.3],
      [40, m.waist - 0.34],
      [44, m.waist],
      [20, m.waist + 0.04],
    ],
    tone(40),
    nib.fine,
    0.015,
  );
  const stitches = v.small
    ? ""
    : [-0.26, -0.14, -0.02]
        .map((d) =>
          v.seam(
            [
              [14, m.waist + d],
              [23, m.waist + d + 0.02],
            ],
            nib.fine,
          ),
        )
        .join("");
  const tears = v.small
    ? ""
    : v.patch(
        [
          [-34, m.chest + 0.3],
          [-22, m.chest + 0.24],
          [-26, m.chest + 0.42],
          [-36, m.chest + 0.5],
        ],
        "#000",
        0,
      ) +
      v.patch(
        [
          [-12, m.waist + 0.5],
          [-2, m.waist + 0.44],
          [-6, m.waist + 0.7],
        ],
        "#000",
        0,
      );
  const rope = v.patch(
    [-88, -50, 0, 50, 88]
      .map((d) => [d - v.body.yaw, m.waist + 0.04] as const)
      .concat([88, 50, 0, -50, -88].map((d) => [d - v.body.yaw, m.waist + 0.13] as const)),
    "#fff",
    nib.line,
    0.03,
  );
  return {
    front: motifOf(v, main, m.shoulder, m.hip) + bodyFolds(v, main) + neck + patchOn + stitches + tears + rope,
    collar: "",
  };
}
