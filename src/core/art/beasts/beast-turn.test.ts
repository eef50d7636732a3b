import { describe, expect, it } from "vitest";
import { sightOf, vec } from "../people/space.ts";
import { type BeastSpecies, headPlans } from "./beast-heads-data.ts";
import { shownYaw } from "./beast-turn.ts";

// The keys of the table are the species.
const kinds = Object.keys(headPlans) as BeastSpecies[];
const everyTurn = Array.from({ length: 73 }, (_, i) => i * 2.5 - 90);

describe("the turn of a beast's head", () => {
  it("[D1] looks to the side that the page stages, and never turns back while the page turns on", () => {
    for (const species of kinds) {
      const shown = everyTurn.map((yaw) => shownYaw(species, yaw));
      everyTurn.forEach((yaw, i) => expect((shown[i] ?? 0) * yaw, species).toBeGreaterThanOrEqual(0));
      expect(shown, species).toEqual(shown.toSorted((a, b) => a - b));
    }
  });

  it("leaves a head that turns away as it is staged", () => {
    for (const species of kinds) expect(shownYaw(species, -140)).toBe(-140);
  });

  it("[D9] never lets the tip of a fox's muzzle fall on the outline of its far cheek", () => {
    const { muzzle, sides } = headPlans.fox;
    const cheek = sides[0]?.at(-1) ?? [0, 0, 0, 0];
    const [, tip] = muzzle;
    for (const yaw of everyTurn.filter((each) => each >= 0)) {
      const sight = sightOf({ x: 0, y: 0, size: 1, yaw: shownYaw("fox", yaw), pitch: 0, tilt: 0 });
      const apart = sight.see(vec(0, tip[1], tip[2])).x - sight.see(vec(cheek[0], cheek[1], cheek[2])).x;
      expect(Math.abs(apart), `yaw ${yaw}`).toBeGreaterThan(0.15);
    }
  });

  it("[D9] never shows a muzzle from straight before, where it is a button on a ball", () => {
    for (const species of ["dog", "wolf", "fox", "bear", "lion", "horse", "cow", "deer"] as const)
      for (const yaw of everyTurn) expect(Math.abs(shownYaw(species, yaw)), species).toBeGreaterThan(30);
  });

  it("[D9] shows dogs and wolves from the side at every turn: half turned, the muzzle lies across its own cheek", () => {
    for (const species of ["dog", "wolf"] as const)
      for (const yaw of everyTurn)
        expect(Math.abs(shownYaw(species, yaw)), `${species} ${yaw}`).toBeGreaterThanOrEqual(74);
  });

  it("[D5] keeps both eyes of a cat in sight as long as it does not turn away", () => {
    for (const yaw of everyTurn) expect(Math.abs(shownYaw("cat", yaw))).toBeLessThan(35);
  });
});
