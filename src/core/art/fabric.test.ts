import { describe, expect, it } from "vitest";
import { fabric, fabricDefs } from "./fabric.ts";
import { inSmallScreen, toneDefs } from "./tone.ts";

const names = ["flannel", "tweed", "serge", "stripe", "pinstripe", "check", "splash", "sprig"] as const;

describe("fabrics", () => {
  it("[D1] are in the definitions of every page, near and far off", () => {
    const defs = toneDefs();
    for (const name of names)
      for (const fill of [fabric(name), inSmallScreen(fabric(name))])
        expect(defs).toContain(`id="${fill.slice("url(#".length, -1)}"`);
  });

  it("[D3] are lines and prints, not the dots of walls and floors", () => {
    expect(fabricDefs()).not.toMatch(/ a[\d.]+ [\d.]+ 0 1 0/);
    expect(new Set(names.map(fabric)).size).toBe(names.length);
  });
});
