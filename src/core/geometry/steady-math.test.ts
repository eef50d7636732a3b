import { describe, expect, it } from "vitest";
import { randomFrom } from "./random.ts";
import * as steady from "./steady-math.ts";

/** How far a value is from another, in parts of it; near 0 in parts of 1e-12. */
const distance = (a: number, b: number): number =>
  Object.is(a, b) ? 0 : Math.abs(a - b) / Math.max(Math.abs(b), 1e-12);

const { sin, cos, tan, asin, acos, atan, exp, log, log2, log10, cbrt, tanh } = steady;
const functions = { sin, cos, tan, asin, acos, atan, exp, log, log2, log10, cbrt, tanh };

const random = randomFrom("steady");
const ranges = {
  sin: [-200, 200],
  cos: [-200, 200],
  tan: [-20, 20],
  asin: [-1, 1],
  acos: [-1, 1],
  atan: [-50, 50],
  exp: [-50, 50],
  log: [1e-9, 1_000],
  log2: [1e-9, 1_000],
  log10: [1e-9, 1_000],
  cbrt: [-1_000, 1_000],
  tanh: [-30, 30],
} as const;
const names = Object.keys(ranges) as (keyof typeof ranges)[];
const edges = [0, -0, 1, -1, 2, 8, 0.25, 1_000, 1e-320, 1e300, Number.NaN, Infinity, -Infinity];

describe("functions that every engine rounds alike", () => {
  it.each(names)("%s is right to some units in the last place", (name) => {
    let worst = 0;
    for (let i = 0; i < 20_000; i++) {
      const [low, high] = ranges[name];
      const x = random.between(low, high);
      worst = Math.max(worst, distance(functions[name](x), Math[name](x)));
    }
    expect(worst).toBeLessThan(1e-14);
  });

  it.each(names.filter((name) => !["tan", "sin", "cos"].includes(name)))("%s knows its edges", (name) => {
    for (const x of edges) expect(distance(functions[name](x), Math[name](x)), `of ${x}`).toBeLessThan(1e-14);
  });

  it("powers have whole logarithms, and no turn none", () => {
    expect([1, 2, 1_024, 0.5].map(steady.log2)).toEqual([0, 1, 10, -1]);
    expect([1, 10, 1_000, 1e15].map(steady.log10)).toEqual([0, 1, 3, 15]);
    expect([steady.sin(0), steady.cos(0), steady.exp(0)]).toEqual([0, 1, 1]);
    expect([Infinity, Number.NaN].map(steady.sin)).toEqual([Number.NaN, Number.NaN]);
  });

  it("the angle of a direction is right in every quarter and on every axis", () => {
    const sides = [0, -0, 1, -1, 3.5, -0.2, Infinity, Number.NaN];
    for (const y of sides)
      for (const x of sides) expect(distance(steady.atan2(y, x), Math.atan2(y, x)), `${y}, ${x}`).toBeLessThan(1e-14);
  });
});
