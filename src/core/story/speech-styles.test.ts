import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

/** The lines of a text with who says them. */
function said(paragraphs: string[]): [name: string | null, line: string, kind: string][] {
  const { quotes, cast } = understand(bookOf(paragraphs, "en"));
  return quotes.map(({ speaker, text, kind }) => [cast.find(({ id }) => id === speaker)?.name ?? null, text, kind]);
}

it("a play names the speaker before the line", () => {
  const play = [
    "ANNA: Where is the lamp?",
    "TOM: On the table.",
    "ANNA: I cannot see it.",
    "TOM: Then look again.",
    "ANNA: Here it is.",
    "TOM: At last.",
  ];
  expect(said(play).map(([name]) => name?.toLowerCase())).toEqual(["anna", "tom", "anna", "tom", "anna", "tom"]);
});

it("a dash opens speech where the book has no other marks", () => {
  const talk = ["—Sit down, Tom, said Anna.", "—I will not, said Tom.", "—Then stand, said Anna.", "Tom stood."];
  expect(said(talk).map(([name]) => name)).toEqual(["Anna", "Tom", "Anna"]);
});

it("single marks hold speech, and double ones inside them what it repeats", () => {
  const talk = ["‘He said “No” to me,’ said Anna.", "‘It’s his way,’ said Tom. ‘Don’t mind it.’"];
  expect(said(talk).map(([name, line]) => [name, line])).toEqual([
    ["Anna", "He said “No” to me,"],
    ["Tom", "It’s his way,"],
    ["Tom", "Don’t mind it."],
  ]);
});

it("a speech goes on over paragraphs until its closing mark, with lines of verse inside", () => {
  const talk = [
    "“Listen,” said Anna.",
    "“I was born by the sea,” said Tom. “My father was a sailor.",
    "“My mother kept the light.",
    "“Both are gone.”",
  ];
  expect(said(talk).map(([name]) => name)).toEqual(["Anna", "Tom", "Tom", "Tom", "Tom"]);
});

it("an I who is not named says what I said says", () => {
  const talk = [
    "I came home late and I was tired. My lamp was out, and I could not find my key. I knocked.",
    "“Who is there?” asked Anna.",
    "“A friend,” I said.",
  ];
  expect(said(talk).map(([name]) => name)).toEqual(["Anna", "I"]);
});

it("what she thinks is her thought", () => {
  const talk = ["Anna sat down. “I am cold,” said Anna.", "“He will never come,” thought Anna."];
  expect(said(talk).map(([name, , kind]) => [name, kind])).toEqual([
    ["Anna", "speech"],
    ["Anna", "thought"],
  ]);
});
