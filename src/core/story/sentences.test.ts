import { describe, expect, it } from "vitest";
import { sentencesOf } from "./sentences.ts";

const split = (text: string) => sentencesOf(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe("sentencesOf", () => {
  it("ends English sentences at stops, not at titles and initials", () => {
    expect(split("Mr. J. Bell met Dr. Low. They spoke! Did they?")).toEqual([
      "Mr. J. Bell met Dr. Low.",
      "They spoke!",
      "Did they?",
    ]);
  });

  it("keeps a speech tag in small letters with its quote", () => {
    expect(split("“Stop!” she cried. “Why?” He ran.")).toEqual(["“Stop!” she cried.", "“Why?”", "He ran."]);
  });

  it("ends a sentence at a blank line but not at a wrapped line", () => {
    expect(split("A line that\nis wrapped\n\nAnd another")).toEqual(["A line that\nis wrapped", "And another"]);
  });

  it("ends Japanese sentences at 。 and keeps と言った with its quote", () => {
    expect(split("雨だ。風もある！「行くぞ。」と鉄は言った。")).toEqual([
      "雨だ。",
      "風もある！",
      "「行くぞ。」と鉄は言った。",
    ]);
  });

  it("[T2] gives spans in order, inside the bounds, without white space at their ends", () => {
    const text = "  One.  Two… three.\n\n「四。」 Five  ";
    let last = 3;
    for (const { start, end } of sentencesOf(text, 3, text.length)) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
      last = end;
    }
    expect(last).toBeLessThanOrEqual(text.length);
  });
});
