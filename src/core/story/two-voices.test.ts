import { describe, expect, it } from "vitest";
import { plainTurn } from "../../../test/plain-turn.ts";
import type { QuoteKind } from "./story.ts";
import type { Decided, Turn } from "./turns.ts";
import { trustTwoVoices } from "./two-voices.ts";

const tag = (speaker: number): Decided => ({ speaker, rule: "tag", chance: 1 });
const guess = (speaker: number, chance = 0.45): Decided => ({ speaker, rule: "turn-taking", chance });

/** Which turns of a talk are trusted although nothing names their speakers. */
function trusted(
  decided: Decided[],
  changes: Record<number, Partial<Turn>> = {},
  kinds: QuoteKind[] = [],
  teller: number | null = null,
): number[] {
  const turns = decided.map((_, i): Turn => {
    const fixed = decided[i]?.rule === "tag" ? (decided[i].speaker ?? null) : null;
    return { ...plainTurn, quotes: [i], passage: i, fixed, ...changes[i] };
  });
  return trustTwoVoices(turns, decided, kinds, teller).flatMap(({ trust }, i) =>
    trust === undefined || trust < 0.65 ? [] : [i],
  );
}

describe("a talk of two that goes to and fro", () => {
  it("is trusted where both are known to speak in it", () => {
    expect(trusted([tag(0), tag(1), guess(0), guess(1), guess(0)])).toEqual([2, 3, 4]);
  });

  it("is trusted for the one who is known on both sides of the line", () => {
    expect(trusted([tag(0), guess(1), guess(0), guess(1), tag(0)])).toEqual([2]);
  });

  it("is not where nobody in it is known", () => {
    expect(trusted([guess(0), guess(1), guess(0)])).toEqual([]);
  });

  it("ends with a third voice, a line of the same one, narration, a thought or somebody unknown", () => {
    expect(trusted([tag(0), tag(1), guess(2), guess(1)])).toEqual([]);
    expect(trusted([tag(0), tag(1), guess(1)])).toEqual([]);
    expect(trusted([tag(0), tag(1), guess(0)], { 2: { gap: 1 } })).toEqual([]);
    expect(trusted([tag(0), tag(1), guess(0), guess(1)], { 2: { aside: true } })).toEqual([]);
    expect(trusted([tag(0), tag(1), { speaker: null, rule: null, chance: 1 }, guess(1)])).toEqual([]);
  });

  it("begins anew behind what is read aloud", () => {
    const talk = [tag(0), guess(1), tag(0), tag(1), guess(0), guess(1)];
    expect(trusted(talk, {}, ["speech", "letter"])).toEqual([4, 5]);
  });

  it("is not trusted where something is read aloud in it", () => {
    expect(trusted([tag(0), tag(1), guess(0)], {}, ["speech", "letter"])).toEqual([]);
  });

  it("keeps its turns over a speech of two paragraphs", () => {
    expect(trusted([tag(0), tag(1), guess(1), guess(0)], { 2: { continues: true } })).toEqual([2, 3]);
  });
});

it("a long tale has one teller", () => {
  expect(trusted([tag(0), guess(1)], { 1: { quotes: [1, 2, 3, 4] } })).toEqual([1]);
  expect(trusted([tag(0), guess(1)], { 1: { quotes: [1, 2] } })).toEqual([]);
});

it("whom the narration was with is trusted from better than even chances on", () => {
  expect(trusted([guess(1, 0.55)], { 0: { near: [1, 0] } })).toEqual([0]);
  expect(trusted([guess(1, 0.55)], { 0: { near: [0, 1] } })).toEqual([]);
  expect(trusted([guess(1, 0.45)], { 0: { near: [1, 0] } })).toEqual([]);
});

it("nobody breaks into a talk of two, says two paragraphs running, or is a newcomer, by the last name in the narration alone", () => {
  const near = { near: [2] };
  expect(trusted([tag(0), guess(2, 0.55)], { 1: near })).toEqual([1]);
  expect(trusted([tag(0), tag(1), guess(2, 0.55)], { 2: near })).toEqual([]);
  expect(trusted([guess(2, 0.55), guess(2, 0.3)], { 0: near })).toEqual([]);
  expect(trusted([guess(2, 0.55)], { 0: { ...near, newcomer: true } })).toEqual([]);
});

it("an I only listens where others talk, where somebody unknown does, and where a third one is called", () => {
  const talk = [tag(0), tag(1), guess(0), guess(1), tag(0)];
  expect(trusted(talk, {}, [], 1)).toEqual([2, 3]);
  expect(trusted([tag(0), tag(2), ...talk.slice(2)], {}, [], 1)).not.toContain(3);
  expect(trusted(talk, { 2: { gender: "female" } }, [], 1)).not.toContain(3);
  expect(trusted(talk, { 2: { called: [2] } }, [], 1)).not.toContain(3);
});
