import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { expectGolden } from "../../../../test/golden.ts";
import { plainMan } from "../../../../test/people.ts";
import { type Stature, beastStature, gaitOfPose } from "../../page/stature.ts";
import { type Head, type StagedFigure, mouthOf } from "../../page/page.ts";
import type { Emotion, Pose } from "../../script/script.ts";
import type { ModelSheet } from "../artist.ts";
import { expressions } from "../people/expressions.ts";
import { toneDefs } from "../tone.ts";
import { beastFooting, drawBeast } from "./draw-beast.ts";
import { type BeastSpecies, headPlans } from "./beast-heads-data.ts";

// The keys of the table are the species.
const kinds = Object.keys(headPlans) as BeastSpecies[];
/** One pose for every gait. */
const everyGait: Pose[] = ["stand", "walk", "run", "sit", "crouch", "lie", "reach"];
// The table is keyed by Emotion.
const allEmotions = Object.keys(expressions) as Emotion[];

const bare = (species: BeastSpecies, change: Partial<ModelSheet> = {}): ModelSheet => ({
  ...plainMan,
  species,
  hairColour: "red",
  costume: "none",
  ...change,
});
const view = {
  bounds: { x: 0, y: 0, width: 400, height: 300 },
  shot: "full",
  night: false,
  seed: 1,
  prefix: "t",
} as const;

type Staging = Partial<StagedFigure> & { yaw?: number; size?: number; at?: { x: number; y: number } };

const figure = ({ yaw = 40, size = 40, at = { x: 240, y: 120 }, ...change }: Staging = {}): StagedFigure => ({
  person: "n1",
  head: { ...at, size, yaw, pitch: 0, tilt: 0 },
  emotion: "neutral",
  pose: "stand",
  speaks: false,
  silhouette: false,
  holds: null,
  ...change,
});
const draw = (species: BeastSpecies, change: Staging = {}, sheet: Partial<ModelSheet> = {}): string =>
  drawBeast(figure(change), bare(species, sheet), species, view);

