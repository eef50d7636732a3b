import { expect, it } from "vitest";
import { tellsFigures, tellsWhy, turnOfPlot } from "./plot-words.ts";

it.each([
  ["ja", "撃ったのは隣の家の息子であった。"],
  ["ja", "新人の田村は紙を数えていた。"],
  ["ja", "父は二度と帰らなかった。"],
  ["ja", "お代は春になってからでいいよ"],
  ["ja", "乗っていた人は残らず助かった。"],
  ["en", "It was the baker who had rung the bell."],
  ["en", "What she kept under the bed was a drum."],
] as const)("[T4] who did it, who is who and how it ends turn a story (%s): %s", (rules, words) => {
  expect(turnOfPlot(words, rules)).toBeGreaterThan(0);
});

it("[T4] a reason is told in words of many kinds, and an amount with its counter", () => {
  for (const words of ["海が荒れていたからである。", "だって、字が読めないんだ", "釜が割れたので、借りに来た。"])
    expect(tellsWhy(words, "ja")).toBe(true);
  expect(tellsWhy("村から町へ行った。", "ja")).toBe(false);
  expect(tellsFigures("残りは八十枚だった。", "ja")).toBe(true);
  expect(tellsFigures("残りは少しだった。", "ja")).toBe(false);
});
