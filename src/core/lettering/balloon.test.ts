import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point } from "../geometry/geometry.ts";
import { contains } from "../geometry/geometry.ts";
import { balloonOutline } from "./balloon.ts";

type Kind = Parameters<typeof balloonOutline>[0];
const drawn: Kind[] = [
  "speech",
  "whisper",
  "off-panel",
  "thought",
  "shout",
  "sung",
  "broadcast",
  "narration",
  "letter",
];

/** A path as a fine polygon: M, L, Q, C and Z in absolute coordinates. */
function flattened(path: string): Point[] {
  const points: Point[] = [];
  for (const [, type, numbers] of path.matchAll(/([MLQC])([^MLQCZ]*)/g)) {
    const values = (numbers ?? "").split(/[ ,]/).map(Number);
    const given: Point[] = [];
    for (let i = 0; i + 1 < values.length; i += 2) given.push({ x: values[i] ?? NaN, y: values[i + 1] ?? NaN });
    if (type === "M" || type === "L") points.push(...given);
    else points.push(...curve([points.at(-1) ?? { x: NaN, y: NaN }, ...given]));
  }
  return points;
}

/** De Casteljau at sixteen steps. */
function curve(controls: Point[]): Point[] {
  return Array.from({ length: 16 }, (_, i) => {
    const t = (i + 1) / 16;
    let row = controls;
    while (row.length > 1)
      row = row.slice(1).map((b, k) => {
        const a = row[k] ?? b;
        return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
      });
    return row[0] ?? { x: NaN, y: NaN };
  });
}

const centre = { x: 300, y: 200 };
const radii = fc.record({ x: fc.integer({ min: 34, max: 260 }), y: fc.integer({ min: 26, max: 220 }) });

