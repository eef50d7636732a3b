import { describe, expect, it } from "vitest";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import type { Beat } from "./script.ts";
import { writeScript } from "./write-script.ts";

const sure = ["“Sit down,” said Marta.", "“I will,” said Tom.", "“I am here too,” said Ada."];
const doubtful = Array.from({ length: 14 }, (_, i) => `“It is the ${i}th door on the left, I believe, and no other.”`);
const place = { id: "p1", name: "the room", kind: "room", inside: true, mentions: 3 } as const;

/** The beats of a talk whose later lines may be anybody's of `maybe`. */
function beatsOf(maybe: readonly string[], where: string | null): Beat[] {
  const book = bookOf([{ title: "One", paragraphs: [...sure, ...doubtful] }]);
  const story = storyOf(book, [], { scene: { place: where, present: ["n1", "n2", "n3"] } });
  story.places.push(place);
  story.quotes.forEach((quote, i) => {
    quote.speaker = ["n1", "n2", "n3"][i] ?? maybe[0] ?? null;
    if (i < sure.length) return;
    quote.confidence = 0.3;
    quote.maybe = [...maybe];
  });
  return writeScript(book, story, { pace: "comic", seed: 1 }).episodes.flatMap(({ beats }) => beats);
}

const unknown = ({ texts }: Beat) => texts.some(({ kind, speaker }) => kind === "off-panel" && speaker === null);
const nobody = ({ figures, prop }: Beat) => figures.length === 0 && prop === null;

describe("a voice from beyond the picture", () => {
  it.each(["p1", null])("[L6] is never heard by one alone who may be the speaker, in place %s", (where) => {
    const heard = beatsOf(["n1", "n2"], where).filter(unknown);
    expect(heard.length).toBeGreaterThan(2);
    for (const { figures } of heard) {
      const [only, second] = figures;
      if (only === undefined || second !== undefined || only.turned === "away") continue;
      expect(only.person).toBe("n3");
    }
  });

  it("[L6] never leaves a panel in which those who may have said it stand with shut mouths", () => {
    const shut = beatsOf(["n1", "n2"], "p1")
      .filter(unknown)
      .flatMap(({ figures }) => figures.filter(({ speaks, turned }) => !speaks && turned !== "away"));
    expect(shut.filter(({ person }) => person !== "n3")).toEqual([]);
  });

  it("[P7] leaves no more than two panels in a row without people", () => {
    for (const where of ["p1", null]) {
      const beats = beatsOf(["n1", "n2", "n3"], where);
      beats.forEach((beat, i) => expect([beat, beats[i + 1], beats[i + 2]].every((b) => b && nobody(b))).toBe(false));
    }
  });
});
