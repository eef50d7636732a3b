import type { Costume } from "../artist.ts";
import { tone } from "../tone.ts";
import { black, type Cloth, plain, white } from "./cloth.ts";
import { type CostumeView } from "./costume-view.ts";
import { armour, hakamaTop, kimono, robe, schoolWear, uniform } from "./costume-period.ts";
import { jacket, jersey, shirtFront, waistcoat } from "./costume-tailored.ts";
import { apronBib, apronSkirt, dressFront, gownFront } from "./costume-dresses.ts";
import { cloakMantle, rags } from "./costume-cloaks.ts";
import type { Sleeve, Trousers } from "./limbs.ts";

/** How one costume is put together from garments. */
export interface Outfit {
  top: Cloth;
  sleeve: Sleeve;
  sleeves: Cloth;
  legs: Trousers;
  legCloth: Cloth;
  shoe: string;
  skirt: { to: number; flare: number; cloth: Cloth; from: number; pleats: number } | null;
  /** How far the top hangs below the hip, head sizes. */
  hem: number;
  cloak: boolean;
  /** The collar has shoulder pieces that lie on the sleeves. */
  collarOver: boolean;
  /** Drawn on the skirt, on the trunk, and round the neck. */
  onSkirt: string;
  front: string;
  collar: string;
}

/** Dresses a figure: the vocabulary of costumes (D2). */
export function outfitOf(v: CostumeView): Outfit {
  const { m, main, second } = v;
  const base: Outfit = {
    top: main,
    sleeve: "fitted",
    sleeves: main,
    legs: "trousers",
    legCloth: second,
    shoe: "#000",
    skirt: null,
    hem: 0.1,
    cloak: false,
    collarOver: false,
    onSkirt: "",
    front: "",
    collar: "",
  };
  const waist = m.waist - 0.02;
  const woman = v.sheet.gender === "female";
  const build: Record<Costume, () => Outfit> = {
    suit: () => ({ ...base, ...jacket(v, false), legCloth: main, hem: 0.34 }),
    waistcoat: () => ({ ...base, ...waistcoat(v), sleeve: "loose", sleeves: white, hem: 0 }),
    coat: () => ({
      ...base,
      ...jacket(v, true),
      sleeve: "loose",
      skirt: { to: woman ? 0.7 : 0.15, flare: woman ? 0.26 : 0.16, cloth: main, from: waist, pleats: 3 },
    }),
    cloak: () => ({
      ...base,
      ...cloakMantle(v),
      top: second,
      sleeves: second,
      legCloth: black,
      cloak: true,
      collarOver: true,
    }),
    dress: () => ({
      ...base,
      ...dressFront(v),
      sleeve: "fitted",
      legs: "bare",
      skirt: { to: 0.62, flare: 0.3, cloth: main, from: waist, pleats: 7 },
    }),
    "apron-dress": () => ({
      ...base,
      front: apronBib(v),
      collar: dressFront(v).collar,
      onSkirt: apronSkirt(v),
      sleeve: "puff",
      sleeves: main,
      legs: "bare",
      skirt: { to: v.sheet.age === "child" ? 0.12 : 0.66, flare: 0.36, cloth: main, from: waist, pleats: 6 },
    }),
    gown: () => ({
      ...base,
      ...gownFront(v),
      sleeve: "puff",
      sleeves: main,
      skirt: { to: 1.12, flare: 0.55, cloth: main, from: waist, pleats: 9 },
    }),
    shirt: () => ({ ...base, ...shirtFront(v), sleeve: "loose", hem: 0 }),
    jersey: () => ({ ...base, ...jersey(v), sleeve: "loose", hem: 0.12 }),
    uniform: () => ({
      ...base,
      ...uniform(v),
      collarOver: true,
      hem: 0.3,
      legCloth: v.sheet.cloth === "white" ? black : white,
    }),
    robe: () => ({
      ...base,
      ...robe(v),
      sleeve: "wide",
      skirt: { to: 1.08, flare: 0.26, cloth: main, from: waist, pleats: 6 },
    }),
    kimono: () => ({
      ...base,
      ...kimono(v),
      sleeve: "wide",
      skirt: { to: 1.02, flare: 0.08, cloth: main, from: waist + (woman ? 0.18 : 0.44), pleats: 3 },
    }),
    hakama: () => ({
      ...base,
      ...hakamaTop(v),
      sleeve: "wide",
      skirt: { to: 0.98, flare: 0.3, cloth: second, from: waist + 0.1, pleats: 8 },
    }),
    armour: () => ({
      ...base,
      ...armour(v),
      collarOver: true,
      top: plain(tone(20)),
      sleeves: plain(tone(30)),
      legCloth: plain(tone(30)),
    }),
    rags: () => ({ ...base, ...rags(v), sleeve: "short", legs: "breeches", shoe: v.skin, hem: 0.25 }),
    school: () =>
      woman
        ? {
            ...base,
            ...schoolWear(v),
            sleeve: "loose",
            top: white,
            sleeves: white,
            legs: "bare",
            skirt: { to: 0.05, flare: 0.26, cloth: main.fill === "#fff" ? second : main, from: waist, pleats: 10 },
          }
        : { ...base, ...schoolWear(v), hem: 0.28, legCloth: main },
  };
  return build[v.sheet.costume]();
}
