import { describe, expect, it } from "vitest";
import type { Point } from "../../geometry/geometry.ts";
import { plainMan } from "../../../../test/people.ts";
import { expressions } from "./expressions.ts";
import { type HeadView, faceOf, headView } from "./head-view.ts";

const viewOf = (yaw: number, pitch = 0, sheet = plainMan): HeadView =>
  headView({ x: 0, y: 0, size: 100, yaw, pitch, tilt: 0 }, sheet, expressions.neutral, false, "t");

describe("the turn of a head", () => {
  it("[D9] is drawn as it is staged, but as nothing between half turned, profile and back, and never straight from the front; the face turns a little less", () => {
    for (let yaw = -180; yaw < 180; yaw += 2) {
      const [view, turn] = [viewOf(yaw), Math.abs(yaw)];
      if (turn === 30 || (turn >= 80 && turn <= 97) || turn >= 148) expect(view.yaw).toBe(yaw);
      const drawn = Math.abs(view.yaw);
      expect(drawn <= 40 || (drawn >= 80 && drawn <= 97) || drawn >= 148, `${yaw}`).toBe(true);
      expect(drawn, `${yaw}`).toBeGreaterThanOrEqual(22);
      expect(Math.abs(drawn - turn), `${yaw}`).toBeLessThanOrEqual(turn > 30 ? 27 : 22);
      expect(Math.sign(view.yaw)).toBe(yaw < 0 ? -1 : 1);
      const face = Math.abs(faceOf(view).yaw);
      expect(face, `${yaw}`).toBeLessThanOrEqual(drawn);
      expect(face, `${yaw}`).toBeGreaterThanOrEqual(drawn * (drawn >= 80 ? 1 : 0.73));
    }
    expect(viewOf(270).yaw).toBe(-90);
    expect(viewOf(-200).yaw).toBe(160);
  });

  it("[D9] keeps a child half turned where a grown head is a profile: both eyes and the round cheek are seen", () => {
    for (const yaw of [60, -84, 97, -110]) {
      const view = viewOf(yaw, 0, { ...plainMan, age: "child" });
      expect(Math.abs(view.yaw), `${yaw}`).toBeLessThanOrEqual(40);
      expect(Math.sign(view.yaw)).toBe(Math.sign(yaw));
    }
    expect(viewOf(160, 0, { ...plainMan, age: "child" }).yaw).toBe(160);
  });

  it("[D5] keeps a profile that laughs or cries out inside the calm one: the jaw swings back, and no muzzle comes forward", () => {
    for (const gender of ["male", "female"] as const)
      for (const age of ["adult", "old"] as const)
        for (const feeling of ["laughing", "furious", "shocked"] as const) {
          const sheet = { ...plainMan, gender, age };
          const head = { x: 0, y: 0, size: 100, yaw: 90, pitch: 0, tilt: 0 };
          const reach = (view: HeadView): number =>
            Math.max(...view.outline.right.filter((p) => p.y > 100 * view.skull.mouthLine).map((p) => p.x));
          const [calm, open] = [expressions.calm, expressions[feeling]].map((face, i) =>
            reach(headView(head, sheet, face, i === 1, "t")),
          );
          expect(open, `${gender} ${age} ${feeling}`).toBeLessThan((calm ?? 0) + 0.5);
        }
  });

  it("[D9] lets the nose break the outline from where the far eye goes behind it, and not before", () => {
    const tipBeyond = (yaw: number): number => {
      const { outline, skull } = viewOf(yaw);
      const at = (y: number): number => outline.right.find((p) => p.y > y * 100)?.x ?? Number.NaN;
      return at(skull.noseTip) - at(skull.noseTip - 0.15);
    };
    for (const yaw of [30, 42, 58]) expect(tipBeyond(yaw), `${yaw}`).toBeLessThan(1);
    for (const yaw of [72, 78, 90]) expect(tipBeyond(yaw), `${yaw}`).toBeGreaterThan(2);
  });

  it("[D9] leaves the far cheek its room: the middle of the mouth lies well inside a half turned face", () => {
    for (const gender of ["male", "female"] as const)
      for (const age of ["child", "adult", "old"] as const)
        for (let yaw = 30; yaw < 46; yaw += 4) {
          const view = faceOf(viewOf(yaw, 0, { ...plainMan, gender, age }));
          const at = (side: readonly Point[]): number =>
            side.find((p) => p.y > view.skull.mouthLine * 100)?.x ?? Number.NaN;
          const [near, far] = [at(view.outline.left), at(view.outline.right)];
          const share = (view.skin(0, view.skull.mouthLine).x - near) / (far - near);
          expect(share, `${gender} ${age} ${yaw}`).toBeGreaterThan(0.6);
          expect(share, `${gender} ${age} ${yaw}`).toBeLessThan(0.8);
        }
  });

  it("[D9] changes by small steps from the front to the profile: no point of the face jumps as the head turns and nods", () => {
    for (const [x, y] of [
      [0.1, 0.05],
      [-0.2, 0.05],
      [-0.12, 0.4],
    ] as const)
      for (let yaw = -55; yaw < 55; yaw += 5) {
        // From the front it goes over to the other side at once.
        if (yaw < 0 && yaw + 5 >= 0) continue;
        const [a, b] = [faceOf(viewOf(yaw, -15)).skin(x, y), faceOf(viewOf(yaw + 5, -15)).skin(x, y)];
        expect(Math.hypot(a.x - b.x, a.y - b.y), `${x} ${y} at ${yaw}`).toBeLessThan(6.5);
      }
  });

  it("[D9] makes of a nod in profile a turn on the page: the chin goes to the chest", () => {
    for (const side of [-1, 1]) {
      const [level, bowed] = [viewOf(side * 90), viewOf(side * 90, -20)];
      const chin = (view: HeadView): number => view.skin(0, 0.45).x * side;
      expect(chin(bowed)).toBeLessThan(chin(level) - 5);
    }
  });

  it("[D9] bows a face seen from before less than a profile: it would be all forehead", () => {
    expect(viewOf(30, -24).head.pitch).toBeGreaterThan(-24 * 0.5);
    expect(viewOf(30, -24).head.pitch).toBeLessThan(-24 * 0.4);
  });
});
