import { describe, expect, it } from "vitest";
import { shapesOf } from "../../../../test/path-shapes.ts";
import { randomFrom } from "../../geometry/random.ts";
import { Canvas } from "../canvas.ts";
import { indoorLight } from "./light.ts";
import { p3, Scene } from "./scene.ts";
import { sitter } from "./sitter.ts";

const camera = { x: 0, z: 0, eye: 2, yaw: 0, focal: 300, centre: 200, horizon: 120 };

/** Widths of the shapes of one sitter: back, seat, neck, two ears, hair; none where the seat is empty. */
function widthsOf(seed: string): number[] {
  const canvas = new Canvas({ x: 0, y: 0, width: 400, height: 300 }, "a-");
  const scene = new Scene(canvas, camera, indoorLight(canvas, "day", "clear"), 2, []);
  sitter(scene, p3(0, 0, 6), randomFrom(seed));
  scene.flush();
  return shapesOf(canvas.svg).map((points) => {
    const xs = points.map(({ x }) => x);
    return Math.max(...xs) - Math.min(...xs);
  });
}
const seats = Array.from({ length: 40 }, (_, i) => widthsOf(`seat ${i}`));

describe("an audience from behind", () => {
  it("[D10] has shoulders more than twice as wide as a head, a back, a neck, ears and hair: no balls on stalks", () => {
    for (const widths of seats.filter(({ length }) => length > 0)) {
      const [back = 0, , , , , hair = 0] = widths;
      expect(widths).toHaveLength(6);
      expect(back).toBeGreaterThan(2 * hair);
    }
  });

  it("leaves a seat empty now and then", () => {
    const taken = seats.filter(({ length }) => length > 0).length;
    expect(taken).toBeGreaterThan(25);
    expect(taken).toBeLessThan(40);
  });
});
