import { expect, it } from "vitest";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import type { Gender, Quote } from "../story/story.ts";
import { withoutBeliedSpeakers } from "./belied-speakers.ts";

/** Speakers of a talk of Tom (n1) and Marta (n2) after those are gone whom the words around deny. */
function speakersOf(
  paragraphs: string[],
  speakers: (string | null)[],
  changes: Partial<Quote> = {},
  names: Record<string, string> = {},
) {
  const book = bookOf([{ title: "One", paragraphs }]);
  const { quotes, cast } = storyOf(book, speakers);
  const sexes: Record<string, Gender> = { n1: "male", n2: "female" };
  return withoutBeliedSpeakers(
    book.text,
    quotes.map((quote) => ({ ...quote, confidence: 0.8, ...changes })),
    cast.map((person) => ({
      ...person,
      name: names[person.id] ?? person.name,
      gender: sexes[person.id] ?? person.gender,
    })),
  ).map(({ speaker }) => speaker);
}

it("[D5] a line before which or behind which she does something in its paragraph is no man's", () => {
  const farewell = ["“I must go. I shall see you this afternoon.” She dropped her veil and left the room."];
  expect(speakersOf(farewell, ["n1"])).toEqual([null]);
  expect(speakersOf(farewell, ["n2"])).toEqual(["n2"]);
  expect(speakersOf(["He bowed. She shook her head. “I have my answer.”"], ["n1"])).toEqual([null]);
});

it("[D5] what stands in another paragraph, or before a tag, denies nobody", () => {
  expect(speakersOf(["“I must go.”", "She dropped her veil."], ["n1"])).toEqual(["n1"]);
  expect(speakersOf(["She shook her head. “Go,” said Tom."], ["n1"])).toEqual(["n1"]);
  expect(speakersOf(["“I must go.” She dropped her veil."], ["n1"], { confidence: 0.9, evidence: tag })).toEqual([
    "n1",
  ]);
});

it("[D5] the halves of one sentence are said by one mouth", () => {
  const halves = ["“She has a mother,” she murmured; “I had none.”"];
  expect(speakersOf(halves, [null, "n2"])).toEqual([null, null]);
  expect(speakersOf(halves, ["n2", "n2"])).toEqual(["n2", "n2"]);
  expect(speakersOf(["“She has a mother.” She turned. “I had none.”"], [null, "n2"])).toEqual([null, "n2"]);
});

it("[D5] who only calls a name is not its bearer, and a guessed speaker does not tell of himself by name", () => {
  expect(speakersOf(["“Tom! Tom! Tom!” still rang in my ears."], ["n2"], { confidence: 0.95 })).toEqual([null]);
  expect(speakersOf(["“I could marry Marta and send Michael away.”"], ["n1"])).toEqual([null]);
  expect(speakersOf(["“I could marry Marta and send Michael away.”"], ["n2"])).toEqual(["n2"]);
});

it("[D5] a guessed speaker does not tell of herself by her rank", () => {
  const marta = { n1: "the Princess Marta" };
  expect(speakersOf(["“I could marry the princess.”"], ["n1"], {}, marta)).toEqual([null]);
  expect(speakersOf(["“I am the princess.”"], ["n1"], {}, marta)).toEqual(["n1"]);
});

it("[D5] who tells his own name may say it, and so may whose speaker is told", () => {
  expect(speakersOf(["“I am Tom, and this is my house.”"], ["n2"])).toEqual(["n2"]);
  expect(speakersOf(["“Mrs. Marta is my aunt.”"], ["n1"])).toEqual(["n1"]);
  const told = { confidence: 0.95, evidence: tag };
  expect(speakersOf(["“Nobody drives Tom away!”"], ["n2"], told)).toEqual(["n2"]);
});

const tag = { start: 0, end: 1, rule: "tag" };
