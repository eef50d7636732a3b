import { describe, expect, it } from "vitest";
import { areaOf, boundsOf, contains, overlapArea, polygonPath, short } from "./geometry.ts";
import { randomFrom } from "./random.ts";

const triangle = [
  { x: 0, y: 0 },
  { x: 4, y: 0 },
  { x: 0, y: 3 },
];

describe("geometry", () => {
  it("measures polygons, whichever way they turn", () => {
    expect(areaOf(triangle)).toBe(6);
    expect(areaOf([...triangle].reverse())).toBe(6);
    expect(boundsOf(triangle)).toEqual({ x: 0, y: 0, width: 4, height: 3 });
  });

  it("knows inside from outside", () => {
    expect(contains(triangle, { x: 1, y: 1 })).toBe(true);
    expect(contains(triangle, { x: 3, y: 2 })).toBe(false);
  });

  it("finds what two rectangles share", () => {
    const a = { x: 0, y: 0, width: 10, height: 10 };
    expect(overlapArea(a, { x: 6, y: 7, width: 10, height: 10 })).toBe(12);
    expect(overlapArea(a, { x: 10, y: 0, width: 5, height: 5 })).toBe(0);
  });

  it("writes short numbers and closed paths", () => {
    expect([short(-0.001), short(1.005), short(12), short(-3.456)]).toEqual(["0", "1", "12", "-3.46"]);
    expect(polygonPath(triangle)).toBe("M0 0L4 0L0 3Z");
  });
});

describe("randomFrom", () => {
  it("[T3] gives the same row for the same seed, and another for another", () => {
    const row = (seed: number | string) => Array.from({ length: 5 }, randomFrom(seed));
    expect(row("page 3")).toEqual(row("page 3"));
    expect(row("page 3")).not.toEqual(row("page 4"));
    expect(row(1)).not.toEqual(row(2));
  });

  it("spreads evenly over [0, 1)", () => {
    const random = randomFrom(7);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 10_000; i++) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("refuses to pick from nothing", () => {
    expect(() => randomFrom(1).pick([])).toThrow(RangeError);
  });
});
