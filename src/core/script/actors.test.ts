import { describe, expect, it } from "vitest";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import { gestural } from "./gestures.ts";
import type { Beat } from "./script.ts";
import { writeScript } from "./write-script.ts";

/** The beats of a story of one scene; Marta is n1, Tom n2. */
function beatsOf(paragraphs: readonly string[], speakers: readonly string[] = []): Beat[] {
  const book = bookOf([{ title: "One", paragraphs }]);
  return writeScript(book, storyOf(book, speakers), { pace: "full", seed: 1 }).episodes.flatMap(({ beats }) => beats);
}

/** The faces in the panels whose words hold one. */
const facesBeside = (word: string, paragraphs: readonly string[], speakers: readonly string[]) =>
  beatsOf(paragraphs, speakers).flatMap(({ figures, texts }) =>
    texts.some(({ runs }) => runs.some(({ text }) => text.includes(word))) ? figures.map(({ emotion }) => emotion) : [],
  );

describe("people in a panel", () => {
  it("[D5] of two whose lines ask for a gesture only one makes it", () => {
    const talk = Array.from({ length: 12 }, (_, i) => [
      `“I don’t know number ${i},” said Marta.`,
      `“Listen, I cannot tell ${i},” said Tom.`,
    ]).flat();
    const beats = beatsOf(
      talk,
      talk.map((_, i) => (i % 2 === 0 ? "n1" : "n2")),
    );
    const gestures = beats
      .filter(({ figures }) => figures.length > 1)
      .map(({ figures }) => figures.filter(({ pose }) => gestural.has(pose)).length);
    expect(gestures).toContain(1);
    expect(Math.max(...gestures)).toBe(1);
  });

  it("[D5] who is told to pass a hand over the brow does so, whatever else the body does that is not drawn", () => {
    const told = "Tom sank into a chair and passed his hand over his forehead.";
    const beats = beatsOf(["“Here is the lamp,” said Tom.", told, "“It is late,” said Tom."], ["n2", "n2"]);
    const poses = beats.flatMap(({ figures }) => figures.map(({ person, pose }) => `${person} ${pose}`));
    expect(poses).toContain("n2 despair");
  });

  it("[D5] who starts in the second clause of a caption looks startled, whoever the first is of", () => {
    const told =
      "He was a pleasure to look upon, but Tom, catching sight of him, started violently and felt no joy at all.";
    const beats = beatsOf(["“Here is the lamp,” said Tom.", told, "“It is late,” said Tom."], ["n2", "n2"]);
    const faces = beats.flatMap(({ figures, texts }) =>
      texts.some(({ runs }) => runs.some(({ text }) => text.includes("pleasure")))
        ? figures.map(({ emotion }) => emotion)
        : [],
    );
    expect(faces).toContain("surprised");
  });

  it("[D5] who tells of what is ghastly neither smiles nor looks at ease", () => {
    const line = "“A ghastly presence haunted him,” said Tom.";
    const beats = beatsOf(["“Here is the lamp,” said Tom.", line, "“It is late,” said Tom."], ["n2", "n2", "n2"]);
    const faces = beats.flatMap(({ figures, texts }) =>
      texts.some(({ runs }) => runs.some(({ text }) => text.includes("ghastly")))
        ? figures.map(({ emotion }) => emotion)
        : [],
    );
    expect(faces).toContain("determined");
  });

  it("[D5] nobody smiles over words of crime, whatever the voice", () => {
    const line = "“There has been some villainy here, thank you,” said Tom.";
    expect(facesBeside("villainy", ["“Here is the lamp,” said Tom.", line], ["n2", "n2"])).toEqual(["neutral"]);
  });

  it("[D5] two who are startled together both look it", () => {
    const told = "The two friends, Tom and Marta, were startled.";
    const talk = ["“Here is the lamp,” said Tom to Marta.", told, "“It is late,” said Marta."];
    expect(facesBeside("startled", talk, ["n2", "n1"])).toEqual(["shocked", "shocked"]);
  });
});
