import * as steady from "../../geometry/steady-math.ts";
import type { HairColour, HairStyle } from "../../story/story.ts";
import type { Costume, ModelSheet } from "../artist.ts";
import { fineTone } from "../tone.ts";
import { hairline } from "./skull.ts";

/** What a cut is made of. Lengths in head sizes, heights as on the skull (0 the middle, 0.5 the chin), angles in degrees. */
export interface HairCut {
  fringe: "none" | "swept" | "straight" | "spiky" | "curtain" | "side" | "short";
  /** How far the fringe hangs: height of its tips. */
  fringeTo: number;
  /** Where the hair is parted, from the middle to the right of an unturned face. */
  part: number;
  /** How much higher the hair begins over the forehead. */
  high: number;
  /** Heights where the hair beside the face and behind the head ends. */
  sideTo: number;
  backTo: number;
  /** How far it stands off the skull. */
  volume: number;
  wave: number;
  /** How far tips turn outward (or inward, negative). */
  flare: number;
  /** How far tips stand up from the head. */
  spike: number;
  /** How far the ends of locks leave the round of the head: 0 is brushed flat. */
  loose: number;
  /** How much higher the hair begins over the temples. */
  recede: number;
  /** Height down to which whiskers run before the ears; 0 for none. */
  whiskers: number;
  /** Half width of a lock. */
  lock: number;
  /** How much higher the hair stands over the forehead. */
  quiff: number;
  /** The crown is shaven from the forehead to the knot, as men of old Japan wore it. */
  shaven: boolean;
  /** A comb and a paper tie in the hair, as women of old Japan wore them. */
  comb: boolean;
  tie: "none" | "tail" | "low-tail" | "bun" | "low-bun" | "twins" | "topknot" | "braid" | "two-braids" | "crown-braid";
  curls: number;
  /** "behind": hair that hangs is combed behind them. */
  ears: "shown" | "covered" | "behind";
}

const base: HairCut = {
  fringe: "side",
  fringeTo: -0.1,
  part: -25,
  high: 0,
  sideTo: 0.08,
  backTo: 0.22,
  volume: 0.06,
  wave: 0,
  flare: 0.01,
  spike: 0.012,
  loose: 0.045,
  recede: 0,
  whiskers: 0,
  lock: 0.075,
  quiff: 0,
  shaven: false,
  comb: false,
  tie: "none",
  curls: 0,
  ears: "shown",
};

