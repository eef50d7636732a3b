import { describe, expect, it } from "vitest";
import type { Looks, Person } from "../story/story.ts";
import { castSheets, difference } from "./cast-sheets.ts";

const unknown: Looks = {
  species: null,
  age: null,
  build: null,
  height: null,
  hairColour: null,
  hairStyle: null,
  beard: null,
  glasses: null,
  hat: null,
  clothes: [],
  marks: [],
};
const said = <T extends string>(value: T) => ({ value, start: 0, end: 1 });
const person = (id: number, change: Partial<Person> = {}): Person => ({
  id: `n${id}`,
  name: `Person ${id}`,
  aliases: [],
  gender: id % 2 ? "female" : "male",
  role: id < 3 ? "main" : "secondary",
  looks: unknown,
  mentions: 100 - id,
  ...change,
});
const eight = Array.from({ length: 8 }, (_, i) => person(i));

describe("the sheets of a cast", () => {
  it("[D3] makes eight people pairwise different in what is seen from afar", () => {
    for (const manner of ["european", "japanese", "modern"] as const)
      for (const seed of [1, 2, 3]) {
        const sheets = Object.values(castSheets(eight, seed, manner));
        for (const [i, a] of sheets.entries())
          for (const b of sheets.slice(i + 1)) expect(difference(a, b)).toBeGreaterThan(4);
      }
  });

  it("[D2] takes from the text what it says", () => {
    const looks: Looks = {
      ...unknown,
      age: said("old"),
      hairColour: said("red"),
      hairStyle: said("bald"),
      beard: said("moustache"),
      glasses: said("monocle"),
      hat: said("top-hat"),
      clothes: [said("striped waistcoat")],
      marks: [said("a scar on his cheek")],
    };
    const sheet = castSheets([person(0, { looks })], 9, "european")["n0"];
    expect(sheet).toMatchObject({
      gender: "male",
      age: "old",
      hairColour: "red",
      hairStyle: "bald",
      beard: "moustache",
      glasses: "monocle",
      hat: "top-hat",
      costume: "waistcoat",
      cloth: "striped",
    });
    expect(sheet?.marks).toContain("scar");
  });

  it("[D2] gives the same sheet for the same book and seed, and another for another seed", () => {
    expect(castSheets(eight, 4, "european")).toEqual(castSheets(eight, 4, "european"));
    expect(castSheets(eight, 4, "european")).not.toEqual(castSheets(eight, 5, "european"));
  });

  it("gives no beard to women and children", () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      person(i, i % 3 === 0 ? { looks: { ...unknown, age: said("child") } } : {}),
    );
    for (const sheet of Object.values(castSheets(many, 2, "european")))
      if (sheet.gender === "female" || sheet.age === "child") expect(sheet.beard).toBe("none");
  });

  it("keeps the species that the text names", () => {
    expect(
      castSheets(
        [
          person(1, {
            name: "White Rabbit",
            looks: { ...unknown, species: said("rabbit"), hairColour: said("white") },
          }),
        ],
        1,
        "european",
      )["n1"],
    ).toMatchObject({ species: "rabbit", hairColour: "white" });
  });

  it("[D2] ties the hair of grown men of old Japan in a topknot and gives them no moustache", () => {
    const men = Array.from({ length: 12 }, (_, i) =>
      person(i, { gender: "male", looks: { ...unknown, age: said("adult") } }),
    );
    const sheets = Object.values(castSheets(men, 3, "japanese"));
    expect(sheets.filter((sheet) => sheet.hairStyle === "tied" && sheet.hairCut === 7).length).toBeGreaterThan(8);
    for (const sheet of sheets) {
      expect(sheet.beard).not.toBe("moustache");
      expect(sheet.hairStyle).not.toBe("curly");
    }
  });

  it("[D2] puts no hats, beards, spectacles or ball gowns on beasts that the text does not dress", () => {
    const beasts = Array.from({ length: 12 }, (_, i) =>
      person(i, { gender: null, looks: { ...unknown, species: said(i % 2 ? "rabbit" : "bird") } }),
    );
    for (const sheet of Object.values(castSheets(beasts, 5, "european"))) {
      expect(sheet).toMatchObject({ hat: "none", beard: "none", glasses: "none", marks: [] });
      expect(["waistcoat", "coat"]).toContain(sheet.costume);
    }
  });

  it("[D2] gives a braided child two plaits", () => {
    const looks: Looks = { ...unknown, age: said("child"), hairStyle: said("braided") };
    for (const seed of [1, 2, 3, 4])
      expect([0, 2, 8]).toContain(castSheets([person(1, { looks })], seed, "european")["n1"]?.hairCut);
  });
});
