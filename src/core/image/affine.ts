import * as steady from "../geometry/steady-math.ts";
/** An affine map as SVG writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Affine = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function composed(outer: Affine, inner: Affine): Affine {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** By how much lengths grow, on average of both directions. */
export const scaleOf = ([a, b, c, d]: Affine): number => Math.sqrt(Math.abs(a * d - b * c));

/** Reads a `transform` of SVG; null where it holds anything but translations, scales, turns and matrices. */
export function parseTransform(text: string): Affine | null {
  let whole = identity;
  const rest = text.replace(/\s*(\w+)\s*\(([^()]*)\)\s*,?/g, (_, name: string, numbers: string) => {
    const one = stepOf(
      name,
      numbers.trim() === ""
        ? []
        : numbers
            .trim()
            .split(/[\s,]+/)
            .map(Number),
    );
    if (one === null) return "?";
    whole = composed(whole, one);
    return "";
  });
  return rest === "" && whole.every(Number.isFinite) ? whole : null;
}

function stepOf(name: string, numbers: readonly number[]): Affine | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
  switch (name) {
    case "matrix":
      return numbers.length === 6 ? [a, b, c, d, e, f] : null;
    case "translate":
      return [1, 0, 0, 1, a, b];
    case "scale":
      return [a, 0, 0, numbers.length > 1 ? b : a, 0, 0];
    case "rotate":
      return composed([1, 0, 0, 1, b, c], composed(turn((a * Math.PI) / 180), [1, 0, 0, 1, -b, -c]));
    default:
      return null;
  }
}

function turn(angle: number): Affine {
  const [sine, cosine] = [steady.sin(angle), steady.cos(angle)];
  return [cosine, sine, -sine, cosine, 0, 0];
}
