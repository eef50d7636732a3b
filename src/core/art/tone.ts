import { short } from "../geometry/geometry.ts";

/** Coverage of the screentones that a page carries, in percent. */
export const toneSteps = [10, 20, 30, 40, 55, 70] as const;
export type ToneStep = (typeof toneSteps)[number];

/** Distance of the dots in page units. Pictures are drawn in page units, never scaled, so that it is even over the whole page. */
export const tonePitch = 5.4;

/** Fill: black dots on white. */
export const tone = (step: ToneStep): string => `url(#tone-${step})`;
/** Fill: black dots on nothing, to lay over a picture. */
export const shade = (step: ToneStep): string => `url(#shade-${step})`;
/** Fill: white dots on nothing, to lay light over black. */
export const light = (step: ToneStep): string => `url(#light-${step})`;
/** Fill: fine slanting lines on nothing. */
export const hatching = "url(#hatching)";

/** The patterns behind `tone`, `shade`, `light` and `hatching`; once per page. */
export function toneDefs(): string {
  const dots = toneSteps.flatMap((step) => [
    dotPattern(`tone-${step}`, step, "#000", "#fff"),
    dotPattern(`shade-${step}`, step, "#000", null),
    dotPattern(`light-${step}`, step, "#fff", null),
  ]);
  return `${dots.join("")}<pattern id="hatching" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(40)"><rect width="6" height="1.5"/></pattern>`;
}

/** A square screen at 45°; above one half the dots meet and the gaps become the dots. */
function dotPattern(id: string, step: ToneStep, ink: string, paper: string | null): string {
  const s = tonePitch;
  const ground = paper ? `<rect width="${s}" height="${s}" fill="${paper}"/>` : "";
  const dots =
    step <= 50
      ? `<circle cx="${s / 2}" cy="${s / 2}" r="${short(s * Math.sqrt(step / 100 / Math.PI))}" fill="${ink}"/>`
      : `<path fill-rule="evenodd" d="M0 0H${s}V${s}H0Z${circlePath(s / 2, s / 2, s * Math.sqrt((1 - step / 100) / Math.PI))}" fill="${ink}"/>`;
  return `<pattern id="${id}" width="${s}" height="${s}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">${ground}${dots}</pattern>`;
}

/** Path data of a circle. */
export function circlePath(x: number, y: number, radius: number): string {
  const r = short(radius);
  return `M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 0 ${short(2 * radius)} 0a${r} ${r} 0 1 0 ${short(-2 * radius)} 0Z`;
}
