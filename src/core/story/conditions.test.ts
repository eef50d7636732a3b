import { describe, expect, it } from "vitest";
import { firstTold, hourTold } from "./conditions.ts";

describe("the hour of a sentence", () => {
  it.each([
    ["ある日の夕方、とうとう捕まえた。", "dusk"],
    ["その晩は久し振に蕎麦を食った。", "night"],
    ["翌朝、学校へ出た。", "day"],
    ["One night he came home.", "night"],
    ["We were at our breakfast.", "day"],
  ] as const)("[D4] is told: %s", (words, hour) => expect(hourTold(words)).toBe(hour));

  it.each(["毎晩、酒を飲んだ。", "Every night he came home.", "今日は休みだ。", "夜具を敷いた。"])(
    "[D4] is none where it comes again and again, or is no hour: %s",
    (words) => expect(hourTold(words)).toBeNull(),
  );

  it("[D4] a scene's hour begins where it is first told", () => {
    expect(firstTold("night", "学校へ出た。やがて夜更けになった。", "ja")).toBe(9);
    expect(firstTold("night", "学校へ出た。", "ja")).toBeNull();
  });
});
