import { type Cloth, dark, isDark, pale, middling, plain } from "./cloth.ts";
import { bothSides } from "./collars.ts";
import { type CostumeView, type Front, bodyFolds } from "./costume-view.ts";
import type { Place } from "./facing-cloth.ts";
import { bandFill, crossing } from "./robe-collar.ts";

/** A belt that sags a little, with the creases of its windings. */
function obi(v: CostumeView, top: number, low: number, fill: string): string {
  const { nib } = v;
  const creases = v.small
    ? ""
    : [0.34, 0.68]
        .map((t) => v.seam(v.ring(top + (low - top) * t, 0.06), nib.fine, fill === "#000" ? "#fff" : "#000", 0.06))
        .join("");
  return v.band(top, low, fill, { grow: 0.05, droop: 0.06 }) + creases;
}

/** The bow behind: a drum for a woman's wide belt, a flat knot for a man's narrow one. */
function backKnot(v: CostumeView, top: number, low: number, fill: string, woman: boolean): string {
  const { nib } = v;
  const ink = fill === "#000" ? "#fff" : "#000";
  if (!woman)
    return v.patch(
      [
        [160, top - 0.07],
        [200, top - 0.07],
        [196, (top + low) / 2],
        [202, low + 0.08],
        [158, low + 0.08],
        [164, (top + low) / 2],
      ],
      fill,
      nib.line,
      0.1,
    );
  const drum: readonly Place[] = [
    [150, top - 0.1],
    [210, top - 0.1],
    [213, low + 0.1],
    [147, low + 0.1],
  ];
  const fold = v.seam(
    [
      [149, low - 0.06],
      [180, low - 0.02],
      [211, low - 0.06],
    ],
    nib.line,
    ink,
    0.17,
  );
  return v.patch(drum, fill, nib.bold, 0.16) + fold;
}

export function kimono(v: CostumeView): Front {
  const { m, main } = v;
  const woman = v.sheet.gender === "female";
  const grown = v.sheet.age !== "child";
  const { top, low, fill } = beltOf(v);
  const cord =
    woman && grown
      ? v.band(m.waist - 0.19, m.waist - 0.11, "#fff", { grow: 0.065, droop: 0.06, width: v.nib.fine })
      : "";
  const fold = woman ? v.seam(v.ring(m.waist + 0.36, 0.06), v.nib.line, main.fold, 0.03) : "";
  return {
    front: bodyFolds(v, main) + fold,
    collar:
      crossing(v, {
        fill: bandFill(v),
        cross: m.shoulder + (m.chest - m.shoulder) * 0.56,
        to: top + 0.1,
        half: 0.085,
        low: woman,
      }) +
      obi(v, top, low, fill) +
      cord,
  };
}

/** The knot of the belt behind. */
export function kimonoKnot(v: CostumeView): string {
  const woman = v.sheet.gender === "female" && v.sheet.age !== "child";
  const { top, low, fill } = beltOf(v);
  return backKnot(v, top, low, fill, woman);
}

/** A woman's belt is broad and sits high, a man's narrow and low. */
function beltOf({ m, main, second, sheet }: CostumeView): { top: number; low: number; fill: string } {
  const light = main.fill !== "#fff" && second.fill !== "#fff" ? "#fff" : pale.fill;
  const fill = isDark(main) ? pale.fill : light === "#fff" ? middling.fill : light;
  return sheet.gender === "female" && sheet.age !== "child"
    ? { top: m.waist - 0.42, low: m.waist + 0.12, fill }
    : { top: m.waist + 0.14, low: m.waist + 0.36, fill };
}

/** A man's family badge on dark cloth: a ring with a mark in it. Without the mark it would be a hole. */
function badge(v: CostumeView, place: Place): string {
  if (!isDark(v.main) || v.small || v.sheet.gender !== "male") return "";
  return v.button(place, 0.06, "#fff") + v.button(place, 0.045, "#000") + v.button(place, 0.022, "#fff", "#fff");
}

