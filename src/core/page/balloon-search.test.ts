import { expect, it } from "vitest";
import { randomFrom } from "../geometry/random.ts";
import type { BeatText } from "../script/script.ts";
import { addedPenalty, agrees, type Candidate } from "./arranged-balloons.ts";
import { type NextText, type Placement, withNext } from "./balloon-search.ts";
import type { Spot } from "./balloon-spots.ts";
import type { MeasuredText, Shape } from "./measure-texts.ts";

const block = { width: 0, height: 0, vertical: true, size: 20, lines: [], runs: [] };
const shape: Shape = { block, radiusX: 40, radiusY: 60 };
const text: BeatText = { id: "t", kind: "speech", speaker: "a", maybe: [], runs: [], start: 0, end: 0 };
const measured: MeasuredText = { text, kind: "speech", voice: null, shapes: [() => shape], usual: shape };

function spotsOf(seed: string, count: number): Spot[] {
  const random = randomFrom(seed);
  const spots = Array.from({ length: count }, (): Spot => {
    const centre = { x: random.between(0, 500), y: random.between(0, 400) };
    const box = { x: centre.x - 40, y: centre.y - 60, width: 80, height: 120 };
    return { shape, centre, box, penalty: random.between(0, 3), rank: 0, exits: null };
  });
  return spots.sort((a, b) => a.penalty - b.penalty).map((spot, i) => ({ ...spot, rank: 10 * i }));
}

/** Two tails at each place: one that costs nothing, and one that costs something. */
const candidatesAt = ({ centre, box, penalty }: Spot): Candidate[] =>
  [0.5, 0].map((more) => {
    const tail = { from: centre, to: { x: centre.x + 120 * (more - 0.25), y: centre.y + 90 } };
    return { text: measured, shape, centre, box, tail, joined: false, penalty: penalty + more };
  });

const nextOf = (seed: string, most: number): NextText => ({
  spots: spotsOf(seed, 160),
  most,
  limit: Infinity,
  direction: "rtl",
  kept: [],
  candidatesAt,
});

/** The same by looking at everything: the cheapest first, and nothing that ends near one that was taken. */
function byAll(ways: readonly Placement[], { spots, most, direction, kept }: NextText): Placement[] {
  const all = ways.flatMap((way) =>
    spots.flatMap(candidatesAt).flatMap((candidate) => {
      const added = agrees(candidate, way.placed, direction) ? addedPenalty(candidate, way.placed, kept) : null;
      return added === null ? [] : [{ placed: [...way.placed, candidate], penalty: way.penalty + added }];
    }),
  );
  const taken: Placement[] = [];
  const endOf = ({ placed }: Placement) => placed.at(-1)?.centre ?? { x: 0, y: 0 };
  for (const way of all.sort((a, b) => a.penalty - b.penalty)) {
    const isNew = taken.every((other) => {
      const [a, b] = [endOf(way), endOf(other)];
      return Math.hypot(a.x - b.x, a.y - b.y) >= 45;
    });
    if (isNew && taken.length < most) taken.push(way);
  }
  return taken;
}

it("[L7] the places that are looked at give the arrangements that all places would give", () => {
  for (const seed of ["1", "2", "3", "4", "5"]) {
    let ways: Placement[] = [{ placed: [], penalty: 0 }];
    for (const most of [10, 10, 1]) {
      const next = nextOf(`${seed} ${ways[0]?.placed.length}`, most);
      const found = withNext(ways, next);
      expect(found).toEqual(byAll(ways, next));
      expect(found.length).toBe(most);
      ways = found;
    }
  }
});
