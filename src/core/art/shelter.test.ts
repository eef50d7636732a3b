import { describe, expect, it } from "vitest";
import { Canvas } from "./canvas.ts";
import { drawShelter } from "./shelter.ts";

const bounds = { x: 100, y: 100, width: 400, height: 500 };

const drawn = (ground: number, night = false) => {
  const canvas = new Canvas(bounds, "s");
  drawShelter(canvas, { bounds, night, ground });
  return canvas.svg;
};

describe("a shelter", () => {
  it("[D4] has a paved floor where the feet are seen, and none where they are not", () => {
    expect(drawn(560).length).toBeGreaterThan(drawn(900).length);
  });

  it("[D6] is white ink on black by night", () => {
    expect(drawn(560, true)).not.toBe(drawn(560));
  });
});
