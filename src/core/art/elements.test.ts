import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { Canvas } from "./canvas.ts";
import { drawWater, drawWaterBehind } from "./elements.ts";
import { toneDefs } from "./tone.ts";

const [width, height] = [400, 400];
const wader = { x: 200, y: 110, size: 50 };

/** Share of ink in a level strip of the water round a wader, beside his rings. */
function inkAt(night: boolean): (from: number, to: number) => number {
  const canvas = new Canvas({ x: 0, y: 0, width, height }, "w");
  const layer = { night, seed: 3, heads: [wader], calm: [] };
  drawWaterBehind(canvas, layer);
  drawWater(canvas, layer, "waist");
  const { pixels } = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${toneDefs()}${canvas.defs}</defs><rect width="${width}" height="${height}" fill="#fff"/>${canvas.svg}</svg>`,
  ).render();
  return (from, to) => {
    let black = 0;
    for (let y = from; y < to; y++)
      for (let x = 0; x < 90; x++) black += (pixels[(y * width + x) * 4] ?? 255) < 128 ? 1 : 0;
    return black / (90 * (to - from));
  };
}

describe("water round a wader", () => {
  it("[D4] has one tone before and behind him, and no ruled line between", () => {
    // His waist is 2.7 heads under the middle of his head: at 245.
    for (const night of [false, true]) {
      const ink = inkAt(night);
      const [behind, before] = [ink(205, 243), ink(247, 290)];
      expect(Math.abs(behind - before), night ? "night" : "day").toBeLessThan(0.08);
      for (let y = 225; y < 300; y++) expect(Math.abs(ink(y, y + 6) - before), `row ${y}`).toBeLessThan(0.3);
    }
  });
});
