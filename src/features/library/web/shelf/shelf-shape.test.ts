import { describe, expect, it } from "vitest";
import { rowsInSight } from "./row-window.ts";
import { nextOnShelf, shelfShape } from "./shelf-shape.ts";

describe("the shape of the shelf", () => {
  it("has as many covers beside each other as fit, and never fewer than two", () => {
    for (const width of [320, 358, 700, 984, 1_520]) {
      const { columns, tileWidth, gap } = shelfShape(width, false, false);
      expect(columns).toBeGreaterThanOrEqual(2);
      expect(columns * tileWidth + (columns - 1) * gap).toBeCloseTo(width);
      if (columns > 2) expect(tileWidth).toBeGreaterThanOrEqual(156);
    }
  });

  it("is one column as a list, higher where something stands with each book", () => {
    expect(shelfShape(900, true, false)).toMatchObject({ columns: 1, tileWidth: 900 });
    expect(shelfShape(900, true, true).rowHeight).toBeGreaterThan(shelfShape(900, true, false).rowHeight);
  });

  it("draws only the rows near the window, however many there are", () => {
    const { first, end } = rowsInSight(300_000, 800, 400, 2_000);
    expect(first).toBeLessThanOrEqual(750);
    expect(end).toBeGreaterThanOrEqual(752);
    expect(end - first).toBeLessThan(12);
    expect(rowsInSight(0, 800, 400, 1)).toEqual({ first: 0, end: 1 });
    expect(rowsInSight(9_999_999, 800, 400, 5)).toMatchObject({ first: 4, end: 5 });
  });

  it("leads by keys from cover to cover, and not beyond the shelf", () => {
    expect(nextOnShelf("ArrowRight", 3, 5, 12)).toBe(4);
    expect(nextOnShelf("ArrowDown", 3, 5, 12)).toBe(8);
    expect(nextOnShelf("ArrowUp", 3, 5, 12)).toBeNull();
    expect(nextOnShelf("ArrowDown", 10, 5, 12)).toBeNull();
    expect(nextOnShelf("End", 3, 5, 12)).toBe(11);
    expect(nextOnShelf("Home", 0, 5, 12)).toBeNull();
    expect(nextOnShelf("q", 3, 5, 12)).toBeNull();
  });
});
