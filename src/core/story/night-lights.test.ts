import { describe, expect, it } from "vitest";
import { tellsHeavens, tellsNightLight } from "./night-lights.ts";

describe("[D4] words are of the night", () => {
  it("where somebody carries a candle or goes to bed", () => {
    for (const words of [
      "She went up the stairs with a candle in her hand.",
      "He lit the candle.",
      "Soon the others had gone up to bed.",
      "The old nurse tucked him in.",
    ])
      expect(tellsNightLight(words, "en"), words).toBe(true);
    expect(tellsNightLight("ランプをつけて待った。", "ja")).toBe(true);
  });

  it("where the stars or the moon are seen", () => {
    expect(tellsHeavens("We lay on deck and counted the stars.", "en")).toBe(true);
    expect(tellsHeavens("星が出ていた。", "ja")).toBe(true);
  });

  it("not where candles are bought, dreamt of or lit by day", () => {
    for (const words of [
      "He bought two candles and a rope.",
      "It was broad daylight when they went to bed.",
      "He had been ill, and was sent to bed.",
      "They waved the Stars and Stripes.",
    ])
      expect(tellsNightLight(words, "en"), words).toBe(false);
  });
});
