import { describe, expect, it } from "vitest";
import { expectGolden } from "../../../../test/golden.ts";
import { Canvas } from "../canvas.ts";
import { toneDefs } from "../tone.ts";
import { drawInsert, type InsertLook, propWords } from "./draw-insert.ts";

const bounds = { x: 0, y: 0, width: 400, height: 320 };

function insert(word: string, look: Partial<InsertLook> = {}): Canvas {
  const canvas = new Canvas(bounds, "p-");
  expect(
    drawInsert(canvas, word, { night: false, seed: 5, covered: [], manner: "european", fade: 0, ...look }),
    word,
  ).toBe(true);
  return canvas;
}

function picture(word: string, manner: InsertLook["manner"]): string {
  const { svg, defs } = insert(word, { manner });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="320"><defs>${toneDefs()}${defs}</defs>${svg}</svg>`;
}

describe("things that fill a panel", () => {
  it.each(["european", "japanese"] as const)("are whole by day and by night in the %s manner", (manner) => {
    for (const word of propWords)
      for (const night of [false, true]) {
        const { svg, defs } = insert(word, { manner, night });
        expect(`${svg}${defs}`, word).not.toMatch(/NaN|undefined|Infinity/);
      }
  });

  it("[D4] take the form of their country: a Japanese letter is a roll", () => {
    expect(insert("letter", { manner: "japanese" }).svg).toBe(insert("rolled-letter", { manner: "japanese" }).svg);
    expect(insert("letter").svg).not.toBe(insert("rolled-letter").svg);
  });

  it("are never replaced by another thing", () => {
    expect(
      drawInsert(new Canvas(bounds, "p-"), "zeppelin", {
        night: false,
        seed: 5,
        covered: [],
        manner: "european",
        fade: 0,
      }),
    ).toBe(false);
  });

  it("[D1] stay whole where their ground fades out", () => {
    const { svg } = insert("crow", { fade: 50 });
    expect(svg.startsWith(insert("crow").svg)).toBe(false);
    expect(svg.endsWith(insert("crow").svg.slice(-400))).toBe(true);
  });

  it("[L7] move out from under the balloons", () => {
    const covered = [{ x: 0, y: 0, width: 200, height: 320 }];
    expect(insert("coat", { covered }).svg).not.toBe(insert("coat").svg);
  });

  it.each([
    ["insert-dragon-kite", "kite", "japanese"],
    ["insert-coat", "coat", "european"],
    ["insert-broken-teapot", "broken-teapot", "european"],
  ] as const)("draws the golden picture %s", (name, word, manner) => {
    expectGolden(name, picture(word, manner));
  });
});
