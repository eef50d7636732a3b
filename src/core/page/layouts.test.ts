import { describe, expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import { areaOf, boundsOf, overlapArea } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import { nameOf, panelsOf, rowsFor } from "./grammar.ts";
import { type Layout, layoutsFor } from "./layouts.ts";
import type { MeasuredBeat } from "./measure-texts.ts";
import { readingOrder } from "./reading-order.ts";

/** Beats of one page whose texts are only areas. */
function beatsOf(seed: number): MeasuredBeat[] {
  const random = randomFrom(seed);
  const count = Math.floor(random.between(1, 8));
  return randomEpisode(seed, "en", 30)
    .beats.slice(2, 2 + count)
    .map((beat) => ({
      beat,
      texts: [],
      sounds: [],
      textArea: random.between(0, 45_000),
      minWidth: random.between(0, 300),
      faults: [],
    }));
}

const seeds = Array.from({ length: 300 }, (_, i) => i);

function bestOf(seed: number, before: string | null = null): Layout {
  const direction = seed % 2 === 0 ? "ltr" : "rtl";
  const [best] = layoutsFor(beatsOf(seed), {
    side: seed % 4 < 2 ? "left" : "right",
    direction,
    seed: `${seed}`,
    before,
  });
  if (!best) throw new Error("no layout");
  return best;
}

describe("the panel grammar", () => {
  it("[P3] knows many ways to spread panels over rows, all different and complete", () => {
    for (let panels = 1; panels <= 7; panels++) {
      const all = rowsFor(panels);
      expect(new Set(all.map(nameOf)).size).toBe(all.length);
      for (const rows of all) expect(rows.reduce((sum, row) => sum + panelsOf(row), 0)).toBe(panels);
    }
    expect(rowsFor(5).length).toBeGreaterThan(20);
  });
});

describe("layoutsFor", () => {
  it("[P4] gives layouts that are read as meant, on 300 random pages in both directions", () => {
    for (const seed of seeds) {
      const direction = seed % 2 === 0 ? "ltr" : "rtl";
      const layouts = layoutsFor(beatsOf(seed), { side: "left", direction, seed: `${seed}`, before: null });
      for (const { slots, name } of layouts.slice(0, 12)) {
        const order = readingOrder(
          slots.map(({ outline }) => outline),
          direction,
        );
        expect(order, `seed ${seed}, ${name}`).toEqual(slots.map((_, i) => i));
      }
    }
  });

  it("[P1] gives the most important beat the largest panel on nearly every page", () => {
    const kept = seeds.slice(0, 100).filter((seed) => bestOf(seed).foremost);
    expect(kept.length).toBeGreaterThan(95);
  });

  it("[P2] keeps panels apart", () => {
    for (const seed of seeds.slice(0, 60)) {
      const { slots } = bestOf(seed);
      const boxes = slots.map(({ outline, hidden }) => ({ box: boundsOf(outline), hidden }));
      boxes.forEach(({ box, hidden }, i) => {
        for (const { box: next } of boxes.slice(i + 1)) {
          const inset = hidden.some((rect) => overlapArea(rect, next) > 0);
          if (!inset)
            expect(overlapArea(box, next) / Math.min(areaOf(corners(box)), areaOf(corners(next)))).toBeLessThan(0.2);
        }
      });
    }
  });

  it("[P3] does not repeat the layout of the page before", () => {
    for (const seed of seeds.slice(0, 60)) {
      const { name, slots } = bestOf(seed);
      if (slots.length > 2) expect(bestOf(seed, name).name).not.toBe(name);
    }
  });

  it("[P5] starts a scene on a new row", () => {
    for (const seed of seeds.slice(0, 60)) {
      const beats = beatsOf(seed);
      const { slots } = bestOf(seed);
      beats.forEach(({ beat }, i) => {
        const [before, slot] = [slots[i - 1], slots[i]];
        if (beat.opensScene && before && slot)
          expect(boundsOf(slot.outline).y).toBeGreaterThan(
            boundsOf(before.outline).y + boundsOf(before.outline).height / 2,
          );
      });
    }
  });
});

function corners({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}
