import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { ModelSheet } from "../artist.ts";
import { expressions } from "./expressions.ts";
import { seenSkull } from "./head-edge.ts";
import { headView } from "./head-view.ts";
import { measuresOf } from "./measures.ts";

const people: ModelSheet[] = (["adult", "child", "old"] as const).flatMap((age) =>
  (["male", "female"] as const).map((gender) => ({ ...plainMan, age, gender })),
);
const viewOf = (sheet: ModelSheet, yaw: number) =>
  headView({ x: 0, y: 0, size: 100, yaw, pitch: 0, tilt: 0 }, sheet, expressions.neutral, false, "t");

describe("a head from behind", () => {
  it("[D9] narrows from the ears to the width of the neck on both sides, in one hollow curve", () => {
    for (const sheet of people) {
      const { right, left } = seenSkull(viewOf(sheet, 180));
      const wide = measuresOf(sheet).neckWide * 100;
      expect(right.at(-1)?.x, `${sheet.age} ${sheet.gender}`).toBeCloseTo(wide, 0);
      expect(left.at(-1)?.x, `${sheet.age} ${sheet.gender}`).toBeCloseTo(-wide, 0);
      const nape = right.filter(({ y }) => y > 10).map(({ x }) => x);
      const steps = nape.slice(1).map((x, i) => (nape[i] ?? 0) - x);
      for (const step of steps) expect(step).toBeGreaterThanOrEqual(0);
      expect(steps[0]).toBeGreaterThan(steps.at(-1) ?? 0);
    }
  });

  it("[D9] shows of a lost profile one flat cheek, without lumps of brow, nose and mouth", () => {
    for (const sheet of people)
      for (const yaw of [126, 138]) {
        const edge = seenSkull(viewOf(sheet, yaw)).right;
        edge.forEach((b, i) => {
          const [a, c] = [edge[i - 1], edge[i + 1]];
          if (!a || !c) return;
          const bend = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
          expect(bend, `${sheet.age} ${sheet.gender} ${yaw} at ${b.y}`).toBeGreaterThan(-0.02);
        });
      }
  });
});