const pageOf = (svg: string, width = 400, height = 300): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${toneDefs()}</defs><rect width="${width}" height="${height}" fill="#fff"/>${svg}</svg>`;

function inkOf(svg: string, width = 400, height = 300): (x: number, y: number) => boolean {
  const { pixels } = new Resvg(pageOf(svg, width, height)).render();
  return (x, y) => (pixels[(y * width + x) * 4] ?? 255) < 128;
}

function lowestInk(svg: string): number {
  const ink = inkOf(svg);
  for (let y = 299; y >= 0; y--) for (let x = 0; x < 400; x++) if (ink(x, y)) return y;
  return -1;
}

describe("beasts", () => {
  it("[D9] turn the other way where the frame would cut off their noses", () => {
    const near = { ...view, shot: "close" } as const;
    const noseAt = (x: number, yaw: number, side: 1 | -1): boolean => {
      const ink = inkOf(drawBeast(figure({ size: 100, yaw, at: { x, y: 120 } }), bare("dog"), "dog", near));
      const rows = Array.from({ length: 34 }, (_, i) => 112 + i);
      return rows.some((y) => ink(x + side * 72, y));
    };
    expect([noseAt(330, 20, 1), noseAt(330, 20, -1)]).toEqual([false, true]);
    expect([noseAt(200, 20, 1), noseAt(200, 20, -1)]).toEqual([true, false]);
  });

  it("[D9] draws every kind in every gait from every side without a broken number", () => {
    expect(new Set(everyGait.map((pose) => gaitOfPose(pose, false))).size).toBe(everyGait.length);
    for (const species of kinds)
      for (const pose of everyGait)
        for (const yaw of [-150, 50])
          expect(draw(species, { pose, yaw, size: 24 }), `${species} ${pose}`).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("[D3] tells the kinds apart by their silhouettes", () => {
    const shapes = kinds.map((species) => draw(species, { silhouette: true }));
    expect(new Set(shapes).size).toBe(kinds.length);
  });

  it("[D2] stands on the ground that the page stages it on, on all fours, sitting and upright", () => {
    const staged = (species: BeastSpecies, pose: Pose, costume: ModelSheet["costume"]): number => {
      const stature: Stature = beastStature(species, costume !== "none");
      const ground = stature.beast?.grounds[pose] ?? 0;
      const at = { x: 240, y: 270 - ground * 40 };
      return lowestInk(draw(species, { pose, at }, { costume })) - 270;
    };
    for (const species of kinds.filter((each) => each !== "fish"))
      for (const pose of ["stand", "sit"] as const)
        expect(Math.abs(staged(species, pose, "none")), `${species} ${pose}`).toBeLessThan(8);
    for (const species of ["fox", "rabbit", "frog", "cat"] as const)
      expect(Math.abs(staged(species, "stand", "waistcoat")), species).toBeLessThan(8);
  });

  it("[D2] finds its footing where its paws are", () => {
    const { ground, soles } = beastFooting(figure({ yaw: 90 }), bare("fox"), "fox", view);
    expect(ground).toBeCloseTo(120 + beastStature("fox", false).ground * 40);
    expect(soles.every(({ x }) => x < 240)).toBe(true);
    expect(lowestInk(draw("fox", { yaw: 90 }))).toBeGreaterThan(ground - 8);
  });

  it("[D5] tells the feelings of a fox apart, silent and speaking", () => {
    const faces = allEmotions.flatMap((emotion) => [
      draw("fox", { emotion, size: 100 }),
      draw("fox", { emotion, speaks: true, size: 100 }),
    ]);
    expect(new Set(faces).size).toBeGreaterThanOrEqual(35);
  });

  it("[L6] opens its mouth where the tails of balloons point", () => {
    for (const species of ["fox", "dog", "cat", "bear", "rabbit"] as const) {
      const head: Head = { x: 200, y: 150, size: 100, yaw: 35, pitch: 0, tilt: 0 };
      const said = draw(species, { at: head, yaw: 35, size: 100, speaks: true, emotion: "furious" });
      const ink = inkOf(said);
      const mouth = mouthOf(head);
      let black = 0;
      for (let dy = -22; dy <= 22; dy++)
        for (let dx = -26; dx <= 30; dx++) if (ink(Math.round(mouth.x + dx), Math.round(mouth.y + dy))) black++;
      expect(black, species).toBeGreaterThan(250);
    }
  });

  it("closes its eyes when it lies without a word, and opens them to speak", () => {
    expect(draw("fox", { pose: "lie", size: 60 })).not.toBe(draw("fox", { pose: "lie", size: 60, speaks: true }));
  });

  it("carries a fish in its mouth, and a watch in the paw of a dressed rabbit", () => {
    expect(draw("fox", { holds: "fish" })).not.toBe(draw("fox"));
    expect(draw("rabbit", { holds: "watch" }, { costume: "waistcoat" })).not.toBe(
      draw("rabbit", {}, { costume: "waistcoat" }),
    );
  });

  it("[D2] never paints a fox black by chance, but lets a white rabbit be white", () => {
    expect(draw("fox", {}, { hairColour: "black" })).toBe(draw("fox", {}, { hairColour: "red" }));
    expect(draw("rabbit", {}, { hairColour: "white" })).not.toBe(draw("rabbit", {}, { hairColour: "brown" }));
  });

  it("looks as it looked: a fox alone, a rabbit in a waistcoat, a cat that grins", () => {
    const shown = {
      fox: draw("fox", { yaw: -38, size: 62, at: { x: 130, y: 90 }, emotion: "sad" }),
      rabbit: draw("rabbit", { size: 56, at: { x: 200, y: 85 } }, { costume: "waistcoat", hairColour: "white" }),
      cat: draw(
        "cat",
        { pose: "sit", size: 90, at: { x: 200, y: 90 }, emotion: "smug" },
        { hairColour: "grey", name: "the Cheshire Cat" },
      ),
    };
    for (const [name, svg] of Object.entries(shown)) expectGolden(`beast-${name}`, pageOf(svg));
  });
});
