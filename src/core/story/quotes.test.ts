import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { passagesOf } from "./passages.ts";
import { englishQuotes } from "./quotes.ts";

/** What stands inside the quotes, with `…` behind one that goes on in the next paragraph. */
function quoted(paragraphs: string[]): string[] {
  const book = bookOf(paragraphs, "en");
  return englishQuotes(book.text, passagesOf(book)).map(
    ({ inner, open }) => book.text.slice(inner.start, inner.end).trim() + (open ? "…" : ""),
  );
}

it("quotes as typesetters type them are found", () => {
  expect(quoted(["``Good night,'' said Anna, ``and don't fall.''"])).toEqual(["Good night,", "and don't fall."]);
});

it("spaces inside single marks are no hindrance, and apostrophes no quotes", () => {
  const text = ["' Ah, Tom! ' said she, ' take the boys ' lamp. ' ' I can't, ' he said.", "' Is it Anna's? '"];
  expect(quoted(text)).toEqual(["Ah, Tom!", "take the boys ' lamp.", "I can't,", "Is it Anna's?"]);
});

it("a dash opens speech behind the words that lead to it, and two hyphens are a dash", () => {
  const text = ["He called down: —Come up, Tom!", "-- I am coming.", "He waited."];
  expect(quoted(text)).toEqual(["Come up, Tom!", "I am coming."]);
});

it("a speech goes on in the next paragraph, unless a short question there answers it", () => {
  const long = "“They lived here a long time ago, and left all as it was.";
  expect(quoted([long, "“Nobody knows where they went.”"])[0]).toMatch(/…$/);
  expect(quoted([long, "“But where did they go?”"])[0]).toMatch(/was\.$/);
});