const shortMan: Partial<HairCut>[] = [
  { fringe: "side", part: -30, fringeTo: -0.14, volume: 0.06, quiff: 0.02, loose: 0.05 },
  { fringe: "swept", part: 24, high: 0.02, recede: 0.03, volume: 0.06, quiff: 0.05, loose: 0.04 },
  { fringe: "spiky", part: 10, fringeTo: -0.1, volume: 0.07, loose: 0.1 },
  { fringe: "short", high: 0.02, volume: 0.03, lock: 0.05, spike: 0, loose: 0.015 },
  { fringe: "swept", part: 0, high: 0.02, recede: 0.07, volume: 0.04, spike: 0, loose: 0.015 },
  { fringe: "curtain", part: 0, fringeTo: -0.06, sideTo: 0.12, volume: 0.07, backTo: 0.26 },
  { fringe: "side", part: 32, fringeTo: -0.06, volume: 0.085, flare: 0.03, sideTo: 0.1, loose: 0.075 },
  { fringe: "straight", fringeTo: -0.12, part: 0, volume: 0.06, sideTo: 0.1, loose: 0.03 },
  { fringe: "swept", part: -36, high: 0.02, recede: 0.04, volume: 0.06, quiff: 0.09, loose: 0.06 },
  { fringe: "spiky", part: -18, fringeTo: -0.06, volume: 0.065, flare: 0.03, loose: 0.12 },
  { fringe: "side", part: 22, fringeTo: -0.17, volume: 0.05, high: 0.03, quiff: 0.03, loose: 0.03 },
  { fringe: "swept", part: -12, high: 0.01, volume: 0.08, wave: 0.03, quiff: 0.02, loose: 0.05 },
];
/** Grown men in coats have their foreheads bare: parted, brushed back, cropped, wavy, thin over the temples, with whiskers. */
const gentlemen: Partial<HairCut>[] = [
  { fringe: "side", part: -34, fringeTo: -0.2, volume: 0.06, quiff: 0.03, high: 0.02, loose: 0.03 },
  { fringe: "swept", part: 0, high: 0.02, recede: 0.1, volume: 0.045, spike: 0, loose: 0.02 },
  { fringe: "curtain", part: 0, fringeTo: -0.17, volume: 0.065, wave: 0.02, high: 0.02, loose: 0.05 },
  { fringe: "short", high: 0.03, recede: 0.03, volume: 0.03, lock: 0.05, spike: 0, loose: 0.015 },
  { fringe: "swept", part: 20, high: 0.03, volume: 0.08, quiff: 0.1, wave: 0.045, loose: 0.075 },
  { fringe: "side", part: 32, fringeTo: -0.17, volume: 0.085, high: 0.02, loose: 0.06, whiskers: 0.3 },
  { fringe: "swept", part: 14, high: 0.05, recede: 0.12, volume: 0.035, loose: 0.03, whiskers: 0.36 },
  { fringe: "side", part: 16, fringeTo: -0.16, volume: 0.075, high: 0.03, loose: 0.12 },
  { fringe: "swept", part: -34, high: 0.04, recede: 0.07, volume: 0.055, quiff: 0.06, loose: 0.02 },
  { fringe: "side", part: -18, fringeTo: -0.17, volume: 0.09, wave: 0.05, high: 0.02, loose: 0.075 },
];
const shortWoman: Partial<HairCut>[] = [
  { fringe: "straight", fringeTo: -0.06, sideTo: 0.36, backTo: 0.42, flare: -0.05, ears: "covered", lock: 0.085 },
  { fringe: "side", fringeTo: -0.03, part: 28, sideTo: 0.32, backTo: 0.38, flare: 0.06, ears: "covered" },
  { fringe: "curtain", fringeTo: 0.02, part: 0, sideTo: 0.3, backTo: 0.36, wave: 0.03, ears: "covered" },
  { fringe: "side", fringeTo: -0.05, part: -34, sideTo: 0.12, backTo: 0.28, flare: 0.03 },
  { fringe: "swept", part: -20, sideTo: 0.34, backTo: 0.36, wave: 0.035, flare: 0.05, ears: "covered", volume: 0.08 },
  { fringe: "spiky", fringeTo: -0.04, part: 16, sideTo: 0.2, backTo: 0.3, flare: 0.05 },
  { fringe: "straight", fringeTo: -0.1, sideTo: 0.26, backTo: 0.32, flare: -0.06, ears: "covered" },
  { fringe: "side", fringeTo: 0.02, part: 38, sideTo: 0.4, backTo: 0.44, flare: -0.02, ears: "covered" },
  { fringe: "swept", part: 0, sideTo: 0.3, backTo: 0.34, flare: 0.09, ears: "covered", high: 0.01 },
  { fringe: "curtain", fringeTo: -0.04, part: 12, sideTo: 0.24, backTo: 0.34, flare: 0.07, ears: "covered" },
];
const long: Partial<HairCut>[] = [
  { fringe: "straight", fringeTo: -0.06, sideTo: 0.9, backTo: 1.5 },
  { fringe: "curtain", fringeTo: 0.06, part: 0, sideTo: 0.95, backTo: 1.35, wave: 0.05, flare: 0.04 },
  { fringe: "side", fringeTo: -0.02, part: -32, sideTo: 0.75, backTo: 1.15, wave: 0.02 },
  { fringe: "swept", part: 10, sideTo: 0.8, backTo: 1.3, wave: 0.06, volume: 0.08, flare: 0.05, high: 0.01 },
  { fringe: "spiky", fringeTo: -0.03, part: 12, sideTo: 0.66, backTo: 1.05, flare: 0.05 },
  { fringe: "curtain", fringeTo: 0.02, part: -22, sideTo: 0.6, backTo: 0.85, flare: -0.03 },
  { fringe: "side", fringeTo: 0.04, part: 36, sideTo: 1.05, backTo: 1.6, wave: 0.04 },
  { fringe: "straight", fringeTo: -0.09, sideTo: 0.58, backTo: 0.8, flare: 0.06, wave: 0.03 },
  { fringe: "swept", part: -8, sideTo: 0.62, backTo: 1, high: 0.02 },
  { fringe: "spiky", fringeTo: 0.02, part: -26, sideTo: 0.85, backTo: 1.4, wave: 0.03, spike: 0.04 },
];
const curly: Partial<HairCut>[] = [
  { curls: 0.085, volume: 0.1, sideTo: 0.12, backTo: 0.24 },
  { curls: 0.1, volume: 0.13, sideTo: 0.34, backTo: 0.42, ears: "covered" },
  { curls: 0.07, volume: 0.07, sideTo: 0.06, backTo: 0.2, high: 0.02 },
  { curls: 0.1, volume: 0.12, sideTo: 0.6, backTo: 0.8, ears: "covered" },
  { curls: 0.085, volume: 0.12, sideTo: 0.22, backTo: 0.34, ears: "covered", part: 30 },
  { curls: 0.115, volume: 0.14, sideTo: 0.5, backTo: 0.62, ears: "covered" },
  { curls: 0.075, volume: 0.1, sideTo: 0.1, backTo: 0.24, part: -30 },
  { curls: 0.09, volume: 0.09, sideTo: 0.75, backTo: 0.95, ears: "covered" },
  { curls: 0.1, volume: 0.15, sideTo: 0.16, backTo: 0.28 },
  { curls: 0.08, volume: 0.08, sideTo: 0.42, backTo: 0.5, ears: "covered", part: 20 },
];
/** Curls that fall in waves: balls of them are wool, which only a dark head wears. */
const wavyWoman: Partial<HairCut>[] = [
  { fringe: "curtain", fringeTo: -0.02, part: 0, sideTo: 0.36, backTo: 0.42, wave: 0.07, flare: 0.02 },
  { fringe: "side", fringeTo: -0.04, part: -28, sideTo: 0.6, backTo: 0.8, wave: 0.1, flare: 0.07 },
  { fringe: "swept", part: 12, sideTo: 0.3, backTo: 0.36, wave: 0.06, flare: 0.02, quiff: 0.03 },
  { fringe: "curtain", fringeTo: 0.02, part: -14, sideTo: 0.8, backTo: 1.05, wave: 0.1, flare: 0.08 },
  { fringe: "side", fringeTo: 0, part: 30, sideTo: 0.26, backTo: 0.34, wave: 0.06, flare: 0.02 },
  { fringe: "swept", part: -16, sideTo: 0.7, backTo: 0.9, wave: 0.09, flare: 0.06 },
  { fringe: "curtain", fringeTo: -0.06, part: 18, sideTo: 0.5, backTo: 0.62, wave: 0.08, flare: 0.04 },
  { fringe: "side", fringeTo: 0.03, part: -36, sideTo: 0.9, backTo: 1.2, wave: 0.11, flare: 0.05 },
  { fringe: "swept", part: 0, sideTo: 0.44, backTo: 0.5, wave: 0.06, flare: 0.02, quiff: 0.05 },
  { fringe: "straight", fringeTo: -0.08, sideTo: 0.56, backTo: 0.7, wave: 0.1, flare: 0.09 },
];
const wavyMan: Partial<HairCut>[] = [
  { fringe: "side", fringeTo: -0.13, part: -24, quiff: 0.04 },
  { fringe: "swept", part: 18, high: 0.02, quiff: 0.08 },
  { fringe: "curtain", fringeTo: -0.12, part: 4 },
  { fringe: "spiky", fringeTo: -0.1, part: -10 },
  { fringe: "side", fringeTo: -0.15, part: 26, high: 0.02, quiff: 0.06 },
  { fringe: "swept", part: -20, high: 0.03, quiff: 0.05, recede: 0.05 },
  { fringe: "curtain", fringeTo: -0.16, part: -16, quiff: 0.03 },
  { fringe: "spiky", fringeTo: -0.14, part: 14, quiff: 0.03 },
  { fringe: "side", fringeTo: -0.18, part: 34, volume: 0.12 },
  { fringe: "swept", part: 4, high: 0.01, volume: 0.12, quiff: 0.04 },
];
const tied: Partial<HairCut>[] = [
  { fringe: "side", fringeTo: -0.03, part: 24, tie: "tail" },
  { fringe: "curtain", fringeTo: -0.11, part: 0, tie: "bun", volume: 0.07, loose: 0.05 },
  { fringe: "straight", fringeTo: -0.07, tie: "tail" },
  { fringe: "curtain", fringeTo: 0.05, part: 0, tie: "low-bun" },
  { fringe: "spiky", fringeTo: -0.03, part: -14, tie: "twins" },
  { fringe: "swept", part: -26, tie: "low-bun", volume: 0.09, quiff: 0.03, wave: 0.03, loose: 0.06 },
  { fringe: "curtain", fringeTo: 0.05, part: 4, tie: "low-tail" },
  { fringe: "side", fringeTo: -0.12, part: -18, tie: "bun", volume: 0.075, wave: 0.02, loose: 0.05 },
  { fringe: "swept", part: 14, tie: "tail", volume: 0.07 },
  { fringe: "side", fringeTo: 0.04, part: -30, tie: "bun" },
];
/** Men tie their hair in the neck. */
const tiedMan: Partial<HairCut>[] = [
  { fringe: "swept", part: 0, high: 0.03, tie: "low-tail" },
  { fringe: "curtain", fringeTo: 0, part: 4, tie: "low-tail" },
  { fringe: "side", fringeTo: -0.06, part: -28, tie: "low-tail" },
  { fringe: "swept", part: 22, high: 0.02, volume: 0.07, quiff: 0.03, tie: "low-tail" },
];
/** Men of old Japan: the crown shaven, and the queue laid over it. */
const chonmage: Partial<HairCut>[] = [
  { fringe: "none", shaven: true, volume: 0.04, tie: "topknot" },
  { fringe: "none", shaven: true, volume: 0.06, tie: "topknot" },
  { fringe: "none", shaven: true, volume: 0.025, tie: "topknot" },
];
/** Before that time: all the hair drawn up to a knot. */
const motodori: Partial<HairCut>[] = [
  { fringe: "swept", part: 0, high: 0.05, volume: 0.03, tie: "topknot" },
  { fringe: "swept", part: 0, high: 0.02, volume: 0.04, tie: "topknot", spike: 0.03 },
];
/** Women of old Japan: swelling front and sides, the rest in a knot with a comb. */
const nihongami: Partial<HairCut>[] = [
  { fringe: "swept", part: 0, volume: 0.1, tie: "bun", comb: true },
  { fringe: "swept", part: 0, volume: 0.085, quiff: 0.04, tie: "bun" },
  { fringe: "swept", part: 0, volume: 0.09, tie: "low-bun", comb: true },
  { fringe: "swept", part: -24, volume: 0.08, tie: "low-bun" },
  { fringe: "straight", fringeTo: -0.06, volume: 0.07, tie: "low-tail" },
];
const braided: Partial<HairCut>[] = [
  { fringe: "curtain", fringeTo: 0.02, part: 0, tie: "two-braids" },
  { fringe: "side", fringeTo: -0.03, part: 28, tie: "braid" },
  { fringe: "straight", fringeTo: -0.07, tie: "two-braids" },
  { fringe: "curtain", fringeTo: -0.12, part: 0, tie: "crown-braid" },
  { fringe: "spiky", fringeTo: -0.03, part: -16, tie: "braid" },
  { fringe: "swept", part: -20, tie: "two-braids" },
  { fringe: "curtain", fringeTo: 0.08, part: 10, tie: "braid" },
  { fringe: "side", fringeTo: 0, part: -30, tie: "crown-braid" },
  { fringe: "curtain", fringeTo: 0.1, part: -6, tie: "two-braids" },
  { fringe: "swept", part: 24, tie: "braid" },
];
const wild: Partial<HairCut>[] = [
  { fringe: "spiky", fringeTo: -0.04, spike: 0.15, volume: 0.09, sideTo: 0.16, backTo: 0.3, flare: 0.1 },
  {
    fringe: "spiky",
    fringeTo: 0.02,
    spike: 0.11,
    volume: 0.1,
    sideTo: 0.36,
    backTo: 0.5,
    flare: 0.13,
    ears: "covered",
  },
  { fringe: "swept", spike: 0.17, volume: 0.09, sideTo: 0.1, backTo: 0.26, flare: 0.09 },
  { fringe: "side", fringeTo: 0.03, part: 30, spike: 0.1, volume: 0.12, sideTo: 0.2, backTo: 0.36, flare: 0.1 },
  { fringe: "spiky", fringeTo: -0.08, spike: 0.17, volume: 0.07, sideTo: 0.1, backTo: 0.24, flare: 0.06, lock: 0.09 },
  {
    fringe: "curtain",
    fringeTo: 0.06,
    part: 0,
    spike: 0.08,
    volume: 0.12,
    sideTo: 0.5,
    backTo: 0.75,
    flare: 0.13,
    wave: 0.05,
  },
  { fringe: "swept", part: 18, spike: 0.12, volume: 0.12, sideTo: 0.28, backTo: 0.42, flare: 0.12 },
  { fringe: "spiky", fringeTo: 0.05, part: -20, spike: 0.12, volume: 0.08, sideTo: 0.55, backTo: 0.8, flare: 0.12 },
  { fringe: "side", fringeTo: -0.05, part: -34, spike: 0.14, volume: 0.1, sideTo: 0.12, backTo: 0.3, flare: 0.08 },
  { fringe: "short", spike: 0.1, volume: 0.09, sideTo: 0.1, backTo: 0.24, flare: 0.06, lock: 0.06 },
];
const bald: Partial<HairCut>[] = Array.from({ length: 10 }, (_, i) => ({
  fringe: "none" as const,
  volume: 0.045 + (i % 3) * 0.014,
  flare: 0.05,
  sideTo: 0.14,
  backTo: 0.26,
}));

