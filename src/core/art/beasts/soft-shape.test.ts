import { describe, expect, it } from "vitest";
import { windingOf } from "../people/brush.ts";
import { softShape } from "./soft-shape.ts";

const options = { blend: 1, cell: 1, within: { x: 0, y: 0, width: 200, height: 200 } };
const disc = (x: number, y: number, r: number) => ({ x, y, r });

describe("softShape", () => {
  it("runs round a ball at its radius, clockwise", () => {
    const { loops } = softShape([{ from: disc(100, 100, 30), to: disc(100, 100, 30) }], options);
    expect(loops).toHaveLength(1);
    for (const p of loops[0] ?? []) expect(Math.hypot(p.x - 100, p.y - 100)).toBeCloseTo(30, 0);
    expect(windingOf(loops[0] ?? [])).toBeGreaterThan(0);
  });

  it("lets two bones that meet melt into one shape, and leaves two apart as two", () => {
    const apart = [50, 150].map((x) => ({ from: disc(x, 100, 20), to: disc(x, 120, 20) }));
    expect(softShape(apart, options).loops).toHaveLength(2);
    const near = [80, 115].map((x) => ({ from: disc(x, 100, 20), to: disc(x, 120, 20) }));
    expect(softShape(near, options).loops).toHaveLength(1);
  });

  it("turns a hole the other way, so that it stays open", () => {
    const corners = [disc(60, 60, 10), disc(140, 60, 10), disc(140, 140, 10), disc(60, 140, 10)];
    const frame = corners.map((from, i) => ({ from, to: corners[(i + 1) % 4] ?? from }));
    const turns = softShape(frame, options).loops.map((loop) => Math.sign(windingOf(loop)));
    expect(turns.toSorted((a, b) => a - b)).toEqual([-1, 1]);
  });

  it("leaves out what lies outside the picture", () => {
    expect(softShape([{ from: disc(900, 900, 30), to: disc(950, 900, 30) }], options).path).toBe("");
    const half = softShape([{ from: disc(0, 100, 90), to: disc(0, 100, 90) }], options);
    expect(Math.min(...half.loops.flat().map((p) => p.x))).toBeGreaterThan(-50);
  });
});
