import { describe, expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import { noLooks as looks } from "../../../test/people.ts";
import { randomFrom } from "../geometry/random.ts";
import type { StagedFigure } from "../page/page.ts";
import type { Beat, Pose } from "../script/script.ts";
import { Canvas } from "./canvas.ts";
import { castSheets } from "./cast-sheets.ts";
import { grownUp } from "../page/stature.ts";
import { stageFigures } from "../page/staging.ts";
import { contactShadow, footingOf } from "./footing.ts";
import { poses } from "./people/poses.ts";

const bounds = { x: 0, y: 0, width: 400, height: 500 };
const sheet = castSheets(
  [{ id: "n1", name: "Ada", aliases: [], gender: "female", role: "main", looks, mentions: 1 }],
  1,
  "european",
)["n1"];
const view = { bounds, shot: "full" as const, night: false, seed: 1, prefix: "a-" };

const poseNames = Object.keys(poses) as Pose[]; // the table is keyed by Pose

function figure(pose: Pose, yaw = 0): StagedFigure {
  const head = { x: 200, y: 80, size: 50, yaw, pitch: 0, tilt: 0 };
  return { person: "n1", head, emotion: "neutral", pose, speaks: false, silhouette: false, holds: null };
}

describe("footing", () => {
  it("finds the ground under a standing grown-up where staging has it, and sooner under one who sits or lies", () => {
    const standing = footingOf(figure("stand"), sheet, view).ground;
    expect(Math.abs((standing - 80) / 50 - grownUp.ground)).toBeLessThan(0.13);
    expect(footingOf(figure("sit"), sheet, view).ground).toBeLessThan(standing - 50);
    expect(footingOf(figure("lie"), sheet, view).ground).toBeLessThan(standing - 200);
  });

  it("casts a shadow where the feet touch the ground, and none where the picture ends above them", () => {
    const seen = new Canvas(bounds, "a-");
    contactShadow(seen, footingOf(figure("stand"), sheet, view), false);
    expect(seen.svg).not.toBe("");
    const cut = new Canvas({ ...bounds, height: 250 }, "a-");
    contactShadow(cut, footingOf(figure("stand"), sheet, view), false);
    expect(cut.svg).toBe("");
  });

  it("casts one shadow under both feet, not a smear under each", () => {
    const canvas = new Canvas(bounds, "a-");
    const footing = footingOf(figure("walk", 60), sheet, view);
    contactShadow(canvas, footing, false);
    const [pool = ""] = canvas.svg.match(/<path[^>]*url[^>]*>/) ?? [];
    expect(footing.soles.length).toBeGreaterThan(1);
    expect(pool.split("M").length - 1).toBe(1);
  });

  it("has the ground of a leap under its feet, with a shadow on it", () => {
    const { ground, soles, body } = footingOf(figure("leap", 60), sheet, view);
    if (!body) throw new Error("no body");
    const feet = body.legs.map(({ ankle }) => body.see(ankle).y);
    expect(Math.max(...feet)).toBeLessThan(ground - 35);
    expect(ground).toBeGreaterThan(footingOf(figure("stand"), sheet, view).ground - 25);
    expect(soles).not.toEqual([]);
  });

  it("leaves who falls in the air and who sits on a cushion to it: no shadow of their feet", () => {
    for (const [pose, onFloor] of [
      ["fall", false],
      ["sit", true],
    ] as const) {
      const canvas = new Canvas(bounds, "a-");
      contactShadow(canvas, footingOf(figure(pose), sheet, { ...view, onFloor }), false);
      expect(canvas.svg).toBe("");
    }
  });

  it("[D9] stands where staging expects: soles near the foot of the panel in every pose", () => {
    const [beat] = randomEpisode(1, "en", 1).beats;
    if (!beat || !sheet) throw new Error("no beat");
    for (const pose of poseNames) {
      // Who lies has the whole body on the ground, who falls or leaps none of it.
      if (pose === "lie" || pose === "fall" || pose === "leap") continue;
      const actor = {
        person: "n1",
        emotion: "neutral",
        speaks: false,
        holds: null,
        side: "centre",
        looksAt: null,
      } as const;
      const box = { x: 0, y: 0, width: 500, height: 600 };
      const stage = { box, direction: "ltr", reserve: 0, tight: 0, shift: 0, statures: {} } as const;
      const full: Beat = { ...beat, shot: "full", camera: "eye", figures: [{ ...actor, pose }] };
      for (const seed of [1, 2, 3]) {
        const [staged] = stageFigures(full, { ...stage, random: randomFrom(seed) });
        if (!staged) throw new Error("nobody staged");
        const ground = footingOf(staged, sheet, { ...view, bounds: box }).ground;
        expect(ground / 600, pose).toBeGreaterThan(0.86);
        expect(ground / 600, pose).toBeLessThan(0.985);
      }
    }
  });
});
