import { expect, it } from "vitest";
import { keywordsOf } from "./keywords.ts";

/** What a sentence carries of a text. */
function carried(text: string, sentence: string, rules: "en" | "ja" = "en"): number {
  const start = text.indexOf(sentence);
  return keywordsOf(text, { start: 0, end: text.length }, rules)([{ start, end: start + sentence.length }]);
}

const filler = "They talked of the weather for an hour and of the price of corn. ".repeat(4);

it("[T4] weighs most what is first named and leaned on later", () => {
  const first = "A ledger lay in the drawer.";
  const again = "She opened the ledger.";
  const text = `${first} ${filler} ${again} ${filler} The ledger was false.`;
  expect(carried(text, first)).toBeGreaterThan(carried(text, again));
  expect(carried(text, again)).toBeGreaterThan(0);
});

it("[T4] takes the forms of an English word for one, and what is said only once or all at once for nothing", () => {
  const tuned = `He tunes pianos. ${filler} The tuning was over.`;
  expect(carried(tuned, "He tunes pianos.")).toBeGreaterThan(0);
  const once = `A gull, a gull! ${filler}`;
  expect(carried(once, "A gull, a gull!")).toBe(0);
});

it("[T4] knows Japanese things in signs, inside compounds and in hiragana", () => {
  const between = "雨がふっていました。".repeat(14);
  const text = `西洋造りのやしきがありました。うなぎが釣れました。${between}西洋の人がうなぎを売りました。`;
  expect(carried(text, "西洋造り", "ja")).toBeGreaterThan(0);
  expect(carried(text, "うなぎが釣れました", "ja")).toBeGreaterThan(0);
});
