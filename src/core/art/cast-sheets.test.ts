import { describe, expect, it } from "vitest";
import { noLooks as unknown } from "../../../test/people.ts";
import { randomFrom } from "../geometry/random.ts";
import type { Looks, Person, Place } from "../story/story.ts";
import type { Costume } from "./artist.ts";
import { hairCut } from "./cast-hair.ts";
import { castSheets, difference } from "./cast-sheets.ts";

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
const womens: Costume[] = ["dress", "regency", "gown", "apron-dress", "maid", "shawl", "twenties", "blouse"];
const mens: Costume[] = [
  "suit",
  "frock-coat",
  "tail-coat",
  "waistcoat",
  "clergy",
  "livery",
  "workman",
  "shirt",
  "suikan",
];
const sheetOf = (
  change: Partial<Person>,
  { seed = 1, manner = "european" }: { seed?: number; manner?: Parameters<typeof castSheets>[2] } = {},
): ReturnType<typeof castSheets>[string] => {
  const [sheet] = Object.values(castSheets([person(0, { gender: null, ...change })], seed, manner));
  if (!sheet) throw new Error("no sheet");
  return sheet;
};
const place = (name: string): Place => ({ id: "p1", name, kind: null, inside: null, mentions: 5 });
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

  it("[D3] gives no two of eight people one head: hair, face and nose differ, whatever they wear", () => {
    for (const seed of [1, 2, 3]) {
      const sheets = Object.values(castSheets(eight, seed, "european"));
      for (const [i, a] of sheets.entries())
        for (const b of sheets.slice(i + 1)) {
          if (a.gender !== b.gender || (a.age === "child") !== (b.age === "child")) continue;
          const { age, build, height, costume, cloth } = a;
          expect(difference(a, { ...b, age, build, height, costume, cloth })).toBeGreaterThan(5);
        }
    }
  });

  it("[D2] sews patches on the coat that the text calls patched", () => {
    const marksIn = (coat: string) => sheetOf({ looks: { ...unknown, clothes: [said(coat)] } }).marks;
    expect(marksIn("a coat that was nothing but patches")).toContain("patches");
    expect(marksIn("a blue coat")).not.toContain("patches");
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
      skin: said("brown"),
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
      skin: "dark",
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

  it("[D2] makes a monster of who has no other name, and of nobody else", () => {
    const sheets = castSheets([person(1, { name: "the daemon" }), person(2, { name: "Victor" })], 1, "european");
    expect(sheets["n1"]).toMatchObject({ costume: "rags", marks: ["stitches"], hat: "none", beard: "none" });
    expect(sheets["n2"]?.marks).not.toContain("stitches");
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
      expect(sheet).toMatchObject({ hat: "none", beard: "none", glasses: "none", marks: [], costume: "none" });
    }
  });

  it("[D2] dresses a beast as the text or its office does", () => {
    const rabbit = { name: "White Rabbit", looks: { ...unknown, species: said("rabbit" as const) } };
    expect(sheetOf(rabbit).costume).toBe("waistcoat");
    expect(sheetOf({ name: "Frog-Footman", looks: { ...unknown, species: said("frog" as const) } }).costume).toBe(
      "livery",
    );
  });

  it("[D2] gives a braided child two plaits", () => {
    const looks: Looks = { ...unknown, age: said("child"), hairStyle: said("braided") };
    for (const seed of [1, 2, 3, 4])
      expect([0, 2, 8]).toContain(castSheets([person(1, { looks })], seed, "european")["n1"]?.hairCut);
  });

  it("[D2] makes no wardrobe of a dressing-gown, and a frock-coat of a man's frock", () => {
    const clothes = [said("purple dressing-gown"), said("rusty black frock"), said("shoes")];
    const holmes = sheetOf({ name: "Sherlock Holmes", gender: "male", looks: { ...unknown, clothes } });
    expect(holmes).toMatchObject({ costume: "frock-coat", cloth: "black" });
    const gowned = { ...unknown, clothes: [said("long grey dressing-gown")] };
    expect(womens).not.toContain(sheetOf({ gender: "male", looks: gowned }).costume);
    expect(sheetOf({ gender: "male", looks: gowned }).costume).not.toBe("dressing-gown");
  });

  it("[D2] takes the garment that the text names most often", () => {
    const clothes = [said("cloak"), said("grey smock"), said("dusty smock")];
    expect(sheetOf({ gender: "male", looks: { ...unknown, clothes } })).toMatchObject({
      costume: "smock",
      cloth: "grey",
    });
  });

  it("[D2] gives men no woman's garment and women no man's, whatever the seed, the time and the words", () => {
    const words = [[], ["evening dress"], ["frock"], ["gown"], ["petticoat"], ["jacket"], ["shirt"], ["waistcoat"]];
    for (const manner of ["european", "japanese", "modern"] as const)
      for (const seed of [1, 2, 3, 4])
        for (const clothes of words) {
          const looks = { ...unknown, clothes: clothes.map((word) => said(word)) };
          for (const gender of ["male", "female"] as const) {
            const { costume } = sheetOf({ gender, looks }, { seed, manner });
            expect(gender === "male" ? womens : mens, `${gender} ${manner} ${clothes.join()}`).not.toContain(costume);
          }
        }
  });

  it("[D2] dresses by title and work", () => {
    const dressedAs: readonly [name: string, gender: Person["gender"], costume: Costume][] = [
      ["the Inspector", null, "coat"],
      ["the constable", null, "police"],
      ["the Duchess", null, "gown"],
      ["the cook", null, "maid"],
      ["the Frog-Footman", "male", "livery"],
      ["Father Mapple", "male", "clergy"],
      ["the Hatter", "male", "tail-coat"],
      ["Colonel Openshaw", null, "uniform"],
    ];
    for (const [name, gender, costume] of dressedAs) expect(sheetOf({ name, gender }).costume, name).toBe(costume);
  });

  it("[D2] reads sex and age off titles and kinship words where the text has no pronoun", () => {
    expect(sheetOf({ name: "the Duchess", gender: null }).gender).toBe("female");
    expect(sheetOf({ name: "the banker", gender: null }).gender).toBe("male");
    expect(sheetOf({ name: "老婆", gender: null }, { manner: "japanese" })).toMatchObject({
      gender: "female",
      age: "old",
    });
    expect(sheetOf({ name: "the old man", gender: null })).toMatchObject({ gender: "male", age: "old" });
  });

  it("[D2] crowns kings in tales only", () => {
    const king = person(0, { name: "the King", gender: "male" });
    const fox = person(1, { name: "the Fox", looks: { ...unknown, species: said("fox") } });
    expect(castSheets([king], 1, "european")["n0"]).toMatchObject({ hat: "none" });
    expect(castSheets([king, fox], 1, "european")["n0"]).toMatchObject({ hat: "crown", costume: "regal" });
  });

  it("[D2] leaves heads bare unless the text or an office puts a hat on them", () => {
    const many = Array.from({ length: 40 }, (_, i) => person(i));
    for (const sheet of Object.values(castSheets(many, 6, "european"))) expect(sheet.hat).toBe("none");
    expect(sheetOf({ name: "the constable", gender: "male" }).hat).toBe("cap");
    expect(sheetOf({ gender: "male", looks: { ...unknown, hat: said("bonnet" as const) } }).hat).toBe("none");
  });

  it("[D2] shows a bald head of which the text tells, and makes nobody young whose hair is grey or gone", () => {
    const bald = { ...unknown, hairStyle: said("bald" as const) };
    const grey = { ...unknown, hairColour: said("grey" as const) };
    expect(sheetOf({ name: "the constable", gender: "male", looks: bald }).hat).toBe("none");
    for (const seed of [1, 2, 3, 4, 5])
      for (const looks of [bald, grey]) expect(sheetOf({ looks }, { seed }).age).not.toBe("young");
  });

  it("[D2] makes nobody old, bald or bespectacled who carries the book, unless the text says so", () => {
    for (const seed of [1, 2, 3, 4, 5])
      for (const role of ["main", "narrator"] as const) {
        const sheet = sheetOf({ role, gender: "male" }, { seed });
        expect(sheet.age).not.toBe("old");
        expect(sheet.hairStyle).not.toBe("bald");
        expect(sheet.glasses).toBe("none");
      }
  });

  it("[D2] leaves no bare egg of a head to whom the text does not call bald", () => {
    const setting = { manner: "european", era: "victorian", ground: "town", fable: false } as const;
    const wearer = { looks: unknown, age: "adult", gender: "male", leading: false } as const;
    const told = { ...wearer, looks: { ...unknown, hairStyle: said("bald" as const) } };
    const least = (who: Parameters<typeof hairCut>[2]): number =>
      Math.min(...Array.from({ length: 40 }, (_, seed) => hairCut(randomFrom(seed), "bald", who, setting)));
    expect(least(wearer)).toBe(4);
    expect(least(told)).toBe(0);
  });

  it("[D2] tells Meiji from older Japan by what people wear and where they live", () => {
    const teacher = person(0, { name: "校長", gender: "male", looks: { ...unknown, age: said("adult") } });
    const meiji = castSheets([teacher], 1, "japanese", [place("停車場")])["n0"];
    expect(meiji?.hairStyle).not.toBe("tied");
    const servant = person(1, {
      name: "下人",
      gender: "male",
      looks: { ...unknown, age: said("adult"), clothes: [said("紺の襖")] },
    });
    const heian = castSheets([servant], 1, "japanese", [place("羅生門")])["n1"];
    expect(heian).toMatchObject({ costume: "suikan", cloth: "dark", hairStyle: "tied", hairCut: 7, beard: "none" });
  });

  it("[D2] puts men of a whaler into seamen's clothes", () => {
    const deck = { ...place("the deck"), kind: "ship" as const };
    const sheets = castSheets(
      Array.from({ length: 8 }, (_, i) => person(i, { gender: "male", role: "secondary" })),
      1,
      "european",
      [deck],
    );
    const seamen: Costume[] = ["sailor", "jersey", "coat", "workman", "waistcoat"];
    for (const sheet of Object.values(sheets)) expect(seamen).toContain(sheet.costume);
  });

  it("[D2] leaves hair on the head of whom a colour of hair is told", () => {
    const looks: Looks = { ...unknown, age: said("old"), hairColour: said("red") };
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const sheet = sheetOf({ gender: "male", role: "secondary", looks }, { seed });
      expect(sheet.hairColour).toBe("red");
      expect(sheet.hairStyle).not.toBe("bald");
    }
  });

  it("[D2] lays the plaits of grown women of old round the head", () => {
    const looks: Looks = { ...unknown, age: said("adult"), hairStyle: said("braided") };
    for (const seed of [1, 2, 3, 4])
      expect([3, 7]).toContain(castSheets([person(1, { looks })], seed, "european")["n1"]?.hairCut);
  });

  it("[D2] takes no trade from a surname", () => {
    expect(sheetOf({ name: "the Baker", gender: "male" }).costume).toMatch(/workman|smock/);
    for (const seed of [1, 2, 3, 4])
      expect(sheetOf({ name: "Mr. Henry Baker", gender: "male" }, { seed }).costume).not.toMatch(/workman|smock/);
  });

  it("[D2] believes no white beard of a man with pimples", () => {
    const looks: Looks = {
      ...unknown,
      age: said("old"),
      hairColour: said("white"),
      beard: said("beard"),
      marks: [said("面皰")],
    };
    const servant = sheetOf({ name: "下人", gender: "male", looks }, { manner: "japanese" });
    expect(servant).toMatchObject({ beard: "none", hairColour: "black" });
    expect(servant.age).not.toBe("old");
  });

  it("[D2] dresses by a nickname that is a garment", () => {
    const looks = { ...unknown, clothes: [said("着物"), said("袴")] };
    expect(sheetOf({ name: "赤シャツ", gender: "male", looks }, { manner: "japanese" })).toMatchObject({
      costume: "shirt",
      cloth: "grey",
    });
  });

  it("[D2] leaves the uniform of school days to who is told of in nothing else", () => {
    const japanese = { manner: "japanese" } as const;
    const pupil = { ...unknown, age: said("young" as const), clothes: [said("小倉の制服")] };
    expect(sheetOf({ gender: "male", looks: pupil }, japanese).costume).toBe("school");
    const grown = { ...pupil, clothes: [...pupil.clothes, said("洋服")] };
    expect(sheetOf({ gender: "male", looks: grown }, japanese).costume).toBe("suit");
  });

  it("[D2] gives the Knave of a tale the coat of his card", () => {
    const cast = [
      person(0, { name: "the Queen of Hearts", gender: "female" }),
      person(2, { name: "the Knave", gender: "male" }),
    ];
    const rabbit = person(4, { name: "the White Rabbit", looks: { ...unknown, species: said("rabbit" as const) } });
    const sheets = Object.values(castSheets([...cast, rabbit], 1, "european"));
    expect(sheets.find(({ name }) => name === "the Knave")?.costume).toBe("tabard");
  });
});
