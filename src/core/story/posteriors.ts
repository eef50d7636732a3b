import * as steady from "../geometry/steady-math.ts";
/** Scores of one conversation: what each choice of a turn is worth by itself, and after two others. */
export interface Lattice {
  /** Number of choices of each turn, at most 15. */
  sizes: readonly number[];
  own: (turn: number, pick: number) => number;
  /** `last` and `second` are the picks of the turn before and the one before that; -1 where there is none. */
  after: (turn: number, pick: number, last: number, second: number) => number;
}

/**
 * The chance of every choice of every turn over all ways through the conversation, each weighed by the exponential of
 * its score. Work is in proportion to turns × choices³.
 */
export function posteriors(lattice: Lattice): number[][] {
  const { sizes } = lattice;
  const steps = sizes.map((_, turn) => stepsOf(lattice, turn));
  const forward: Float64Array[] = [];
  for (const [turn, step] of steps.entries()) forward.push(ahead(lattice, turn, step, forward[turn - 1]));
  const chances: number[][] = [];
  let back: Float64Array = new Float64Array(width(sizes, sizes.length - 1) * (sizes.at(-1) ?? 0)).fill(1);
  for (let turn = sizes.length - 1; turn >= 0; turn--) {
    chances.unshift(marginal(sizes[turn] ?? 0, forward[turn] ?? back, back));
    const step = steps[turn];
    if (turn > 0 && step !== undefined) back = behind(lattice, turn, step, back);
  }
  return chances;
}

/** Choices of the turn before: one where there is none. */
const width = (sizes: readonly number[], turn: number) => sizes[turn - 1] ?? 1;

/** Exponentials of the scores of one turn, by second, last and pick; the largest is 1, so that nothing overflows. */
function stepsOf({ sizes, own, after }: Lattice, turn: number): Float64Array {
  const [seconds, lasts, picks] = [width(sizes, turn - 1), width(sizes, turn), sizes[turn] ?? 0];
  const step = new Float64Array(seconds * lasts * picks);
  let most = -Infinity;
  for (let second = 0, k = 0; second < seconds; second++)
    for (let last = 0; last < lasts; last++)
      for (let pick = 0; pick < picks; pick++, k++) {
        const score = own(turn, pick) + after(turn, pick, turn > 0 ? last : -1, turn > 1 ? second : -1);
        step[k] = score;
        most = Math.max(most, score);
      }
  for (let k = 0; k < step.length; k++) step[k] = steady.exp((step[k] ?? 0) - most);
  return step;
}

/** Weights of the pairs (last, pick) of a turn over all ways that lead there. */
function ahead({ sizes }: Lattice, turn: number, step: Float64Array, before: Float64Array | undefined): Float64Array {
  const [seconds, lasts, picks] = [width(sizes, turn - 1), width(sizes, turn), sizes[turn] ?? 0];
  const sums = new Float64Array(lasts * picks);
  for (let second = 0, k = 0; second < seconds; second++)
    for (let last = 0; last < lasts; last++) {
      const way = before?.[second * lasts + last] ?? 1;
      for (let pick = 0; pick < picks; pick++, k++)
        sums[last * picks + pick] = (sums[last * picks + pick] ?? 0) + way * (step[k] ?? 0);
    }
  return scaled(sums);
}

/** Weights of the pairs (second, last) before a turn over all ways that go on from there. */
function behind({ sizes }: Lattice, turn: number, step: Float64Array, next: Float64Array): Float64Array {
  const [seconds, lasts, picks] = [width(sizes, turn - 1), width(sizes, turn), sizes[turn] ?? 0];
  const sums = new Float64Array(seconds * lasts);
  for (let second = 0, k = 0; second < seconds; second++)
    for (let last = 0; last < lasts; last++)
      for (let pick = 0; pick < picks; pick++, k++)
        sums[second * lasts + last] =
          (sums[second * lasts + last] ?? 0) + (step[k] ?? 0) * (next[last * picks + pick] ?? 0);
  return scaled(sums);
}

function scaled(sums: Float64Array): Float64Array {
  let most = 0;
  for (const sum of sums) most = Math.max(most, sum);
  if (most > 0) for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) / most;
  return sums;
}

function marginal(picks: number, forward: Float64Array, back: Float64Array): number[] {
  const sums = Array.from({ length: picks }, () => 0);
  let all = 0;
  for (let k = 0; k < forward.length; k++) {
    const weight = (forward[k] ?? 0) * (back[k] ?? 0);
    sums[k % picks] = (sums[k % picks] ?? 0) + weight;
    all += weight;
  }
  return all > 0 ? sums.map((sum) => sum / all) : sums;
}
