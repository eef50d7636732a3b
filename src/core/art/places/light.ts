import type { Rect } from "../../geometry/geometry.ts";
import type { TimeOfDay, Weather } from "../../story/story.ts";
import type { Canvas } from "../canvas.ts";

/** How a place is inked at its hour: by day black lines on light tones, by night white lines on black. */
export interface Light {
  time: TimeOfDay;
  weather: Weather;
  /** Colour of lines; the colour that they stand against. */
  ink: string;
  paper: string;
  /** White lines on black: outside, at night. */
  dark: boolean;
  /** 0 is as near as the people, 1 a backdrop far behind a large face: thinner and greyer lines, lighter tones, less detail. */
  soft: number;
  /** Areas of the page with heads and balloons: no sun or moon touches one. */
  taken?: readonly Rect[];
  /** Fill of a surface, from 0 (brightest) to 6 (a black mass). */
  level(value: number): string;
  /** Fill of a window with a lamp behind it, or with the dark behind it. */
  window(lit: boolean): string;
}

const coverages = {
  clear: [0, 0.08, 0.16, 0.28, 0.46, 0.78, 1],
  grey: [0.03, 0.13, 0.22, 0.36, 0.56, 0.86, 1],
  low: [0.04, 0.16, 0.3, 0.48, 0.7, 0.94, 1],
  snow: [0, 0, 0.04, 0.1, 0.44, 0.8, 1],
  snowNight: [0, 0.02, 0.14, 0.36, 0.72, 0.92, 1],
  fog: [0, 0.05, 0.1, 0.16, 0.24, 0.34, 0.5],
  night: [0.86, 0.9, 0.95, 1, 1, 1, 1],
  nightFog: [0.5, 0.56, 0.64, 0.7, 0.76, 0.84, 0.9],
};

/** The light outside at an hour and in a weather. */
export function outdoorLight(canvas: Canvas, time: TimeOfDay, weather: Weather, soft = 0): Light {
  // Snow lights the night: white ground and roofs under a dark sky, inked as by day.
  const dark = time === "night" && weather !== "snow";
  const foggy = weather === "fog";
  const grey = weather === "rain" || weather === "storm" || weather === "cloudy";
  const low = time === "dusk" || weather === "storm";
  const scale = dark ? (foggy ? coverages.nightFog : coverages.night) : dayScale(foggy, low, grey, time, weather);
  return {
    time,
    weather,
    dark,
    soft,
    ink: dark ? greyed("#fff", soft) : greyed("#000", soft),
    paper: dark ? "#000" : "#fff",
    level: (value) => canvas.dots(dark ? onScale(scale, value) : lightened(onScale(scale, value), soft)),
    window: (lit) =>
      lit && canvas.palette?.night
        ? canvas.palette.lamp
        : dark
          ? lit
            ? "#fff"
            : "#000"
          : (low || time === "night") && lit
            ? "#fff"
            : lit
              ? canvas.dots(lightened(0.55, soft))
              : canvas.dots(lightened(1, soft)),
  };
}

/** Under snow roofs and ground stay white; only walls and shadows carry tone. */
function dayScale(foggy: boolean, low: boolean, grey: boolean, time: TimeOfDay, weather: Weather): readonly number[] {
  if (foggy) return coverages.fog;
  if (weather === "snow") return time === "night" ? coverages.snowNight : coverages.snow;
  return low ? coverages.low : grey ? coverages.grey : coverages.clear;
}

/** The light in a room: always drawn as by day; the dark is laid over it around the lamp. */
export function indoorLight(canvas: Canvas, time: TimeOfDay, weather: Weather, soft = 0): Light {
  const scale = time === "day" || time === "dawn" ? coverages.clear : coverages.grey;
  return {
    time,
    weather,
    dark: false,
    soft,
    ink: greyed("#000", soft),
    paper: "#fff",
    level: (value) => canvas.dots(lightened(onScale(scale, value), soft)),
    window: () => (time === "night" ? "#000" : time === "dusk" ? canvas.dots(lightened(0.4, soft)) : "#fff"),
  };
}

function onScale(scale: readonly number[], value: number): number {
  const at = Math.max(0, Math.min(scale.length - 1, value));
  const [low, high] = [scale[Math.floor(at)] ?? 0, scale[Math.ceil(at)] ?? 1];
  return low + (high - low) * (at - Math.floor(at));
}

/** Distance thins a tone: a black mass behind a large face becomes a middle grey, so that hair and coat stand before it. */
const lightened = (coverage: number, soft: number): number => coverage * (1 - 0.55 * soft);

/** Lines behind a large face are grey, never broken. */
function greyed(ink: "#000" | "#fff", soft: number): string {
  const step = Math.round(soft * 8) * 13;
  const value = ink === "#000" ? step : 255 - step;
  const hex = value.toString(16).padStart(2, "0");
  return soft === 0 ? ink : `#${hex}${hex}${hex}`;
}

/** A patch or beam of light over what is drawn: thin white that lines shine through unbroken, where white dots would cut them to dashes. */
export function softLight(canvas: Canvas, path: string, strength: number): void {
  if (path) canvas.raw(`<path d="${path}" fill="#fff" fill-opacity="${strength}"/>`);
}
