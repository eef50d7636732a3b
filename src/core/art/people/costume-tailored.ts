import { type Cloth, isDark } from "./cloth.ts";
import { coatNape, stiffCollar, turnDownCollar } from "./collars.ts";
import { type Neckwear, liesOnCollar, neckwear } from "./neckwear.ts";
import { type CostumeView, type Front, bodyFolds } from "./costume-view.ts";
import type { Place } from "./facing-cloth.ts";
import { isSeated, isStriding } from "./skirts.ts";

/** How a coat or jacket is cut. */
export interface Cut {
  /** Where it closes: height on the trunk. */
  deep: number;
  lapel: "notch" | "peak" | "shawl" | "wide";
  fastening: "single" | "double" | "none";
  collar: "soft" | "stiff";
  /** Cloth of the collar round the nape: velvet on some overcoats. */
  nape?: Cloth;
  neckwear: Neckwear;
  /** Shows in the opening under the neckwear. */
  waistcoat: Cloth | null;
  pockets: boolean;
}

/** A coat or jacket open to a shirt: lapels, what is worn under it, buttons, pockets, and its back. */
export function jacket(v: CostumeView, cut: Cut): Front {
  const { main } = v;
  // A tie runs under the leaves of the collar, a bow lies on them.
  const bowed = liesOnCollar(cut.neckwear);
  const nape = cut.nape ?? main;
  return {
    front: bodyFolds(v, main) + backSeams(v),
    // The foot of the neck lies on the trunk: what covers it is drawn after it.
    collar:
      opening(v, cut) +
      (bowed ? "" : neckwear(v, cut.neckwear, cut.deep)) +
      underVest(v, cut) +
      lapel(v, cut, -1) +
      lapel(v, cut, 1) +
      closing(v, cut) +
      pockets(v, cut) +
      coatNape(v, nape.fill, nape.fold) +
      collars[cut.collar](v) +
      (bowed ? neckwear(v, cut.neckwear, cut.deep) : ""),
  };
}

const collars = { soft: turnDownCollar, stiff: stiffCollar };

/** White shirt between the lapels. */
function opening(v: CostumeView, { deep }: Cut): string {
  const { m } = v;
  const y = m.neck;
  return v.patch(
    [
      [-56, y - 0.1],
      [56, y - 0.1],
      [30, m.shoulder + 0.06],
      [10, (m.shoulder + deep) / 2],
      [0, deep],
      [-10, (m.shoulder + deep) / 2],
      [-30, m.shoulder + 0.06],
    ],
    "#fff",
    0,
  );
}

/** The waistcoat that shows between the lapels, above where the coat closes. */
function underVest(v: CostumeView, { deep, waistcoat: vest }: Cut): string {
  if (!vest) return "";
  const { m, nib } = v;
  const top = m.shoulder + (deep - m.shoulder) * 0.42;
  const side = (s: 1 | -1): string =>
    v.patch(
      [
        [s * 26, m.shoulder + 0.14],
        [0, top + 0.2],
        [0, deep + 0.06],
        [s * 26, deep - 0.1],
      ],
      vest.fill,
      nib.fine,
      0.015,
      vest.fold,
    );
  const buttons = v.small
    ? []
    : [0.36, 0.7].map((t) => v.button([0, top + 0.2 + (deep - top - 0.2) * t], 0.022, "#fff"));
  return side(1) + side(-1) + buttons.join("");
}

function lapel(v: CostumeView, { deep, lapel: kind }: Cut, s: 1 | -1): string {
  const { m, main, nib } = v;
  const y = m.neck;
  const wide = kind === "wide" ? 42 : 33;
  const outer: Record<Cut["lapel"], readonly Place[]> = {
    notch: [
      [s * (wide - 2), m.shoulder + 0.2],
      [s * (wide - 11), m.shoulder + 0.25],
      [s * wide, m.shoulder + 0.32],
    ],
    wide: [
      [s * (wide - 3), m.shoulder + 0.2],
      [s * (wide - 13), m.shoulder + 0.26],
      [s * (wide + 2), m.shoulder + 0.34],
      [s * (wide - 10), m.shoulder + 0.62],
    ],
    peak: [
      [s * (wide - 6), m.shoulder + 0.26],
      [s * (wide - 12), m.shoulder + 0.27],
      [s * (wide + 5), m.shoulder + 0.13],
      [s * (wide - 2), m.shoulder + 0.38],
    ],
    shawl: [
      [s * (wide + 3), m.shoulder + 0.14],
      [s * (wide + 1), m.shoulder + 0.4],
      [s * (wide - 10), m.shoulder + 0.66],
    ],
  };
  return v.patch(
    [
      [s * 84, y - 0.08],
      [s * 58, m.shoulder - 0.12],
      [s * 40, m.shoulder + 0.04],
      ...outer[kind],
      [s * 3, deep + 0.05],
      [s * 1, deep],
      [s * 10, (m.shoulder + deep) / 2],
      [s * 27, m.shoulder + 0.02],
      [s * 52, y - 0.04],
    ],
    main.fill,
    nib.line,
    0.022,
    main.fold,
  );
}

