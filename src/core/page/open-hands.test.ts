import { describe, expect, it } from "vitest";
import { openHands } from "./open-hands.ts";
import type { StagedFigure } from "./page.ts";

const figure = (pose: StagedFigure["pose"], yaw: number): StagedFigure => ({
  person: "n1",
  head: { x: 300, y: 300, size: 100, yaw, pitch: 0, tilt: 0 },
  emotion: "neutral",
  pose,
  speaks: true,
  silhouette: false,
  holds: null,
});

describe("open hands", () => {
  it("[L7] are held out to where somebody looks, beside the body", () => {
    const [left] = openHands([figure("offer", -30)]);
    const [right] = openHands([figure("offer", 30)]);
    expect(left && left.x + left.width).toBeLessThan(300);
    expect(right?.x).toBeGreaterThan(300);
    expect(right?.y).toBeGreaterThan(350);
  });

  it("[L7] are two in a shrug and none where arms hang", () => {
    expect(openHands([figure("shrug", 30)])).toHaveLength(2);
    expect(openHands([figure("stand", 30)])).toEqual([]);
  });
});