/** A short coat worn open over a kimono, tied at the breast with a cord; crests on the formal ones. */
export function haori(v: CostumeView): Front {
  const { m, main, nib } = v;
  const under = kimonoUnder(v);
  const side = (s: 1 | -1): string =>
    v.patch(
      overShoulder(v, [
        [s * 183, m.neck + 0.02],
        [s * 96, m.neck + 0.04],
        [s * 60, m.shoulder - 0.1],
        [s * 38, m.shoulder + 0.2],
        [s * 24, m.chest],
        [s * 20, m.waist],
        [s * 22, m.hip + 0.5],
        [s * 183, m.hip + 0.5],
      ]),
      main.fill,
      nib.line,
      0.05,
      main.fold,
    );
  const lapel = (s: 1 | -1): string =>
    v.strip(
      overShoulder(v, [
        [s * 182, m.neck - 0.03],
        [s * 110, m.neck],
        [s * 68, m.shoulder - 0.14],
        [s * 42, m.shoulder + 0.14],
        [s * 27, m.chest],
        [s * 23, m.waist],
        [s * 24, m.hip + 0.46],
      ]),
      0.075,
      main.fill,
      nib.line,
      main.fold,
      0.065,
    );
  const cord =
    v.seam(
      [
        [-24, m.chest + 0.22],
        [-8, m.chest + 0.32],
        [0, m.chest + 0.3],
        [8, m.chest + 0.32],
        [24, m.chest + 0.22],
      ],
      nib.line * 1.6,
      "#000",
      0.09,
    ) + v.button([0, m.chest + 0.31], 0.06, "#fff");
  return {
    front: "",
    collar:
      under +
      bothSides(v, side) +
      backLine(v) +
      bothSides(v, lapel) +
      badge(v, [-60, m.shoulder + 0.36]) +
      badge(v, [60, m.shoulder + 0.36]) +
      badge(v, [180, m.shoulder + 0.24]) +
      cord,
  };
}

/** The slope from the neck to the far shoulder is seen from above: an edge that goes round it runs along its ridge up to the neck. */
function overShoulder({ m, body }: CostumeView, places: readonly Place[]): Place[] {
  return places.map(([d, y]) => {
    const view = d + body.yaw;
    const round = y < m.shoulder + 0.2 && Math.abs(view) > 80 && Math.abs(view) < 130;
    return round ? [Math.sign(view) * 88 - body.yaw, y] : [d, y];
  });
}

/** The middle seam of the back, over the place where both halves meet. */
function backLine(v: CostumeView): string {
  const { m, main } = v;
  const cover = v.patch(
    [
      [172, m.neck + 0.02],
      [188, m.neck + 0.02],
      [188, m.hip + 0.5],
      [172, m.hip + 0.5],
    ],
    main.fill,
    0,
    0.052,
  );
  const seam = v.seam(
    [
      [180, m.neck + 0.06],
      [180, m.hip + 0.5],
    ],
    v.nib.fine * 1.4,
    main.fold,
    0.055,
  );
  return cover + seam;
}

function kimonoUnder(v: CostumeView): string {
  const { m } = v;
  const cloth: Cloth = isDark(v.main) ? pale : v.main.fill === "#fff" ? middling : plain("#fff");
  const robe = v.patch([...v.ring(m.neck + 0.04), ...v.ring(m.hip + 0.4).toReversed()], cloth.fill, 0, 0.02);
  const dressed: CostumeView = { ...v, main: cloth };
  return (
    robe +
    crossing(dressed, {
      fill: bandFill(dressed),
      cross: m.shoulder + (m.chest - m.shoulder) * 0.56,
      to: m.waist + 0.1,
      half: 0.08,
      low: false,
    }) +
    obi(v, m.waist + 0.1, m.waist + 0.32, cloth.fill === "#fff" ? "#000" : "#fff")
  );
}

/** Wide trousers are of another cloth than the robe. */
export const hakamaCloth = ({ main, second }: CostumeView): Cloth => (second.fill === main.fill ? middling : second);

/** The upper part of wide pleated trousers over a kimono: a broad waistband knotted in front, a stiff board behind. */
export function hakamaTop(v: CostumeView): Front {
  const { m, main, nib } = v;
  const top = m.waist - 0.02;
  const low = m.waist + 0.16;
  const { fill, fold } = hakamaCloth(v);
  // Tied with its own bands: a loop, and two ends that hang down.
  const end = (d: number, to: number): string =>
    v.strip(
      [
        [d, low - 0.02],
        [to, low + 0.4],
      ],
      0.045,
      fill,
      nib.line,
      fold,
      0.075,
    );
  const knot = v.patch(
    [
      [-9, top + 0.02],
      [0, top - 0.01],
      [9, top + 0.03],
      [8, low + 0.02],
      [0, low + 0.05],
      [-8, low + 0.02],
    ],
    fill,
    nib.line,
    0.09,
    fold,
  );
  const board = v.patch(
    [
      [152, top - 0.13],
      [208, top - 0.13],
      [214, low],
      [146, low],
    ],
    fill,
    nib.line,
    0.06,
    fold,
  );
  return {
    front: bodyFolds(v, main) + badge(v, [-38, m.shoulder + 0.34]) + badge(v, [38, m.shoulder + 0.34]),
    collar:
      crossing(v, {
        fill: bandFill(v),
        cross: m.shoulder + (m.chest - m.shoulder) * 0.6,
        to: top + 0.06,
        half: 0.08,
        low: false,
      }) +
      v.band(top, low, fill, { grow: 0.05, ink: fold }) +
      board +
      end(-4, -9) +
      end(3, 6) +
      knot,
  };
}

