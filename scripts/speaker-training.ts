import type { Sign } from "../src/core/story/speaker-signs.ts";
import type { Example } from "./speaker-gold.ts";

export type Weights = Map<string, number>;

/** What is believed of a sign before any gold is seen: rare ones keep it. All others are believed to be worth nothing. */
const believed: ReadonlyMap<string, number> = new Map([
  ["called", -3.5],
  ["gender unknown", -1.2],
]);
const pull = { plain: 0.1, believed: 0.4 };
const epochs = 8;
const batch = 8;
const rate = 0.05;

/** Exponentials of the scores of one turn, by the picks two turns before, one before, and its own. */
interface Table {
  sizes: number[];
  steps: Float64Array[];
  /** Where the pick is that of two turns before and not of the one before. */
  returns: Uint8Array[];
}

const points = (weights: Weights, signs: readonly Sign[]) =>
  signs.reduce((sum, [name, value]) => sum + (weights.get(name) ?? 0) * value, 0);

function tableOf({ choices, own, pairs, returns: signs }: Example, weights: Weights): Table {
  const sizes = choices.map(({ length }) => length);
  const table: Table = { sizes, steps: [], returns: [] };
  for (const [i, size] of sizes.entries()) {
    const [seconds, lasts] = [sizes[i - 2] ?? 1, sizes[i - 1] ?? 1];
    const step = new Float64Array(seconds * lasts * size);
    const back = new Uint8Array(step.length);
    const alone = (own[i] ?? []).map((each) => points(weights, each));
    const links = (pairs[i] ?? []).map((picks) => picks.map((each) => points(weights, each)));
    const bonus = points(weights, signs[i] ?? []);
    for (let second = 0, k = 0; second < seconds; second++)
      for (let last = 0; last < lasts; last++)
        for (let pick = 0; pick < size; pick++, k++) {
          const who = choices[i]?.[pick] ?? null;
          const again = i > 1 && who !== null && who === choices[i - 2]?.[second] && who !== choices[i - 1]?.[last];
          back[k] = again ? 1 : 0;
          step[k] = (alone[pick] ?? 0) + (links[last]?.[pick] ?? 0) + (again ? bonus : 0);
        }
    table.steps.push(step);
    table.returns.push(back);
  }
  return table;
}

/** The chance of every triple of picks of each turn, over all ways through the talk, or over those that are right. */
function triples({ sizes, steps }: Table, right: Example["right"] | null): Float64Array[] {
  const weights = steps.map((step, i) => {
    const allowed = right?.[i] ?? null;
    const size = sizes[i] ?? 1;
    const fits = (k: number) => allowed === null || allowed.length === 0 || allowed.includes(k % size);
    const most = step.reduce((max, score, k) => (fits(k) ? Math.max(max, score) : max), -Infinity);
    return step.map((score, k) => (fits(k) ? Math.exp(score - most) : 0));
  });
  const ways: Float64Array[] = [];
  for (const [i, step] of weights.entries()) {
    const pair = (sizes[i - 1] ?? 1) * (sizes[i] ?? 1);
    const sums = new Float64Array(pair);
    for (const [k, weight] of step.entries())
      sums[k % pair] = (sums[k % pair] ?? 0) + weight * (ways[i - 1]?.[Math.floor(k / (sizes[i] ?? 1))] ?? 1);
    ways.push(shares(sums));
  }
  const found: Float64Array[] = [];
  let ahead: Float64Array | null = null;
  for (let i = weights.length - 1; i >= 0; i--) {
    const size = sizes[i] ?? 1;
    const pair = (sizes[i - 1] ?? 1) * size;
    const before = new Float64Array((sizes[i - 2] ?? 1) * (sizes[i - 1] ?? 1));
    const chance: Float64Array = (weights[i] ?? new Float64Array()).map((weight, k) => {
      const onward = weight * (ahead?.[k % pair] ?? 1);
      const from = Math.floor(k / size);
      before[from] = (before[from] ?? 0) + onward;
      return onward * (ways[i - 1]?.[from] ?? 1);
    });
    found.unshift(shares(chance));
    ahead = shares(before);
  }
  return found;
}

function shares(sums: Float64Array): Float64Array {
  const all = sums.reduce((sum, one) => sum + one, 0);
  return all > 0 ? sums.map((one) => one / all) : sums;
}

