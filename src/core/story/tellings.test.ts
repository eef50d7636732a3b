import { expect, it } from "vitest";
import { bookOf } from "../../../test/story-fixture.ts";
import { tellerIn } from "./tellings.ts";
import { understand } from "./understand.ts";

const heads = (anna: string, ben: string) => [
  {
    title: "One",
    paragraphs: [anna, "Carl met me at the gate. “You are late,” said Carl.", "“I am never late,” I said."],
  },
  { title: "Two", paragraphs: [ben, "I found Anna Bell by the fire. “Ben!” said Anna Bell.", "“Miss Bell,” I said."] },
];

const tellers = (anna: string, ben: string) => {
  const { quotes, cast } = understand(bookOf(heads(anna, ben)));
  const nameOf = (id: string | null) => cast.find((person) => person.id === id)?.name ?? null;
  return { said: quotes.map(({ speaker }) => nameOf(speaker)), cast };
};

it("the line above a diary or a letter says who is the I below it", () => {
  const { said, cast } = tellers("ANNA BELL'S JOURNAL", "_Letter, Mr. Ben Carr to Miss Anna Bell._");
  expect(said).toEqual(["Carl", "Anna Bell", "Anna Bell", "Ben Carr"].map((name) => expect.stringContaining(name)));
  expect(cast.filter(({ role }) => role === "narrator")).toEqual([]);
});

it("a book with one diary has one narrator", () => {
  const { cast } = tellers("ANNA BELL'S JOURNAL", "It rained.");
  expect(cast.filter(({ role }) => role === "narrator")).toHaveLength(1);
});

it("a story says who tells which part", () => {
  const book = bookOf(heads("ANNA BELL'S JOURNAL", "_Letter, Mr. Ben Carr to Miss Anna Bell._"));
  const story = understand(book);
  const nameAt = (words: string) => {
    const at = book.text.indexOf(words);
    const id = tellerIn(story, at);
    return story.cast.find((person) => person.id === id)?.name;
  };
  expect(nameAt("Carl met me")).toContain("Anna");
  expect(nameAt("I found Anna")).toContain("Ben");
});

it("he is never the I of the part, and the name in a line of capitals is nobody else's", () => {
  const book = bookOf([
    ...heads("ANNA BELL'S JOURNAL", "MR. BEN CARR'S DIARY"),
    {
      title: "Three",
      paragraphs: [
        "MR. BEN CARR'S DIARY--continued.",
        "Carl was by the fire. “Yes,” I said to Carl. He smiled as he went on: “Then you are content.”",
      ],
    },
  ]);
  const { quotes, cast } = understand(book);
  expect(cast.find(({ id }) => id === quotes.at(-2)?.speaker)?.name).toMatch(/Carr$/i);
  expect(cast.find(({ id }) => id === quotes.at(-1)?.speaker)?.name).toBe("Carl");
  expect(cast.filter(({ name }) => /'S$/i.test(name))).toEqual([]);
});
