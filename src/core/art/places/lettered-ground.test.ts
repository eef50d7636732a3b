import { describe, expect, it } from "vitest";
import { pathBounds } from "../../geometry/path-bounds.ts";
import { Canvas } from "../canvas.ts";
import { drawLettered } from "./lettered-ground.ts";

const bounds = { x: 0, y: 0, width: 600, height: 400 };
const words = { x: 200, y: 150, width: 200, height: 100 };

function drawn(seed: number, dark: boolean): string {
  const canvas = new Canvas(bounds, "p-");
  drawLettered(canvas, { words: [words], dark, seed });
  return canvas.svg;
}

describe("the ground of words that are the picture", () => {
  it("[L4] is never crossed by a stroke where the words stand", () => {
    for (let seed = 0; seed < 12; seed++) {
      const strokes = [...drawn(seed, false).matchAll(/ d="([^"]*)"/g)].flatMap(([, path = ""]) =>
        path.split("Z").map((each) => `${each}Z`),
      );
      // The first is the paper itself.
      for (const stroke of strokes.slice(1)) {
        const box = pathBounds(stroke);
        if (!box || box.width * box.height > 0.3 * bounds.width * bounds.height) continue;
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const within = x > words.x && x < words.x + words.width && y > words.y && y < words.y + words.height;
        expect(within, stroke).toBe(false);
      }
    }
  });

  it("[D6] is white on black in the dark, and the same for the same panel", () => {
    expect(drawn(3, true)).toMatch(/fill="#000"/);
    expect(drawn(3, false)).not.toBe(drawn(3, true));
    expect(drawn(3, true)).toBe(drawn(3, true));
  });
});
