import { expect, it } from "vitest";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import type { Quote } from "../story/story.ts";
import { answersToTheI, withoutOwnAnswers } from "./called-answers.ts";

/** Who says each line of a talk that Marta tells; `changes` are of single lines. */
function talk(paragraphs: string[], speakers: string[], changes: readonly Partial<Quote>[] = []): (string | null)[] {
  const book = bookOf([{ title: "One", paragraphs }]);
  const { quotes, cast } = storyOf(book, speakers);
  const told = cast.map((person) => (person.id === "n1" ? { ...person, role: "narrator" as const } : person));
  const guessed = quotes.map((quote, i): Quote => ({
    ...quote,
    confidence: 0.8,
    evidence: { start: quote.start, end: quote.end, rule: "turn-taking" },
    ...changes[i],
  }));
  return answersToTheI(book.text, guessed, told).map(({ speaker }) => speaker);
}

const lines = ["“Shall we go?”", "“My dear Marta, you never wait.”", "“The tide will turn.”"];

it("[D5] who is called by name in a talk of two says the turns of one who was only guessed", () => {
  expect(talk(lines, ["n3", "n2", "n3"])).toEqual(["n1", "n2", "n1"]);
});

it("[D5] a turn that the book gives to somebody stays his", () => {
  expect(talk(lines, ["n3", "n2", "n3"], [{ evidence: { start: 0, end: 1, rule: "tag" } }])).toEqual([
    "n3",
    "n2",
    "n3",
  ]);
});

it("[D5] who is only talked about is not called", () => {
  expect(talk(["“Where is he?”", "“Marta went home.”", "“So soon.”"], ["n3", "n2", "n3"])).toEqual(["n3", "n2", "n3"]);
});

it("[D5] nobody is the likeliest to have said a line that he answers", () => {
  const book = bookOf([
    { title: "One", paragraphs: ["“Get off that wall!”", "“I like this wall.”", "It rained. “Oh.”"] },
  ]);
  const { quotes } = storyOf(book, ["n1", "n2", "n1"]);
  const read = quotes.map((quote, i): Quote =>
    i === 1 ? { ...quote, speaker: "n2" } : { ...quote, speaker: null, maybe: ["n2", "n1"] },
  );
  expect(withoutOwnAnswers(book.text, read).map(({ maybe }) => maybe)).toEqual([["n1"], undefined, ["n2", "n1"]]);
});
