import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import { expressions } from "./expressions.ts";
import { type HeadView, headView } from "./head-view.ts";

const viewOf = (yaw: number, pitch = 0): HeadView =>
  headView({ x: 0, y: 0, size: 100, yaw, pitch, tilt: 0 }, plainMan, expressions.neutral, false, "t");

describe("the turn of a head", () => {
  it("[D9] is drawn in three-quarter view or in profile, and at no angle between them", () => {
    for (let yaw = -110; yaw <= 110; yaw += 2) {
      const turn = Math.abs(viewOf(yaw).yaw);
      expect(turn <= 36 || turn > 80, `${yaw}`).toBe(true);
      expect(Math.sign(viewOf(yaw).yaw)).toBe(Math.sign(yaw));
    }
  });

  it("[D9] makes of a nod in profile a turn on the page: the chin goes to the chest", () => {
    for (const side of [-1, 1]) {
      const [level, bowed] = [viewOf(side * 90), viewOf(side * 90, -20)];
      const chin = (view: HeadView): number => view.skin(0, 0.45).x * side;
      expect(chin(bowed)).toBeLessThan(chin(level) - 5);
    }
  });
});
