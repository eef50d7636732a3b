import type { Costume, ModelSheet } from "../artist.ts";
import { fabric } from "../fabric.ts";
import { inSmallScreen, tone } from "../tone.ts";

/** What a garment is filled and folded with. */
export interface Cloth {
  fill: string;
  /** Ink of folds, seams and inner edges: white on black. */
  fold: string;
  /** Knitted in hoops round the body. */
  hooped?: boolean;
}

export const plain = (fill: string): Cloth => ({ fill, fold: fill === "#000" ? "#fff" : "#000" });
export const white = plain("#fff");
export const black = plain("#000");
/** Shirt-sleeves: white ones beside a dark waistcoat would be an arm cut off. */
export const linen = plain(inSmallScreen(tone(20)));
/** Light wool. */
export const pale = plain(fabric("flannel"));
/** Between light and dark. */
export const middling = plain(fabric("tweed"));
/** Dark, and still light enough for folds in ink. */
export const dark = plain(fabric("serge"));

const onBlack = (fill: string): Cloth => ({ fill, fold: "#fff" });

/** Whether light things stand out on it and dark ones are lost. */
export const isDark = ({ fill, fold }: Cloth): boolean => fold === "#fff" || fill === dark.fill;

const japanese: ReadonlySet<Costume> = new Set([
  "kimono",
  "haori",
  "hakama",
  "happi",
  "suikan",
  "monk",
  "samurai",
  "yukata",
]);
const hooped: ReadonlySet<Costume> = new Set(["jersey", "tee"]);
const tailored: ReadonlySet<Costume> = new Set([
  "suit",
  "frock-coat",
  "tail-coat",
  "coat",
  "cloak",
  "livery",
  "uniform",
  "waistcoat",
]);

/** Linen and cotton, which folds and trimmings tell from bare paper; all else is wool. */
const washed: ReadonlySet<Costume> = new Set([
  ...japanese,
  "apron-dress",
  "armour",
  "blouse",
  "dress",
  "gown",
  "jersey",
  "maid",
  "none",
  "regency",
  "robe",
  "sailor",
  "school",
  "shirt",
  "space-suit",
  "tabard",
  "tee",
  "twenties",
]);

/** The main cloth of a sheet: what of black, white and grey there is, and between neighbours another weave (D3). */
export function mainCloth(sheet: ModelSheet): Cloth {
  if (sheet.colours) return plain(sheet.colours.cloth);
  const cloths: Record<ModelSheet["cloth"], () => Cloth> = {
    black: () => black,
    // A coat without a weave is a tailor's dummy, and looks unfinished.
    white: () => (washed.has(sheet.costume) ? white : pale),
    grey: () => pale,
    dark: () => (sheet.seed % 3 === 0 ? dark : middling),
    striped: () => striped(sheet),
    patterned: () => patterned(sheet),
  };
  return cloths[sheet.cloth]();
}

function striped({ costume, age }: ModelSheet): Cloth {
  // Broad hoops are for boys and sailors: on the old they are a convict's.
  if (hooped.has(costume) && age !== "old") return { ...white, hooped: true };
  return tailored.has(costume) ? onBlack(fabric("pinstripe")) : plain(fabric("stripe"));
}

/** A man's wool is checked, a woman's stuff printed with flowers; a man of Japan wears dyed crosses. */
function patterned({ costume, gender }: ModelSheet): Cloth {
  if (gender === "female") return plain(fabric("sprig"));
  return japanese.has(costume) ? onBlack(fabric("splash")) : plain(fabric("check"));
}

/** Trousers, skirts and sashes beside the main cloth: dark under light, light under dark. */
export function secondCloth(sheet: ModelSheet): Cloth {
  if (sheet.colours) return plain(sheet.colours.second);
  const cloths: Record<ModelSheet["cloth"], Cloth> = {
    black: middling,
    white: sheet.seed % 2 ? dark : black,
    grey: black,
    dark: pale,
    striped: black,
    patterned: dark,
  };
  return cloths[sheet.cloth];
}
