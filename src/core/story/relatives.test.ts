import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

/** Who says each line, and under which names each one of the cast goes. */
function told(paragraphs: string[]) {
  const { quotes, cast } = understand(bookOf(paragraphs, "en"));
  const people = new Map(cast.map((person) => [person.name, person]));
  return { said: quotes.map(({ speaker }) => cast.find(({ id }) => id === speaker)?.name ?? null), people };
}

describe("somebody's father", () => {
  it("is in the cast under the name of the one whose he is", () => {
    const { said, people } = told(["Nell came home. Nell sat down.", "“Sixty?” said her father. “Sixty was Tate.”"]);
    expect(said).toEqual(["Nell’s father", "Nell’s father"]);
    expect(people.get("Nell’s father")).toMatchObject({ gender: "male", aliases: ["her father"] });
  });

  it("is not added where the cast holds a man of the same name who may be he", () => {
    const { people } = told([
      "Nell Carr came home to Mr. Carr. Nell Carr sat down, and Mr. Carr looked up.",
      "“Sixty?” said her father.",
      "“Yes,” said Mr. Carr.",
    ]);
    expect([...people.keys()].some((name) => name.includes("’s "))).toBe(false);
  });

  it("is he whom the talk calls by a name that the narration never uses", () => {
    const { people } = told([
      "Nell came home. Nell sat down.",
      "“Sixty?” said her father.",
      "“Hush, Edwin,” said Nell.",
      "“I will not,” said her father.",
    ]);
    expect(people.get("Nell’s father")?.aliases).toContain("Edwin");
  });
});

describe("the family of an I", () => {
  it("is one person under each word for a mother", () => {
    const { said, people } = told([
      "I was in the kitchen when Mum came in. My mother sat down by me.",
      "“Eat,” said my mother.",
      "“I have,” I said.",
      "“More,” said Mum.",
    ]);
    expect(said[0]).toBe("Mum");
    expect(said[2]).toBe("Mum");
    expect(people.get("Mum")?.aliases).toContain("my mother");
  });
});

describe("people of short tales", () => {
  it("bear names that are words for places where such a name speaks", () => {
    const lines = ["“No,” said Marsh.", "“Yes,” said Anna.", "“Why?” said Marsh."];
    expect(told(["Anna met Marsh at the door.", ...lines]).said).toEqual(["Marsh", "Anna", "Marsh"]);
  });

  it("are whoever gives nothing but a name to somebody who asks for it", () => {
    const lines = ["“Who is this?” said Ben.", "“Ines.”", "“How old are you, Ines?” said Ben.", "“Seven.”"];
    const { said, people } = told(["Ben took up the telephone.", ...lines, "“Come home,” said the child."]);
    expect(said[1]).toBe("Ines");
    expect(said[4]).toBe("Ines");
    expect(people.get("Ines")?.looks.age?.value).toBe("child");
  });

  it("are meant by the noun that brought them in", () => {
    const { said } = told(["There was a widow named Pell.", "“Well?” said Mrs. Pell.", "“Sit!” cried the widow."]);
    expect(said).toEqual(["Mrs. Pell", "Mrs. Pell"]);
  });

  it("speak with a voice from the door where they stand in the next sentence", () => {
    const { said } = told([
      "Anna rose.",
      "“No,” said a voice from the door.",
      "Ben Carr stood there. Ben Carr smiled.",
    ]);
    expect(said).toEqual(["Ben Carr"]);
  });
});
