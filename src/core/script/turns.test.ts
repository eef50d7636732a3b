import { expect, it } from "vitest";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import { paceFor } from "./pace.ts";
import { turnsOf } from "./turns.ts";
import { scenesOf } from "./units.ts";

/** How many speeches each turn of a paragraph has whose speakers nobody knows. */
function turnsIn(paragraph: string, language: "en" | "ja", maybe: string[][]): number[] {
  const book = bookOf([{ title: "One", paragraphs: [paragraph] }], language);
  const told = storyOf(book, [null]);
  const story = { ...told, quotes: told.quotes.map((quote, i) => ({ ...quote, maybe: maybe[i] ?? [] })) };
  const units = scenesOf(book, story, paceFor(language)).flatMap((scene) => scene.units);
  return turnsOf(book.text, units).map(({ speeches }) => speeches.length);
}

it("a question and its answer whose speakers nobody knows are two turns", () => {
  const both = [
    ["n1", "n2"],
    ["n1", "n2"],
  ];
  expect(turnsIn("「たくさんか」と聞いたら「無論だ」と答えた。", "ja", both)).toEqual([1, 1]);
});

it("a line that a tag breaks stays one, unless its halves may be two people's", () => {
  expect(turnsIn("“Well,” she said, “come in.”", "en", [["n1"], ["n1"]])).toEqual([2]);
  expect(turnsIn("“Well,” she said, “come in.”", "en", [["n1"], ["n2"]])).toEqual([1, 1]);
});
