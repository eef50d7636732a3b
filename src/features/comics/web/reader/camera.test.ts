import { describe, expect, it } from "vitest";
import type { PageGeometry } from "../../schema.ts";
import { focusOf, held, panelCamera, restingCamera, zoomed } from "./camera.ts";

const whole = { width: 1000, height: 1500 };
const room = { x: 0, y: 50, width: 400, height: 700 };

describe("the camera", () => {
  it("rests with the whole page in the middle of its room", () => {
    expect(restingCamera(whole, room)).toEqual({ x: 0, y: 100, scale: 0.4 });
  });

  it("brings a panel to the middle, not nearer than the picture bears", () => {
    const focus = { x: 600, y: 1200, width: 20, height: 20 };
    const { x, y, scale } = panelCamera(focus, whole, room);
    expect(scale).toBeCloseTo(0.4 * 3.2);
    expect(x + 610 * scale).toBeCloseTo(200);
    expect(y + 1210 * scale).toBeCloseTo(400);
  });

  it("keeps what lies under the fingers where it is", () => {
    const camera = restingCamera(whole, room);
    const nearer = zoomed(camera, { x: 100, y: 300 }, 2, { least: camera.scale });
    const under = (seen: typeof camera) => [(100 - seen.x) / seen.scale, (300 - seen.y) / seen.scale];
    expect(nearer.scale).toBe(0.8);
    expect(under(nearer)).toEqual(under(camera));
  });

  it("leaves no gap at an edge of a page that is larger than its room", () => {
    expect(held({ x: 300, y: -9_000, scale: 1 }, whole, room)).toEqual({ x: 0, y: 750 - 1500, scale: 1 });
    expect(held({ x: 33, y: 7, scale: 0.2 }, whole, room)).toEqual({ x: 100, y: 250, scale: 0.2 });
  });

  it("sees the balloons that stand out of a panel, and nothing beyond the page", () => {
    const text = { kind: "speech", words: "Oh!", speaker: null, start: 1, end: 4 };
    const page: PageGeometry = {
      number: 1,
      ...whole,
      panels: [
        { outline: [100, 100, 500, 100, 500, 400, 100, 400], faces: [], texts: [{ ...text, box: [450, 60, 200, 90] }] },
        { outline: [-10, 500, 1010, 500, 1010, 900, -10, 900], faces: [], texts: [] },
      ],
    };
    expect(focusOf(page, 0)).toEqual({ x: 100, y: 60, width: 550, height: 340 });
    expect(focusOf(page, 1)).toEqual({ x: 0, y: 500, width: 1000, height: 400 });
    expect(focusOf(page, 2)).toEqual({ x: 0, y: 0, ...whole });
  });
});
