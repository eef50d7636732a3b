import { expect, it } from "vitest";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import type { Quote } from "../story/story.ts";
import { newcomersLines } from "./newcomer-lines.ts";

// Marta is n1, Tom n2.
function strangers(paragraphs: string[], changes: Partial<Quote> = {}): number {
  const book = bookOf([{ title: "One", paragraphs }]);
  const { quotes, cast } = storyOf(
    book,
    paragraphs.flatMap((words) => (words.includes("“") ? ["n2"] : [])),
  );
  const sexed = cast.map((person) => ({ ...person, gender: person.id === "n2" ? ("male" as const) : person.gender }));
  const evidence = { start: 0, end: 1, rule: "pronoun" };
  return newcomersLines(
    book.text,
    quotes.map((quote) => ({ ...quote, confidence: 0.7, evidence, ...changes })),
    sexed,
  ).size;
}

it("he is the guard who came out, and not Tom, who was named before", () => {
  expect(strangers(["Tom slept.", "The guard came out.", "“He is here,” he whispered."])).toBe(1);
  expect(strangers(["The guard came out.", "Tom woke.", "“He is here,” he whispered."])).toBe(0);
});

it("a woman is not he, nor is whoever is only compared", () => {
  expect(strangers(["Tom slept.", "The landlady came out.", "“He is here,” he whispered."])).toBe(0);
  expect(strangers(["Tom slept like a sailor.", "“He is here,” he whispered."])).toBe(0);
});

it("a sure speaker stays, and so does one whom nothing has named: he may be the newcomer", () => {
  const words = ["Tom slept.", "The guard came out.", "“He is here,” he whispered."];
  expect(strangers(words, { confidence: 0.9 })).toBe(0);
  expect(strangers(words.slice(1))).toBe(0);
});

it("he is somebody without a name who begins a paragraph, and nobody whom a title or an age may mean", () => {
  const then = "“He is here,” he whispered.";
  expect(strangers(["Tom slept.", "The fat man looked round.", then])).toBe(1);
  expect(strangers(["Tom slept.", "The old man looked round.", then])).toBe(0);
  expect(strangers(["Tom slept. The fat man looked round.", then])).toBe(0);
});
