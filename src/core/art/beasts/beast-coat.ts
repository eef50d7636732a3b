import type { HairColour } from "../../story/story.ts";
import { fineTone } from "../tone.ts";
import type { BeastSpecies } from "./beast-heads-data.ts";

/** Fills of one beast: of its fur or skin, of what is pale in it, and of what is darkest. */
export interface Coat {
  main: string;
  pale: string;
  dark: string;
  /** Drawn by black lines on light, or so dark that inner lines are white. */
  line: "#000" | "#fff";
  /** The name of its colour. */
  colour: HairColour;
}

type Shade = "white" | "light" | "middle" | "dark" | "black";

const coats: Readonly<Record<Shade, Omit<Coat, "colour">>> = {
  white: { main: "#fff", pale: "#fff", dark: fineTone(20), line: "#000" },
  light: { main: fineTone(10), pale: "#fff", dark: fineTone(30), line: "#000" },
  middle: { main: fineTone(20), pale: "#fff", dark: "#000", line: "#000" },
  dark: { main: fineTone(40), pale: fineTone(10), dark: "#000", line: "#000" },
  black: { main: fineTone(70), pale: fineTone(40), dark: "#000", line: "#fff" },
};

const shadeOf: Readonly<Record<HairColour, Shade>> = {
  black: "black",
  brown: "dark",
  red: "middle",
  grey: "middle",
  fair: "light",
  white: "white",
};

/** The colours in which a kind is found, the usual one first: a sheet made by chance never paints a fox black. */
const found: Readonly<Record<Exclude<BeastSpecies, "bird">, readonly HairColour[]>> = {
  fox: ["red", "white"],
  dog: ["brown", "white", "black", "fair", "red", "grey"],
  wolf: ["grey", "white", "black"],
  donkey: ["grey", "brown"],
  cow: ["brown", "black", "white", "fair", "red"],
  deer: ["brown"],
  goat: ["white", "brown", "black", "grey"],
  lion: ["fair"],
  snake: ["grey", "black"],
  cat: ["grey", "white", "red", "black"],
  rabbit: ["brown", "white"],
  mouse: ["grey", "white"],
  horse: ["brown", "white", "grey"],
  bear: ["brown"],
  frog: ["fair"],
  pig: ["fair"],
  sheep: ["white"],
  insect: ["fair"],
  reptile: ["grey"],
  fish: ["grey", "white"],
};

/** Birds that everybody knows by their colour. */
const plumage: readonly (readonly [RegExp, HairColour])[] = [
  [/crow|raven|rook|blackbird|鴉|烏|からす/i, "black"],
  [/swan|goose|duck|dove|stork|crane|gull|白鳥|鶴|鷺/i, "white"],
  [/eagle|hawk|owl|sparrow|鷲|鷹|鳶|梟|雀/i, "brown"],
  [/canary|chick/i, "fair"],
];

/** What a beast is covered with: the colour of its sheet where its kind has it, of a bird the colour of its name. */
export function coatOf(species: BeastSpecies, colour: HairColour, name: string): Coat {
  const seen =
    species === "bird" ? (plumage.find(([known]) => known.test(name))?.[1] ?? "grey") : seenOn(species, colour);
  return { ...coats[shadeOf[seen]], colour: seen };
}

function seenOn(species: Exclude<BeastSpecies, "bird">, colour: HairColour): HairColour {
  const usual = found[species];
  return usual.includes(colour) ? colour : (usual[0] ?? "grey");
}

/** Tabby cats and tigers. */
export const isStriped = ({ species, name, coat }: { species: BeastSpecies; name: string; coat: Coat }): boolean =>
  (species === "cat" && coat.main !== "#fff") || (species === "lion" && /tiger|虎/i.test(name));
