import { describe, expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import { randomFrom } from "../geometry/random.ts";
import type { Actor, Beat } from "../script/script.ts";
import { gazeOf } from "./gaze.ts";
import { turnsAlone } from "./views-alone.ts";

const actor: Actor = {
  person: "tom",
  emotion: "neutral",
  pose: "stand",
  side: "left",
  looksAt: null,
  speaks: false,
  holds: null,
};

const yawOf = (turn: number, who = actor): number =>
  gazeOf({ actor: who, towards: null, forward: 1, close: false, turn, random: randomFrom(turn) }).yaw;

const turns = Array.from({ length: 42 }, (_, i) => i);

describe("somebody alone again and again", () => {
  it("[P7] is never seen twice alike on a page", () => {
    for (const first of turns) {
      const page = turns.slice(first, first + 6).map((turn) => yawOf(turn));
      for (const [i, yaw] of page.entries())
        for (const other of page.slice(i + 1)) expect(Math.abs(yaw - other)).toBeGreaterThan(2);
    }
  });

  it("[P7] is a profile once in six pictures at most, and never where a face must be read", () => {
    const isProfile = (yaw: number): boolean => Math.abs(yaw) > 60;
    expect(turns.filter((turn) => isProfile(yawOf(turn))).length).toBeLessThanOrEqual(turns.length / 6);
    for (const turn of turns) expect(isProfile(yawOf(turn, { ...actor, speaks: true }))).toBe(false);
  });

  it("[P6] keeps looking to the side where the other one stands", () => {
    for (const turn of turns) expect(yawOf(turn, { ...actor, looksAt: "marta" })).toBeGreaterThan(0);
  });

  it("is counted by person, and only where nobody else is in the picture", () => {
    const [first] = randomEpisode(1, "en", 1).beats;
    if (!first) throw new Error("no beat");
    const beat = (id: string, ...people: string[]): Beat => ({
      ...first,
      id,
      shot: "medium",
      figures: people.map((person) => ({ ...actor, person })),
    });
    const beats = [beat("b1", "tom"), beat("b2", "tom", "marta"), beat("b3", "marta"), beat("b4", "tom")];
    expect(turnsAlone(beats)).toEqual({ b1: 0, b3: 0, b4: 1 });
  });
});
