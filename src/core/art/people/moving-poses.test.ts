import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { ModelSheet } from "../artist.ts";
import { movingPoses } from "./moving-poses.ts";
import { type Skeleton, skeletonOf } from "./skeleton.ts";
import { still } from "./stillness.ts";
import { torsoOf } from "./torso.ts";

type Moving = keyof typeof movingPoses;

const figure = (pose: Moving): StagedFigure => ({
  person: "n1",
  head: { x: 0, y: 0, size: 100, yaw: 60, pitch: 0, tilt: 0 },
  emotion: "neutral",
  pose,
  speaks: false,
  silhouette: false,
  holds: null,
});

const bodies = (pose: Moving, sheet: ModelSheet = plainMan): Skeleton[] =>
  movingPoses[pose].bodies.map((body) => {
    const [arms] = movingPoses[pose].arms;
    if (!arms) throw new Error(`no arms for ${pose}`);
    return skeletonOf(figure(pose), sheet, { ...body, arms, holding: null });
  });

/** Degrees by which a knee is bent. */
function bentBy({ hip, knee, ankle }: Skeleton["legs"][number]): number {
  const [a, b] = [
    [knee.x - hip.x, knee.y - hip.y, knee.z - hip.z],
    [ankle.x - knee.x, ankle.y - knee.y, ankle.z - knee.z],
  ] as const;
  const dot = a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  return (Math.acos(dot / (Math.hypot(...a) * Math.hypot(...b))) * 180) / Math.PI;
}

/** How far the trunk leans to where it goes, as a share of its height. */
function leanOf({ axis, measures, see }: Skeleton): number {
  const [neck, hip] = [see(axis(measures.neck)), see(axis(measures.hip))];
  return (neck.x - hip.x) / (hip.y - neck.y);
}

describe("bodies in action", () => {
  it("[D9] never strain with an upright plank for a trunk: it leans or bends, and most of all where the whole body pushes", () => {
    for (const [pose, { bodies: plans }] of Object.entries(movingPoses))
      for (const { lean, bend } of plans) expect(Math.abs(lean) + Math.abs(bend), pose).toBeGreaterThan(0.15);
    for (const pose of ["seize", "push", "leap"] as const)
      for (const body of bodies(pose)) expect(leanOf(body), pose).toBeGreaterThan(0.25);
  });

  it("[D9] run upright on their way, with the breast out: neither a plank nor an old woman's hunch", () => {
    for (const body of bodies("run")) {
      expect(leanOf(body)).toBeGreaterThan(0.25);
      expect(leanOf(body)).toBeLessThan(0.4);
    }
    for (const { bend } of movingPoses.run.bodies) expect(bend).toBeLessThan(0);
  });

  it("[D9] bend a knee: two straight legs are compasses", () => {
    for (const pose of ["run", "leap", "fight", "seize", "push", "fall", "crawl", "cower"] as const)
      for (const { legs } of bodies(pose))
        expect(Math.max(...legs.map((leg) => bentBy(leg))), pose).toBeGreaterThan(28);
  });

  it("[D9] lift a foot in a run: no runner has both soles on the ground", () => {
    for (const { legs, see } of bodies("run")) {
      const [a, b] = legs.map(({ ankle }) => see(ankle).y);
      expect(Math.abs((a ?? 0) - (b ?? 0))).toBeGreaterThan(20);
    }
  });

  it("[D9] carry the lifted shin on where its thigh goes: level it would be a stick behind the runner", () => {
    for (const { legs } of bodies("run")) {
      const [behind] = legs.toSorted((a, b) => a.ankle.z - b.ankle.z);
      if (!behind) throw new Error("a body has two legs");
      const { knee, ankle } = behind;
      expect((ankle.y - knee.y) / Math.hypot(ankle.y - knee.y, ankle.z - knee.z)).toBeGreaterThan(0.3);
    }
  });

  it("[D9] keep the depth of the trunk on hands and knees: bent over it is no plank", () => {
    const deep = (body: Skeleton): number => {
      const torso = torsoOf(body);
      const y = (body.measures.chest + body.measures.waist) / 2;
      const [front, back] = [torso.at(-body.yaw / 2, y), torso.at(180 - body.yaw / 2, y)];
      return Math.hypot(front.x - back.x, front.y - back.y);
    };
    const [upright] = bodies("walk");
    if (!upright) throw new Error("nobody walks");
    for (const body of bodies("crawl")) expect(deep(body)).toBeGreaterThan(0.7 * deep(upright));
  });

  it("[D9] leap with both feet under the hem of a long skirt: without them it would be a bell in the air", () => {
    for (const body of bodies("leap", { ...plainMan, costume: "kimono" }))
      for (const { knee, ankle } of body.legs) expect(ankle.y).toBeGreaterThan(knee.y + 0.6);
  });

  it("[D9] leave loose cloth behind them where they are fast, and none where they stand", () => {
    for (const { flow } of [...bodies("run"), ...bodies("leap")]) expect(flow).toBeGreaterThan(0.3);
    expect(still.flow).toBe(0);
  });
});
