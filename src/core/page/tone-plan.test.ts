import { describe, expect, it } from "vitest";
import { randomFrom } from "../geometry/random.ts";
import type { Emotion } from "../script/script.ts";
import type { StagedFigure } from "./page.ts";
import { type Ground, planTones } from "./tone-plan.ts";

type Planned = Parameters<typeof planTones>[0][number];

const somebody = (emotion: Emotion): StagedFigure => ({
  person: "n1",
  head: { x: 0, y: 0, size: 100, yaw: 20, pitch: 0, tilt: 0 },
  emotion,
  pose: "stand",
  speaks: true,
  silhouette: false,
  holds: null,
});
const face = (emotion: Emotion, change: Partial<Planned> = {}): Planned => ({
  outline: [
    { x: 0, y: 0 },
    { x: 400, y: 0 },
    { x: 400, y: 300 },
    { x: 0, y: 300 },
  ],
  shot: "close",
  figures: [somebody(emotion)],
  opensScene: false,
  effect: null,
  place: "p1",
  time: "day",
  mood: null,
  ...change,
});
const plans = (panels: readonly Planned[]): Ground[][] =>
  Array.from({ length: 60 }, (_, seed) => planTones(panels, randomFrom(seed)).map(({ ground }) => ground));

describe("the tones of a page", () => {
  it("[D6] are planned so that two neighbours never burst together, and two panels of a page at most", () => {
    const furious = Array.from({ length: 6 }, () => face("furious"));
    for (const grounds of plans(furious)) {
      expect(grounds.filter((ground) => ground === "feeling")).toHaveLength(2);
      expect(grounds.some((ground, i) => ground === "feeling" && grounds[i + 1] === "feeling")).toBe(false);
    }
  });

  it("[D6] let lines of focus stand alone: the second of two neighbours goes without", () => {
    const cry = face("neutral", { effect: "focus" });
    for (let seed = 0; seed < 20; seed++)
      expect(planTones([cry, cry, cry], randomFrom(seed)).map(({ effect }) => effect)).toEqual([
        "focus",
        null,
        "focus",
      ]);
  });

  it("[D4] claim no place for whole figures where none is known", () => {
    for (const grounds of plans([face("calm", { shot: "full", place: null })])) expect(grounds).toEqual(["tone"]);
  });

  it("[P7] show the place of whole figures and of a new scene", () => {
    const panels = [
      face("furious", { opensScene: true }),
      face("sad", { shot: "full" }),
      face("sad", { shot: "wide" }),
    ];
    for (const grounds of plans(panels)) expect(grounds).toEqual(["place", "place", "place"]);
  });

  it("[D6] leave quiet pages white by day and never by night", () => {
    const white = (time: "day" | "night"): number =>
      plans(Array.from({ length: 5 }, () => face("neutral", { time })))
        .flat()
        .filter((ground) => ground === "paper").length;
    expect(white("day")).toBeGreaterThan(60);
    expect(white("night")).toBe(0);
  });

  it("[D6] do not repeat paper or tone from one face to the next where there is a place", () => {
    for (const grounds of plans(Array.from({ length: 6 }, () => face("neutral"))))
      grounds.forEach((ground, i) => ground !== "place" && expect(grounds[i + 1]).not.toBe(ground));
  });
});
