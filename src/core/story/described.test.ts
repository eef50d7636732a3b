import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { readText } from "../book/read-text.ts";
import { understand } from "./understand.ts";

const namesOf = (story: ReturnType<typeof understand>) =>
  story.quotes.map(({ speaker }) => story.cast.find(({ id }) => id === speaker)?.name ?? null);
const names = (paragraphs: string[]) => namesOf(understand(bookOf(paragraphs, "en")));
const castOf = (paragraphs: string[]) => understand(bookOf(paragraphs, "en")).cast;

describe("who is called by age or size only", () => {
  const talk = [
    "Anna sat down beside Henry. “You are late, Henry,” said Anna.",
    "“I came on foot,” said Henry. “You know how it is.”",
    "“Did you see him?” asked Anna.",
  ];

  it("is somebody of the talk, not one more person", () => {
    expect(names([...talk, "“I did not,” said the young man sadly."]).at(-1)).toBe("Henry");
  });

  it("is somebody new where the text has just brought him in", () => {
    const came = "A young man with a lantern came along the wall.";
    expect(names([...talk, came, "“I did,” said the young man sadly."]).at(-1)).toBe("the young man");
  });
});

describe("parts of a name", () => {
  const start = [
    "Fritz von Stern sat by the fire. “Good day,” said Fritz von Stern.",
    "Antoinette de Lys laughed at Fritz. “Good day,” said Antoinette de Lys.",
  ];

  it("are the same person: the bare surname, and a title with a particle", () => {
    const lines = ["Then Stern rose and said:", "“It is the King!”", "“Is it?” said Madame de Lys. She rose."];
    expect(names([...start, ...lines]).slice(-2)).toEqual(["Fritz von Stern", "Antoinette de Lys"]);
    expect(castOf([...start, ...lines])).toHaveLength(2);
  });
});

describe("two who are overheard", () => {
  it("say all of their talk, whoever crouches under the window", () => {
    const text = readFileSync(new URL("../../../samples/english.txt", import.meta.url), "utf8");
    const story = understand(readText(text));
    const from = story.quotes.findIndex((quote) => quote.text === "You’ve shaved,");
    const said = namesOf(story).slice(from, from + 13);
    expect(said).toEqual(Array.from("ABABABBABABAB", (who) => (who === "A" ? "Augusta" : "Barnaby")));
  });
});
