import { randomFrom } from "../geometry/random.ts";
import type { HairColour, Species } from "../story/story.ts";
import type { ModelSheet, PersonColours, Sheets } from "./artist.ts";
import { coatOf } from "./beasts/beast-coat.ts";
import { blend, glaze, hexOf, inLight, type Rgb, rgb } from "./palette.ts";
import { differenceOf } from "./palette-sight.ts";

/** Hair as the text names it; of the usual colours several, by seed. Black hair stays a spot black. */
const hair: Readonly<Record<Exclude<HairColour, "black">, readonly string[]>> = {
  brown: ["#6b4326", "#83552f", "#5a3c2c", "#94683c"],
  red: ["#c2552a", "#b2441f"],
  grey: ["#9aa0a6", "#a8a49c"],
  fair: ["#e4c06a", "#d9ad5c"],
  white: ["#efece4"],
};

const skins: Readonly<Record<ModelSheet["skin"], readonly string[]>> = {
  light: ["#f7d5b6", "#f3cba8", "#edc39e", "#f9dec8"],
  dark: ["#a06e4b", "#b28058"],
};

const pale = ["#f2e7c9", "#bcd8ec", "#cde4c2", "#f2c9c9", "#d7caec", "#f5e08e"] as const;
const middle = ["#5f87ba", "#c4564d", "#74a065", "#d29e42", "#8c6cab", "#4f9c9c", "#ba6d3f", "#d48f98"] as const;
const deep = ["#34477a", "#2f5f4c", "#76303e", "#593b75", "#66482f", "#4b5764", "#1f5c68"] as const;

/** Cloths by their tone in ink, so that a dark coat is dark in both editions. */
const cloths: Readonly<Record<ModelSheet["cloth"], readonly string[]>> = {
  black: deep,
  dark: deep,
  grey: middle,
  striped: middle,
  patterned: middle,
  white: pale,
};

/** Skirts and trousers beside a cloth. */
const besides = ["#4c4a58", "#6d5a49", "#d9ceb6", "#8f8a80", "#3f4f63", "#b9a077"] as const;

/** The nearest in the cast are in one picture; of a large cast colours come again. */
const remembered = 7;

/** The sheets for a flat edition: everybody with colours of their own, as far apart from the others as can be (D8). */
export function flatSheets(sheets: Sheets): Sheets {
  const given: Rgb[] = [];
  const people: Record<string, ModelSheet> = {};
  const variants: NonNullable<Sheets["variants"]> = {};
  for (const [id, sheet] of Object.entries(sheets.people)) {
    const colours = coloursFor(sheet, given.slice(-remembered));
    given.push(rgb(colours.cloth));
    people[id] = { ...sheet, colours };
  }
  for (const [id, all] of Object.entries(sheets.variants ?? {}))
    variants[id] = all.map((each) => ({ ...each, sheet: { ...each.sheet, colours: coloursFor(each.sheet, given) } }));
  return { ...sheets, people, variants, colour: "flat" };
}

/** Colours of one person: what the sheet says, and cloth that differs from what others wear for every eye. */
export function coloursFor(sheet: ModelSheet, others: readonly Rgb[]): PersonColours {
  const random = randomFrom(`${sheet.seed} colours`);
  const skin = rgb(random.pick(skins[sheet.skin]));
  const strands = sheet.hairColour === "black" ? null : rgb(random.pick(hair[sheet.hairColour]));
  const cloth = farthest(cloths[sheet.cloth], [...others, skin], random());
  return {
    skin: hexOf(skin),
    hair: strands && { fill: hexOf(strands), shade: hexOf(blend(strands, [40, 20, 20], 0.3)) },
    cloth,
    second: farthest(besides, [rgb(cloth)], random()),
  };
}

/** The colour that is farthest from others; among equals, such as for the first of a cast, by chance (0–1). */
function farthest(colours: readonly string[], others: readonly Rgb[], chance: number): string {
  const shift = Math.floor(chance * colours.length);
  const turned = [...colours.slice(shift), ...colours.slice(0, shift)];
  const room = (colour: string): number => Math.min(...others.map((other) => differenceOf(rgb(colour), other)));
  const [first = "#888888"] = turned;
  return turned.reduce((best, colour) => (room(colour) > room(best) + 4 ? colour : best), first);
}

/** What is neither skin nor hair nor the main cloth: from linen to leather. */
const linen = rgb("#fffaf0");
const leather = rgb("#5d4638");
const shadow = rgb("#6b2f2a");
const weaves: Readonly<Record<string, string>> = {
  flannel: "#cfc4ae",
  tweed: "#9c8a74",
  serge: "#565467",
  stripe: "#c9d3de",
  pinstripe: "#4a5066",
  check: "#c7b48e",
  splash: "#46557e",
  sprig: "#ecd0cc",
};

/** What of a sheet tells the colour of fur, feathers or scales. */
export type Furred = Pick<ModelSheet, "species" | "name" | "hairColour">;

/** A drawn figure without screens, in the light of the hour. Black stays black, white is the light itself. */
export function paintedFigure(svg: string, light: Rgb, { species, name, hairColour }: Furred): string {
  const tones = species === "human" ? clothTone : furTones(species, name, hairColour);
  return svg.replace(/\b(fill|stroke)="([^"]+)"/g, (_, kind: string, value: string) => {
    return `${kind}="${painted(value, light, tones)}"`;
  });
}

const clothTone = (coverage: number): Rgb => blend(linen, leather, coverage);

/** Furs by the name of their colour; some kinds have one of their own. */
const furs: Readonly<Record<HairColour, string>> = {
  black: "#4a4852",
  brown: "#96683f",
  red: "#dd7d33",
  grey: "#a3a3aa",
  fair: "#e6c583",
  white: "#d8d2c6",
};
const ownFurs: Partial<Record<Species, string>> = {
  frog: "#86b255",
  reptile: "#83a35e",
  insect: "#a5bb5a",
  pig: "#f2b9ae",
  lion: "#dcab55",
  fish: "#93adc2",
};

/** The tone that ink gives a coat becomes its colour; lighter and darker ones stay lighter and darker. */
function furTones(species: Exclude<Species, "human">, name: string, hairColour: HairColour): (coverage: number) => Rgb {
  const { main, colour } = coatOf(species, hairColour, name);
  const usual = Number(/\d+/.exec(main.replace("#fff", ""))?.[0] ?? 30) / 100;
  const fur = rgb(ownFurs[species] ?? furs[colour]);
  return (coverage) =>
    coverage <= usual
      ? blend([255, 255, 255], fur, coverage / usual)
      : blend(fur, [32, 24, 24], (coverage - usual) / (1.2 - usual));
}

function painted(value: string, light: Rgb, tones: (coverage: number) => Rgb): string {
  if (value === "#000" || value === "none") return value;
  if (value === "#fff") return hexOf(light);
  if (/^#[\da-f]{6}$/i.test(value)) return hexOf(inLight(rgb(value), light));
  const [, screen, kind = ""] = /^url\(#(tone|small|fine|shade|veil|light)-(\w+)\)$/.exec(value) ?? [];
  if (screen === undefined) return value;
  const woven = weaves[kind];
  if (woven !== undefined) return hexOf(inLight(rgb(woven), light));
  const coverage = Number(kind) / 100;
  if (screen === "light") return glaze(light, coverage);
  if (screen === "shade" || screen === "veil") return glaze(shadow, coverage * 0.7);
  return hexOf(inLight(tones(coverage), light));
}