const oldJapan: readonly Costume[] = ["kimono", "haori", "hakama", "happi", "suikan", "samurai", "monk"];

/** Clothes that a man does not wear with a fringe in his eyes. */
const tailored: readonly Costume[] = [
  "suit",
  "frock-coat",
  "tail-coat",
  "waistcoat",
  "dressing-gown",
  "clergy",
  "uniform",
  "police",
  "livery",
];

function shortOf({ gender, age, costume }: ModelSheet): Partial<HairCut>[] {
  if (gender === "female") return shortWoman;
  if (age === "child" || !tailored.includes(costume)) return shortMan;
  return age === "young" ? gentlemen.filter((cut) => !cut.whiskers && (cut.recede ?? 0) < 0.08) : gentlemen;
}

function tiedOf({ gender, age, costume }: ModelSheet): Partial<HairCut>[] {
  const japanese = oldJapan.includes(costume);
  if (gender === "female") return japanese && age !== "child" ? nihongami : tied;
  if (!japanese) return tiedMan;
  return costume === "suikan" ? motodori : chonmage;
}

function curlyOf({ gender, skin }: ModelSheet): Partial<HairCut>[] {
  if (skin === "dark") return curly;
  const loose = { volume: 0.1, loose: 0.08 };
  return gender === "female"
    ? wavyWoman.map((cut) => ({ ...loose, ears: "covered", ...cut }))
    : wavyMan.map((cut) => ({ ...loose, wave: 0.05, ...cut }));
}

