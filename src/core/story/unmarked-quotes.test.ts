import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

const kinds = (paragraphs: string[]) =>
  understand(bookOf(paragraphs)).quotes.map(({ kind, text }) => `${kind}: ${text}`);

it("a question or words of an I are a thought by the tag alone; what the narration thinks is none", () => {
  expect(
    kinds(["“Look!” cried Anna.", "What can she want? he thought.", "I must go down, she thought, and rose."]),
  ).toEqual(["speech: Look!", "thought: What can she want?", "thought: I must go down,"]);
  expect(
    kinds(["“Look!” cried Anna.", "It was, he thought, a fine night.", "She must be cold, he thought of Anna."]),
  ).toEqual(["speech: Look!"]);
  expect(kinds(["“Look!” I cried.", "I was the last of them, I thought.", "I am the last, I thought."])).toEqual([
    "speech: Look!",
    "thought: I am the last,",
  ]);
  expect(kinds(["“Look!” cried Anna.", "‘He only came today,’ thought Anna."])).toEqual([
    "speech: Look!",
    "thought: He only came today,",
  ]);
});

it("verses are somebody's where the words before them say that he sings", () => {
  const book = bookOf([
    "Tom began to sing:",
    "O the river runs away,\nAnd the day goes with the day.",
    "“Good,” said Anna.",
  ]);
  const verse = book.blocks[1];
  if (verse !== undefined) verse.kind = "verse";
  const story = understand(book);
  const [song] = story.quotes;
  expect([song?.kind, story.cast.find(({ id }) => id === song?.speaker)?.name]).toEqual(["verse", "Tom"]);
});