function closing(v: CostumeView, { deep, fastening }: Cut): string {
  const { m, main, nib } = v;
  const low = m.hip + 0.4;
  const edge = v.seam(
    [
      [1, deep],
      [fastening === "double" ? 12 : 4, Math.max(deep + 0.2, m.waist)],
      [fastening === "double" ? 14 : 9, low],
    ],
    nib.line,
    main.fold,
  );
  if (fastening === "none") return edge;
  // Rings on light cloth look like holes: buttons are dark on it, and light on dark cloth.
  const button = main.fold === "#fff" ? "#fff" : "#000";
  const rows = fastening === "double" ? [-0.3, 0.08, 0.46] : [0.12, 0.44];
  return (
    edge +
    rows
      .flatMap((d) =>
        fastening === "double"
          ? [v.button([-15, deep + d + 0.06], 0.034, button), v.button([17, deep + d + 0.06], 0.034, button)]
          : [v.button([-3, deep + d], 0.03, button)],
      )
      .join("")
  );
}

function pockets(v: CostumeView, { pockets: some }: Cut): string {
  const { m, main, nib } = v;
  if (v.small || !some) return "";
  const hip = (s: 1 | -1): string =>
    v.seam(
      [
        [s * 26, m.waist + 0.42],
        [s * 52, m.waist + 0.38],
      ],
      nib.line,
      main.fold,
    );
  const breast = v.seam(
    [
      [30, m.chest + 0.08],
      [48, m.chest + 0.03],
    ],
    nib.line,
    main.fold,
  );
  return breast + hip(1) + hip(-1);
}

/** The seam down the back and the curves beside it, as a tailor cuts them. */
export function backSeams(v: CostumeView): string {
  const { m, main, nib } = v;
  if (v.small) return "";
  const curve = (s: 1 | -1): string =>
    v.seam(
      [
        [180 - s * 66, m.shoulder + 0.34],
        [180 - s * 40, m.chest + 0.16],
        [180 - s * 26, m.waist],
        [180 - s * 30, m.hip],
      ],
      nib.fine * 1.2,
      main.fold,
    );
  return (
    v.seam(
      [
        [180, m.shoulder - 0.02],
        [180, m.waist],
        [180, m.hip + 0.3],
      ],
      nib.fine * 1.4,
      main.fold,
    ) +
    curve(1) +
    curve(-1)
  );
}

/** The two tails behind, as far as they are seen. */
export function coatTails(v: CostumeView): string {
  const { m, main, nib } = v;
  // From the front they hang behind the legs.
  if (isSeated(v.body) || isStriding(v.body) || Math.abs(v.body.yaw) < 75) return "";
  const tail = (s: 1 | -1): string =>
    v.patch(
      [
        [180 - s * 88, m.hip - 0.3],
        [180 - s * 4, m.waist + 0.1],
        [180 - s * 2, m.hip + 1.2],
        [180 - s * 34, m.hip + 1.24],
        [180 - s * 66, m.hip + 0.5],
      ],
      main.fill,
      nib.line,
      0.06,
      main.fold,
    );
  return tail(1) + tail(-1);
}

