import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/story-fixture.ts";
import { understand } from "./understand.ts";

const lookOf = (name: string, paragraphs: readonly string[]) =>
  understand(bookOf([{ title: "One", paragraphs }])).cast.find((person) => person.name.includes(name))?.looks;

const later = [
  "“You come at a good time,” said Anna Vane. “This is Mr. Marlow.”",
  "“I am glad of it,” said Mr. Marlow.",
  "“And I,” said Anna Vane.",
  "“Then we agree,” said Mr. Marlow.",
];

describe("looks", () => {
  it("[D2] gives the looks of somebody new to whoever is named for the first time soon after", () => {
    const looks = lookOf("Marlow", [
      "Anna Vane was found in talk with a very stout gentleman with fiery red hair.",
      ...later,
    ]);
    expect([looks?.build?.value, looks?.hairColour?.value]).toEqual(["stout", "red"]);
  });

  it("[D2] gives them to whoever comes in as a passenger and is named soon after", () => {
    const looks = lookOf("Marlow", [
      "The last passenger off was a barrel of a man of fifty-five, with a bald sunburnt head.",
      ...later,
    ]);
    expect([looks?.build?.value, looks?.hairStyle?.value, looks?.age?.value]).toEqual(["stout", "bald", "adult"]);
  });

  it("[D2] gives them to nobody of the other sex, and to nobody who was known before", () => {
    const lady = lookOf("Marlow", ["Anna Vane was found in talk with a stout lady with fiery red hair.", ...later]);
    expect(lady?.hairColour ?? null).toBeNull();
    const known = lookOf("Marlow", [
      "“Good day,” said Mr. Marlow.",
      "Anna Vane was found in talk with a stout gentleman with fiery red hair.",
      ...later,
    ]);
    expect(known?.hairColour ?? null).toBeNull();
  });
});
