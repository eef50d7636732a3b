import { describe, expect, it } from "vitest";
import { beastStature } from "../../page/stature.ts";
import { type FourLegged, bodyPlans } from "./beast-bodies-data.ts";
import { stanceOf } from "./four-legs.ts";

// The keys of the table are the species.
const kinds = Object.keys(bodyPlans) as FourLegged[];
const stand = (species: FourLegged) =>
  stanceOf({
    plan: bodyPlans[species],
    gait: "stand",
    ground: beastStature(species, false).ground,
    near: 1,
    droop: 0.1,
    still: false,
  });

describe("a four-legged body", () => {
  it("[D9] reared up has its elbows out and its paws before the breast, where they are seen from before", () => {
    for (const species of kinds.filter((kind) => bodyPlans[kind].rears)) {
      const { ground } = beastStature(species, false);
      const { chest, near, far } = stanceOf({
        plan: bodyPlans[species],
        gait: "rear",
        ground,
        near: 1,
        droop: 0.1,
        still: false,
      });
      for (const { fore } of [near, far]) {
        const [elbow, paw] = [fore[1], fore.at(-1)];
        expect(Math.abs(elbow?.[0] ?? 0), species).toBeGreaterThan(1.5 * Math.abs(paw?.[0] ?? 0));
        expect(paw?.[2] ?? 0, species).toBeGreaterThan(chest[2] + 0.5);
      }
    }
  });

  it("[D9] stands with every paw on the ground and none below it", () => {
    for (const species of kinds) {
      const { ground } = beastStature(species, false);
      const { near, far } = stand(species);
      for (const leg of bodyPlans[species].tiptoe
        ? [near.hind, far.hind]
        : [near.fore, near.hind, far.fore, far.hind]) {
        const sole = Math.max(...leg.map(([, y, , r]) => y + r));
        expect(Math.abs(sole - ground), species).toBeLessThan(0.12);
      }
    }
  });

  it("[D9] asleep or dead lies on its side, forelegs out before the breast, hind legs behind, no paw under the belly", () => {
    for (const species of ["fox", "dog", "wolf", "deer"] as const) {
      const how = { plan: bodyPlans[species], gait: "lie", ground: 0.5, near: 1, droop: 1, still: true } as const;
      const { chest, rump, near, far } = stanceOf(how);
      for (const { fore, hind } of [near, far]) {
        expect(fore.at(-1)?.[2] ?? 0, species).toBeGreaterThan(chest[2] + chest[3]);
        expect(hind.at(-1)?.[2] ?? 9, species).toBeLessThan(rump[2]);
        // Hanging down from the trunk they would leap.
        for (const leg of [fore, hind])
          expect(Math.abs((leg.at(-1)?.[1] ?? 9) - how.ground), species).toBeLessThan(0.25);
      }
      expect(stanceOf({ ...how, still: false }).near.fore.at(-1)?.[1] ?? 9, species).toBeLessThan(0.6);
    }
  });

  it("[D9] has a deep chest, a belly that is drawn up and a back in one line", () => {
    for (const species of ["fox", "dog", "cat"] as const) {
      const [chest, , loin, rump] = stand(species).trunk;
      if (!chest || !loin || !rump) throw new Error("a trunk has four balls");
      expect(loin[1] + loin[3], species).toBeLessThan(chest[1] + chest[3] - 0.1);
      expect(Math.abs(loin[1] - loin[3] - (chest[1] - chest[3])), species).toBeLessThan(0.12);
      expect(Math.abs(rump[1] - rump[3] - (chest[1] - chest[3])), species).toBeLessThan(0.12);
    }
  });

  it("[D9] bends elbow and hock backwards and the knee forwards", () => {
    for (const species of kinds.filter((each) => !bodyPlans[each].folded)) {
      const { fore, hind } = stand(species).near;
      const at = (leg: typeof fore, i: number): number => leg[i]?.[2] ?? NaN;
      expect(at(fore, 1), species).toBeLessThan(at(fore, 0));
      expect(at(hind, 1), species).toBeGreaterThan(at(hind, 0));
      expect(at(hind, 2), species).toBeLessThan(at(hind, 0));
    }
  });
});
