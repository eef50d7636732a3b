// `npm run train:subjects`: learns whom a pronoun or a noun means from the beginnings of novels that LitBank labels, and writes
// src/core/story/reference-weights-data.ts. Novels that are kept for trying the program on are left out. The same data give the same weights.
import { writeFileSync } from "node:fs";
import { goldBeginnings } from "./subject-gold.ts";
import { learnInRounds } from "./subject-training.ts";

/** Treasure Island, The Secret Garden, Dorian Gray, The Hound of the Baskervilles: their numbers in LitBank. */
const kept = /^(?:120|113|174|2852)_/;
/** Smaller weights change nothing. */
const least = 0.01;

const gold = await goldBeginnings(new URL("../../shared/data/", import.meta.url));
const weights = learnInRounds(gold.filter(({ id }) => !kept.test(id)));
const rows = [...weights]
  .filter(([, value]) => Math.abs(value) >= least)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, value]) => `  [${JSON.stringify(name)}, ${Number(value.toFixed(2))}],`);
const file = new URL("../src/core/story/reference-weights-data.ts", import.meta.url);
writeFileSync(
  file,
  `/** What each sign is worth that a word means somebody: made by \`npm run train:subjects\`. */
export const referenceWeights: readonly (readonly [string, number])[] = [
${rows.join("\n")}
];
`,
);
console.log(`${rows.length} weights`);
