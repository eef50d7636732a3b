import { expect, it } from "vitest";
import { judgedBooks, scoreLooks } from "./looks-gold.ts";

/** Judgements that make a book worth its time here; `npm run quality:cast` reads them all. */
const enough = 9;

it("[D2] at least 95 of 100 looks that were judged by hand are what the text says", { timeout: 120_000 }, async () => {
  const scores = [];
  for (const path of judgedBooks(enough)) scores.push(await scoreLooks(path));
  const right = scores.reduce((sum, score) => sum + score.right, 0);
  const wrong = scores.flatMap((score) => score.wrong);
  expect(right / (right + wrong.length), wrong.join("\n")).toBeGreaterThanOrEqual(0.95);
  // What is found anew has to be judged before the share means anything.
  const unknown = scores.flatMap((score) => score.unknown);
  expect(unknown.length, unknown.join("\n")).toBeLessThanOrEqual(0.15 * (right + wrong.length));
});
