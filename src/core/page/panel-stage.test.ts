import { describe, expect, it } from "vitest";
import type { Slot } from "./panel-shapes.ts";
import { pageSize } from "./page.ts";
import { stageOf, visibleBox } from "./panel-stage.ts";

const slanted: Slot = {
  outline: [
    { x: 140, y: 200 },
    { x: 700, y: 240 },
    { x: 640, y: 620 },
    { x: 140, y: 600 },
  ],
  frame: "ruled",
  hidden: [],
};

describe("the stage of a panel", () => {
  it("[P3] is the upright box that no slant cuts, while words may use all that is seen", () => {
    expect(stageOf(slanted, pageSize)).toEqual({ x: 140, y: 240, width: 500, height: 360 });
    expect(visibleBox(slanted, pageSize)).toEqual({ x: 140, y: 200, width: 560, height: 420 });
  });

  it("[P3] ends where another panel lies over it, on either side", () => {
    const right = { ...slanted, hidden: [{ x: 500, y: 400, width: 140, height: 200 }] };
    expect(stageOf(right, pageSize)).toMatchObject({ x: 140, width: 360 });
    const left = { ...slanted, hidden: [{ x: 140, y: 400, width: 100, height: 200 }] };
    expect(stageOf(left, pageSize)).toMatchObject({ x: 240, width: 400 });
  });

  it("[L4] of a bleeding panel stays in the safe part of the page", () => {
    const bleeding: Slot = {
      ...slanted,
      outline: [
        { x: -14, y: -14 },
        { x: 1254, y: -14 },
        { x: 1254, y: 500 },
        { x: -14, y: 500 },
      ],
    };
    expect(stageOf(bleeding, pageSize).x).toBeGreaterThan(20);
    expect(stageOf(bleeding, pageSize).y).toBeGreaterThan(20);
    expect(stageOf(bleeding, pageSize).x + stageOf(bleeding, pageSize).width).toBeLessThan(1220);
  });
});
