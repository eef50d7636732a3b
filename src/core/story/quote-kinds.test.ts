import { expect, it } from "vitest";
import { isHead, isInLetter } from "./quote-kinds.ts";

it("the slanted head of a diary or a letter is nobody's thought", () => {
  for (const head of ["Anna Bell's Diary.", "Telegram from Ben Carr to Anna Bell.", "9 May.", "Later."])
    expect(isHead(head)).toBe(true);
  for (const thought of ["Where can Ben be?", "He will never come back to Wick.", "so that was it"])
    expect(isHead(thought)).toBe(false);
});

it("paragraphs in marks are a letter where a date, a greeting or a head stands before the first of them", () => {
  const letter = ["_Letter, Anna to Ben._", '"_9 May._', '"My dear Ben,--', '"The boat is gone.', '"Your Anna."'];
  const text = [...letter, '"My dear Ben, sit down," said she.', '"I will."'].join("\n\n");
  const at = (words: string) => text.indexOf(words);
  expect(isInLetter(text, at('"_9 May'))).toBe(true);
  expect(isInLetter(text, at('"The boat'))).toBe(true);
  expect(isInLetter(text, at('"My dear Ben, sit'))).toBe(false);
  expect(isInLetter(text, at('"I will'))).toBe(false);
});
