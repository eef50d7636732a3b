import { shapesOf } from "../../../../test/path-shapes.ts";
import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import { contains } from "../../geometry/geometry.ts";
import type { ModelSheet } from "../artist.ts";
import { drawBeard } from "./beards.ts";
import { expressions } from "./expressions.ts";
import { type HeadView, headView } from "./head-view.ts";
import { onScalp } from "./skull.ts";

const viewOf = (sheet: Partial<ModelSheet>, yaw: number): HeadView =>
  headView(
    { x: 0, y: 0, size: 100, yaw, pitch: 0, tilt: 0 },
    { ...plainMan, ...sheet },
    expressions.neutral,
    false,
    "t",
  );

describe("beards", () => {
  it("[D9] grow on cheek and jaw: in profile they run from the chin up to the ear", () => {
    for (const beard of ["beard", "full-beard"] as const)
      for (const yaw of [-90, -60, 60, 90]) {
        const view = viewOf({ beard }, yaw);
        const shapes = shapesOf(drawBeard(view));
        const near = yaw > 0 ? -1 : 1;
        for (const [degrees, y] of [
          [20, 0.44],
          [50, 0.36],
          [74, 0.26],
          [86, 0.12],
        ] as const) {
          const spot = view.sight.see(onScalp(view.skull, near * degrees, y, 0.01));
          expect(
            shapes.some((shape) => contains(shape, spot)),
            `${beard} ${yaw} ${degrees}`,
          ).toBe(true);
        }
      }
  });

  it("leave the lips free, whatever the beard", () => {
    for (const beard of ["beard", "full-beard", "moustache"] as const)
      for (let seed = 0; seed < 64; seed += 16)
        for (const yaw of [-36, 0, 36]) {
          const view = viewOf({ beard, seed }, yaw);
          const mouth = view.skin(0, view.skull.mouthLine + 0.012);
          expect(shapesOf(drawBeard(view)).some((shape) => contains(shape, mouth))).toBe(false);
        }
  });

  it("[D9] draw one moustache on a face turned to either side, and inside the far cheek on a turned face", () => {
    for (let seed = 0; seed < 64; seed += 16) {
      const across = (yaw: number): number[] =>
        shapesOf(drawBeard(viewOf({ beard: "moustache", seed }, yaw)))
          .flat()
          .map(({ x }) => x);
      expect(Math.abs(Math.max(...across(20)) + Math.min(...across(-20)))).toBeLessThan(1);
      expect(Math.abs(Math.min(...across(20)) + Math.max(...across(-20)))).toBeLessThan(1);
      const turned = viewOf({ beard: "moustache", seed }, 45);
      const far = Math.max(...turned.outline.right.filter((p) => p.y > 25 && p.y < 36).map(({ x }) => x));
      for (const { x } of shapesOf(drawBeard(turned)).flat()) expect(x).toBeLessThan(far + 4.5);
    }
  });

  it("[D9] draw a light moustache hair by hair: closed in an outline it would be a second pair of lips", () => {
    for (const hairColour of ["grey", "fair", "white", "red"] as const)
      for (const yaw of [0, 36, 84])
        for (let seed = 0; seed < 64; seed += 16) {
          const svg = drawBeard(viewOf({ beard: "moustache", hairColour, seed }, yaw));
          expect(svg).not.toContain("stroke=");
          expect(shapesOf(svg).length).toBeGreaterThan(10);
        }
  });

  it("[D9] keep a moustache in sight from the side: it reaches from before the lip to the corner of the mouth", () => {
    for (let seed = 0; seed < 64; seed += 16) {
      const xs = shapesOf(drawBeard(viewOf({ beard: "moustache", seed }, 88)))
        .flat()
        .map(({ x }) => x);
      expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(11);
    }
  });

  it("give whiskers to those gentlemen whose cut has them, and to no boy", () => {
    expect(drawBeard(viewOf({ hairCut: 5 }, 40))).not.toBe("");
    expect(drawBeard(viewOf({ hairCut: 0 }, 40))).toBe("");
    for (let hairCut = 0; hairCut < 12; hairCut++) expect(drawBeard(viewOf({ hairCut, age: "child" }, 40))).toBe("");
  });
});
