import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

/** Who says each line of a text whose cast is given. */
function said(paragraphs: string[], names: Record<string, string[]>): (string | null)[] {
  const roster = Object.entries(names).map(([name, aliases]) => ({ name, aliases }));
  const { quotes, cast } = understand(bookOf(paragraphs, "en"), { roster });
  return quotes.map(({ speaker }) => cast.find(({ id }) => id === speaker)?.name ?? null);
}

it("a title that a list gives to the brother who is mostly written out is the other brother’s", () => {
  const brothers = { "Mr. John Bell": ["Mr. Bell", "John"], "Mr. Hugh Bell": ["Hugh"] };
  const talk = [
    ...Array.from({ length: 4 }, () => "“It rains,” said Mr. John Bell."),
    ...Array.from({ length: 9 }, () => "“It does not,” said Mr. Bell."),
  ];
  expect(said(talk, brothers).slice(-1)).toEqual(["Mr. Hugh Bell"]);
  const alone = ["“It rains,” said Mr. John Bell.", "“It does not,” said Mr. Bell."];
  expect(said(alone, brothers)).toEqual(["Mr. John Bell", "Mr. John Bell"]);
});

it("the parson is the one whom a list calls Parson", () => {
  const talk = ["The two met on the road.", "“Good night,” said the parson.", "“Good night, sir,” said Jack."];
  expect(said(talk, { "Parson Gray": [], Jack: [] })).toEqual(["Parson Gray", "Jack"]);
});

it("an I is whom a list calls narrator", () => {
  const talk = ["I was tired, and my lamp was out.", "“Who is there?” asked Anna.", "“A friend,” I said."];
  expect(said(talk, { Anna: [], Narrator: [] })).toEqual(["Anna", "Narrator"]);
});

it("a bare name is the officer’s who bears it last, not another’s whose first name it is", () => {
  const men = { "Colonel Fenwick": [], "Mr. Dale": ["Fenwick Dale", "Dale"] };
  const talk = [
    ...Array.from({ length: 4 }, () => "“It rains,” said Colonel Fenwick."),
    "“It does not,” said Fenwick Dale.",
    "“It does,” said Fenwick.",
  ];
  expect(said(talk, men).slice(-2)).toEqual(["Mr. Dale", "Colonel Fenwick"]);
});

it("whoever is turned to does not speak", () => {
  const talk = ["Anna rose; and turning to Bella, said, “Let us take a walk.”"];
  expect(said(talk, { Anna: [], Bella: [] })).not.toContain("Bella");
});

it("a list may hold people, and even things, by what they are", () => {
  const talk = [
    "Anna met an old woman and a wayfarer at the well.",
    "“Good day,” said the old woman.",
    "“Good day,” said the wayfarer.",
    "The thunder answered, “Hush!”",
  ];
  const names = { Anna: [], "a woman": [], "the old woman": [], "the wayfarer": [], "the thunder": [] };
  expect(said(talk, names)).toEqual(["the old woman", "the wayfarer", "the thunder"]);
});
