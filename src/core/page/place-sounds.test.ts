import { expect, it } from "vitest";
import { overlapArea } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import { spotForSound } from "./place-sounds.ts";

const box = { x: 0, y: 0, width: 400, height: 300 };
const outline = [
  { x: 0, y: 0 },
  { x: 400, y: 0 },
  { x: 400, y: 300 },
  { x: 0, y: 300 },
];
const room = { box, outline };
/** Where a panel shows its thing. */
const middle = { x: 130, y: 70, width: 140, height: 160 };

function over(beside: boolean): number {
  let area = 0;
  for (let seed = 0; seed < 12; seed++) {
    const random = randomFrom(`${seed}`);
    const spot = spotForSound(room, {
      words: "ドン",
      vertical: true,
      kept: [],
      spared: [],
      loudness: 1,
      beside,
      random,
    });
    area += spot === null ? Infinity : overlapArea(spot.box, middle) / (spot.box.width * spot.box.height);
  }
  return area / 12;
}

it("[L7] [L8] a sound keeps to the edge of a panel that shows a thing", () => {
  expect(over(true)).toBeLessThan(0.15);
  expect(over(false)).toBeGreaterThan(over(true));
});

it("[L8] a word that has no room across is pulled higher before it grows small", () => {
  const kept = [{ x: 0, y: 0, width: 170, height: 300 }];
  const wish = { words: "CRASH", vertical: false, kept, spared: [], loudness: 1, beside: false };
  const spot = spotForSound(room, { ...wish, random: randomFrom("1") });
  expect(spot && spot.box.width / spot.box.height).toBeLessThan(0.55 * "CRASH".length);
});
