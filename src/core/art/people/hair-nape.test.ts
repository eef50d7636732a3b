import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { ModelSheet } from "../artist.ts";
import { expressions } from "./expressions.ts";
import { cutOf, hairEdge } from "./hair-cuts.ts";
import { napeLocks } from "./hair-nape.ts";
import { headView } from "./head-view.ts";
import { onScalp } from "./skull.ts";

const viewOf = (sheet: ModelSheet, yaw: number) =>
  headView({ x: 0, y: 0, size: 100, yaw, pitch: 0, tilt: 0 }, sheet, expressions.neutral, false, "t");
const locksOf = (sheet: ModelSheet, yaw: number): string[] => napeLocks(viewOf(sheet, yaw), cutOf(sheet));

describe("hair at the nape", () => {
  it("[D9] runs down in a curve from behind the ears to the middle of the neck", () => {
    const view = viewOf(plainMan, 180);
    const edge = [110, 130, 150, 180].map((degrees) => {
      const y = hairEdge(cutOf(plainMan), degrees);
      return view.sight.see(onScalp(view.skull, degrees, y, 0));
    });
    const steps = edge.slice(1).map(({ y }, i) => y - (edge[i]?.y ?? 0));
    expect(steps.every((step) => step > 0.5)).toBe(true);
    expect((edge[3]?.y ?? 0) - (edge[0]?.y ?? 0)).toBeGreaterThan(10);
  });

  it("[D9] ends in fine locks where it is cropped and seen from behind, and in none where it hangs or is drawn up", () => {
    expect(locksOf(plainMan, 180).length).toBeGreaterThan(10);
    expect(locksOf(plainMan, 125).length).toBeGreaterThan(4);
    expect(locksOf(plainMan, 90)).toEqual([]);
    const woman: ModelSheet = { ...plainMan, gender: "female", costume: "dress" };
    expect(locksOf({ ...woman, hairStyle: "long" }, 180)).toEqual([]);
    expect(locksOf({ ...woman, hairStyle: "tied", hairCut: 1 }, 180)).toEqual([]);
    expect(locksOf({ ...plainMan, hairStyle: "bald" }, 180)).toEqual([]);
  });
});
