import { describe, expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import type { Person, Species } from "../story/story.ts";
import { gaitOfPose, headShare, staturesOf } from "./stature.ts";
import { goesUpright } from "../story/upright-beasts.ts";

function beast(species: Species, name = "It", clothes: string[] = []): Person {
  const at = { start: 0, end: 1 };
  return {
    id: "n1",
    name,
    aliases: [],
    gender: null,
    role: "main",
    mentions: 1,
    looks: { ...noLooks, species: { value: species, ...at }, clothes: clothes.map((value) => ({ value, ...at })) },
  };
}
const statureOf = (person: Person) => {
  const stature = staturesOf([person])["n1"];
  if (!stature) throw new Error("no stature");
  return stature;
};

describe("statures", () => {
  it("reaches with a fox to a man's hip, and towers with a horse", () => {
    expect(statureOf(beast("fox")).height).toBeLessThan(0.5);
    expect(statureOf(beast("horse")).height).toBeGreaterThan(1);
  });

  it("gives no beast a head more than twice as large as a man's", () => {
    for (const species of ["fox", "mouse", "bear", "horse", "pig", "bird"] as const)
      expect(headShare(statureOf(beast(species)))).toBeLessThan(2.01);
  });

  it("[D10] gives no fox, cat, mouse or bird a head as large as that of the person beside it", () => {
    for (const species of ["fox", "dog", "cat", "rabbit", "mouse", "bird", "frog", "fish"] as const)
      expect(headShare(statureOf(beast(species))), species).toBeLessThan(0.85);
    for (const name of ["the White Rabbit", "the Frog-Footman"])
      expect(headShare(statureOf(beast("rabbit", name))), name).toBeLessThan(0.7);
  });

  it("[D10] draws a dodo larger than a pigeon and a swallow smaller", () => {
    const [dodo, pigeon, swallow] = ["the Dodo", "the Pigeon", "the Swallow"].map(
      (name) => statureOf(beast("bird", name)).height,
    );
    expect(dodo).toBeGreaterThan(pigeon ?? 1);
    expect(swallow).toBeLessThan(pigeon ?? 0);
  });

  it("knows how deep a beast crouches and lies", () => {
    const { beast: fox } = statureOf(beast("fox"));
    expect(fox?.grounds.crouch).toBeLessThan(fox?.grounds.stand ?? 0);
    expect(fox?.grounds.lie).toBeLessThan(fox?.grounds.crouch ?? 0);
  });

  it("stands those upright whom the text or their office dresses", () => {
    expect(goesUpright("the White Rabbit", noLooks)).toBe(true);
    expect(goesUpright("the Frog-Footman", noLooks)).toBe(true);
    expect(goesUpright("ごん", noLooks)).toBe(false);
    expect(goesUpright("Reynard", beast("fox", "Reynard", ["red coat", "hat"]).looks)).toBe(true);
    // One garment in a sentence is often somebody else's.
    expect(goesUpright("ごん", beast("fox", "ごん", ["白い着物"]).looks)).toBe(false);
    expect(statureOf(beast("rabbit", "the White Rabbit")).height).toBeGreaterThan(statureOf(beast("rabbit")).height);
  });

  it("[D2] lets nobody lie or crouch out of a coat: dressed beasts stand to hold a thing and sit where others lie", () => {
    expect(gaitOfPose("hold", true)).toBe("stand");
    expect(gaitOfPose("hold", false)).toBe("sit");
    expect(gaitOfPose("lie", true)).toBe("sit");
    expect(gaitOfPose("fall", false)).toBe("lie");
    const rabbit = statureOf(beast("rabbit", "the White Rabbit")).beast;
    expect(rabbit?.grounds.fall).toBe(rabbit?.grounds.sit);
  });

  it("counts a mouse that talks from its hind legs, and one that runs from all four", () => {
    const mouse = statureOf(beast("mouse")).beast;
    expect(mouse?.grounds.run).toBeLessThan(mouse?.grounds.stand ?? 0);
  });
});
