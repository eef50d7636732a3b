import { expect, it } from "vitest";
import { clipLine, clipToRect } from "./clip-polygon.ts";
import { areaOf } from "./geometry.ts";

const rect = { x: 0, y: 0, width: 10, height: 10 };

it("keeps a polygon inside, cuts one that sticks out, and drops one outside", () => {
  const square = (x: number) => [
    { x, y: 2 },
    { x: x + 4, y: 2 },
    { x: x + 4, y: 6 },
    { x, y: 6 },
  ];
  expect(areaOf(clipToRect(square(3), rect, 0))).toBe(16);
  expect(areaOf(clipToRect(square(8), rect, 0))).toBe(8);
  expect(clipToRect(square(20), rect, 0)).toEqual([]);
});

it("cuts a line at the margin on both sides", () => {
  const cut = clipLine({ x: -100, y: 5 }, { x: 100, y: 5 }, rect, 2);
  expect([cut?.a.x, cut?.b.x].map((x) => Math.round((x ?? NaN) * 1000))).toEqual([-2000, 12000]);
  expect(clipLine({ x: -100, y: 50 }, { x: 100, y: 50 }, rect, 2)).toBeNull();
});
