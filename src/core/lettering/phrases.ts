import { phraseModel } from "./phrase-model-data.ts";

/** Where the letters of each feature stand, relative to the gap between two letters. */
const windows: readonly [feature: string, from: number, to: number][] = [
  ["UW1", -3, -2],
  ["UW2", -2, -1],
  ["UW3", -1, 0],
  ["UW4", 0, 1],
  ["UW5", 1, 2],
  ["UW6", 2, 3],
  ["BW1", -2, 0],
  ["BW2", -1, 1],
  ["BW3", 0, 2],
  ["TW1", -3, 0],
  ["TW2", -2, 1],
  ["TW3", -1, 2],
  ["TW4", 0, 3],
];

const allWeights = Object.values(phraseModel).flatMap((weights) => Object.values(weights));
/** The model is a sum of votes; half of all weights is the line between yes and no. */
const threshold = allWeights.reduce((sum, weight) => sum + weight, 0) / 2;

/**
 * Offsets where a Japanese text may be divided between phrases (a word with its particles), neither 0 nor the end.
 * Source: the linear model of BudouX.
 */
export function phraseStarts(text: string): Set<number> {
  const starts = new Set<number>();
  for (let gap = 1; gap < text.length; gap++) {
    let score = -threshold;
    for (const [feature, from, to] of windows)
      if (gap + from >= 0) score += phraseModel[feature]?.[text.slice(gap + from, gap + to)] ?? 0;
    if (score > 0) starts.add(gap);
  }
  return starts;
}
