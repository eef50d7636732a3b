import { short } from "../geometry/geometry.ts";
import { fabricDefs } from "./fabric.ts";

/** Coverage of the screentones that a page carries, in percent. */
const toneSteps = [10, 20, 30, 40, 55, 70] as const;
export type ToneStep = (typeof toneSteps)[number];

/**
 * Edge of the square that repeats, in page units: a dot in its middle and one on its corners make a screen at 45° with a pitch of 5.66.
 * A whole number, upright: at one pixel a unit every dot is the same dot, and the rasteriser copies pixels instead of resampling them.
 */
const tile = 8;
/** The same for the finer screen. */
const fineTile = 6;
/** For clothes of people far off: on a leg as broad as five dots of the common screen they would be spots. */
const smallTile = 4;

/** Fill: black dots on white. */
export const tone = (step: ToneStep): string => `url(#tone-${step})`;
/** Fill: black dots on white in a finer screen: hair and fur, so that a head stands off its ground. */
export const fineTone = (step: ToneStep): string => `url(#fine-${step})`;
/** A drawing whose common screens are changed for the smallest one, for people far off. */
export const inSmallScreen = (svg: string): string => svg.replaceAll("url(#tone-", "url(#small-");
/** Fill: black dots on nothing, to lay over a picture. */
export const shade = (step: ToneStep): string => `url(#shade-${step})`;
/** Fill: black dots on nothing in the finer screen: shadows on a face. */
export const fineShade = (step: ToneStep): string => `url(#veil-${step})`;
/** Fill: white dots on nothing, to lay light over black. */
export const light = (step: ToneStep): string => `url(#light-${step})`;
/** Fill: fine slanting lines on nothing. */
export const hatching = "url(#hatching)";

/** The patterns behind `tone`, `shade`, `light` and `hatching`; once per page. */
export function toneDefs(): string {
  const dots = toneSteps.flatMap((step) => [
    dotPattern(`tone-${step}`, step / 100, "#000", "#fff"),
    dotPattern(`fine-${step}`, step / 100, "#000", "#fff", fineTile),
    dotPattern(`small-${step}`, step / 100, "#000", "#fff", smallTile),
    dotPattern(`veil-${step}`, step / 100, "#000", null, fineTile),
    dotPattern(`shade-${step}`, step / 100, "#000", null),
    dotPattern(`light-${step}`, step / 100, "#fff", null),
  ]);
  return `${dots.join("")}${fabricDefs()}<pattern id="hatching" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(40)"><rect width="6" height="1.5"/></pattern>`;
}

/**
 * A square screen at 45° of a coverage of 0–1; above one half the dots meet and the gaps become the dots. A screen that lies over a picture
 * keeps growing its dots instead: gaps in the place of dots would fill up where two screens lie on each other. Fill it by its id.
 */
export function dotPattern(id: string, coverage: number, ink: string, paper: string | null, edge = tile): string {
  const size = `width="${edge}" height="${edge}"`;
  const ground = paper ? `<rect ${size} fill="${paper}"/>` : "";
  const grows = paper === null || coverage <= 0.5;
  const share = grows ? coverage : 1 - coverage;
  const dots = screenDots(edge, edge * Math.sqrt(share / 2 / Math.PI));
  const inked = grows ? dots : `M0 0H${edge}V${edge}H0Z${dots}`;
  return `<pattern id="${id}" ${size} patternUnits="userSpaceOnUse">${ground}<path d="${inked}" fill="${ink}" fill-rule="evenodd"/></pattern>`;
}

function screenDots(edge: number, radius: number): string {
  const corners = [0, edge].flatMap((x) => [0, edge].map((y) => circlePath(x, y, radius)));
  return [circlePath(edge / 2, edge / 2, radius), ...corners].join("");
}

/** Path data of a circle. */
export function circlePath(x: number, y: number, radius: number): string {
  const r = short(radius);
  return `M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 0 ${short(2 * radius)} 0a${r} ${r} 0 1 0 ${short(-2 * radius)} 0Z`;
}
