import { describe, expect, it } from "vitest";
import { disturbs } from "./quiet-heads.ts";

/** A whole figure: head of 40 units, feet at 480. */
const head = { x: 300, y: 200, size: 40, feet: 480 };
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe("[D10] what stands behind people", () => {
  it("ends at no head: a cart that looks out beside it is left out", () => {
    expect(disturbs(box(250, 185, 120, 60), [head])).toBe(true);
    expect(disturbs(box(325, 100, 200, 200), [head])).toBe(true);
  });

  it("grows out of no head: neither a pole nor a tree stands right behind it", () => {
    expect(disturbs(box(296, 40, 8, 380), [head])).toBe(true);
    expect(disturbs(box(230, 20, 150, 400), [head])).toBe(true);
  });

  it("peeps out from behind no body: passers-by stand clear", () => {
    expect(disturbs(box(320, 330, 30, 60), [head])).toBe(true);
    expect(disturbs(box(400, 330, 30, 60), [head])).toBe(false);
  });

  it("stays where it is their ground: a house behind them, a tree beside them, a chair at their feet", () => {
    expect(disturbs(box(0, 20, 600, 400), [head])).toBe(false);
    expect(disturbs(box(420, 20, 150, 400), [head])).toBe(false);
    expect(disturbs(box(320, 400, 60, 90), [head])).toBe(false);
  });
});