/** A short work coat with a broad collar that bears no ornament, a rope or sash round it. */
export function happi(v: CostumeView): Front {
  const { m, main, nib } = v;
  const fill = main.fill === "#fff" ? middling.fill : isDark(main) ? "#fff" : "#000";
  const sash = isDark(main) ? pale.fill : main.fill === "#fff" ? middling.fill : dark.fill;
  const ink = "#000";
  const end = (d: number, to: number): string =>
    v.strip(
      [
        [d, m.waist + 0.2],
        [to, m.waist + 0.6],
      ],
      0.05,
      sash,
      nib.line,
      ink,
      0.06,
    );
  return {
    front: bodyFolds(v, main) + patches(v),
    collar:
      crossing(v, { fill, cross: m.chest - 0.02, to: m.waist + 0.1, half: 0.075, low: false }) +
      v.band(m.waist + 0.1, m.waist + 0.22, sash, { grow: 0.04, ink }) +
      end(16, 24) +
      end(22, 36) +
      v.button([20, m.waist + 0.18], 0.075, sash, ink),
  };
}

/** A mended place. */
function patches(v: CostumeView): string {
  const { m, nib, main } = v;
  if (v.small || v.sheet.seed % 2 === 0) return "";
  const corner: readonly Place[] = [
    [26, m.hip - 0.3],
    [48, m.hip - 0.34],
    [50, m.hip],
    [28, m.hip + 0.03],
  ];
  return v.patch(corner, main.fill === middling.fill ? "#fff" : middling.fill, nib.fine, 0.02, main.fold);
}

/** The round-necked or crossed coat of an older time, tied at the shoulder, its skirts tucked into the trousers. */
export function suikan(v: CostumeView): Front {
  const { m, main, nib } = v;
  return {
    front: bodyFolds(v, main),
    collar:
      crossing(v, {
        fill: bandFill(v),
        cross: m.shoulder + (m.chest - m.shoulder) * 0.62,
        to: m.waist,
        half: 0.055,
        low: false,
      }) +
      v.band(m.waist - 0.02, m.waist + 0.12, "#000", { grow: 0.045, ink: "#fff" }) +
      v.seam(
        [
          [6, m.waist + 0.1],
          [9, m.waist + 0.34],
          [7, m.waist + 0.56],
        ],
        nib.line * 1.8,
        "#000",
        0.08,
      ),
  };
}

/** A monk's robe with a stole over the left shoulder. */
export function monk(v: CostumeView): Front {
  const { m, main, nib } = v;
  const fill = isDark(main) ? pale.fill : "#000";
  const ink = fill === "#000" ? "#fff" : "#000";
  const stole = v.patch(
    [
      [76, m.shoulder - 0.13],
      [52, m.shoulder - 0.06],
      [30, m.shoulder + 0.2],
      [-30, m.waist - 0.04],
      [-88, m.waist + 0.16],
      [-88, m.hip + 0.3],
      [0, m.hip + 0.24],
      [60, m.waist + 0.1],
      [80, m.chest],
    ],
    fill,
    nib.line,
    0.03,
    ink,
  );
  const rows = v.small
    ? ""
    : [0.28, 0.62]
        .map((t) =>
          v.seam(
            [
              [90, m.shoulder + 0.1 + t * 0.9],
              [40, m.shoulder + 0.3 + t * 0.9],
              [-40, m.waist + t * 0.7],
              [-88, m.waist + 0.16 + t * 0.8],
            ],
            nib.fine,
            ink,
            0.055,
          ),
        )
        .join("");
  const back = v.patch(
    [
      [112, m.shoulder - 0.1],
      [140, m.shoulder - 0.06],
      [272, m.waist + 0.2],
      [272, m.hip + 0.3],
      [180, m.hip + 0.2],
      [104, m.chest],
    ],
    fill,
    nib.line,
    0.03,
    ink,
  );
  return {
    front: bodyFolds(v, main),
    collar:
      crossing(v, {
        fill: "#fff",
        cross: m.shoulder + (m.chest - m.shoulder) * 0.5,
        to: m.waist,
        half: 0.08,
        low: false,
      }) +
      back +
      stole +
      rows,
  };
}
