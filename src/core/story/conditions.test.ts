import { describe, expect, it } from "vitest";
import { firstTold, hourAfter, hourTold, timeOf, weatherOf } from "./conditions.ts";

describe("the hour of a sentence", () => {
  it.each([
    ["ある日の夕方、とうとう捕まえた。", "dusk"],
    ["その晩は久し振に蕎麦を食った。", "night"],
    ["翌朝、学校へ出た。", "day"],
    ["One night he came home.", "night"],
    ["We were at our breakfast.", "day"],
    ["I woke and found the summer sun shining.", "day"],
    ["They crept through the wood in the moonlight.", "night"],
    ["日の沈むころ、坂を上った。", "dusk"],
    ["春の日が丸窓にあたる。", "day"],
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

describe("the hour of a stretch", () => {
  it("[D4] turns to night where the daylight goes or the darkness comes", () => {
    expect(hourAfter("The last rays of daylight faded and went.")).toBe("night");
    expect(hourAfter("Blackness settled upon the bay.")).toBe("night");
    expect(hourAfter("He spoke of darkness.")).toBeNull();
  });

  it("[D4] is no night where a night is part of another word", () => {
    expect(timeOf("隅に一夜作りの舞台がある。", "ja")).toBeNull();
    expect(timeOf("その夜は静かだった。", "ja")).toBe("night");
  });
});

describe("the weather of a scene", () => {
  it("[D4] is none that is denied, or only likened to", () => {
    expect(weatherOf("The rain fell on the roof.", "en")).toBe("rain");
    expect(weatherOf("No rain fell in the valley.", "en")).toBeNull();
    expect(weatherOf("The rain had stopped.", "en")).toBeNull();
    expect(weatherOf("一年のあいだ雨が降らなかった。雨も降らぬ。", "ja")).toBeNull();
    expect(weatherOf("雨が降る。雨はつづく。", "ja")).toBe("rain");
  });
});