/** The cut of a sheet; the old wear it thinner, and men begin higher on the forehead. */
export function cutOf(sheet: ModelSheet): HairCut {
  const woman = sheet.gender === "female";
  const tables: Record<HairStyle, Partial<HairCut>[]> = {
    short: shortOf(sheet),
    long,
    curly: curlyOf(sheet),
    tied: tiedOf(sheet).map((cut) => ({ sideTo: woman ? 0.26 : 0.1, backTo: 0.2, volume: 0.05, spike: 0, ...cut })),
    braided: braided.map((cut) => ({ sideTo: 0.14, backTo: 0.2, volume: 0.05, spike: 0, ...cut })),
    bald,
    wild,
  };
  const table = tables[sheet.hairStyle];
  const worn = { ...base, ...table[((sheet.hairCut % table.length) + table.length) % table.length] };
  const cut = sheet.age === "child" ? { ...worn, ...overForehead(worn) } : worn;
  if (sheet.age === "old" && !woman) return { ...cut, high: cut.high + 0.035, volume: cut.volume * 0.75 };
  if (sheet.age === "old" && (sheet.hairStyle === "long" || sheet.hairStyle === "tied"))
    return { ...cut, ...thinned(cut) };
  // Curls to the shoulders are a judge's wig on a man.
  if (cut.curls > 0) return woman ? { ...cut, ears: "covered" } : { ...cut, ...cropped(cut) };
  if (sheet.hairStyle === "wild" && !woman) return { ...cut, ...ruffled(cut) };
  if (sheet.hairStyle === "long" && !woman)
    return { ...cut, sideTo: Math.min(cut.sideTo, 0.6), backTo: Math.min(cut.backTo, 0.75), ears: "behind" };
  return cut;
}

