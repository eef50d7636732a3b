import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import { expressions } from "./expressions.ts";
import { headView } from "./head-view.ts";
import { drawMouth } from "./mouth.ts";

const size = 200;

/** Breadth and height of the gap between the lips of a child that says a word, in head sizes. */
function gapOf(emotion: keyof typeof expressions): { wide: number; high: number } {
  const head = { x: 300, y: 300, size, yaw: 15, pitch: 0, tilt: 0 };
  const child = { ...plainMan, age: "child" } as const;
  const path = /d="([^"]+)"/.exec(drawMouth(headView(head, child, expressions[emotion], true, "t")))?.[1] ?? "";
  const numbers = (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  const span = (axis: 0 | 1): number => {
    const all = numbers.filter((_, i) => i % 2 === axis);
    return (Math.max(...all) - Math.min(...all)) / size;
  };
  return { wide: span(0), high: span(1) };
}

describe("mouths", () => {
  it("[D1] of children who speak are wider than high, and no dot", () => {
    for (const emotion of ["neutral", "sad", "calm"] as const) {
      const { wide, high } = gapOf(emotion);
      expect(wide, emotion).toBeGreaterThan(0.09);
      expect(high, emotion).toBeGreaterThan(0.03);
      expect(wide / high, emotion).toBeGreaterThan(1.5);
    }
  });
});
