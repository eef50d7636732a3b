import type { ModelSheet } from "../artist.ts";
import { tone } from "../tone.ts";

/** What a garment is filled and folded with. */
export interface Cloth {
  fill: string;
  /** Ink of folds, seams and inner edges: white on black. */
  fold: string;
  motif: "none" | "stripes" | "dots";
}

export const plain = (fill: string): Cloth => ({ fill, fold: fill === "#000" ? "#fff" : "#000", motif: "none" });
/** Ink of an edge that lies on cloth of the same kind. */
export const mainEdge = ({ fill }: Cloth): string => (fill === "#000" ? "#fff" : "#000");
export const white = plain("#fff");
export const black = plain("#000");
/** Dark, and still light enough for folds in ink. */
export const dark = plain(tone(55));

/** The main cloth of a sheet (D3). */
export function mainCloth(sheet: ModelSheet): Cloth {
  const cloths: Record<ModelSheet["cloth"], Cloth> = {
    black,
    white,
    grey: plain(tone(30)),
    dark,
    striped: { fill: "#fff", fold: "#000", motif: "stripes" },
    patterned: { fill: tone(10), fold: "#000", motif: "dots" },
  };
  return cloths[sheet.cloth];
}

/** Trousers, skirts and sashes beside the main cloth: dark under light, light under dark. */
export function secondCloth(sheet: ModelSheet): Cloth {
  const cloths: Record<ModelSheet["cloth"], Cloth> = {
    black: plain(tone(40)),
    white: sheet.seed % 2 ? dark : black,
    grey: black,
    dark: plain(tone(20)),
    striped: black,
    patterned: dark,
  };
  return cloths[sheet.cloth];
}
