import { foldedText, pairsOf, wordRuns } from "./search-terms.ts";

/** Numbers of a vector where nothing else is asked: as many as common models give. */
export const featureDimensions = 1_536;

/** What a pair of letters within a word counts beside the word: it brings inflected forms and names near each other. */
const pairWeight = 0.25;
/** Words of so many letters count whole, shorter ones less: they are mostly articles and prepositions. */
const wholeLength = 5;

/**
 * A text as a vector of length 1, by signed hashing of its features: words and their pairs of letters, and of scripts without spaces the letters
 * and their pairs. The cosine of two vectors grows with what the texts share; a feature that comes again adds less and less. The same bytes
 * everywhere. Source: Weinberger et al. 2009, Feature Hashing for Large Scale Multitask Learning.
 */
export function hashedFeatures(text: string, dimensions: number = featureDimensions): Float32Array {
  const sums = new Float64Array(dimensions);
  for (const [feature, weight] of featuresOf(text)) {
    const hash = hashOf(feature);
    const at = hash % dimensions;
    // The highest bit decides the sign and hardly the place.
    sums[at] = (sums[at] ?? 0) + (hash >= 2 ** 31 ? -1 : 1) * Math.sqrt(weight);
  }
  const length = Math.sqrt(sums.reduce((total, number) => total + number * number, 0));
  return Float32Array.from(sums, (number) => (length > 0 ? number / length : 0));
}

/** Each feature with the sum of what its places count; a text without any has one that stands for that. */
function featuresOf(text: string): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    weights.set(feature, (weights.get(feature) ?? 0) + weight);
  };
  for (const { text: run, isRun } of wordRuns(foldedText(text))) {
    const letters = Array.from(run);
    if (isRun) {
      for (const letter of letters) add(`l${letter}`, pairWeight);
      for (const pair of pairsOf(letters)) add(`r${pair}`, 1);
    } else {
      add(`w${run}`, Math.min(letters.length / wholeLength, 1));
      for (const pair of pairsOf(["^", ...letters, "$"])) add(`p${pair}`, pairWeight / letters.length);
    }
  }
  return weights.size > 0 ? weights : new Map([["none", 1]]);
}

/** FNV-1a of 32 bits over the UTF-16 units, its bits mixed at the end (the finaliser of MurmurHash3), since neighbouring texts differ little. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
