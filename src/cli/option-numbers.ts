import type { PartRange } from "../core/asked-part.ts";
import { Refused } from "../core/text/result.ts";

/** A whole number from 0; throws `Refused("usage")` for anything else. */
export function wholeNumber(name: string, text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new Refused("usage", `--${name} needs a whole number from 0, not “${text}”.`);
  return value;
}

/** A port from 1 to 65535; throws `Refused("usage")` for anything else. */
export function portNumber(name: string, text: string): number {
  const value = wholeNumber(name, text, 0);
  if (value < 1 || value > 65_535) throw new Refused("usage", `--${name} is a port from 1 to 65535, not “${text}”.`);
  return value;
}

/** A number within bounds, fractions allowed; throws `Refused("usage")` for anything else. */
export function measure(name: string, text: string, [least, most]: readonly [number, number], unit: string): number {
  const value = Number(text);
  if (!/^\d+(?:\.\d+)?$/.test(text) || value < least || value > most)
    throw new Refused("usage", `--${name} is in ${unit}, from ${least} to ${most}: not “${text}”.`);
  return value;
}

/** `3`, `3-7` or `3-`, counted from 1; throws `Refused("usage")` for anything else. */
export function partRange(name: string, text: string): PartRange {
  const [whole, first, dash, last] = /^(\d+)(-(\d*))?$/.exec(text)?.slice(0, 4) ?? [];
  const from = Number(first);
  const to = dash === undefined ? from : last ? Number(last) : Infinity;
  if (whole === undefined || from < 1 || to < from)
    throw new Refused("usage", `--${name} is a number or a range such as 3-7 or 3-, from 1: not “${text}”.`);
  return { from, to };
}
