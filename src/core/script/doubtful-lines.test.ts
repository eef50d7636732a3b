import { expect, it } from "vitest";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import type { Quote } from "../story/story.ts";
import { withoutDoubtful } from "./doubtful-lines.ts";

/** Speakers of the lines of a talk after the doubtful ones are gone. */
function speakersOf(paragraphs: string[], speakers: string[], changes: Partial<Quote> = {}): (string | null)[] {
  const book = bookOf([{ title: "One", paragraphs }]);
  const { quotes, cast } = storyOf(book, speakers);
  return withoutDoubtful(
    book.text,
    quotes.map((quote) => ({ ...quote, confidence: 0.78, ...changes })),
    cast,
  ).map(({ speaker }) => speaker);
}

it("nobody calls himself by name: the other of the two says it", () => {
  expect(speakersOf(["“Tom, come back!”"], ["n2"], { addressee: "n1" })).toEqual(["n1"]);
  expect(speakersOf(["“Do come back, dear Tom!”"], ["n2"])).toEqual([null]);
});

it("nobody speaks of himself by name, unless he gives his name or the book says that he speaks", () => {
  expect(speakersOf(["“I wonder what Tom has done.”"], ["n2"])).toEqual([null]);
  expect(speakersOf(["“I am Tom.”"], ["n2"])).toEqual(["n2"]);
  expect(speakersOf(["“Let Tom do it.”"], ["n2"], { confidence: 0.9 })).toEqual(["n2"]);
});

it("an I who announces a line says it, whoever's turn it is", () => {
  const book = bookOf([{ title: "One", paragraphs: ["Turning to Tom I cried.", "“A boat! Quick!”"] }]);
  const { quotes, cast } = storyOf(book, ["n2"]);
  const told = cast.map((person) => (person.id === "n1" ? { ...person, role: "narrator" as const } : person));
  const read = quotes.map((quote) => ({ ...quote, confidence: 0.3 }));
  expect(withoutDoubtful(book.text, read, told).map(({ speaker }) => speaker)).toEqual(["n1"]);
  expect(withoutDoubtful(book.text, read, cast).map(({ speaker }) => speaker)).toEqual([null]);
});

it("what answers a line that an I has just asked is not his own", () => {
  const book = bookOf([{ title: "One", paragraphs: ["“Where are you going?” I asked.", "“God knows.”"] }]);
  const { quotes, cast } = storyOf(book, ["n1", "n2"]);
  const told = cast.map((person) => (person.id === "n1" ? { ...person, role: "narrator" as const } : person));
  const read = quotes.map((quote, i) => ({ ...quote, confidence: i === 0 ? 0.92 : 0.1 }));
  expect(withoutDoubtful(book.text, read, told).map(({ speaker }) => speaker)).toEqual(["n1", null]);
});

it("verses are nobody's without a tag", () => {
  expect(speakersOf(["“Fury said to a mouse.”"], ["n1"], { kind: "verse" })).toEqual([null]);
  expect(speakersOf(["“Fury said to a mouse.”"], ["n1"], { kind: "verse", confidence: 0.9 })).toEqual(["n1"]);
});

it("nobody answers himself in the next paragraph", () => {
  expect(speakersOf(["“Where is it?”", "“Under the bed.”"], ["n1", "n1"])).toEqual(["n1", null]);
  expect(speakersOf(["“Where is it?”", "Marta waited.", "“Speak.”"], ["n1", "n1"])).toEqual(["n1", "n1"]);
});

it("a paragraph without a closing mark goes on in the next", () => {
  const book = bookOf([{ title: "One", paragraphs: ["“It began at sea.”", "“Then came the storm.”"] }]);
  const { quotes, cast } = storyOf(book, ["n1", "n1"]);
  const open = quotes.map((quote, i) => ({ ...quote, end: quote.end - (i === 0 ? 1 : 0), confidence: 0.78 }));
  expect(withoutDoubtful(book.text, open, cast).map(({ speaker }) => speaker)).toEqual(["n1", "n1"]);
});

it("whom others call in a tale may be its teller", () => {
  expect(speakersOf(["“He saw me. ‘Tom, come back!’ he cried.”"], ["n2"])).toEqual(["n2"]);
});

it("a mere guess is no speaker", () => expect(speakersOf(["“Yes.”"], ["n1"], { confidence: 0.4 })).toEqual([null]));

it("tells who may well have said a line that is nobody's for sure", () => {
  const book = bookOf([{ title: "One", paragraphs: ["“Yes.”", "“Tom did it.”", "“I saw him.”"] }]);
  const { quotes, cast } = storyOf(book, ["n1", "n2", "n1"]);
  const [guessed, named, sure] = withoutDoubtful(
    book.text,
    quotes.map((quote, i) => ({ ...quote, confidence: [0.4, 0.78, 0.78][i] ?? 0, maybe: ["n1", "n2"] })),
    cast,
  );
  expect(guessed).toMatchObject({ speaker: null, maybe: ["n1", "n2"] });
  expect(named).toMatchObject({ speaker: null, maybe: ["n1"] });
  expect(sure?.maybe).toBeUndefined();
});

it("who does something in the sentence that leads in a line of nobody sure says it", () => {
  const guess = { confidence: 0.3, maybe: ["n1", "n2"] };
  const moved = ["“Is Tom at home?”", "Tom moved towards the door.", "“Thank you for thinking of it, uncle.”"];
  expect(speakersOf(moved, ["n1", "n1"], guess).at(-1)).toBe("n2");
  expect(speakersOf(["“Well?”", "Tom laughed. “I will not have it.”"], ["n1", "n1"], guess).at(-1)).toBe("n2");
  for (const lead of ["Tom blanched.", "Tom looked at her.", "Tom was silent.", "Tom’s dog barked."])
    expect(speakersOf(["“Well?”", `${lead} “I will not have it.”`], ["n1", "n1"], guess).at(-1)).toBeNull();
});
