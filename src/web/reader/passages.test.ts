import { describe, expect, it } from "vitest";
import type { ReaderData } from "../../core/print/reader-data.ts";
import {
  excerpt,
  fateAt,
  type FateName,
  fateNames,
  fateShares,
  searchPattern,
  sectionsOf,
  selectPieces,
} from "./passages.ts";

/** A book of stretches, each with the first letter of its fate; chapters start where a stretch starts with #. */
function book(stretches: [FateName, string][], front = ""): ReaderData {
  let text = front;
  const fates: ReaderData["fates"] = [];
  const chapters: ReaderData["chapters"] = [];
  for (const [fate, words] of stretches) {
    const plain = words.replace(/^#/, "");
    if (plain !== words) chapters.push({ title: plain.trim(), start: text.length, end: Infinity });
    fates.push({ start: text.length, end: text.length + plain.length, fate, at: null, note: null });
    text += plain;
  }
  return {
    version: 1,
    title: "",
    creators: [],
    language: "en",
    direction: "ltr",
    text,
    chapters,
    pages: [],
    cast: [],
    fates,
  };
}

function written(data: ReaderData, sections = sectionsOf(data)) {
  return sections.map(({ title, paragraphs }) => [
    title,
    ...paragraphs.map((pieces) =>
      pieces.map(({ fate, start, end }) => `${data.fates[fate]?.fate}:${data.text.slice(start, end)}`).join("|"),
    ),
  ]);
}

describe("the text of the body", () => {
  it("[T1] stands by chapter, paragraph and fate, without the front matter", () => {
    const data = book(
      [
        ["left-out", "#One\n"],
        ["shown", "A. "],
        ["drawn", "B.\nC. "],
        ["condensed", "D.\n"],
        ["shown", "#Two\n"],
        ["drawn", "E."],
      ],
      "TITLE\n",
    );
    expect(written(data)).toEqual([
      ["One", "left-out:One", "shown:A. |drawn:B.", "drawn:C. |condensed:D."],
      ["Two", "shown:Two", "drawn:E."],
    ]);
  });

  it("[T1] loses no letter", () => {
    const data = book([
      ["shown", "One.\n\n  Two. "],
      ["drawn", "\n"],
      ["condensed", "\nThree\nfour. "],
      ["shown", "   "],
      ["left-out", "Five."],
    ]);
    const pieces = sectionsOf(data).flatMap(({ paragraphs }) => paragraphs.flat());
    const kept = pieces.map(({ start, end }) => data.text.slice(start, end)).join("");
    expect(kept.replace(/\s/g, "")).toBe(data.text.replace(/\s/g, ""));
  });

  it("[T1] joins the lines of hard-wrapped plain text to paragraphs", () => {
    const line = "It was a long and weary road that led over the hills";
    const data = book([["shown", `${line}\n${line}\n\n${line}\n${line}\n\n`.repeat(4)]]);
    expect(sectionsOf(data)[0]?.paragraphs).toHaveLength(8);
  });

  it("[T1] keeps quotation marks and stops with the words that they belong to", () => {
    const data = book([
      ["drawn", "He said, “"],
      ["shown", "Come in"],
      ["condensed", ",” and sat. “"],
      ["left-out", "No. "],
      ["drawn", "”"],
    ]);
    expect(written(data)).toEqual([[null, "drawn:He said, |shown:“Come in,” |condensed:and sat. |left-out:“No. ”"]]);
  });

  it("[F0] is narrowed to fates and to words in any case, and what is left empty falls away", () => {
    const data = book([
      ["left-out", "#One\n"],
      ["shown", "The Lamp. "],
      ["drawn", "A lamp.\n"],
      ["shown", "#Two\nNothing."],
    ]);
    const words = searchPattern("LAMP.");
    expect(written(data, selectPieces(sectionsOf(data), data, { fates: new Set(fateNames), words }))).toEqual([
      ["One", "shown:The Lamp. |drawn:A lamp."],
    ]);
    expect(written(data, selectPieces(sectionsOf(data), data, { fates: new Set(["drawn"]), words }))).toEqual([
      ["One", "drawn:A lamp."],
    ]);
  });

  it("[F0] takes what is searched for as letters, not as a pattern", () => {
    expect("a.b (c) [d] x/y-z".match(searchPattern("(C) [d] X/Y-z") ?? /never/)?.[0]).toBe("(c) [d] x/y-z");
    expect(searchPattern("  ")).toBeNull();
  });

  it("[T1] is counted in characters by fate", () => {
    const data = book([
      ["shown", "aaaa"],
      ["drawn", "bb"],
      ["condensed", "c"],
      ["left-out", "d"],
    ]);
    expect(fateShares(data.fates)).toEqual({ shown: 0.5, drawn: 0.25, condensed: 0.125, "left-out": 0.125 });
  });

  it("[T2] is found by any offset inside a stretch", () => {
    const { fates } = book([
      ["shown", "aaaa"],
      ["drawn", "bb"],
      ["left-out", "d"],
    ]);
    expect([0, 3, 4, 5, 6, 7].map((at) => fateAt(fates, at))).toEqual([0, 0, 1, 1, 2, null]);
  });
});

describe("an excerpt", () => {
  const text = "First line.\nThe old man pulled his red cap over both ears.\nLast line.";
  const span = { start: text.indexOf("red"), end: text.indexOf("red") + 7 };

  it("[F0] keeps to the paragraph where it is asked to", () => {
    expect(excerpt(text, span, 60, true)).toEqual({
      before: "The old man pulled his ",
      words: "red cap",
      after: " over both ears.",
    });
  });

  it("[F0] shows the neighbours otherwise, with their line ends", () => {
    expect(excerpt(text, span, 60, false).before).toBe("First line.\nThe old man pulled his ");
  });

  it("[F0] is cut between words, with an ellipsis", () => {
    expect(excerpt(text, span, 12, true)).toEqual({ before: "…pulled his ", words: "red cap", after: " over both…" });
  });
});
