import { describe, expect, it } from "vitest";
import { randomFrom } from "../../geometry/random.ts";
import { Canvas } from "../canvas.ts";
import { outdoorLight } from "./light.ts";
import { drawPasser, type Passer, passerInk } from "./passer-by.ts";

const bounds = { x: 0, y: 0, width: 300, height: 300 };

function drawn(change: Partial<Passer> = {}): string {
  const canvas = new Canvas(bounds, "a-");
  const random = randomFrom("passer");
  const passer: Passer = {
    woman: false,
    manner: "european",
    yaw: 20,
    walks: true,
    size: 18,
    foot: { x: 150, y: 250 },
    ...change,
  };
  drawPasser(canvas, passer, passerInk(outdoorLight(canvas, "day", "clear", 0), passer.size, random), random);
  return canvas.svg;
}
const shapes = (svg: string): number => svg.split("<path").length - 1;

describe("passers-by", () => {
  it("have arms, legs, shoes, a neck and a face: no pawns", () => {
    for (const woman of [true, false])
      for (const manner of ["european", "japanese", "modern"] as const)
        expect(shapes(drawn({ woman, manner })), `${manner} ${woman}`).toBeGreaterThanOrEqual(12);
  });

  it("turn their backs without a face, and show none where eyes would be dirt", () => {
    expect(shapes(drawn({ yaw: 170 }))).toBe(shapes(drawn()) - 3);
    expect(shapes(drawn({ size: 7 }))).toBe(shapes(drawn()) - 2);
  });

  it("stand on the ground they are put on, all within a man's height", () => {
    for (const walks of [true, false])
      for (const yaw of [0, 80, 170]) {
        const ys = [...drawn({ walks, yaw }).matchAll(/[ML]-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y));
        expect(Math.max(...ys)).toBeGreaterThan(240);
        expect(Math.max(...ys)).toBeLessThan(258);
        expect(Math.min(...ys)).toBeGreaterThan(250 - 18 * 7.6);
      }
  });

  it("[T3] weigh little: a market holds sixteen", () => {
    expect(drawn().length).toBeLessThan(4_000);
  });
});
