import type { Sign } from "../src/core/story/speaker-signs.ts";
import type { Example } from "./speaker-gold.ts";

export type Weights = Map<string, number>;

/** What is believed of a sign before any gold is seen: rare ones keep it. All others are believed to be worth nothing. */
const believed: ReadonlyMap<string, number> = new Map([
  ["called", -3.5],
  ["gender unknown", -1.2],
  ["kin family", 1.5],
  ["kin elder married", 0.8],
]);
const pull = { plain: 0.1, believed: 0.4 };
const epochs = 16;
const batch = 8;
const rate = 0.05;

/** Exponentials of the scores of one turn, by the picks two turns before, one before, and its own. */
interface Table {
  sizes: number[];
  steps: Float64Array[];
  /** Where the pick is that of two turns before and not of the one before. */
  returns: Uint8Array[];
}

/** Signs as numbers: which, and how strong. */
interface Coded {
  ids: Int32Array;
  values: Float64Array;
}

/** An example whose signs are numbers, with the picks that are right. */
interface CodedExample {
  example: Example;
  own: Coded[][];
  pairs: Coded[][][];
  returns: Coded[];
}

/** Numbers for the names of signs, in the order in which they are met. */
class Names {
  readonly all: string[] = [];
  readonly #ids = new Map<string, number>();
  idOf(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    this.#ids.set(name, this.all.length);
    return this.all.push(name) - 1;
  }
  code(signs: readonly Sign[]): Coded {
    return {
      ids: Int32Array.from(signs, ([name]) => this.idOf(name)),
      values: Float64Array.from(signs, ([, value]) => value),
    };
  }
  codeOf(example: Example): CodedExample {
    return {
      example,
      own: example.own.map((picks) => picks.map((signs) => this.code(signs))),
      pairs: example.pairs.map((lasts) => lasts.map((picks) => picks.map((signs) => this.code(signs)))),
      returns: example.returns.map((signs) => this.code(signs)),
    };
  }
}

function points(weights: Float64Array, { ids, values }: Coded): number {
  let sum = 0;
  for (let k = 0; k < ids.length; k++) sum += (weights[ids[k] ?? 0] ?? 0) * (values[k] ?? 0);
  return sum;
}

const noSigns: Coded = { ids: new Int32Array(), values: new Float64Array() };

function tableOf({ example, own, pairs, returns: signs }: CodedExample, weights: Float64Array): Table {
  const { choices } = example;
  const sizes = choices.map(({ length }) => length);
  const table: Table = { sizes, steps: [], returns: [] };
  for (const [i, size] of sizes.entries()) {
    const [seconds, lasts] = [sizes[i - 2] ?? 1, sizes[i - 1] ?? 1];
    const step = new Float64Array(seconds * lasts * size);
    const back = new Uint8Array(step.length);
    const alone = (own[i] ?? []).map((each) => points(weights, each));
    const links = (pairs[i] ?? []).map((picks) => picks.map((each) => points(weights, each)));
    const bonus = points(weights, signs[i] ?? noSigns);
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

/** Exponentials of the scores of each turn; the largest is 1. */
const stepsOf = ({ steps }: Table): Float64Array[] =>
  steps.map((step) => {
    let most = -Infinity;
    for (const score of step) most = Math.max(most, score);
    return step.map((score) => Math.exp(score - most));
  });

/** The ways that are right: those through other picks count for nothing. */
const rightOf = ({ sizes }: Table, steps: readonly Float64Array[], right: Example["right"]): Float64Array[] =>
  steps.map((step, i) => {
    const allowed = right[i] ?? [];
    const size = sizes[i] ?? 1;
    return allowed.length === 0 ? step : step.map((weight, k) => (allowed.includes(k % size) ? weight : 0));
  });

/** The chance of every triple of picks of each turn, over all ways through the talk. */
function triples({ sizes }: Table, weights: readonly Float64Array[]): Float64Array[] {
  const ways: Float64Array[] = [];
  for (const [i, step] of weights.entries()) {
    const size = sizes[i] ?? 1;
    const pair = (sizes[i - 1] ?? 1) * size;
    const sums = new Float64Array(pair);
    const last = ways[i - 1];
    for (let k = 0; k < step.length; k++)
      sums[k % pair] = (sums[k % pair] ?? 0) + (step[k] ?? 0) * (last?.[Math.floor(k / size)] ?? 1);
    ways.push(shares(sums));
  }
  const found: Float64Array[] = [];
  let ahead: Float64Array | null = null;
  for (let i = weights.length - 1; i >= 0; i--) {
    const size = sizes[i] ?? 1;
    const pair = (sizes[i - 1] ?? 1) * size;
    const before = new Float64Array((sizes[i - 2] ?? 1) * (sizes[i - 1] ?? 1));
    const step = weights[i] ?? new Float64Array();
    const chance = new Float64Array(step.length);
    for (let k = 0; k < step.length; k++) {
      const onward = (step[k] ?? 0) * (ahead?.[k % pair] ?? 1);
      const from = Math.floor(k / size);
      before[from] = (before[from] ?? 0) + onward;
      chance[k] = onward * (ways[i - 1]?.[from] ?? 1);
    }
    found.unshift(shares(chance));
    ahead = shares(before);
  }
  return found;
}

function shares(sums: Float64Array): Float64Array {
  let all = 0;
  for (const one of sums) all += one;
  return all > 0 ? sums.map((one) => one / all) : sums;
}

/** Adds what the signs of an example would have to gain: how often they stand on right ways, less how often on all. */
function learn(coded: CodedExample, weights: Float64Array, gain: Float64Array): void {
  const table = tableOf(coded, weights);
  const steps = stepsOf(table);
  const [tied, free] = [triples(table, rightOf(table, steps, coded.example.right)), triples(table, steps)];
  const add = ({ ids, values }: Coded = noSigns, share: number) => {
    if (Math.abs(share) < 1e-6) return;
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k] ?? 0;
      gain[id] = (gain[id] ?? 0) + share * (values[k] ?? 0);
    }
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
    if (size > 1) for (const [pick, share] of own.entries()) add(coded.own[i]?.[pick], share);
    if (i > 0) for (const [k, share] of links.entries()) add(coded.pairs[i]?.[Math.floor(k / size)]?.[k % size], share);
    add(coded.returns[i], back);
  }
}

