import {
  chooseAmong,
  fits,
  type Pointer,
  type Candidate,
  signsOf,
  signsOfNone,
  type Signs,
} from "../src/core/story/reference-model.ts";
import { referencesIn } from "../src/core/story/references.ts";
import { randomFrom } from "../src/core/geometry/random.ts";
import type { GoldBeginning } from "./subject-gold.ts";

type Weights = Map<string, number>;

/** A word with all whom it may mean; the last of them is nobody. */
interface Example {
  choices: Signs[];
  right: number;
}

/** What a beginning teaches: every he, she and noun with the signs of all whom it may mean. `weights` choose who was meant before. */
function examplesOf(gold: GoldBeginning, weights: Weights | null): Example[] {
  const examples: Example[] = [];
  const clusterOf = (one: Candidate): string | null => {
    const named = one.seen.filter(({ kind }) => kind === "name" || kind === "noun");
    for (const { at, end } of named.length > 0 ? named : one.seen.slice(0, 1)) {
      const cluster = gold.meant(at, end);
      if (cluster !== null) return cluster;
    }
    return null;
  };
  const clusters = personMarks(gold);
  referencesIn(gold.book, gold.story, (pointer: Pointer, near: readonly Candidate[]) => {
    const guess = chooseAmong(pointer, near, weights ?? new Map());
    const wanted = gold.meant(pointer.start, pointer.end);
    if (wanted === null) return guess;
    const rivals = near.filter((one) => fits(pointer, one));
    const same = rivals.filter((one) => (clusters.get(one.key) ?? clusterOf(one)) === wanted);
    const found = rivals.findIndex((one) => one === (same.find(({ person }) => person !== null) ?? same.at(-1)));
    const right = found < 0 ? rivals.length : found;
    examples.push({
      choices: [...rivals.map((one) => signsOf(pointer, one, rivals)), signsOfNone(pointer, rivals)],
      right,
    });
    return weights === null ? { candidate: rivals[right] ?? null, sure: 1 } : guess;
  });
  return examples;
}

/** The mark that the names of each person of the cast mostly have. */
export function personMarks({ book, story, meant }: GoldBeginning): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { kind, person, start, end } of referencesIn(book, story)) {
    const mark = meant(start, end);
    if (kind !== "name" || person === null || mark === null) continue;
    const own = votes.get(person) ?? new Map<string, number>();
    votes.set(person, own.set(mark, (own.get(mark) ?? 0) + 1));
  }
  return new Map(
    [...votes].flatMap(([person, own]) =>
      [...own]
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, 1)
        .map(([mark]) => [person, mark] as const),
    ),
  );
}

const epochs = 10;
const rate = 0.05;
const pull = 0.0002;

/** Weights that make what is right likely: the mean over all steps but those of the first epochs (Adagrad), in an order drawn by a seed. */
function learn(examples: readonly Example[]): Weights {
  const weights: Weights = new Map();
  const steps = new Map<string, number>();
  const mean: Weights = new Map();
  const random = randomFrom(7);
  const nudge = (name: string, slope: number) => {
    const sum = (steps.get(name) ?? 0.1) + slope * slope;
    steps.set(name, sum);
    weights.set(name, (weights.get(name) ?? 0) - (rate * slope) / Math.sqrt(sum));
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = examples.map((example) => ({ example, at: random() })).toSorted((a, b) => a.at - b.at);
    for (const { example } of order) step(example, weights, nudge);
    if (epoch >= epochs / 2)
      for (const [name, value] of weights) mean.set(name, (mean.get(name) ?? 0) + (2 * value) / epochs);
  }
  return mean;
}

function step({ choices, right }: Example, weights: Weights, nudge: (name: string, slope: number) => void): void {
  const scores = choices.map((signs) =>
    [...signs].reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), 0),
  );
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const all = shares.reduce((a, b) => a + b, 0);
  for (const [i, signs] of choices.entries()) {
    const slope = (shares[i] ?? 0) / all - (i === right ? 1 : 0);
    if (Math.abs(slope) < 1e-3) continue;
    for (const [name, value] of signs) nudge(name, slope * value + pull * (weights.get(name) ?? 0));
  }
}

/** Learns in rounds: first with all that came before known, then with what the last weights made of it as well. */
export function learnInRounds(beginnings: readonly GoldBeginning[]): Weights {
  // Where the novel around it was read, the cast is that of a book, and weighs more.
  const gold = beginnings.flatMap((one) => (one.whole ? [one, one, one] : [one]));
  const all = gold.flatMap((one) => examplesOf(one, null));
  let weights = learn(all);
  for (let round = 0; round < rounds; round++) {
    all.push(...gold.flatMap((one) => examplesOf(one, weights)));
    weights = learn(all);
  }
  return weights;
}

const rounds = 2;
