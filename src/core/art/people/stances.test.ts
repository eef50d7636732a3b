import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { StagedFigure } from "../../page/page.ts";
import { arms } from "./arm-poses.ts";
import { type Skeleton, skeletonOf } from "./skeleton.ts";
import { atEase, firm, standing } from "./stances.ts";

const figure = (yaw: number): StagedFigure => ({
  person: "n1",
  head: { x: 0, y: 0, size: 100, yaw, pitch: 0, tilt: 0 },
  emotion: "neutral",
  pose: "stand",
  speaks: false,
  silhouette: false,
  holds: null,
});
const bodies = (yaw: number, plans: readonly (typeof standing)[number][]): Skeleton[] =>
  plans.map((plan) =>
    skeletonOf(figure(yaw), plainMan, { ...plan, arms: [arms.hanging, arms.hangingBack], holding: null }),
  );

describe("people who stand", () => {
  it("[D9] put their weight on one leg: hips and shoulders slope against each other", () => {
    for (const { slope, measures } of bodies(20, [...atEase, ...firm])) {
      expect(slope(measures.shoulder) * slope(measures.hip)).toBeLessThan(0);
      expect(Math.abs(slope(measures.shoulder))).toBeGreaterThan(0.025);
    }
  });

  it("[D9] show two legs from every side: nowhere do both feet fall together", () => {
    for (const yaw of [0, 34, 54, 90, 140, 180])
      for (const { legs, see } of bodies(yaw, [...atEase, ...firm])) {
        const [a, b] = legs.map(({ ankle }) => see(ankle));
        expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0)), `at ${yaw}`).toBeGreaterThan(22);
      }
  });

  it("[D9] wear shoes of nearly a head's length, turned with the leg, the nearer lower on the page", () => {
    for (const yaw of [90, -90])
      for (const { legs, see } of bodies(yaw, standing)) {
        for (const { ankle, toe } of legs) expect(Math.abs(see(toe).x - see(ankle).x)).toBeGreaterThan(30);
        const [near, far] = legs.toSorted((a, b) => see(b.ankle).depth - see(a.ankle).depth);
        if (!near || !far) throw new Error("no legs");
        expect(see(near.ankle).y).toBeGreaterThanOrEqual(see(far.ankle).y - 8);
      }
  });

  it("[D9] have their feet under the middle of a long skirt, not at the corners of its hem", () => {
    const woman = { ...plainMan, gender: "female" } as const;
    for (const costume of ["dress", "blouse", "gown", "coat", "kimono"] as const)
      for (const plan of [...atEase, ...firm]) {
        const posed = { ...plan, arms: [arms.hanging, arms.hangingBack], holding: null } as const;
        const { legs, measures } = skeletonOf(figure(0), { ...woman, costume }, posed);
        const apart = Math.abs(legs[0].ankle.x - legs[1].ankle.x);
        expect(apart, costume).toBeLessThan(1.9 * measures.hipWide);
      }
  });
});
