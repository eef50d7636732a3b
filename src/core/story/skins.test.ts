import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/story-fixture.ts";
import { understand } from "./understand.ts";

const skinOf = (name: string, words: string) =>
  understand(
    bookOf([
      {
        title: "One",
        paragraphs: ["Amos Reed sat down.", "“Good day,” said Amos Reed.", "“Good day,” said Mr. Crewe.", words],
      },
    ]),
  ).cast.find((person) => person.name.includes(name))?.looks.skin?.value;

describe("skins", () => {
  it("[D2] hears in what the narration calls somebody that the skin is dark", () => {
    expect(skinOf("Amos", "Amos Reed was a tall black man, and Amos sang.")).toBe("dark");
    expect(skinOf("Amos", "Before the mast worked a negro named Amos Reed.")).toBe("dark");
  });

  it("[D2] makes nobody dark who stands beside such a one, or wears black", () => {
    expect(skinOf("Amos", "Amos Reed looked up. The negro went out.")).toBeUndefined();
    expect(skinOf("Amos", "There sat, in black, Amos Reed.")).toBeUndefined();
  });
});
