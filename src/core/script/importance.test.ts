import { describe, expect, it } from "vitest";
import { isHook } from "./importance.ts";

describe("[P5] a page turns", () => {
  it.each([
    "Who is there?",
    "Then somebody knocked.",
    "The door opened.",
    "There were footsteps in the passage.",
    "誰だ？",
    "戸が開いた。",
    "ごんは、ばたりとたおれました。",
    "I presume that you are not--",
    "She turned round and listened.",
    "そこへ誰かが近づいて来た。",
    "どこへ行くのですか",
  ])("after “%s”", (words) => expect(isHook(words, false)).toBe(true));

  it.each(["He ate an egg.", "What a fine day!", "空は晴れていました。", "They lived in a small house by the sea."])(
    "not after “%s”",
    (words) => expect(isHook(words, false)).toBe(false),
  );

  it("after the last words of a scene, whatever they are", () => {
    expect(isHook("He ate an egg.", true)).toBe(true);
    expect(isHook("", true)).toBe(false);
  });
});
