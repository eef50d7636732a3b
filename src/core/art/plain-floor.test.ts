import { describe, expect, it } from "vitest";
import { shapesOf } from "../../../test/path-shapes.ts";
import { Canvas } from "./canvas.ts";
import type { Footing } from "./footing.ts";
import { plainFloor } from "./plain-floor.ts";

const bounds = { x: 0, y: 0, width: 300, height: 500 };
const standing = (ground: number, size = 50): Footing => ({
  ground,
  soles: [{ x: 150, y: ground }],
  head: { x: 150, y: ground - 6.2 * size, size, yaw: 0, pitch: 0, tilt: 0 },
  body: null,
  onFloor: false,
});
function drawn(footings: readonly Footing[], night = false): string {
  const canvas = new Canvas(bounds, "a-");
  plainFloor(canvas, footings, night);
  return canvas.svg;
}

describe("the floor before plain tone", () => {
  it("[D5] runs from edge to edge, begins behind the soles of everybody, and is bare paper by day", () => {
    const svg = drawn([standing(440), standing(470)]);
    const [floor = []] = shapesOf(svg);
    expect(Math.min(...floor.map(({ y }) => y))).toBeLessThan(430);
    expect(svg).toContain('fill="#fff"');
    expect(svg).toContain('stroke="#000"');
  });

  it("[D5] is a light line by night", () => {
    const svg = drawn([standing(440)], true);
    expect(svg).not.toContain('fill="#fff"');
    expect(svg).toContain('stroke="#999"');
  });

  it("[D5] is not drawn under who falls, swims, or whose feet the frame cuts off", () => {
    expect(drawn([{ ...standing(440), soles: [] }])).toBe("");
    expect(drawn([standing(520)])).toBe("");
  });
});
