import { type Cloth, dark, isDark, linen, pale, middling, plain, black, white } from "./cloth.ts";
import { apronSkirt } from "./aprons.ts";
import type { Costume } from "../artist.ts";
import { neckCover } from "./collars.ts";
import { armour, samurai, spaceSuit } from "./costume-armour.ts";
import { cloakMantle } from "./costume-cloaks.ts";
import {
  apronDress,
  blouse,
  dayDress,
  gownFront,
  maidDress,
  regencyDress,
  shawlFront,
  twentiesDress,
} from "./costume-dresses.ts";
import { cottonOf, nightshirt, yukata } from "./costume-night.ts";
import { tabard } from "./costume-cards.ts";
import { haori, hakamaCloth, hakamaTop, happi, kimono, kimonoKnot, monk, suikan } from "./costume-japanese.ts";
import { clergy, girdle, livery, police, robe, uniform } from "./costume-office.ts";
import { regal } from "./costume-court.ts";
import { coatTails, jacket, shirtFront, waistcoat } from "./costume-tailored.ts";
import { frockCut, isWoman, overcoatCut, suitCut } from "./costume-cuts.ts";
import { type CostumeView, type Front, frontEdge } from "./costume-view.ts";
import { sailor, schoolWear } from "./costume-sailor.ts";
import { harness, leggingsOf, tunic } from "./costume-warriors.ts";
import { jersey, patches, rags, smock, tee, workman } from "./costume-work.ts";
import type { Footwear } from "./feet.ts";
import type { Trousers } from "./legs.ts";
import type { Sleeve } from "./limbs.ts";
import type { SkirtPlan } from "./skirts.ts";

/** How one costume is put together from garments. */
export interface Outfit extends Front {
  top: Cloth;
  sleeve: Sleeve;
  sleeves: Cloth;
  legs: Trousers;
  legCloth: Cloth;
  shoe: Footwear;
  skirt: SkirtPlan | null;
  /** How far the top hangs below the hip, head sizes. */
  hem: number;
  cloak: boolean;
  /** What stands off the trunk: a knot behind, the tails of a coat. */
  loose: string;
  /** The collar has shoulder pieces that lie on the sleeves. */
  collarOver: boolean;
  /** Drawn on the skirt. */
  onSkirt: string;
}

type Maker = (v: CostumeView, base: Outfit) => Outfit;

/** Dresses a figure: the vocabulary of costumes (D2). */
export function outfitOf(v: CostumeView): Outfit {
  const base: Outfit = {
    top: v.main,
    sleeve: "fitted",
    sleeves: v.main,
    legs: "trousers",
    legCloth: v.second,
    shoe: "boots",
    skirt: null,
    hem: 0.1,
    cloak: false,
    collarOver: false,
    onSkirt: "",
    loose: "",
    front: "",
    collar: "",
  };
  const outfit = makers[v.sheet.costume](v, base);
  const cover = bareNecked.has(v.sheet.costume) || outfit.mantle ? "" : neckCover(v, outfit.top, isClosed(v));
  const mended = v.sheet.marks.includes("patches") ? patches(v) : "";
  return { ...outfit, front: outfit.front + mended, collar: cover + outfit.collar };
}

/** Boys' school coats close at the throat, girls' blouses do not. */
const isClosed = ({ sheet }: CostumeView): boolean =>
  sheet.costume === "school" ? sheet.gender === "male" : closed.has(sheet.costume);

/** What leaves the nape bare. */
const bareNecked: ReadonlySet<Costume> = new Set(["gown", "harness", "tunic", "none"]);

/** What closes at the throat. */
const closed: ReadonlySet<Costume> = new Set([
  "dress",
  "apron-dress",
  "maid",
  "shawl",
  "jersey",
  "uniform",
  "police",
  "clergy",
  "robe",
  "regal",
  "armour",
  "space-suit",
  // The opening of a robe is cut into its collar.
  "kimono",
  "haori",
  "hakama",
  "happi",
  "suikan",
  "monk",
  "yukata",
  "tabard",
]);

const waistOf = ({ m }: CostumeView): number => m.waist - 0.02;

/** A skirt of the main cloth from the waist. */
function skirted(v: CostumeView, to: number, flare: number, pleats: number, cloth: Cloth = v.main): SkirtPlan {
  return { to, flare, cloth, from: waistOf(v), pleats, fall: "full" };
}

