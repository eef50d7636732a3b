import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { goesOn, japaneseQuotes } from "./japanese-quotes.ts";
import { passagesOf } from "./passages.ts";

function quotesIn(paragraphs: string[]) {
  const book = bookOf(paragraphs, "ja");
  const quotes = japaneseQuotes(book.text, passagesOf(book));
  return quotes.map(({ inner }, i) => ({ text: book.text.slice(inner.start, inner.end), on: goesOn(quotes, i) }));
}

describe("a speech over several paragraphs", () => {
  it("goes on to its closing mark, with the names inside it", () => {
    expect(quotesIn(["「長い話だ。", "『海』という本がある。", "終わりだ」と弥助は言った。「そうか」"])).toEqual([
      { text: "長い話だ。", on: false },
      { text: "『海』という本がある。", on: true },
      { text: "終わりだ", on: true },
      { text: "そうか", on: false },
    ]);
  });

  it("ends with its paragraph where the closing mark is missing", () => {
    expect(quotesIn(["「長い話だ。", "弥助は立った。", "「そうか」"]).map(({ text }) => text)).toEqual([
      "長い話だ。",
      "そうか",
    ]);
  });
});
