import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { ModelSheet } from "../artist.ts";
import { expressions } from "./expressions.ts";
import { seenNape, seenSkull } from "./head-edge.ts";
import { headView } from "./head-view.ts";

const people: ModelSheet[] = (["adult", "child", "old"] as const).flatMap((age) =>
  (["male", "female"] as const).map((gender) => ({ ...plainMan, age, gender })),
);
const viewOf = (sheet: ModelSheet, yaw: number) =>
  headView({ x: 0, y: 0, size: 100, yaw, pitch: 0, tilt: 0 }, sheet, expressions.neutral, false, "t");

describe("a head from behind", () => {
  it("[D9] ends under its ears: no jaw and no chin stand out beside the neck", () => {
    for (const sheet of people)
      for (const yaw of [150, 180, -160]) {
        const { right, left } = seenSkull(viewOf(sheet, yaw));
        for (const edge of [right, left]) {
          expect(Math.max(...edge.map(({ y }) => y)), `${sheet.age} ${sheet.gender} ${yaw}`).toBeLessThan(10);
          const widest = Math.max(...edge.map(({ x }) => Math.abs(x)));
          expect(Math.abs(edge.at(-1)?.x ?? 0)).toBeLessThan(0.7 * widest);
        }
      }
  });

  it("[D9] meets the neck on both edges, a profile on the edge of its back, a face on neither", () => {
    for (const sheet of people) {
      const meets = (yaw: number) => ([-1, 1] as const).map((side) => seenNape(viewOf(sheet, yaw), side) !== null);
      // Children have no profile.
      const hasProfile = sheet.age !== "child";
      expect([180, 84, -84, 30].map(meets)).toEqual([
        [true, true],
        [hasProfile, false],
        [false, hasProfile],
        [false, false],
      ]);
    }
  });
});