/** A waistcoat over shirt-sleeves, with a watch chain. */
export function waistcoat(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const deep = m.chest - 0.08;
  const bowed = v.sheet.gender === "male" && v.sheet.seed % 2 === 1;
  const shirt = v.patch(
    [
      [-66, y - 0.1],
      [66, y - 0.1],
      [50, (y + m.shoulder) / 2],
      [31, m.shoulder + 0.04],
      [15, (m.shoulder + deep) / 2],
      [0, deep],
      [-15, (m.shoulder + deep) / 2],
      [-31, m.shoulder + 0.04],
      [-50, (y + m.shoulder) / 2],
    ],
    "#fff",
    nib.line,
    0.014,
  );
  const buttons = [0.16, 0.42, 0.68, 0.94]
    .filter((d) => deep + d < m.hip - 0.1)
    .map((d) => v.button([0, deep + d], 0.03, main.fold === "#fff" ? "#fff" : "#000"));
  const points = v.seam(
    [
      [-44, m.hip - 0.02],
      [-12, m.hip - 0.1],
      [0, m.hip - 0.2],
      [12, m.hip - 0.1],
      [44, m.hip - 0.02],
    ],
    nib.line,
    main.fold,
  );
  const buckle = v.small ? "" : v.band(m.waist - 0.02, m.waist + 0.06, main.fill, { ink: main.fold, width: nib.fine });
  return {
    front:
      bodyFolds(v, main) +
      backSeams(v) +
      (v.torso.seen(180) && !v.torso.seen(0) ? buckle : "") +
      v.seam(
        [
          [0, deep],
          [0, m.hip - 0.18],
        ],
        nib.line,
        main.fold,
      ) +
      buttons.join("") +
      points +
      watchChain(v),
    collar:
      shirt +
      (bowed ? "" : neckwear(v, v.sheet.gender === "female" ? "none" : "tie", deep)) +
      turnDownCollar(v) +
      (bowed ? neckwear(v, "bow", deep) : ""),
  };
}

function watchChain(v: CostumeView): string {
  const { m, nib, main } = v;
  if (v.small) return "";
  return v.seam(
    [
      [2, m.waist - 0.16],
      [18, m.waist + 0.08],
      [40, m.waist - 0.06],
    ],
    nib.line,
    main.fold,
    0.03,
  );
}

/** A shirt open at the throat, with a belt. */
export function shirtFront(v: CostumeView): Front {
  const { m, main, nib } = v;
  const y = m.neck;
  const open = v.patch(
    [
      [-40, y - 0.08],
      [40, y - 0.08],
      [4, y + 0.4],
      [-2, y + 0.4],
    ],
    v.skin,
    nib.fine,
    0.012,
    main.fold,
  );
  const placket =
    v.seam(
      [
        [4, y + 0.38],
        [5, m.chest],
        [5, m.hip],
      ],
      nib.line,
      main.fold,
    ) +
    v.seam(
      [
        [-6, y + 0.44],
        [-7, m.chest],
        [-7, m.hip],
      ],
      nib.fine,
      main.fold,
    );
  const buttons = [0.62, 1, 1.4, 1.8]
    .filter((d) => y + d < m.hip - 0.1)
    .map((d) => v.button([-1, y + d], 0.022, main.fold === "#fff" ? "#fff" : "#000"));
  return {
    front: bodyFolds(v, main) + yoke(v) + open + placket + buttons.join("") + shirtBelt(v),
    collar: turnDownCollar(v, isDark(main) ? "#000" : "#fff"),
  };
}

/** A belt with a square buckle, which a round one in black cloth would not be taken for. */
function shirtBelt(v: CostumeView): string {
  const { m, main, nib } = v;
  const [top, low] = [m.hip - 0.22, m.hip - 0.06];
  const frame = (wide: number, by: number): readonly Place[] => [
    [-wide, top - by],
    [wide, top - by],
    [wide, low + by],
    [-wide, low + by],
  ];
  return (
    v.band(top, low, "#000", { width: nib.line, ink: main.fold }) +
    v.patch(frame(11, 0.01), "#fff", nib.line, 0.04) +
    (v.small ? "" : v.patch(frame(6, -0.04), "#000", 0, 0.045))
  );
}

/** The seam over the shoulder blades. */
function yoke(v: CostumeView): string {
  const { m, main, nib } = v;
  if (v.small) return "";
  return v.seam(
    [
      [100, m.shoulder + 0.26],
      [180, m.shoulder + 0.3],
      [260, m.shoulder + 0.26],
    ],
    nib.fine * 1.2,
    main.fold,
  );
}
