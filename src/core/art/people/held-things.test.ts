import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Pose } from "../../script/script.ts";
import type { ModelSheet } from "../artist.ts";
import { nibFor } from "./brush.ts";
import { drawFigure } from "./draw-figure.ts";
import { drawHeldThing, drawSharedThing, heldThingOf, heldWords } from "./held-things.ts";
import { settlePose } from "./settle-pose.ts";
import { skeletonOf } from "./skeleton.ts";

const nib = nibFor(100);
const view = {
  bounds: { x: 0, y: 0, width: 1000, height: 1000 },
  shot: "full",
  night: false,
  seed: 1,
  prefix: "h",
} as const;
const staged = (holds: string | null, pose: Pose = "hold", yaw = 25): StagedFigure => ({
  person: "n1",
  head: { x: 500, y: 150, size: 100, yaw, pitch: 0, tilt: 0 },
  emotion: "neutral",
  pose,
  speaks: false,
  silhouette: false,
  holds,
});
const holdingOf = (figure: StagedFigure, sheet: ModelSheet = plainMan) => settlePose(figure, sheet, view).holding;

describe("things in hands", () => {
  it("draws every thing that can be held, from the front and from the side", () => {
    for (const word of heldWords)
      for (const yaw of [25, -70, 80]) {
        const figure = staged(word, "hold", yaw);
        const plan = settlePose(figure, plainMan, view);
        const body = skeletonOf(figure, plainMan, plan);
        if (!plan.holding) throw new Error(`${word} is not held at ${yaw}`);
        const { thing, hand } = plan.holding;
        const { svg } =
          hand === "both" ? drawSharedThing(body, thing, nib) : drawHeldThing(body, body.arms[hand], thing, nib);
        expect(svg, word).toContain("<path");
        expect(svg, word).not.toMatch(/NaN|undefined|Infinity/);
      }
  });

  it("draws the thing with its owner", () => {
    const [empty, lamp, newspaper] = [null, "lamp", "newspaper"].map((word) =>
      drawFigure(staged(word), plainMan, view),
    );
    expect(new Set([empty, lamp, newspaper]).size).toBe(3);
  });

  it("draws nothing in the hand for a word that has no picture", () => {
    expect(drawFigure(staged("melancholy"), plainMan, view)).toBe(drawFigure(staged(null), plainMan, view));
  });

  it("holds a letter while sitting, but nothing while lying or falling, and no bucket at the height of the floor", () => {
    expect(holdingOf(staged("letter", "sit"))).not.toBeNull();
    for (const pose of ["lie", "fall", "embrace"] as const) expect(holdingOf(staged("letter", pose))).toBeNull();
    for (const pose of ["sit", "kneel", "crouch"] as const) expect(holdingOf(staged("bucket", pose))).toBeNull();
  });

  it("leaves a thing out where its hand would be outside of the picture", () => {
    const bounds = { x: 380, y: 60, width: 240, height: 200 };
    expect(settlePose(staged("bucket"), plainMan, { ...view, bounds, shot: "medium" }).holding).toBeNull();
  });

  it("[D4] gives who wears a kimono the lantern and the cup of old Japan", () => {
    for (const word of ["lantern", "cup", "sword"]) {
      const western = heldThingOf(staged(word), plainMan);
      const eastern = heldThingOf(staged(word), { ...plainMan, costume: "kimono" });
      expect(eastern).not.toBeNull();
      expect(eastern).not.toBe(western);
    }
  });

  it("sets a stick on the ground, however tall its owner is", () => {
    for (const age of ["adult", "child"] as const) {
      const sheet: ModelSheet = { ...plainMan, age };
      const figure = staged("stick");
      const plan = settlePose(figure, sheet, view);
      const body = skeletonOf(figure, sheet, plan);
      const hand = plan.holding?.hand;
      const arm = typeof hand === "number" ? body.arms[hand] : undefined;
      if (!arm || !plan.holding) throw new Error("no stick in the hand");
      const path = drawHeldThing(body, arm, plan.holding.thing, nib).outline;
      const lowest = Math.max(...[...path.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y)));
      const soles = body.legs.map(({ ankle }) => body.see(ankle).y + body.measures.foot * 100);
      expect(Math.abs(lowest - Math.max(...soles))).toBeLessThan(8);
    }
  });

  it("levels a long gun with both hands in a fight, and carries it across the breast or hanging otherwise", () => {
    const fight = staged("gun", "fight", 60);
    const plan = settlePose(fight, plainMan, view);
    expect(plan.holding?.hand).toBe("both");
    const [a, b] = skeletonOf(fight, plainMan, plan).arms.map(({ wrist }) => wrist.y);
    expect(Math.abs((a ?? 0) - (b ?? 9))).toBeLessThan(0.2);
    expect(holdingOf(staged("gun", "stand", 10))?.hand).toBe("both");
    expect(holdingOf(staged("gun", "stand", 85))?.hand).toBe(1);
  });

  it("keeps a pen in the same hand, whichever way its owner looks", () => {
    for (const yaw of [-70, -20, 20, 70]) {
      const figure = staged("pen", "stand", yaw);
      const plan = settlePose(figure, plainMan, view);
      const hand = plan.holding?.hand;
      expect(typeof hand === "number" && skeletonOf(figure, plainMan, plan).arms[hand].side, `at ${yaw}`).toBe(-1);
    }
  });

  it("reads a letter and a book with both hands", () => {
    for (const word of ["letter", "book"]) expect(holdingOf(staged(word))?.hand).toBe("both");
  });
});
