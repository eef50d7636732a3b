import { describe, expect, it } from "vitest";
import { Canvas } from "../canvas.ts";
import { drawProp, joined, limb, placed, type Prop, scaled } from "./prop-shape.ts";

const pose = { centre: { x: 100, y: 100 }, size: 100, tilt: 0, mirror: false };

/** The corners of a path: every point that a curve ends in. */
const ends = (path: string): number[][] =>
  [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)(?=[MCLZ]|$)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe("shapes of things", () => {
  it("are moved, scaled and mirrored as one", () => {
    expect(placed("M10 20L-30 40Z", pose)).toBe("M110 120L70 140Z");
    expect(placed("M10 20L-30 40Z", { ...pose, size: 50, mirror: true })).toBe("M95 110L115 120Z");
    expect(scaled([["M10 20L-30 40Z", "w", 3]], 0.5, 5, 0)).toEqual([["M10 10L-10 20Z", "w", 3]]);
  });

  it("[D1] have an outer line that is heavier than the lines within, and a white rim round it", () => {
    const thing: Prop = { ground: "top", tilt: 0, shapes: [["M-50 0L50 0L0 50Z", "w", 3]] };
    const canvas = new Canvas({ x: 0, y: 0, width: 200, height: 200 }, "p-");
    drawProp(canvas, thing, pose);
    const lines = [...canvas.svg.matchAll(/stroke="(#\w+)" stroke-width="([\d.]+)"/g)].map(([, ink, width]) => ({
      ink,
      width: Number(width),
    }));
    expect(lines.map(({ ink }) => ink)).toEqual(["#fff", "#000", "#000"]);
    const [rim, outer, inner] = lines.map(({ width }) => width);
    expect(rim).toBeGreaterThan(outer ?? 0);
    expect(outer).toBeGreaterThan(1.5 * (inner ?? 0));
  });

  it("[D9] grow out of one another without a seam: all lines lie under all fills", () => {
    expect(joined(["A", "B"], "w", 3)).toEqual([
      ["A", "k", 6],
      ["B", "k", 6],
      ["A", "w", 0],
      ["B", "w", 0],
    ]);
  });

  it("[D9] give a finger its thickness at every joint and a round tip", () => {
    const finger = limb(0, 0, 10, 0, -40, 8, 0, -80, 6);
    expect(ends(finger)).toEqual([
      [10, 0],
      [8, -40],
      [6, -80],
      [-6, -80],
      [-8, -40],
      [-10, 0],
      [10, 0],
    ]);
    // The tip bulges beyond its last joint.
    expect(Math.min(...[...finger.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y)))).toBeLessThan(-83);
  });
});
