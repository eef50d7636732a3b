import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { expectGolden } from "../../../../test/golden.ts";
import { boundsOf } from "../../geometry/geometry.ts";
import { Canvas } from "../canvas.ts";
import { toneDefs } from "../tone.ts";
import { japaneseForms, oneWay } from "./prop-forms-data.ts";
import { largeThings } from "./large-things-data.ts";
import { drawInsert, type InsertLook, propWords } from "./draw-insert.ts";

const bounds = { x: 0, y: 0, width: 400, height: 320 };

function insert(word: string, look: Partial<InsertLook> = {}): Canvas {
  const canvas = new Canvas(bounds, "p-");
  expect(
    drawInsert(canvas, word, { night: false, seed: 5, covered: [], manner: "european", bare: false, ...look }),
    word,
  ).toBe(true);
  return canvas;
}

function picture(word: string, manner: InsertLook["manner"]): string {
  const { svg, defs } = insert(word, { manner });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="320"><defs>${toneDefs()}${defs}</defs>${svg}</svg>`;
}

describe("things that fill a panel", () => {
  it.each([
    ["european", false],
    ["european", true],
    ["japanese", false],
  ] as const)("are whole in the %s manner, by night: %s", (manner, night) => {
    for (const word of propWords) {
      const { svg, defs } = insert(word, { manner, night });
      expect(`${svg}${defs}`, word).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it("[D4] take the form of their country: a Japanese letter is a roll", () => {
    expect(insert("letter", { manner: "japanese" }).svg).toBe(insert("rolled-letter", { manner: "japanese" }).svg);
    expect(insert("letter").svg).not.toBe(insert("rolled-letter").svg);
  });

  it("[D4] are all drawn in the form that the country asks for", () => {
    for (const form of Object.values(japaneseForms)) expect(propWords).toContain(form);
    for (const word of Object.keys(japaneseForms))
      expect(insert(word, { manner: "japanese" }).svg, word).not.toBe(insert(word).svg);
  });

  it("[P7] do not always lie on the same table", () => {
    const grounds = Array.from({ length: 12 }, (_, seed) => insert("letter", { seed }).svg.slice(0, 300));
    expect(new Set(grounds).size).toBeGreaterThan(6);
  });

  it("[D1] with letters on them are words that can be drawn", () => {
    for (const word of oneWay) expect(propWords).toContain(word);
  });

  it("are never replaced by another thing", () => {
    expect(
      drawInsert(new Canvas(bounds, "p-"), "zeppelin", {
        night: false,
        seed: 5,
        covered: [],
        manner: "european",
        bare: false,
      }),
    ).toBe(false);
  });

  it("[D1] end in bare paper on every side where the picture has no frame", () => {
    for (const word of ["letter", "cup", "skull", "lamp", "moon", "crow", "tree"]) {
      const { defs, svg } = insert(word, { bare: true, night: true });
      const { x, y, width, height } = bounds;
      const page = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}"><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/><defs>${defs}</defs>${svg}</svg>`;
      const image = new Resvg(page).render();
      // Asked for again and again, the pixels would be copied as often.
      const { pixels } = image;
      const darkness = (px: number, py: number) => 255 - (pixels[(py * image.width + px) * 4] ?? 0);
      const rim = Array.from({ length: image.width }, (_, i) => darkness(i, 0) + darkness(i, image.height - 1));
      expect(Math.max(...rim), word).toBeLessThan(2 * 40);
    }
  });

  it("[D1] never glow in the dark unless they are lights", () => {
    const floods = (word: string) =>
      Array.from({ length: 12 }, (_, seed) => insert(word, { seed, night: true }).svg.slice(0, 160)).filter((svg) =>
        /^<(?:rect|path)[^>]+fill="#000"/.test(svg),
      ).length;
    for (const word of ["letter", "skull", "coins"]) expect(floods(word), word).toBe(0);
    expect(floods("candle")).toBe(12);
  });

  it("[L7] move out from under the balloons", () => {
    const covered = [{ x: 0, y: 0, width: 200, height: 320 }];
    expect(insert("coat", { covered }).svg).not.toBe(insert("coat").svg);
  });

  it("[D4] float upright: a boat lies level, and nothing white is wider or lower than its hull", () => {
    const { boat } = largeThings;
    expect(boat?.tilt).toBe(0);
    const white = (boat?.shapes ?? [])
      .filter(([, fill]) => fill === "w")
      .map(([path]) =>
        boundsOf([...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))),
      );
    const hull = white.at(-1);
    expect(hull?.width).toBeGreaterThan(200);
    for (const { y, width, height } of white) {
      expect(width).toBeLessThanOrEqual(hull?.width ?? 0);
      expect(y + height).toBeLessThanOrEqual((hull?.y ?? 0) + (hull?.height ?? 0));
    }
  });

  it.each([
    ["insert-dragon-kite", "kite", "japanese"],
    ["insert-coat", "coat", "european"],
    ["insert-broken-teapot", "broken-teapot", "european"],
    ["insert-hand-with-pen", "hand-with-pen", "european"],
    ["insert-clasped-hands", "clasped-hands", "japanese"],
    ["insert-gun-smoke", "gun-smoke", "japanese"],
  ] as const)("draws the golden picture %s", (name, word, manner) => {
    expectGolden(name, picture(word, manner));
  });
});
