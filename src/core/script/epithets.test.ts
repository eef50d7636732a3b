import { expect, it } from "vitest";
import { personNamed as person } from "../../../test/people.ts";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import { withoutEpithets } from "./epithets.ts";

const cast = [
  person("j", "Jerry", "male"),
  person("e", "the indignant boxer", "male"),
  person("o", "the old nurse", "female"),
];

/** Who says each line after bynames are gone. */
function speakers(lines: string[], given: string[]): (string | null)[] {
  const book = bookOf([{ title: "One", paragraphs: lines }]);
  return withoutEpithets({ ...storyOf(book, given), cast }).quotes.map(({ speaker }) => speaker);
}

it("[D5] a byname that says what somebody feels is no person of its own", () => {
  expect(speakers(["“Go.”", "“Stop it!” “Hush.”"], ["j", "e", "o"])).toEqual(["j", null, "o"]);
  const book = bookOf([{ title: "One", paragraphs: ["“Go.”"] }]);
  expect(withoutEpithets({ ...storyOf(book, ["e"]), cast }).cast.map(({ id }) => id)).toEqual(["j", "o"]);
});

it("[D5] who has many lines under such a name is somebody", () => {
  expect(speakers(["“One.” “Two.” “Three.” “Four.”"], ["e"])).toEqual(["e", "e", "e", "e"]);
});
