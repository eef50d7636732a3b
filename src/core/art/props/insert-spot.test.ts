import { describe, expect, it } from "vitest";
import { overlapArea, type Rect } from "../../geometry/geometry.ts";
import { randomFrom } from "../../geometry/random.ts";
import { composed, freeSpot } from "./insert-spot.ts";
import type { Prop } from "./prop-shape.ts";

const flat: Prop = { ground: "top", tilt: 0, shapes: [] };
const picture: Prop = { ...flat, whole: true };

/** The squares that a thing takes in a hundred panels of chance, with what is covered in each. */
function placings(prop: Prop, captions: number): { box: Rect; bounds: Rect; covered: Rect[] }[] {
  const random = randomFrom("placings");
  return Array.from({ length: 100 }, () => {
    const bounds = { x: 40, y: 90, width: random.between(250, 1000), height: random.between(230, 700) };
    const covered = Array.from({ length: captions }, (_, i) => {
      const [width, height] = [bounds.width * random.between(0.25, 0.6), bounds.height * random.between(0.15, 0.4)];
      const left = random() < 0.5;
      return {
        x: left ? bounds.x : bounds.x + bounds.width - width,
        y: i === 0 ? bounds.y : bounds.y + bounds.height - height,
        width,
        height,
      };
    });
    const { centre, size } = composed(freeSpot(bounds, covered, random), prop, { bounds, covered, random });
    return { box: { x: centre.x - size, y: centre.y - size, width: 2 * size, height: 2 * size }, bounds, covered };
  });
}

const share = (part: number, { width, height }: Rect): number => part / (width * height);

describe("where a thing is drawn", () => {
  it("[L7] is out from under captions, wherever they lie", () => {
    for (const { box, covered } of placings(flat, 3)) {
      const under = covered.reduce((sum, rect) => sum + overlapArea(rect, box), 0);
      expect(share(under, box)).toBeLessThan(0.08);
    }
  });

  it("[D1] is large: half of the panel's shorter side and more beside one caption", () => {
    for (const { box, bounds } of placings(flat, 1))
      expect(box.width).toBeGreaterThan(0.5 * Math.min(bounds.width, bounds.height));
  });

  it("[P7] is cut by the frame now and then, but never so that much of the thing is lost", () => {
    const seen = placings(flat, 0).map(({ box, bounds }) => share(overlapArea(box, bounds), box));
    expect(seen.some((part) => part < 0.97)).toBe(true);
    expect(Math.min(...seen)).toBeGreaterThan(0.8);
  });

  it("[D1] is whole where the picture has edges of its own", () => {
    for (const { box, bounds } of placings(picture, 0)) expect(share(overlapArea(box, bounds), box)).toBeCloseTo(1);
  });
});
