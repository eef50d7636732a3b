import { describe, expect, it } from "vitest";
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

describe("marks of every style", () => {
  it("are read on one page, each paragraph by its own", () => {
    expect(
      quoted([
        `"It's late," said Anna. "The dogs' dinner is cold, and 'tis raining."`,
        "'So it is,' said Tom. 'I've the boys' coats.'",
        "‘The boys’ coats?’ asked Anna. ‘’Tis Tom’s, not theirs.’",
        "“He told me, ‘Never open it,’ and left,” said Tom.",
        "„Guten Abend“, sagte Herr Braun. „Ist noch Platz?“",
        "« Bonsoir », dit Marie. « Il pleut. »",
        "»Wer ist da?« fragte Herr Braun.",
        "—¿Quién es? —dijo Juan—. ¡No veo nada!",
        "— Иду, — сказал Иван. — Пора.",
      ]),
    ).toEqual([
      "It's late,",
      "The dogs' dinner is cold, and 'tis raining.",
      "So it is,",
      "I've the boys' coats.",
      "The boys’ coats?",
      "’Tis Tom’s, not theirs.",
      "He told me, ‘Never open it,’ and left,",
      "Guten Abend",
      "Ist noch Platz?",
      "Bonsoir",
      "Il pleut.",
      "Wer ist da?",
      "¿Quién es?",
      "¡No veo nada!",
      "Иду,",
      "Пора.",
    ]);
  });

  it("that were never closed swallow neither the tag nor a long paragraph", () => {
    expect(quoted(["“The mark is gone, said Anna. She left.", "He cried: “Yes!”"])[0]).toBe("The mark is gone,");
    const long = `“It rained. ${"The sea rose over the pier. ".repeat(100)}`;
    expect(quoted([long, "He slept."])).toEqual(["It rained."]);
  });
});

describe("dashes", () => {
  const plain = ["“Who is there?” asked Anna.", "“I,” said Tom."];

  it("open talk in a chapter that has it, without its tags, also line by line in one block", () => {
    const talk = ["– I know that song, said Anna.\n– Everybody does, Tom answered.", "-- Do they? she asked. Well."];
    expect(quoted([...plain, ...talk]).slice(2)).toEqual(["I know that song,", "Everybody does,", "Do they?", "Well."]);
  });

  it("are no talk in a list, before a signature or where words break off", () => {
    const other = [
      ...plain,
      "— Flour, two sacks",
      "— Oil, one can",
      "— Rope",
      "—and then the light went out.",
      "—A. B.",
    ];
    expect(quoted([...plain, ...other])).toEqual(["Who is there?", "I,", "Who is there?", "I,"]);
  });
});