/** Finds the weights under which the right speakers are likeliest (a conditional random field, by Adam). Same examples, same weights. */
export function train(examples: readonly Example[]): Weights {
  const names = new Names();
  for (const name of believed.keys()) names.idOf(name);
  const useful = examples
    .filter(({ right, choices }) =>
      right.some((picks, i) => picks !== null && picks.length > 0 && (choices[i]?.length ?? 0) > 1),
    )
    .map((example) => names.codeOf(example));
  const beliefs = Float64Array.from(names.all, (name) => believed.get(name) ?? 0);
  const pulls = names.all.map((name) => (believed.has(name) ? pull.believed : pull.plain));
  const weights = beliefs.slice();
  const [mean, spread] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  const all = Math.ceil(useful.length / batch) * epochs;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(useful, epoch);
    for (let from = 0; from < order.length; from += batch) {
      const gain = new Float64Array(weights.length);
      for (const coded of order.slice(from, from + batch)) learn(coded, weights, gain);
      step += 1;
      const pace = rate * (1 - (0.9 * step) / all);
      for (const [id, weight] of weights.entries()) {
        const slope = (gain[id] ?? 0) - (pulls[id] ?? 0) * (weight - (beliefs[id] ?? 0));
        const average = 0.9 * (mean[id] ?? 0) + 0.1 * slope;
        const square = 0.99 * (spread[id] ?? 0) + 0.01 * slope * slope;
        mean[id] = average;
        spread[id] = square;
        weights[id] = weight + (pace * average) / (1 - 0.9 ** step) / (Math.sqrt(square / (1 - 0.99 ** step)) + 1e-6);
      }
    }
  }
  return new Map(names.all.map((name, id) => [name, weights[id] ?? 0]));
}

function shuffled<T>(all: readonly T[], seed: number): T[] {
  let state = seed + 1;
  const keyed = all.map((one) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return { one, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}

/** The chance of every choice of each turn. */
function chancesOf(example: Example, weights: Weights): number[][] {
  const names = new Names();
  const coded = names.codeOf(example);
  const table = tableOf(
    coded,
    Float64Array.from(names.all, (name) => weights.get(name) ?? 0),
  );
  return triples(table, stepsOf(table)).map((chances, i) => {
    const size = table.sizes[i] ?? 1;
    const own = Array.from({ length: size }, () => 0);
    for (const [k, chance] of chances.entries()) own[k % size] = (own[k % size] ?? 0) + chance;
    return own;
  });
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
  return chancesOf(example, weights).flatMap((own, i): Pick[] => {
    const quotes = example.quotes[i] ?? 0;
    if (quotes === 0) return [];
    const named = [...own.keys()].filter((pick) => example.choices[i]?.[pick] !== null);
    const best = named.sort((a, b) => (own[b] ?? 0) - (own[a] ?? 0))[0];
    const right = best !== undefined && example.right[i]?.includes(best) === true;
    return [{ quotes, tagged: example.tagged[i] === true, chance: best === undefined ? 0 : (own[best] ?? 0), right }];
  });
}
