import { describe, expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import type { Looks, Person, World } from "../story/story.ts";
import type { Costume } from "./artist.ts";
import { castSheets } from "./cast-sheets.ts";
import { placeSheets } from "./place-sheets.ts";

const person = (i: number, change: Partial<Person> = {}): Person => ({
  id: `n${i}`,
  name: `Tor ${i}`,
  aliases: [],
  gender: "male",
  role: "secondary",
  looks: noLooks,
  mentions: 9,
  ...change,
});

const worn = (world: World, people: readonly Person[]): Costume[] =>
  Object.values(castSheets(people, 3, "european", [], world)).map(({ costume }) => costume);

const coats: readonly Costume[] = [
  "suit",
  "frock-coat",
  "tail-coat",
  "waistcoat",
  "coat",
  "uniform",
  "shirt",
  "blouse",
];

describe("the cast is dressed as its world is", () => {
  it.each(["planet", "ancient", "medieval", "orient"] as const)("[D2] no coats and waistcoats: %s", (world) => {
    const clothes: Looks["clothes"] = [{ value: "checked jacket and tie", start: 0, end: 9 }];
    const all = [
      ...Array.from({ length: 12 }, (_, i) => person(i)),
      ...Array.from({ length: 6 }, (_, i) => person(20 + i, { gender: "female" })),
      person(40, { name: "Captain Tor" }),
      person(41, { looks: { ...noLooks, clothes } }),
    ];
    for (const costume of worn(world, all)) expect(coats).not.toContain(costume);
  });

  it("[D2] warriors of another planet wear their harness, women a tunic", () => {
    const men = worn(
      "planet",
      Array.from({ length: 12 }, (_, i) => person(i)),
    );
    expect(men.filter((costume) => costume === "harness").length).toBeGreaterThan(5);
    expect(worn("planet", [person(1, { gender: "female" })])).toEqual(["tunic"]);
  });

  it("[D2] sailors and settlers wear no town suits", () => {
    for (const world of ["sail", "frontier"] as const)
      for (const costume of worn(
        world,
        Array.from({ length: 12 }, (_, i) => person(i)),
      ))
        expect(["suit", "frock-coat", "tail-coat"]).not.toContain(costume);
  });

  it("[D2] my brother is no monk and my father no priest, Brother Juniper and Father Ned are", () => {
    const of = (name: string): Costume | undefined => castSheets([person(0, { name })], 1, "european")["n0"]?.costume;
    expect(of("my brother")).not.toBe("robe");
    expect(of("my father")).not.toBe("clergy");
    expect(of("Brother Juniper")).toBe("robe");
    expect(of("Father Ned")).toBe("clergy");
  });

  it("[D4] places know their world", () => {
    const places = [{ id: "p1", name: "the room", kind: "room" as const, inside: true, mentions: 1 }];
    expect(placeSheets(places, 1, "european", "planet")["p1"]).toMatchObject({ world: "planet" });
    expect(placeSheets(places, 1, "european")["p1"]).not.toHaveProperty("world");
  });
});
