/** A colour: red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What ink and paper become on one kind of surface in a flat edition (D8). */
export interface Ramp {
  /** Instead of black: lines and spot blacks. */
  ink: Rgb;
  /** Instead of the darkest tone, and instead of white; the tones between are mixed from both. */
  dark: Rgb;
  light: Rgb;
  /** Instead of black that is laid over a picture, how strong beside it, and instead of white so laid. */
  wash: Rgb;
  strength: number;
  shine: Rgb;
}

/** `#rrggbb` as a colour. Throws at anything else. */
export function rgb(hex: string): Rgb {
  if (!/^#[\da-f]{6}$/i.test(hex)) throw new RangeError(`Not a colour: ${hex}`);
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export function hexOf(colour: Rgb): string {
  return `#${colour.map((part) => clamped(part).toString(16).padStart(2, "0")).join("")}`;
}

const clamped = (part: number): number => Math.max(0, Math.min(255, Math.round(part)));

/** `share` 0 is all of the first colour, 1 all of the second. */
export function blend(a: Rgb, b: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2): number => a[i] + (b[i] - a[i]) * share;
  return [at(0), at(1), at(2)];
}

/** A colour in a light: white light changes nothing. */
export function inLight(colour: Rgb, light: Rgb): Rgb {
  const at = (i: 0 | 1 | 2): number => (colour[i] * light[i]) / 255;
  return [at(0), at(1), at(2)];
}

/** A see-through fill. */
export function glaze(colour: Rgb, opacity: number): string {
  const share = Math.round(Math.min(1, opacity) * 1000) / 1000;
  return `rgba(${colour.map(clamped).join(",")},${share})`;
}

const greys = /^#(?:([\da-f])\1\1|([\da-f]{2})\2\2)$/i;
const screens = /^url\(#(tone|small|fine|shade|veil|light)-(\d+)\)$/;

/** The fill or stroke of an ink drawing as this ramp has it: greys and screentones are recoloured, all else stays. */
export function recoloured(fill: string, ramp: Ramp): string {
  const grey = greys.exec(fill);
  if (grey) return hexOf(greyIn(Number.parseInt(grey[1] ? grey[1] + grey[1] : (grey[2] ?? ""), 16) / 255, ramp));
  const [, screen, step] = screens.exec(fill) ?? [];
  const coverage = Number(step) / 100;
  if (screen === undefined) return fill === "url(#hatching)" ? glaze(ramp.wash, 0.25 * ramp.strength) : fill;
  if (screen === "light") return glaze(ramp.shine, coverage);
  if (screen === "shade" || screen === "veil") return glaze(ramp.wash, coverage * ramp.strength);
  return hexOf(greyIn(1 - coverage, ramp));
}

/** Black is ink; every other grey lies between the ramp's dark and its light. */
function greyIn(lightness: number, { ink, dark, light }: Ramp): Rgb {
  return lightness === 0 ? ink : blend(dark, light, lightness);
}

/** Recolours what is filled and stroked in finished SVG. */
export function recolouredSvg(svg: string, ramp: Ramp): string {
  return svg.replace(/\b(fill|stroke)="([^"]*)"/g, (_, kind: string, value: string) => {
    return `${kind}="${recoloured(value, ramp)}"`;
  });
}
