import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

const often = (times: number, ...paragraphs: string[]) => Array.from({ length: times }, () => paragraphs).flat();
const village = [
  ...often(4, "“Come,” said Joe Harper.", "“Where to?” said Huck.", "Joe ran to the river, and Huck after him."),
  ...often(6, "“Quiet!” said Dusky Joe.", "“I am quiet,” said Potter.", "Dusky Joe took the spade from Potter."),
];

/** Who says the last line. */
function speaker(paragraphs: readonly string[]) {
  const story = understand(bookOf([...village, ...paragraphs], "en"));
  return story.cast.find(({ id }) => id === story.quotes.at(-1)?.speaker)?.name ?? null;
}

it("a first name that two people share is who was last called by it in full", () => {
  expect(speaker(["Dusky Joe sat down beside Potter.", "“A dirty business,” said Joe."])).toBe("Dusky Joe");
  expect(speaker(["Joe Harper sat down beside Huck.", "“A dirty business,” said Joe."])).toBe("Joe Harper");
});

it("a surname stays his whom the book calls by it", () => {
  const town = [
    ...often(9, "“Where to?” said Sherlock Holmes.", "“Home,” said Watson."),
    ...often(5, "“Come,” said Mycroft Holmes.", "“I will,” said Watson."),
  ];
  const story = understand(bookOf([...town, "Mycroft Holmes sat down.", "“At last,” said Holmes."], "en"));
  expect(story.cast.find(({ id }) => id === story.quotes.at(-1)?.speaker)?.name).toBe("Sherlock Holmes");
});