/** Adds what the signs of an example would have to gain: how often they stand on right ways, less how often on all. */
function learn(example: Example, weights: Weights, gain: Map<string, number>): void {
  const table = tableOf(example, weights);
  const [tied, free] = [triples(table, example.right), triples(table, null)];
  const add = (signs: readonly Sign[] | undefined, share: number) => {
    if (Math.abs(share) < 1e-6) return;
    for (const [name, value] of signs ?? []) gain.set(name, (gain.get(name) ?? 0) + share * value);
  };
  for (const [i, size] of table.sizes.entries()) {
    const pair = (table.sizes[i - 1] ?? 1) * size;
    const own = new Float64Array(size);
    const links = new Float64Array(pair);
    let back = 0;
    for (const [k, chance] of (tied[i] ?? new Float64Array()).entries()) {
      const share = chance - (free[i]?.[k] ?? 0);
      own[k % size] = (own[k % size] ?? 0) + share;
      links[k % pair] = (links[k % pair] ?? 0) + share;
      if (table.returns[i]?.[k] === 1) back += share;
    }
    if (size > 1) for (const [pick, share] of own.entries()) add(example.own[i]?.[pick], share);
    if (i > 0)
      for (const [k, share] of links.entries()) add(example.pairs[i]?.[Math.floor(k / size)]?.[k % size], share);
    add(example.returns[i], back);
  }
}

/** Finds the weights under which the right speakers are likeliest (a conditional random field, by Adam). Same examples, same weights. */
export function train(examples: readonly Example[]): Weights {
  const useful = examples.filter(({ right, choices }) =>
    right.some((picks, i) => picks !== null && picks.length > 0 && (choices[i]?.length ?? 0) > 1),
  );
  const weights: Weights = new Map(believed);
  const [mean, spread] = [new Map<string, number>(), new Map<string, number>()];
  const all = Math.ceil(useful.length / batch) * epochs;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(useful, epoch);
    for (let from = 0; from < order.length; from += batch) {
      const gain = new Map<string, number>();
      for (const example of order.slice(from, from + batch)) learn(example, weights, gain);
      step += 1;
      const pace = rate * (1 - (0.9 * step) / all);
      for (const name of new Set([...weights.keys(), ...gain.keys()])) {
        const weight = weights.get(name) ?? 0;
        const belief = believed.get(name);
        const slope =
          (gain.get(name) ?? 0) - (belief === undefined ? pull.plain : pull.believed) * (weight - (belief ?? 0));
        const average = 0.9 * (mean.get(name) ?? 0) + 0.1 * slope;
        const square = 0.99 * (spread.get(name) ?? 0) + 0.01 * slope * slope;
        mean.set(name, average);
        spread.set(name, square);
        const stride = average / (1 - 0.9 ** step) / (Math.sqrt(square / (1 - 0.99 ** step)) + 1e-6);
        weights.set(name, weight + pace * stride);
      }
    }
  }
  return weights;
}

function shuffled<T>(all: readonly T[], seed: number): T[] {
  let state = seed + 1;
  const keyed = all.map((one) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return { one, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}

/** The pick of a turn, with its chance and whether it is right. */
export interface Pick {
  quotes: number;
  tagged: boolean;
  chance: number;
  right: boolean;
}

/** Who would be named for each labelled turn. */
export function picksOf(example: Example, weights: Weights): Pick[] {
  const table = tableOf(example, weights);
  return triples(table, null).flatMap((chances, i): Pick[] => {
    const quotes = example.quotes[i] ?? 0;
    if (quotes === 0) return [];
    const size = table.sizes[i] ?? 1;
    const own = new Float64Array(size);
    for (const [k, chance] of chances.entries()) own[k % size] = (own[k % size] ?? 0) + chance;
    const named = [...own.keys()].filter((pick) => example.choices[i]?.[pick] !== null);
    const best = named.sort((a, b) => (own[b] ?? 0) - (own[a] ?? 0))[0];
    const right = best !== undefined && example.right[i]?.includes(best) === true;
    return [{ quotes, tagged: example.tagged[i] === true, chance: best === undefined ? 0 : (own[best] ?? 0), right }];
  });
}
