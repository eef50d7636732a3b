import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import { boundsOf } from "../../geometry/geometry.ts";
import { nibFor } from "../people/brush.ts";
import { expressions } from "../people/expressions.ts";
import { sightOf } from "../people/space.ts";
import { coatOf } from "./beast-coat.ts";
import { type BeastSpecies, headPlans } from "./beast-heads-data.ts";
import type { BeastView } from "./beast-view.ts";
import { handPath } from "./upright-hand.ts";

const head = { x: 0, y: 0, size: 100, yaw: 0, pitch: 0, tilt: 0 };
const beast = (species: BeastSpecies): BeastView => ({
  species,
  name: species,
  plan: headPlans[species],
  coat: coatOf(species, "grey", species),
  head,
  sight: sightOf(head),
  size: 100,
  yaw: 0,
  emotion: "neutral",
  expression: expressions.neutral,
  speaks: false,
  asleep: false,
  nib: nibFor(100),
  small: false,
  prefix: "h",
  seed: plainMan.seed,
  within: { x: -500, y: -500, width: 1000, height: 1000 },
});

/** Box of a hand that hangs from a cuff at (0, 0), its palm at (0, 20). */
function box(species: BeastSpecies, inwards: 1 | -1 = 1): ReturnType<typeof boundsOf> {
  const path = handPath(beast(species), { x: 0, y: 0, r: 12 }, { x: 0, y: 20, r: 12 }, inwards);
  const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(([n]) => Number(n));
  return boundsOf(
    numbers.flatMap((x, i) => {
      const y = numbers[i + 1];
      return i % 2 === 0 && y !== undefined ? [{ x, y }] : [];
    }),
  );
}

describe("hands of beasts on their hind legs", () => {
  it("[D9] ends a sleeve in fingers, a frog's longer and wider than a paw", () => {
    const [paw, frog] = [box("rabbit"), box("frog")];
    expect(paw.y + paw.height).toBeGreaterThan(20 + 12);
    expect(frog.y + frog.height).toBeGreaterThan(paw.y + paw.height + 6);
    expect(frog.width).toBeGreaterThan(paw.width);
  });

  it("sets the thumb off towards the body, and gives a fin none", () => {
    const sway = (species: BeastSpecies, inwards: 1 | -1): number => {
      const { x, width } = box(species, inwards);
      return x + width / 2;
    };
    expect(sway("frog", 1)).toBeGreaterThan(2);
    expect(sway("frog", -1)).toBeLessThan(-2);
    expect(Math.abs(sway("fish", 1))).toBeLessThan(1.5);
  });
});
