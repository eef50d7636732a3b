import type { Rect } from "./geometry.ts";

/** How many numbers each path command takes, and which two of them are its end. */
const commands: Readonly<Record<string, number>> = { m: 2, l: 2, t: 2, h: 1, v: 1, c: 6, s: 4, q: 4, a: 7, z: 0 };

/** The smallest upright rectangle around path data with its control points, in its units; null where there is no point. Arcs count by their ends, half circles with their bulge. */
export function pathBounds(path: string): Rect | null {
  let [x, y] = [0, 0];
  let [left, top, right, low] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (px: number, py: number): void => {
    left = Math.min(left, px);
    right = Math.max(right, px);
    top = Math.min(top, py);
    low = Math.max(low, py);
  };
  for (const [, letter = "", rest = ""] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const kind = letter.toLowerCase();
    const count = commands[kind] ?? 0;
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    for (let from = 0; count > 0 && from + count <= numbers.length; from += count) {
      const part = numbers.slice(from, from + count);
      const [ox, oy] = letter === kind ? [x, y] : [0, 0];
      if (kind === "h") x = ox + (part[0] ?? 0);
      else if (kind === "v") y = oy + (part[0] ?? 0);
      else {
        if (kind !== "a") for (let i = 0; i + 1 < count; i += 2) take(ox + (part[i] ?? 0), oy + (part[i + 1] ?? 0));
        const [px, py] = [x, y];
        x = ox + (part[count - 2] ?? 0);
        y = oy + (part[count - 1] ?? 0);
        const bulge = part[1] ?? 0;
        if (kind === "a" && Math.abs(x - px) > 1.6 * (part[0] ?? 0)) {
          take(x, py - bulge);
          take(x, py + bulge);
        }
      }
      take(x, y);
    }
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: low - top };
}
