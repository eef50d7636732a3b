import { short } from "../geometry/geometry.ts";
import { circlePath, dotPattern } from "./tone.ts";

/** Number of dot sizes between paper and black: fine enough that neighbouring bands read as one gradient. */
const steps = 24;

export interface DotFill {
  ink: "black" | "white";
  /** Colour between the dots, or null to let the picture show through. */
  paper: "black" | "white" | null;
}

const colours = { black: "#000", white: "#fff" } as const;

/**
 * Screentone of any coverage, made as it is asked for. All dots of a page stand on one grid (pitch and angle of `tone()`),
 * so that tones can lie over each other and bands of growing dots join without a moiré.
 */
export class GradedTones {
  readonly #prefix: string;
  readonly #patterns = new Map<string, string>();

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Fill for a coverage of 0–1. Nearly nothing and nearly all become plain colours. */
  fill(coverage: number, { ink, paper }: DotFill): string {
    const step = Math.round(Math.min(1, Math.max(0, coverage)) * steps);
    if (step === 0) return paper === null ? "none" : colours[paper];
    if (step === steps) return colours[ink];
    const id = `${this.#prefix}g${ink[0]}${paper?.[0] ?? ""}${step}`;
    if (!this.#patterns.has(id))
      this.#patterns.set(id, dotPattern(id, step / steps, colours[ink], paper && colours[paper]));
    return `url(#${id})`;
  }

  /** The patterns that were asked for, for `<defs>`. */
  defs(): string {
    return [...this.#patterns.values()].join("");
  }
}

/** Path data of a ring between two circles around one centre. */
export function ringPath(x: number, y: number, inner: number, outer: number): string {
  return `${circlePath(x, y, outer)}${inner > 0 ? circlePath(x, y, inner) : ""}`;
}

/** Path data of an upright rectangle, in page coordinates throughout: what looks for parts far off the page must not take a width for a place. */
export function boxPath(x: number, y: number, width: number, height: number): string {
  const [far, low] = [short(x + width), short(y + height)];
  return `M${short(x)} ${short(y)}L${far} ${short(y)}L${far} ${low}L${short(x)} ${low}Z`;
}