/** Over eyes that stand as low as a child's a bare forehead would be a balloon: hair falls on it. */
const overForehead = (cut: HairCut): Partial<HairCut> => ({
  high: -0.04,
  recede: 0,
  ...(cut.fringe === "swept" && cut.tie === "none" ? { fringe: "side", fringeTo: -0.1, quiff: 0 } : {}),
});

/** Curls cut short: close to the head, and clear of ears and collar. */
function cropped(cut: HairCut): Partial<HairCut> {
  return {
    sideTo: Math.min(cut.sideTo, 0.05),
    backTo: Math.min(cut.backTo, 0.2),
    volume: cut.volume * 0.6,
    curls: cut.curls * 0.78,
    ears: "shown",
  };
}

/** Wild hair of men: locks that leave the head on the crown; ears and nape are clear. */
function ruffled(cut: HairCut): Partial<HairCut> {
  return {
    fringe: cut.fringe === "swept" || cut.fringe === "curtain" ? "spiky" : cut.fringe,
    fringeTo: Math.min(cut.fringeTo, -0.06),
    sideTo: Math.min(cut.sideTo, 0.08),
    backTo: Math.min(cut.backTo, 0.22),
    spike: 0,
    loose: 0.09 + Math.min(cut.spike, 0.17) * 0.3,
    volume: Math.min(cut.volume, 0.075),
    flare: Math.min(cut.flare, 0.02),
    ears: "shown",
  };
}

