import { describe, expect, it } from "vitest";
import { boundsOf } from "../geometry/geometry.ts";
import { shapeOverlap } from "./laid-over.ts";
import type { SizedCell } from "./row-sizes.ts";

const cell: SizedCell = { kind: "overlap", panels: [0, 1], width: 1000, cuts: [0.55], guest: null };

/** A row whose upper and lower frame fall by so much to the right. */
const row = (fall: number) => [
  { x: 100, y: 300 },
  { x: 1100, y: 300 + fall },
  { x: 1100, y: 800 + fall },
  { x: 100, y: 800 },
];

describe("a panel that lies over its neighbour", () => {
  it("[P3] leaves no strip of it to look out above, below or beyond", () => {
    for (const fall of [0, 60, -60])
      for (const place of [
        { first: true, last: false },
        { first: false, last: false },
        { first: false, last: true },
      ]) {
        const [under, over] = shapeOverlap(row(fall), cell, place);
        const [host, guest] = [boundsOf(under?.outline ?? []), boundsOf(over?.outline ?? [])];
        const [, upper, lower] = under?.outline ?? [];
        expect(host.x + host.width - guest.x).toBeLessThan(20);
        expect(guest.y).toBeLessThanOrEqual(upper?.y ?? 0);
        expect(guest.y + guest.height).toBeGreaterThanOrEqual(lower?.y ?? Infinity);
        expect(guest.x + guest.width).toBeGreaterThanOrEqual(host.x + host.width);
      }
  });

  it("[P3] stands out of its row above and below, but not out of the page", () => {
    const tops = [true, false].map((first) =>
      boundsOf(shapeOverlap(row(0), cell, { first, last: !first })[1]?.outline ?? []),
    );
    expect(tops[0]?.y).toBe(300);
    expect((tops[0]?.y ?? 0) + (tops[0]?.height ?? 0)).toBeGreaterThan(800);
    expect(tops[1]?.y).toBeLessThan(300);
    expect((tops[1]?.y ?? 0) + (tops[1]?.height ?? 0)).toBe(800);
  });
});
