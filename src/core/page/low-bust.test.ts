import { describe, expect, it } from "vitest";
import { cornersOf } from "../geometry/geometry.ts";
import { lowBusts } from "./low-bust.ts";
import { pageSize, type StagedFigure } from "./page.ts";

const somebody = (x: number, y: number, size: number): StagedFigure => ({
  person: `p${x}`,
  head: { x, y, size, yaw: 20, pitch: 0, tilt: 0 },
  emotion: "neutral",
  pose: "stand",
  speaks: false,
  silhouette: false,
  holds: null,
});

/** Whether somebody is a low bust in a panel of a size: how large the head is, and how many heads of body are seen below its centre. */
function isLow(width: number, height: number, size: number, below: number): boolean {
  const box = { x: 100, y: 200, width, height };
  const figure = somebody(300, 200 + height - below * size, size);
  return lowBusts({ figures: [figure], outline: cornersOf(box) }, [], pageSize).length > 0;
}

describe("a head without shoulders on the lower frame", () => {
  it("[D9] is found in a wide or a high panel that it does not fill", () => {
    expect(isLow(1040, 300, 90, 0.92)).toBe(true);
    expect(isLow(460, 660, 130, 0.92)).toBe(true);
  });

  it("[D9] is none where the chest is seen, or where the face fills a strip, a panel or its breadth", () => {
    expect(isLow(1040, 300, 90, 1.5)).toBe(false);
    expect(isLow(1040, 230, 110, 0.82)).toBe(false);
    expect(isLow(490, 540, 204, 0.92)).toBe(false);
    expect(isLow(310, 630, 140, 0.95)).toBe(false);
  });

  it("[D9] is found where another panel lies over the shoulders", () => {
    const outline = cornersOf({ x: 100, y: 200, width: 900, height: 500 });
    const figures = [somebody(600, 400, 100)];
    expect(lowBusts({ figures, outline }, [], pageSize)).toEqual([]);
    const inset = { x: 500, y: 495, width: 300, height: 180 };
    expect(lowBusts({ figures, outline }, [inset], pageSize)).toEqual(figures);
  });

  it("[D9] is no beast and no black shape", () => {
    const outline = cornersOf({ x: 100, y: 200, width: 1000, height: 300 });
    const person = somebody(600, 420, 90);
    const others = [
      { ...person, silhouette: true },
      { ...person, head: { ...person.head, muzzle: 0.4 } },
    ];
    expect(lowBusts({ figures: [person], outline }, [], pageSize)).toEqual([person]);
    for (const figure of others) expect(lowBusts({ figures: [figure], outline }, [], pageSize)).toEqual([]);
  });
});
