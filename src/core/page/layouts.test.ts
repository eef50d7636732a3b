import { describe, expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import { areaOf, boundsOf, overlapArea, type Polygon } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import { nameOf, panelsOf, rowsFor } from "./grammar.ts";
import { type Layout, layoutsFor } from "./layouts.ts";
import { isLively } from "./lively.ts";
import type { MeasuredBeat, MeasuredText } from "./measure-texts.ts";
import { pageSize } from "./page.ts";
import { readingOrder } from "./reading-order.ts";

/** Beats of one page whose texts are only areas. */
function beatsOf(seed: number): MeasuredBeat[] {
  const random = randomFrom(seed);
  const count = Math.floor(random.between(1, 8));
  return randomEpisode(seed, "en", 30)
    .beats.slice(2, 2 + count)
    .map((beat) => ({
      beat: {
        ...beat,
        time: seed % 3 === 0 ? "night" : "day",
        prop: beat.shot === "insert" ? "letter" : null,
        figures: beat.kind === "quiet" || beat.kind === "reaction" ? [] : beat.figures,
      },
      texts: [],
      sounds: [],
      textArea: random.between(0, 45_000),
      minWidth: random.between(0, 300),
      urgency: 1,
      vertical: false,
      faults: [],
    }));
}

const uprightText: MeasuredText = {
  text: { id: "t1", kind: "speech", speaker: null, runs: [], start: 0, end: 1 },
  kind: "speech",
  voice: null,
  shapes: [],
  usual: { block: { runs: [], lines: [], width: 80, height: 90, size: 25, vertical: true }, radiusX: 60, radiusY: 90 },
};

const seeds = Array.from({ length: 250 }, (_, i) => i);

/** Whether an edge runs neither across nor down. */
function isSlanted(outline: Polygon): boolean {
  return outline.some((a, i) => {
    const b = outline[(i + 1) % outline.length] ?? a;
    return Math.abs(a.x - b.x) > 1 && Math.abs(a.y - b.y) > 1;
  });
}

const directionOf = (seed: number) => (seed % 2 === 0 ? "ltr" : "rtl");

function layOut(seed: number, before: string | null): Layout[] {
  const side = seed % 4 < 2 ? "left" : "right";
  return layoutsFor(beatsOf(seed), { side, direction: directionOf(seed), paper: pageSize, seed: `${seed}`, before });
}

const made = new Map<number, Layout[]>();

/** The layouts of a random page, made once for all tests. */
function layoutsOf(seed: number): Layout[] {
  const layouts = made.get(seed) ?? layOut(seed, null);
  made.set(seed, layouts);
  return layouts;
}

function bestOf(seed: number): Layout {
  const [best] = layoutsOf(seed);
  if (!best) throw new Error("no layout");
  return best;
}

describe("the panel grammar", () => {
  it("[P3] knows many ways to spread panels over rows, all different and complete", () => {
    for (let panels = 1; panels <= 7; panels++) {
      const all = rowsFor(panels, () => true);
      expect(new Set(all.map(nameOf)).size).toBe(all.length);
      for (const rows of all) expect(rows.reduce((sum, row) => sum + panelsOf(row), 0)).toBe(panels);
    }
    expect(rowsFor(5, () => true).length).toBeGreaterThan(50);
  });
});

describe("layoutsFor", () => {
  it("[L4] gives none where a panel would have no room for its upright texts, if asked so", () => {
    const crowded = (textArea: number) =>
      beatsOf(5).map((measured) => ({
        ...measured,
        vertical: true,
        textArea,
        texts: [uprightText],
      }));
    const wish = { side: "left", direction: "rtl", paper: pageSize, seed: "1", before: null, roomy: true } as const;
    const count = crowded(0).length;
    expect(layoutsFor(crowded(40_000), wish).length).toBeGreaterThan(0);
    expect(layoutsFor(crowded(2_400_000 / count), wish)).toEqual([]);
    expect(layoutsFor(crowded(2_400_000 / count), { ...wish, roomy: false }).length).toBeGreaterThan(0);
  });

  it("[P3] lays a face into a place, and nothing over a picture that is its words", () => {
    const [first, second] = seeds
      .map(beatsOf)
      .filter(([, guest]) => guest?.beat.figures.length === 1)
      .flat();
    if (!first || !second) throw new Error("no beats");
    const told = { id: "t1", kind: "narration", speaker: null, runs: [], start: 0, end: 1 } as const;
    const laidOver = (scenery: "place" | "black"): boolean => {
      const wide = { shot: "wide", figures: [], prop: null, scenery, importance: 0.6 } as const;
      const host = { ...first, beat: { ...first.beat, ...wide, figures: [], texts: [{ ...told, runs: [] }] } };
      const guest: MeasuredBeat = {
        ...second,
        textArea: 9000,
        beat: { ...second.beat, shot: "close", importance: 0.5, opensScene: false },
      };
      const layouts = layoutsFor([host, guest], {
        side: "left",
        direction: "ltr",
        paper: pageSize,
        seed: "1",
        before: null,
      });
      return layouts.some(({ name }) => /[io]/.test(name));
    };
    expect(laidOver("place")).toBe(true);
    expect(laidOver("black")).toBe(false);
  });

  it("[P4] gives layouts that are read as meant, on two thousand random pages in both directions", () => {
    let count = 0;
    for (const seed of seeds) {
      const layouts = layoutsOf(seed);
      count += layouts.length;
      for (const { slots, name } of layouts) {
        const order = readingOrder(
          slots.map(({ outline }) => outline),
          directionOf(seed),
        );
        expect(order, `seed ${seed}, ${name}`).toEqual(slots.map((_, i) => i));
      }
    }
    expect(count).toBeGreaterThan(1900);
  }, 90_000);

  it("[P3] uses all of the grammar: stacks, piles, insets, overlaps, bleeds, panels without a frame, slants where there is action", () => {
    const pages = seeds.map((seed) => ({ ...bestOf(seed), beats: beatsOf(seed) }));
    for (const mark of ["s", "p", "i", "o"])
      expect(pages.filter(({ name }) => name.includes(mark)).length, mark).toBeGreaterThan(2);
    for (const frame of ["bleed", "none"])
      expect(pages.filter(({ slots }) => slots.some((slot) => slot.frame === frame)).length, frame).toBeGreaterThan(9);
    const slanted = pages.filter(({ slots }) => slots.some(({ outline }) => isSlanted(outline)));
    const share = (lively: boolean): number => {
      const such = ({ beats }: { beats: MeasuredBeat[] }) => lively === beats.some(({ beat }) => isLively(beat));
      return slanted.filter(such).length / pages.filter(such).length;
    };
    expect(share(true)).toBeGreaterThan(0.6);
    expect(share(false)).toBeLessThan(share(true) - 0.2);
  });

  it("[P3] keep the frame of a thing: without it, what the thing lies on would fade, and it would hang in the air", () => {
    let things = 0;
    for (const seed of seeds) {
      const beats = beatsOf(seed);
      bestOf(seed).slots.forEach(({ frame }, i) => {
        if (beats[i]?.beat.shot !== "insert") return;
        things++;
        expect(frame, `seed ${seed}`).not.toBe("none");
      });
    }
    expect(things).toBeGreaterThan(50);
  });

  it("[P3] lays insets and overlapping panels over the end of the panel before, which keeps most of its area", () => {
    for (const seed of seeds)
      for (const { slots } of layoutsOf(seed))
        slots.forEach(({ outline, hidden }, i) => {
          const [box] = hidden;
          if (!box) return;
          const [under, over] = [boundsOf(outline), boundsOf(slots[i + 1]?.outline ?? [])];
          expect(overlapArea(box, over)).toBeCloseTo(box.width * box.height, 3);
          expect(overlapArea(box, under)).toBeCloseTo(box.width * box.height, 3);
          expect((box.width * box.height) / areaOf(outline)).toBeLessThan(0.35);
          const [left, right] = [over.x - under.x, under.x + under.width - over.x - over.width];
          expect(directionOf(seed) === "ltr" ? left > right : right > left).toBe(true);
        });
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
      if (slots.length > 2) expect(layOut(seed, name)[0]?.name).not.toBe(name);
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
