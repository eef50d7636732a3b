import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { ModelSheet } from "../artist.ts";
import { expressions } from "./expressions.ts";
import { headView } from "./head-view.ts";
import { neckEdge } from "./neck.ts";
import { skeletonOf } from "./skeleton.ts";

const people: ModelSheet[] = (["adult", "child", "old"] as const).flatMap((age) =>
  (["male", "female"] as const).map((gender) => ({ ...plainMan, age, gender })),
);
const size = 100;

function neckOf(sheet: ModelSheet, yaw: number, pitch = 0, tilt = 0) {
  const head = { x: 0, y: 0, size, yaw, pitch, tilt };
  const plain = { emotion: "neutral", pose: "stand", speaks: false, silhouette: false, holds: null } as const;
  const figure: StagedFigure = { ...plain, person: "p", head };
  const body = skeletonOf(figure, sheet);
  const view = headView(head, sheet, expressions.neutral, false, "t");
  const edge = (side: 1 | -1): Point[] => neckEdge({ body, m: body.measures, size }, view, side);
  return { body, right: edge(1), left: edge(-1) };
}

describe("a neck", () => {
  it("[D9] goes into the collar in the middle of the shoulders and as wide as the body has it, however the head is held", () => {
    for (const sheet of people)
      for (const yaw of [0, 30, -84, 150, 180])
        for (const pitch of [-14, 12])
          for (const tilt of [-9, 9]) {
            const { body, right, left } = neckOf(sheet, yaw, pitch, tilt);
            const [a, b] = [left.at(-2), right.at(-2)];
            if (!a || !b) throw new Error("no neck");
            const { measures } = body;
            const middle = body.see(body.axis(measures.neck - 0.14));
            const name = `${sheet.age} ${sheet.gender} ${yaw} ${pitch} ${tilt}`;
            expect(Math.hypot(b.x - a.x, b.y - a.y) / size, name).toBeCloseTo(1.94 * measures.neckWide, 2);
            expect(Math.abs((a.x + b.x) / 2 - middle.x) / size, name).toBeLessThan(0.04);
          }
  });

  it("[D9] narrows from behind from under the ears in one hollow curve on both sides", () => {
    for (const sheet of people)
      for (const yaw of [150, 180, -160]) {
        const { right, left } = neckOf(sheet, yaw);
        for (const edge of [right, left]) {
          const out = edge
            .slice(0, -1)
            .map(({ x }) => Math.abs(x - ((right.at(-2)?.x ?? 0) + (left.at(-2)?.x ?? 0)) / 2));
          const steps = out.slice(1).map((x, i) => (out[i] ?? 0) - x);
          const name = `${sheet.age} ${sheet.gender} ${yaw}`;
          for (const step of steps) expect(step, name).toBeGreaterThan(-0.5);
          expect(steps[0], name).toBeGreaterThan(steps.at(-1) ?? 0);
        }
      }
  });

  it("[D9] of a profile begins at the back of the skull, without a step", () => {
    for (const sheet of people.filter(({ age }) => age !== "child")) {
      const { left } = neckOf(sheet, 84);
      const view = headView({ x: 0, y: 0, size, yaw: 84, pitch: 0, tilt: 0 }, sheet, expressions.neutral, false, "t");
      const [top] = left;
      const near = view.outline.left.map(({ x, y }) => Math.hypot(x - (top?.x ?? 0), y - (top?.y ?? 0)));
      expect(Math.min(...near)).toBeLessThan(1);
    }
  });

  it("[D9] of a woman stands under the ear of a half turned face, and widens towards it: no head on a stick", () => {
    const width = (gender: "male" | "female", yaw: number): { wide: number; middle: number } => {
      const { right, left, body } = neckOf({ ...plainMan, gender }, yaw);
      const [a, b] = [left[0]?.x ?? 0, right[0]?.x ?? 0];
      return { wide: (b - a) / size / body.measures.neckWide, middle: (a + b) / 2 / size };
    };
    for (const yaw of [30, 45]) {
      expect(width("female", yaw).wide, `${yaw}`).toBeGreaterThan(1.1 * width("male", yaw).wide);
      expect(width("female", yaw).middle, `${yaw}`).toBeLessThan(width("male", yaw).middle - 0.02);
      expect(width("female", -yaw).middle, `${-yaw}`).toBeGreaterThan(width("male", -yaw).middle + 0.02);
    }
  });
});
