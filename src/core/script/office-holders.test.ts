import { expect, it } from "vitest";
import { personNamed as person } from "../../../test/people.ts";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import type { Story } from "../story/story.ts";
import { officeHolders, withOfficeHolders } from "./office-holders.ts";

const cast = [
  person("c", "the captain", "male"),
  person("s", "Captain Sorrel", "male"),
  person("f", "Captain Finch", "male"),
  person("a", "Ann", "female"),
];
const speaking = "“Sit,” “Stay,” said Captain Sorrel. “Go.” “Now.”";

/** Who says the last line of each chapter, where the lines of the first are those of the speakers in turn. */
function holders(chapters: string[], speakers: (string | null)[]): (string | null)[] {
  const book = bookOf(chapters.map((words, i) => ({ title: `Part ${i + 1}`, paragraphs: [words] })));
  const story: Story = { ...storyOf(book, speakers), cast };
  const told = withOfficeHolders(story, officeHolders(book, story));
  return story.chapters.map(
    ({ start, end }) => told.quotes.findLast((one) => one.start >= start && one.end <= end)?.speaker ?? null,
  );
}

it("[D5] the captain is the only captain of the chapter who has lines of his own, and stays so until another comes", () => {
  const chapters = ["The captain drank. “Rum.”", `${speaking} “Aye,” said the captain.`, "The captain rose. “Sail.”"];
  expect(holders(chapters, ["c", "s", "s", "a", "a", "c", "c"])).toEqual(["c", "s", "s"]);
});

it("[D5] the captain is nobody of the cast where he is only talked about, or is one of two", () => {
  expect(holders(["Captain Sorrel is dead. The captain drank. “Rum.”"], ["c"])).toEqual(["c"]);
  expect(holders([`${speaking} Captain Finch came. “Aye,” said the captain.`], ["s", "s", "f", "f", "c"])).toEqual([
    "c",
  ]);
});
