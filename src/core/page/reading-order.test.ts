import { describe, expect, it } from "vitest";
import type { Polygon } from "../geometry/geometry.ts";
import { readingOrder } from "./reading-order.ts";

function box(x: number, y: number, width: number, height: number, lean = 0): Polygon {
  return [
    { x: x + lean, y },
    { x: x + width + lean, y },
    { x: x + width - lean, y: y + height },
    { x: x - lean, y: y + height },
  ];
}

describe("readingOrder", () => {
  const rows = [box(0, 0, 100, 90), box(110, 0, 100, 90), box(0, 100, 210, 90)];

  it("[P4] takes rows from the top and panels in the direction of reading", () => {
    expect(readingOrder(rows, "ltr")).toEqual([0, 1, 2]);
    expect(readingOrder(rows, "rtl")).toEqual([1, 0, 2]);
  });

  it("[P4] reads a stack beside a tall panel as a column of its own", () => {
    const page = [box(0, 0, 100, 200), box(110, 0, 100, 95), box(110, 105, 100, 95)];
    expect(readingOrder(page, "ltr")).toEqual([0, 1, 2]);
    expect(readingOrder(page, "rtl")).toEqual([1, 2, 0]);
  });

  it("[P4] cuts slanted gutters that clip a small part of a panel", () => {
    expect(readingOrder([box(20, 0, 100, 100, 12), box(130, 0, 100, 100, 12)], "ltr")).toEqual([0, 1]);
  });

  it("[P4] reads an inset after the panel that it lies in", () => {
    expect(readingOrder([box(0, 0, 1000, 500), box(770, 250, 220, 240)], "ltr")).toEqual([0, 1]);
    expect(readingOrder([box(0, 0, 1000, 500), box(10, 250, 220, 240)], "rtl")).toEqual([0, 1]);
  });

  it("[P4] does not see rows where one panel reaches well into the next", () => {
    const page = [box(0, 0, 100, 140), box(110, 0, 100, 60), box(110, 70, 100, 130), box(0, 150, 100, 50)];
    expect(readingOrder(page, "ltr")).toEqual([0, 3, 1, 2]);
  });
});