describe("balloons", () => {
  it("[L7] without a tail they stay inside the box of their radii, so that layout can rely on it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...drawn), radii, fc.integer(), (kind, { x, y }, seed) => {
        const { outline } = balloonOutline(kind, centre, x, y, null, seed);
        for (const point of flattened(outline)) {
          expect(Math.abs(point.x - centre.x)).toBeLessThanOrEqual(x + 0.6);
          expect(Math.abs(point.y - centre.y)).toBeLessThanOrEqual(y + 0.6);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it("[L6] a tail ends at the mouth and leaves from the body as one outline", () => {
    for (const kind of ["speech", "whisper", "off-panel", "shout", "sung", "broadcast"] as const)
      for (let turn = 0; turn < 24; turn++) {
        const angle = (turn / 24) * 2 * Math.PI;
        const tip = { x: centre.x + Math.cos(angle) * 190, y: centre.y + Math.sin(angle) * 150 };
        const { outline } = balloonOutline(kind, centre, 110, 70, tip, turn);
        expect(outline.match(/M/g)).toHaveLength(1);
        const near = flattened(outline).map((p) => Math.hypot(p.x - tip.x, p.y - tip.y));
        expect(Math.min(...near)).toBeLessThan(0.1);
      }
  });

  it("[L6] a speech tail leaves near the middle of the side that faces the mouth, about twenty units wide", () => {
    const tip = { x: centre.x + 95, y: centre.y + 130 };
    const plain = flattened(balloonOutline("speech", centre, 120, 70, null, 5).outline);
    const tailed = flattened(balloonOutline("speech", centre, 120, 70, tip, 5).outline);
    const root = tailed.filter((p) => !plain.some((q) => Math.hypot(p.x - q.x, p.y - q.y) < 6));
    const middle = root.filter((p) => p.y < centre.y + 82).map((p) => p.x - centre.x);
    expect(Math.min(...middle)).toBeGreaterThan(20);
    expect(Math.max(...middle)).toBeLessThan(95);
  });

  it("[L6] nothing points at a mouth that the balloon itself covers", () => {
    const inside = { x: centre.x + 20, y: centre.y + 10 };
    for (const kind of ["speech", "shout", "thought"] as const) {
      const { outline, extra } = balloonOutline(kind, centre, 110, 70, inside, 3);
      expect(outline).toBe(balloonOutline(kind, centre, 110, 70, null, 3).outline);
      expect(extra).toBeNull();
    }
  });

  it("[L6] a thought has bubbles outside its cloud that grow smaller towards the thinker", () => {
    const tip = { x: centre.x + 60, y: centre.y + 190 };
    const { outline, extra } = balloonOutline("thought", centre, 120, 80, tip, 9);
    const cloud = flattened(outline);
    const bubbles = (extra ?? "")
      .split("M")
      .filter((part) => part !== "")
      .map((part) => flattened(`M${part}`));
    expect(bubbles.length).toBeGreaterThanOrEqual(2);
    const widths = bubbles.map((points) => Math.max(...points.map((p) => p.x)) - Math.min(...points.map((p) => p.x)));
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    for (const point of bubbles.flat()) expect(contains(cloud, point)).toBe(false);
  });

  it("[L6] two of one voice are joined by a neck that stays open into the balloon before", () => {
    for (let turn = 0; turn < 24; turn++) {
      const angle = (turn / 24) * 2 * Math.PI;
      const before = {
        centre: { x: centre.x + Math.cos(angle) * 260, y: centre.y + Math.sin(angle) * 190 },
        radiusX: 120,
        radiusY: 80,
      };
      const { outline } = balloonOutline("speech", centre, 110, 70, null, turn, before);
      expect(outline.match(/M/g)).toHaveLength(1);
      expect(outline).not.toContain("Z");
      const rim = flattened(balloonOutline("speech", before.centre, 120, 80, null, 1).outline);
      const [start, end] = [flattened(outline).at(0), flattened(outline).at(-1)];
      for (const point of [start, end]) expect(point && contains(rim, point)).toBe(true);
      const reach = Math.hypot((start?.x ?? 0) - before.centre.x, (start?.y ?? 0) - before.centre.y);
      expect(reach).toBeGreaterThan(60);
    }
  });

  it("[L6] two that stand close grow together: the way between them is wider than any neck", () => {
    const way = (distance: number): number => {
      const before = { centre: { x: centre.x, y: centre.y - distance }, radiusX: 120, radiusY: 80 };
      const points = flattened(balloonOutline("speech", centre, 110, 70, null, 1, before).outline);
      return Math.abs((points.at(0)?.x ?? 0) - (points.at(-1)?.x ?? 0));
    };
    expect(way(190)).toBeLessThan(30);
    expect(way(158)).toBeGreaterThan(55);
  });

  it("[L6] what is sung swings around its words, and a voice out of a machine has straight teeth and a flash for a tail", () => {
    const tip = { x: centre.x - 60, y: centre.y + 150 };
    const song = balloonOutline("sung", centre, 120, 80, tip, 3).outline;
    const distances = flattened(song).map((p) => Math.hypot((p.x - centre.x) / 120, (p.y - centre.y) / 80));
    const peaks = distances.filter((d, i) => d > (distances[i - 1] ?? Infinity) && d >= (distances[i + 1] ?? Infinity));
    expect(peaks.length).toBeGreaterThan(8);
    const machine = balloonOutline("broadcast", centre, 120, 80, tip, 3).outline;
    expect(machine).not.toMatch(/[CQ]/);
    expect(machine.match(/L/g)?.length).toBeGreaterThan(40);
  });

  it("[L6] a whisper has the shape of speech; a shout has spikes; a letter is torn", () => {
    const outlines = drawn.map((kind) => balloonOutline(kind, centre, 110, 70, null, 3).outline);
    expect(outlines[1]).toBe(outlines[0]);
    expect(new Set(outlines).size).toBe(drawn.length - 2);
  });

  it("[T3] the seed alone makes the hand's irregularity", () => {
    for (const kind of ["speech", "thought", "shout", "letter"] as const) {
      const one = balloonOutline(kind, centre, 110, 70, null, 3).outline;
      expect(balloonOutline(kind, centre, 110, 70, null, 3).outline).toBe(one);
      expect(balloonOutline(kind, centre, 110, 70, null, 4).outline).not.toBe(one);
    }
  });
});