/** The long hair of old women is sparse: it lies close, hangs in thin wisps and leaves the forehead bare. */
function thinned(cut: HairCut): Partial<HairCut> {
  return {
    fringe: "swept",
    high: cut.high + 0.045,
    volume: cut.tie === "none" ? 0.03 : 0.05,
    lock: 0.055,
    loose: 0.06,
    sideTo: cut.tie === "none" ? Math.min(cut.sideTo, 0.92) : cut.sideTo,
    backTo: cut.tie === "none" ? Math.min(cut.backTo, 1.1) : cut.backTo,
    wave: 0.035,
    flare: 0.07,
    ears: cut.tie === "none" ? "behind" : cut.ears,
  };
}

/** Where the hair of a cut begins in a direction (degrees from the front): height on the head. */
export function hairEdge({ high, recede }: HairCut, degrees: number): number {
  const away = Math.abs(((((degrees + 180) % 360) + 360) % 360) - 180);
  const line = hairline(away, high);
  return Math.max(Math.min(line, -0.42), line - recede * steady.exp(-(((away - 36) / 17) ** 2)));
}

/** Fully bald heads keep no hair at all; the other bald cuts keep a wreath round the back. */
export const fullyBald = (sheet: ModelSheet): boolean => sheet.hairStyle === "bald" && sheet.hairCut % 10 < 4;

type Density = Parameters<typeof fineTone>[0];

export interface HairInk {
  fill: string;
  /** Fill of the inner side of hair that hangs. */
  shade: string;
  /** Ink of the strands. */
  strand: string;
  /** Fill of the lit band, or null where the hair is white. */
  shine: string | null;
}

/** Black, white or toned: what the eye keeps of a head (D3). */
export function hairInk(sheet: ModelSheet): HairInk {
  if (sheet.colours?.hair) return { ...sheet.colours.hair, strand: "#000", shine: null };
  const toned = (fill: Density, shade: Density): HairInk => ({
    fill: fineTone(fill),
    shade: fineTone(shade),
    strand: "#000",
    shine: "#fff",
  });
  const inks: Record<HairColour, HairInk> = {
    black: { fill: "#000", shade: "#000", strand: "#fff", shine: "#fff" },
    brown: toned(70, 70),
    red: toned(40, 70),
    grey: toned(20, 40),
    fair: toned(10, 30),
    white: { fill: "#fff", shade: "#fff", strand: "#000", shine: null },
  };
  return inks[sheet.hairColour];
}
