import { describe, expect, it } from "vitest";
import { chapterAt, isIndentedItself, piecesOf, stretchOf } from "./text-pieces.ts";

const run = { ruby: null, emphasis: false, strong: false };
const block = {
  kind: "paragraph",
  level: null,
  start: 10,
  end: 22,
  runs: [
    { ...run, text: "It was " },
    { ...run, text: "late", emphasis: true },
    { ...run, text: "." },
  ],
};
const chapters = [
  { index: 0, start: 0, end: 10, matter: "front" },
  { index: 1, start: 10, end: 100, matter: "body" },
  { index: 2, start: 102, end: 200, matter: "body" },
];

describe("the pieces of a block of text", () => {
  it("are its runs where nothing is marked", () => {
    expect(piecesOf(block, null).map(({ text, start }) => [text, start])).toEqual([
      ["It was ", 10],
      ["late", 17],
      [".", 21],
    ]);
  });

  it("are cut where a passage begins and ends, and lose no letter", () => {
    const pieces = piecesOf(block, { start: 13, end: 19 });
    expect(pieces.map(({ text, isMarked, emphasis }) => [text, isMarked, emphasis])).toEqual([
      ["It ", false, false],
      ["was ", true, false],
      ["la", true, true],
      ["te", false, true],
      [".", false, false],
    ]);
    expect(pieces.map(({ text }) => text).join("")).toBe("It was late.");
  });

  it("keep what has a reading whole", () => {
    const pieces = piecesOf({ ...block, runs: [{ ...run, text: "風越", ruby: "かざこし" }] }, { start: 11, end: 12 });
    expect(pieces.map(({ text, isMarked }) => [text, isMarked])).toEqual([["風越", true]]);
  });
});

describe("the chapter that is shown", () => {
  const none = { passage: null, chapter: null, offset: null };
  it("is the first of the story for whoever opens a book", () => {
    expect(chapterAt(chapters, none)).toBe(1);
  });

  it("is where the reading stopped", () => {
    expect(chapterAt(chapters, { ...none, offset: 150 })).toBe(2);
    expect(chapterAt(chapters, { ...none, offset: 101 })).toBe(1);
    expect(chapterAt(chapters, { ...none, offset: 5_000 })).toBe(2);
  });

  it("is the one asked for, unless there is none such", () => {
    expect(chapterAt(chapters, { ...none, chapter: 0, offset: 150 })).toBe(0);
    expect(chapterAt(chapters, { ...none, chapter: 9, offset: 150 })).toBe(2);
  });

  it("is that of the passage before all", () => {
    expect(chapterAt(chapters, { passage: { start: 120, end: 130 }, chapter: 0, offset: 5 })).toBe(2);
  });
});

describe("an address with a passage", () => {
  it("is read as a stretch", () => {
    expect(stretchOf("12-34")).toEqual({ start: 12, end: 34 });
    expect([stretchOf(undefined), stretchOf("34-12"), stretchOf("a-b")]).toEqual([null, null, null]);
  });
});

describe("the indent of a Japanese paragraph", () => {
  it("is not doubled, and not put before a bracket", () => {
    expect(["　秋の日", "「どいて", "秋の日"].map(isIndentedItself)).toEqual([true, true, false]);
  });
});
