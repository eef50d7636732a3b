import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import { expressions } from "./expressions.ts";
import { type HeadView, headView } from "./head-view.ts";

const viewOf = (yaw: number, pitch = 0): HeadView =>
  headView({ x: 0, y: 0, size: 100, yaw, pitch, tilt: 0 }, plainMan, expressions.neutral, false, "t");

describe("the turn of a head", () => {
  it("[D9] is the staged one from every side, but for the ten degrees at which a face has one eye and no side", () => {
    for (let yaw = -180; yaw < 180; yaw += 5) {
      const oneEyed = Math.abs(yaw) > 55 && Math.abs(yaw) < 65;
      expect(Math.abs(viewOf(yaw).yaw - yaw), `${yaw}`).toBeLessThanOrEqual(oneEyed ? 5 : 0);
    }
    expect(viewOf(270).yaw).toBe(-90);
    expect(viewOf(-200).yaw).toBe(160);
  });

  it("[D9] changes by small steps: no point of the face jumps as the head turns and nods", () => {
    for (const [x, y] of [
      [0.1, 0.05],
      [-0.2, 0.05],
      [-0.12, 0.4],
    ] as const)
      for (let yaw = -90; yaw < 90; yaw += 5) {
        const [a, b] = [viewOf(yaw, -15).skin(x, y), viewOf(yaw + 5, -15).skin(x, y)];
        expect(Math.hypot(a.x - b.x, a.y - b.y), `${x} ${y} at ${yaw}`).toBeLessThan(6.5);
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
