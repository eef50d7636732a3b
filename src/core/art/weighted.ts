import type { Random } from "../geometry/random.ts";

/** How likely each choice is, against the others. */
export type Weights<T extends string> = Partial<Record<T, number>>;

/** One of the choices, by their weights. */
export function weighted<T extends string>(random: Random, weights: Weights<T>): T {
  // Object.keys gives string[]; the keys of a Partial<Record<T, …>> literal are T.
  const keys = Object.keys(weights) as T[];
  const total = keys.reduce((sum, key) => sum + (weights[key] ?? 0), 0);
  let left = random() * total;
  for (const key of keys) {
    left -= weights[key] ?? 0;
    if (left < 0) return key;
  }
  return random.pick(keys);
}
