import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { ModelSheet } from "../artist.ts";
import { drawEars } from "./ears.ts";
import { expressions } from "./expressions.ts";
import { headView } from "./head-view.ts";

const monk: ModelSheet = { ...plainMan, hairStyle: "bald", hairCut: 0 };
const viewOf = (sheet: ModelSheet, yaw: number) =>
  headView({ x: 0, y: 0, size: 100, yaw, pitch: 0, tilt: 0 }, sheet, expressions.neutral, false, "t");
const earsAt = (yaw: number): string =>
  (["behind", "before", "over"] as const).map((layer) => drawEars(viewOf(monk, yaw), layer)).join("");

describe("ears", () => {
  it("[D9] begin in the middle of a profile, so that the face is no thin mask before a great skull", () => {
    for (const age of ["young", "adult", "old"] as const) {
      const view = viewOf({ ...monk, age }, 90);
      const edge = view.outline.right.filter((p) => p.y < 0).map((p) => p.x);
      const [front, back] = [Math.max(...edge), Math.min(...view.outline.left.map((p) => p.x))];
      const numbers =
        drawEars(view, "over")
          .match(/-?\d+(\.\d+)?/g)
          ?.map(Number) ?? [];
      const ear = Math.max(...numbers.filter((_, i) => i % 2 === 0).slice(0, 20));
      expect((front - ear) / (front - back), age).toBeGreaterThan(0.46);
      expect((front - ear) / (front - back), age).toBeLessThan(0.58);
    }
  });

  it("[D9] are both seen from behind, and one on a face that is turned and from the side", () => {
    const shapes = (yaw: number): number => earsAt(yaw).split("stroke-linejoin").length - 1;
    expect([0, 30, 90, -90, 180].map(shapes)).toEqual([1, 1, 1, 1, 2]);
  });

  it("[D9] stand out beside cropped hair from behind, and are hidden by hair that hangs", () => {
    const drawn = (hairStyle: ModelSheet["hairStyle"], yaw: number): string =>
      (["behind", "before", "over"] as const)
        .map((layer) => drawEars(viewOf({ ...plainMan, hairStyle }, yaw), layer))
        .join("");
    for (const yaw of [150, 180, -165]) {
      expect(drawn("short", yaw), `${yaw}`).not.toBe("");
      expect(drawn("long", yaw), `${yaw}`).toBe("");
    }
  });
});