/** Coats and robes open down the front: the edge of the upper half. */
function openSkirt(v: CostumeView, plan: SkirtPlan, aside: number): Pick<Outfit, "skirt" | "onSkirt"> {
  return { skirt: plan, onSkirt: frontEdge(v, [aside * 60, plan.from], plan.to, aside, plan.cloth.fold) };
}

const makers: Record<Costume, Maker> = {
  suit: (v, base) => ({ ...base, ...jacket(v, suitCut(v)), legCloth: v.main, hem: 0.3 }),
  "frock-coat": (v, base) => ({
    ...base,
    ...jacket(v, frockCut(v)),
    legCloth: isDark(v.main) ? middling : v.second,
    ...openSkirt(v, { ...skirted(v, -0.12, 0.1, 3), fall: "coat" }, 0.1),
  }),
  "tail-coat": (v, base) => {
    const front = jacket(v, {
      deep: v.m.waist + 0.02,
      lapel: "shawl",
      fastening: "none",
      collar: "stiff",
      neckwear: v.sheet.seed % 2 ? "ascot" : "bow",
      waistcoat: white,
      pockets: false,
    });
    return {
      ...base,
      front: front.front,
      collar: front.collar,
      loose: coatTails(v),
      legCloth: isDark(v.main) ? black : v.second,
      hem: 0.02,
    };
  },
  waistcoat: (v, base) => ({ ...base, ...waistcoat(v), sleeve: "loose", sleeves: linen, hem: 0 }),
  coat: (v, base) => {
    const front = jacket(v, overcoatCut(v));
    return {
      ...base,
      front: front.front,
      collar: front.collar,
      sleeve: "loose",
      legs: isWoman(v) ? "bare" : "trousers",
      ...openSkirt(
        v,
        {
          ...skirted(v, v.sheet.age === "child" ? 0 : isWoman(v) ? 0.66 : 0.22, isWoman(v) ? 0.22 : 0.12, 3),
          fall: "coat",
        },
        0.12,
      ),
    };
  },
  cloak: (v, base) => ({
    ...base,
    ...cloakMantle(v),
    top: v.second,
    sleeves: v.second,
    legCloth: black,
    cloak: true,
    collarOver: true,
    ...(isWoman(v) ? { skirt: skirted(v, 1.02, 0.26, 6, v.second) } : { hem: 0.3 }),
  }),
  "dressing-gown": (v, base) => {
    const gown = jacket(v, {
      deep: v.m.waist,
      lapel: "shawl",
      fastening: "none",
      collar: "soft",
      neckwear: "none",
      waistcoat: null,
      pockets: false,
    });
    return {
      ...base,
      front: gown.front,
      collar: gown.collar + girdle(v),
      sleeve: "loose",
      ...openSkirt(v, { ...skirted(v, 0.7, 0.14, 3), fall: "coat" }, 0.16),
    };
  },
  clergy: (v, base) => ({
    ...base,
    ...clergy(v),
    legCloth: black,
    ...openSkirt(v, { ...skirted(v, 0.1, 0.1, 2), fall: "coat" }, 0.05),
  }),
  uniform: (v, base) => ({
    ...base,
    ...uniform(v),
    collarOver: true,
    hem: 0.3,
    legCloth: v.sheet.cloth === "white" ? black : white,
  }),
  sailor: (v, base) => ({
    ...base,
    ...sailor(v),
    sleeve: "loose",
    hem: 0.1,
    legCloth: v.main.fill === "#fff" ? black : white,
  }),
  police: (v, base) => ({ ...base, ...police(v), hem: 0.3, legCloth: v.main }),
  livery: (v, base) => ({
    ...base,
    ...livery(v),
    hem: 0.36,
    legs: "breeches",
    legCloth: isDark(v.main) ? white : black,
  }),
  smock: (v, base) => ({
    ...base,
    ...smock(v),
    sleeve: "loose",
    hem: 0.4,
    ...(isWoman(v) ? { legs: "bare", skirt: skirted(v, 0.6, 0.26, 6) } : {}),
  }),
  workman: (v, base) => ({ ...base, ...workman(v), sleeve: "loose", hem: 0 }),
  rags: (v, base) => ({ ...base, ...rags(v), sleeve: "loose", legs: "breeches", shoe: "bare", hem: 0.25 }),
  armour: (v, base) => ({
    ...base,
    ...armour(v),
    collarOver: true,
    top: pale,
    sleeves: pale,
    legCloth: pale,
  }),
  robe: (v, base) => ({ ...base, ...robe(v), sleeve: "wide", skirt: skirted(v, 1.08, 0.22, 6) }),
  regal: (v, base) => ({
    ...base,
    ...regal(v),
    collarOver: true,
    sleeve: "wide",
    ...openSkirt(v, skirted(v, 1.08, isWoman(v) ? 0.34 : 0.22, 6), 0),
  }),
  dress: (v, base) => ({ ...base, ...dayDress(v), sleeve: "puff", legs: "bare", skirt: skirted(v, 1.04, 0.24, 7) }),
  regency: (v, base) => ({
    ...base,
    ...regencyDress(v),
    sleeve: "puff",
    legs: "bare",
    skirt: { ...skirted(v, 1.04, 0.14, 7), from: v.m.chest + 0.5 },
  }),
  gown: (v, base) => ({ ...base, ...gownFront(v), sleeve: "puff", legs: "bare", skirt: skirted(v, 1.08, 0.42, 9) }),
  "apron-dress": (v, base) => {
    const to = v.sheet.age === "child" ? 0.16 : 0.7;
    return {
      ...base,
      ...apronDress(v),
      sleeve: v.sheet.age === "child" ? "short-puff" : "puff",
      legs: "bare",
      skirt: skirted(v, to, 0.28, 6),
      onSkirt: apronSkirt(v, to - 0.24),
    };
  },
  maid: (v, base) => ({
    ...base,
    ...maidDress(v),
    sleeve: "puff",
    legs: "bare",
    skirt: skirted(v, 1, 0.22, 6),
    onSkirt: apronSkirt(v, 0.5),
  }),
  shawl: (v, base) => ({ ...base, ...shawlFront(v), collarOver: true, legs: "bare", skirt: skirted(v, 1, 0.2, 6) }),
  twenties: (v, base) => ({
    ...base,
    ...twentiesDress(v),
    legs: "bare",
    skirt: { ...skirted(v, 0.2, 0.14, 8), from: v.m.hip - 0.16 },
  }),
  blouse: (v, base) => ({ ...base, ...blouse(v), sleeve: "puff", legs: "bare", skirt: skirted(v, 1.02, 0.2, 5) }),
  shirt: (v, base) => ({ ...base, ...shirtFront(v), sleeve: "loose", hem: 0 }),
  jersey: (v, base) => ({
    ...base,
    ...jersey(v),
    sleeve: "loose",
    hem: 0.12,
    ...(isWoman(v) ? { legs: "bare", skirt: { ...skirted(v, 0.6, 0.22, 5, v.second), from: v.m.hip } } : {}),
  }),
  tee: (v, base) => ({ ...base, ...tee(v), sleeve: "short", hem: 0.12, legCloth: middling, shoe: "boots" }),
  school: (v, base) =>
    isWoman(v)
      ? {
          ...base,
          ...schoolWear(v),
          sleeve: "loose",
          top: white,
          sleeves: white,
          legs: "bare",
          skirt: skirted(v, 0.05, 0.22, 10, v.main.fill === "#fff" ? v.second : v.main),
        }
      : { ...base, ...schoolWear(v), hem: 0.28, legCloth: v.main },
  kimono: (v, base) => {
    const from = v.m.waist + (isWoman(v) && v.sheet.age !== "child" ? 0.06 : 0.3);
    return {
      ...base,
      ...sandals(v),
      ...kimono(v),
      loose: kimonoKnot(v),
      sleeve: "wide",
      ...openSkirt(v, { to: 0.96, flare: 0.05, cloth: v.main, from, pleats: 3, fall: "narrow" }, -0.14),
    };
  },
  haori: (v, base) => {
    const under = isDark(v.main) ? pale : v.main.fill === "#fff" ? middling : plain("#fff");
    return {
      ...base,
      ...sandals(v),
      ...haori(v),
      sleeve: "wide",
      ...openSkirt(v, { to: 0.96, flare: 0.06, cloth: under, from: v.m.hip, pleats: 3, fall: "narrow" }, -0.14),
    };
  },
  hakama: (v, base) => ({
    ...base,
    ...sandals(v),
    ...hakamaTop(v),
    sleeve: "wide",
    skirt: {
      to: 0.92,
      flare: 0.24,
      cloth: hakamaCloth(v),
      from: waistOf(v) + 0.1,
      pleats: 8,
      fall: "pleated",
    },
  }),
  happi: (v, base) => ({
    ...base,
    ...sandals(v),
    ...happi(v),
    sleeve: "loose",
    legs: "leggings",
    // Light ones with threads across them would be bandages.
    legCloth: dark,
    ...openSkirt(
      v,
      { to: -0.34, flare: 0.07, cloth: v.main, from: waistOf(v) + 0.16, pleats: 2, fall: "narrow" },
      -0.14,
    ),
  }),
  suikan: (v, base) => ({
    ...base,
    ...sandals(v),
    ...suikan(v),
    sleeve: "wide",
    ...underSuikan(v),
  }),
  monk: (v, base) => ({ ...base, ...sandals(v), ...monk(v), sleeve: "wide", skirt: skirted(v, 0.94, 0.12, 4) }),
  samurai: (v, base) => ({
    ...base,
    ...sandals(v),
    ...samurai(v),
    collarOver: true,
    top: pale,
    sleeves: pale,
    skirt: { to: 0.45, flare: 0.16, cloth: middling, from: waistOf(v) + 0.3, pleats: 4, fall: "pleated" },
  }),
  "space-suit": (v, base) => ({
    ...base,
    ...spaceSuit(v),
    sleeve: "loose",
    top: white,
    sleeves: white,
    legCloth: white,
    hem: 0,
  }),
  nightshirt: (v, base) => ({
    ...base,
    ...nightshirt(v),
    top: white,
    sleeves: white,
    sleeve: "loose",
    legs: "bare",
    shoe: "bare",
    skirt: { ...skirted(v, 0.36, 0.16, 5, white), from: v.m.chest + 0.1 },
  }),
  yukata: (v, base) => {
    const cloth = cottonOf(v);
    return {
      ...base,
      ...yukata(v),
      top: cloth,
      sleeves: cloth,
      sleeve: "wide",
      legs: "bare",
      shoe: "bare",
      ...openSkirt(v, { to: 0.84, flare: 0.05, cloth, from: v.m.waist + 0.3, pleats: 3, fall: "narrow" }, -0.14),
    };
  },
  tabard: (v, base) => ({
    ...base,
    ...tabard(v),
    sleeves: v.main.fill === "#fff" ? middling : v.main,
    legs: "leggings",
    legCloth: v.main.fill === "#000" ? white : black,
    hem: 0.36,
  }),
  tunic: (v, base) => ({
    ...base,
    ...tunic(v),
    sleeve: isWoman(v) ? "bare" : "short",
    legs: "bare",
    shoe: "straw",
    skirt: skirted(v, isWoman(v) ? 0.86 : -0.12, isWoman(v) ? 0.2 : 0.14, 6),
  }),
  harness: (v, base) => ({
    ...base,
    ...harness(v),
    top: plain(v.skin),
    sleeves: plain(v.skin),
    sleeve: "bare",
    // Leggings in boots: a kilt on bare thighs is a skirt as soon as he strides.
    legs: "leggings",
    legCloth: leggingsOf(v),
    shoe: "high-boots",
    hem: 0.02,
  }),
  none: (v, base) => ({ ...base, top: plain(v.skin), sleeves: plain(v.skin), legCloth: plain(v.skin), shoe: "bare" }),
};

/** Wide trousers to the ground for who is waited on, tied under the knee for who waits; women have the robe itself. */
function underSuikan(v: CostumeView): Partial<Outfit> {
  const from = waistOf(v) + 0.1;
  if (isWoman(v)) return { skirt: { to: 0.86, flare: 0.05, cloth: v.main, from, pleats: 3, fall: "narrow" } };
  if (v.sheet.cloth === "dark" || v.sheet.cloth === "grey")
    return { legs: "breeches", legCloth: v.second, hem: 0.3, top: v.main };
  return { skirt: { to: 0.8, flare: 0.14, cloth: v.second, from, pleats: 6, fall: "pleated" } };
}

/** Worn with straw sandals. */
const straw: ReadonlySet<Costume> = new Set(["happi", "suikan", "monk"]);

/** White socks, or straw sandals for the poor: black shoes under a kimono would be town boots. */
const sandals = (v: CostumeView): Pick<Outfit, "shoe" | "legs" | "legCloth"> => ({
  shoe: straw.has(v.sheet.costume) ? "straw" : "tabi",
  legs: "bare",
  legCloth: white,
});
