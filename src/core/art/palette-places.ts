import type { TimeOfDay, Weather } from "../story/story.ts";
import type { PlaceSheet } from "./artist.ts";
import { blend, hexOf, inLight, type Ramp, type Rgb, rgb } from "./palette.ts";

/** What a stroke of the scenery belongs to. */
export type Part =
  | "sky"
  | "ground"
  | "path"
  | "leaf"
  | "hill"
  | "rock"
  | "water"
  | "wall"
  | "floor"
  | "ceiling"
  | "wood"
  | "house"
  | "plaster"
  | "brick"
  | "roof"
  | "cloth"
  | "feeling"
  | "fire"
  | "plain";

/** The colours of one panel: of its place at its hour and in its weather. */
export interface PanelPalette {
  ramps: Readonly<Record<Part, Ramp>>;
  /** The light that falls on people. */
  people: Rgb;
  /** Panes with a lamp behind them. */
  lamp: string;
  /** The sky has stars. */
  night: boolean;
}

/** The lightest and the darkest tone of a thing by day. */
type Tones = readonly [light: string, dark: string];

const things: Readonly<Record<Exclude<Part, "sky" | "ground" | "wall" | "house">, Tones>> = {
  path: ["#efe0bd", "#a58a5c"],
  leaf: ["#b5cf83", "#3f6440"],
  hill: ["#c3d7ae", "#6d8f7c"],
  rock: ["#d9d3c6", "#77706a"],
  water: ["#cfe6ee", "#3f7f9f"],
  floor: ["#e3c79b", "#8a6440"],
  ceiling: ["#f3ead8", "#a0896a"],
  wood: ["#dcb684", "#6f4a2c"],
  plaster: ["#f4e7c8", "#a98d60"],
  brick: ["#dfb79d", "#9a604a"],
  roof: ["#d8a284", "#8a4a3a"],
  cloth: ["#f2e9d6", "#97715f"],
  feeling: ["#fbf3e4", "#b98f74"],
  fire: ["#fff0b8", "#e2622a"],
  plain: ["#f7efdd", "#8d7a66"],
};

const grass: Tones = ["#d3e0a6", "#75914c"];
const earth: Tones = ["#ead9b6", "#94774f"];
const sand: Tones = ["#f5e6bd", "#c19d63"];
const stone: Tones = ["#e2ddd2", "#8b857a"];

const grounds: Partial<Record<PlaceSheet["kind"], Tones>> = {
  forest: grass,
  garden: grass,
  field: grass,
  river: grass,
  mountain: grass,
  graveyard: grass,
  village: earth,
  road: earth,
  yard: earth,
  battlefield: earth,
  shore: sand,
  desert: sand,
};

/** Walls by the seed of the place, so that rooms are told apart: light ones all, for people stand before them. */
const walls: readonly Tones[] = [
  ["#f1e3c4", "#a2825a"],
  ["#dfe7d6", "#75886f"],
  ["#e9dadb", "#96737a"],
  ["#dbe5ea", "#6d8593"],
  ["#f0dcc4", "#a8764f"],
  ["#e8e0ee", "#83769a"],
];

const white: Rgb = [255, 255, 255];
/** People keep more of their own colours by night than their place does. */
const moonlit = rgb("#ddd9f0");

/** The colour of the light by the hour, outside and in rooms. */
const outside: Readonly<Record<TimeOfDay, string>> = {
  day: "#ffffff",
  dawn: "#fff0e4",
  dusk: "#ffd9bd",
  night: "#6d84c4",
};
const inside: Readonly<Record<TimeOfDay, string>> = {
  day: "#ffffff",
  dawn: "#fff6ea",
  dusk: "#ffe7c4",
  night: "#f8d59c",
};

/** Skies: their light, what is laid over it from above, and the black of the night. */
const skies: Readonly<Record<TimeOfDay, readonly [light: string, wash: string, ink: string]>> = {
  day: ["#edf6fc", "#3f8fd2", "#2b3a55"],
  dawn: ["#fdeadb", "#d27f96", "#4a3550"],
  dusk: ["#fce0b6", "#b65a70", "#45304f"],
  night: ["#f6efcd", "#1c2c5c", "#1b2a58"],
};
const covered: Partial<Record<Weather, readonly [light: string, wash: string]>> = {
  rain: ["#e2e9ee", "#5b7488"],
  storm: ["#d4dbe3", "#38465f"],
  cloudy: ["#e6ebef", "#71889b"],
  snow: ["#eef2f7", "#7d90ab"],
  fog: ["#eceeee", "#9aa5ab"],
};

export interface Hour {
  time: TimeOfDay;
  weather: Weather;
  /** Under a roof. */
  indoors: boolean;
}

/** The fixed palette of a place at an hour (D8). */
export function panelPalette(place: PlaceSheet, { time, weather, indoors }: Hour): PanelPalette {
  const light = rgb((indoors ? inside : outside)[time]);
  const ramp = ([pale, dark]: Tones): Ramp =>
    lit(dulled(rgb(pale), weather, indoors), dulled(rgb(dark), weather, indoors), light, time);
  const wall = walls[place.seed % walls.length] ?? earth;
  const snowy = !indoors && weather === "snow";
  const ground = snowy ? (["#f8fafd", "#93a4bd"] as const) : (grounds[place.kind] ?? stone);
  const parts = Object.entries(things).map(([part, tones]) => [part, ramp(tones)]);
  return {
    ramps: {
      // The entries of the table above, each by its own key.
      ...(Object.fromEntries(parts) as Record<keyof typeof things, Ramp>),
      ground: ramp(indoors ? things.floor : ground),
      wall: ramp(wall),
      house: ramp(wall),
      sky: skyRamp(time, weather),
    },
    people: time === "night" && !indoors ? moonlit : blend(light, white, 0.5),
    lamp: hexOf(rgb("#ffdf8a")),
    night: time === "night" && !indoors,
  };
}

function lit(pale: Rgb, dark: Rgb, light: Rgb, time: TimeOfDay): Ramp {
  const shadow = inLight(dark, light);
  return {
    ink: time === "night" ? rgb("#0c1026") : [0, 0, 0],
    dark: shadow,
    light: inLight(pale, light),
    wash: blend(shadow, [16, 18, 48], 0.55),
    strength: 0.6,
    shine: inLight(white, light),
  };
}

/** A covered sky takes the colour out of things. */
function dulled(colour: Rgb, weather: Weather, indoors: boolean): Rgb {
  if (indoors || covered[weather] === undefined) return colour;
  const grey = 0.3 * colour[0] + 0.55 * colour[1] + 0.15 * colour[2];
  return weather === "fog"
    ? blend(colour, [222, 226, 228], 0.45)
    : blend(colour, [grey * 0.95, grey, grey * 1.05], 0.4);
}

function skyRamp(time: TimeOfDay, weather: Weather): Ramp {
  const [clear, over, ink] = skies[time];
  const night = time === "night";
  const [pale, wash] = night ? [clear, over] : (covered[weather] ?? [clear, over]);
  return {
    ink: night ? rgb(ink) : [0, 0, 0],
    dark: rgb(night ? "#2b407c" : wash),
    light: rgb(pale),
    wash: rgb(wash),
    strength: night ? 1 : 1.7,
    shine: night ? rgb("#6f8fcf") : white,
  };
}
