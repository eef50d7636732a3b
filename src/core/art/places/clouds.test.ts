import { describe, expect, it } from "vitest";
import { randomFrom } from "../../geometry/random.ts";
import { Canvas } from "../canvas.ts";
import { fairClouds } from "./clouds.ts";
import { outdoorLight } from "./light.ts";

const sky = { x: 0, y: 0, width: 600, height: 400 };

/** The outlines of all clouds of a sky: where each arc of the upper edge ends, from the left. */
function outlines(seed: number): { x: number; y: number }[][] {
  const canvas = new Canvas({ x: -600, y: -600, width: 1800, height: 1600 }, "a-");
  fairClouds(canvas, outdoorLight(canvas, "day", "clear"), sky, randomFrom(seed));
  return [...canvas.svg.matchAll(/d="(M[^"]*A[^"]*Q[^"]*)" fill="#fff" stroke/g)].map(([, path = ""]) =>
    [...path.matchAll(/(?:M|0 0 1 )(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
  );
}

describe("fair-weather clouds", () => {
  const clouds = Array.from({ length: 40 }, (_, seed) => outlines(seed)).flat();

  it("[D10] are whole: their upper edge runs from end to end and never turns back, or they would be pinched in two", () => {
    expect(clouds.length).toBeGreaterThan(40);
    for (const edge of clouds)
      for (const [i, { x }] of edge.entries()) expect(x).toBeGreaterThan(edge[i - 1]?.x ?? -Infinity);
  });

  it("[D10] are flat below: both ends lie on one level, and nothing hangs under it", () => {
    for (const edge of clouds) {
      const foot = edge[0]?.y ?? Number.NaN;
      expect(edge.at(-1)?.y).toBe(foot);
      for (const { y } of edge) expect(y).toBeLessThanOrEqual(foot);
    }
  });
});
