import { describe, expect, it } from "vitest";
import { type Lattice, posteriors } from "./posteriors.ts";

/** Every way through a small lattice, weighed one by one. */
function counted({ sizes, own, after }: Lattice): number[][] {
  const sums = sizes.map((size) => Array.from({ length: size }, () => 0));
  let all = 0;
  const walk = (picks: number[], score: number): void => {
    const turn = picks.length;
    if (turn === sizes.length) {
      all += Math.exp(score);
      for (const [i, pick] of picks.entries()) {
        const row = sums[i];
        if (row) row[pick] = (row[pick] ?? 0) + Math.exp(score);
      }
      return;
    }
    for (let pick = 0; pick < (sizes[turn] ?? 0); pick++)
      walk([...picks, pick], score + own(turn, pick) + after(turn, pick, picks[turn - 1] ?? -1, picks[turn - 2] ?? -1));
  };
  walk([], 0);
  return sums.map((row) => row.map((sum) => sum / all));
}

describe("posteriors", () => {
  const own = (turn: number, pick: number) => Math.sin(turn * 3 + pick * 5);
  const after = (turn: number, pick: number, last: number, second: number) =>
    (pick === last ? -1.5 : 0) + (pick === second ? 1.2 : 0) + Math.cos(turn + pick * 2 + last);

  it.each([[[2]], [[3, 2]], [[2, 3, 1, 4]], [[3, 3, 3, 3, 3]]])(
    "are what counting every way gives, for %j",
    (sizes) => {
      const lattice = { sizes, own, after };
      const [fast, slow] = [posteriors(lattice), counted(lattice)];
      for (const [turn, row] of slow.entries())
        for (const [pick, chance] of row.entries()) expect(fast[turn]?.[pick]).toBeCloseTo(chance, 9);
    },
  );

  it("stay numbers where scores are far apart and the talk is long", () => {
    const sizes = Array.from({ length: 300 }, () => 4);
    const rows = posteriors({ sizes, own: (_, pick) => pick * 40, after });
    for (const row of rows) expect(row.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
  });

  it("of nobody are none", () => {
    expect(posteriors({ sizes: [], own, after })).toEqual([]);
  });
});
