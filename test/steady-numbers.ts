import * as steady from "../src/core/geometry/steady-math.ts";
import { randomFrom } from "../src/core/geometry/random.ts";

const { sin, cos, tan, asin, acos, atan, exp, log, log2, log10, cbrt, tanh, atan2 } = steady;
const functions = { sin, cos, tan, asin, acos, atan, exp, log, log2, log10, cbrt, tanh };

/** A digest of what each function of `steady-math.ts` gives for many numbers, bit by bit: the same in every engine. No names of Node here. */
export function steadyNumbers(): Record<string, string> {
  const random = randomFrom("engines");
  const values = Array.from({ length: 50_000 }, () => random.between(-20, 20));
  const of = (func: (x: number, at: number) => number): string => digest(Float64Array.from(values, func));
  const single = Object.entries(functions).map(([name, func]) => [
    name,
    of((x) => func(name === "asin" || name === "acos" ? x / 20 : name.startsWith("log") ? Math.abs(x) : x)),
  ]);
  return Object.fromEntries([...single, ["atan2", of((x, at) => atan2(x, values[at - 1] ?? 1))]]);
}

/** 32-bit FNV-1a over the words of numbers. */
function digest(numbers: Float64Array): string {
  let hash = 0x811c9dc5;
  for (const word of new Uint32Array(numbers.buffer)) hash = Math.imul(hash ^ word, 0x01000193);
  return (hash >>> 0).toString(16);
}
