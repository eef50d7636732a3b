import { describe, expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import type { Shot } from "../script/script.ts";
import { compositionCost, hiddenShare } from "./composition-cost.ts";
import type { StagedFigure } from "./page.ts";

const box = { x: 0, y: 0, width: 500, height: 400 };
const somebody = (size: number, x = 250): StagedFigure => ({
  person: "n1",
  head: { x, y: 200, size, yaw: 20, pitch: 0, tilt: 0 },
  emotion: "neutral",
  pose: "stand",
  speaks: true,
  silhouette: false,
  holds: null,
});
const [first] = randomEpisode(1, "en", 1).beats;

function cost(shot: Shot, size: number): number {
  if (!first) throw new Error("no beat");
  return compositionCost({ ...first, shot, opensScene: false }, [somebody(size)], [], box);
}

describe("what is against a composition", () => {
  it("[P7] is a face lost in its panel, and a speaker too far off for a face", () => {
    expect(cost("medium", 130)).toBe(0);
    expect(cost("medium", 60)).toBeGreaterThan(1);
    expect(cost("full", 50)).toBe(0);
    expect(cost("wide", 20)).toBeGreaterThan(1.5);
  });

  it("[L7] is a body under balloons", () => {
    const over = { x: 150, y: 260, width: 200, height: 140 };
    expect(hiddenShare([somebody(90)], [over], box)).toBeGreaterThan(0.4);
    expect(hiddenShare([somebody(90, 450)], [over], box)).toBeLessThan(0.05);
    expect(hiddenShare([], [over], box)).toBe(0);
  });
});
