import { overlapArea, type Point, type Rect } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import type { Prop } from "./prop-shape.ts";

/** Middle and half height of a thing in page units. */
interface Spot {
  centre: Point;
  size: number;
}

/** Where a thing is seen best: large, near the middle, out from under the balloons. */
export function freeSpot(bounds: Rect, covered: readonly Rect[], random: Random): Spot {
  let best = { centre: { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }, size: 0, worth: -Infinity };
  const most = Math.min(bounds.width * 0.42, bounds.height * 0.39) * random.between(0.88, 1);
  for (let row = 0; row < 9; row++)
    for (let column = 0; column < 11; column++)
      for (const share of [1, 0.82, 0.66, 0.52, 0.42]) {
        const size = most * share;
        const centre = {
          x: bounds.x + bounds.width * (0.15 + column * 0.07),
          y: bounds.y + bounds.height * (0.18 + row * 0.08),
        };
        const off = Math.hypot(centre.x - bounds.x - bounds.width / 2, centre.y - bounds.y - bounds.height * 0.52);
        const worth = size - (lostArea({ centre, size }, bounds, covered) / size) * 0.85 - off * 0.12;
        if (worth > best.worth) best = { centre, size, worth };
      }
  return best;
}

/** Things reach a little beyond their half height: tips, handles, shadows. */
const reach = 1.1;

/** How much of a thing lies under balloons or out of the panel, in square units. */
function lostArea({ centre, size }: Spot, bounds: Rect, covered: readonly Rect[]): number {
  const half = reach * size;
  const box = { x: centre.x - half, y: centre.y - half, width: 2 * half, height: 2 * half };
  const under = covered.reduce((area, rect) => area + overlapArea(rect, box), 0);
  return under + 4 * half * half - overlapArea(bounds, box);
}

/** At most this share of a cropped thing may be lost: then anybody still sees what it is. */
const mostLost = 0.17;

/** Now and then a thing is seen so close that the frame cuts it on one side, or it stands off the middle; never under a balloon. */
export function composed(
  spot: Spot,
  { whole, ground }: Prop,
  { bounds, covered, random }: { bounds: Rect; covered: readonly Rect[]; random: Random },
): Spot {
  const [chance, side, amount] = [random(), random() < 0.5 ? -1 : 1, random()];
  const lies = ground === "top" || ground === "plain" || ground === "dark";
  // In a long panel a thing at the very edge would leave most of the picture empty.
  const long = bounds.width > 3.4 * spot.size;
  if (whole || !lies || long || chance > 0.5) return spot;
  const size = spot.size * (1.22 + amount * 0.16);
  const centre = { x: bounds.x + bounds.width / 2 + side * (bounds.width / 2 - size * 0.87), y: spot.centre.y };
  const closer = { centre, size };
  const under = lostArea(closer, bounds, covered) - lostArea(closer, bounds, []);
  return under === 0 && lostArea(closer, bounds, []) < mostLost * 4 * (reach * size) ** 2 ? closer : spot;
}
