import { describe, expect, it } from "vitest";
import { phraseStarts } from "./phrases.ts";

function divided(text: string): string[] {
  const gaps = [0, ...phraseStarts(text), text.length];
  return gaps.slice(1).map((gap, i) => text.slice(gaps[i] ?? 0, gap));
}

describe("phrases", () => {
  it("[L3] words keep their particles", () => {
    expect(divided("私はずっとこの瞬間を待っていた")).toEqual(["私は", "ずっと", "この", "瞬間を", "待っていた"]);
    expect(divided("今日は天気です。")).toEqual(["今日は", "天気です。"]);
  });

  it("an empty or one-letter text has no gaps", () => {
    expect(phraseStarts("").size + phraseStarts("猫").size).toBe(0);
  });
});
