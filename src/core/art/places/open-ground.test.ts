import { describe, expect, it } from "vitest";
import { swinging } from "./open-ground.ts";

describe("a path that goes away", () => {
  it.each([-0.3, 0.16])("[D1] swings to one side on the page and never back, or it would be a bottle (%s)", (aside) => {
    const middle = swinging(aside);
    // Where the page shows it: its place across, by how far off it is.
    const seen = [1, 2, 4, 8, 16, 32, 64].map((z) => Math.abs(middle(z) / z));
    for (const [i, at] of seen.entries()) expect(at).toBeGreaterThan(seen[i - 1] ?? 0);
    expect(Math.sign(middle(20))).toBe(Math.sign(aside));
    expect(seen.at(-1)).toBeLessThan(Math.abs(aside) + 0.4);
  });

  it.each([-0.3, 0.16])("[D1] bends off far away, or it would be a tent on the horizon (%s)", (aside) => {
    const at = (z: number): number => Math.abs(swinging(aside)(z) / z);
    expect(at(60) - at(20)).toBeGreaterThan(0.12);
  });
});
