import { describe, expect, it } from "vitest";
import { poseIn } from "./deeds.ts";
import { tellsSwimming } from "./told-words.ts";
import { doneDeeds, tellsAverted } from "./unreal-deeds.ts";

describe("[D5] what nobody does is not drawn", () => {
  it.each([
    "Tom mentally ran over the days of the week.",
    "He ran over the names in his head.",
    "Her mind ran on the ball.",
    "They jumped to the conclusion that he was lost.",
    "He almost ran.",
    "He looked as though he had fallen down the stairs.",
    "He would have run away if he had seen the dog coming.",
    "She fell silent.",
    "Just then Alice ran across the Duchess.",
    "He ran into an old friend in the Strand.",
  ])("%s", (words) => expect(poseIn(words, "en")).toBeNull());

  it("what is done is drawn", () => {
    expect(poseIn("Tom ran over the bridge.", "en")).toBe("run");
    expect(poseIn("Tom ran across the yard, and into the house.", "en")).toBe("run");
    expect(poseIn("She ran down the hill as if she were mad.", "en")).toBe("run");
  });

  it("nobody is in water whose eyes swim, or who is sunk in a mood", () => {
    expect(tellsSwimming(doneDeeds("My limbs now tremble, and my eyes swim with the remembrance."))).toBe(false);
    expect(tellsSwimming(doneDeeds("She swam with her eyes on the shore."))).toBe(true);
    expect(doneDeeds("He was sunk in languor.")).not.toContain("sunk");
  });

  it("every letter keeps its place", () => {
    const words = "He almost fell, and then ran.";
    expect(doneDeeds(words)).toHaveLength(words.length);
    expect(doneDeeds(words).indexOf("ran")).toBe(words.indexOf("ran"));
  });

  it("a fall that others hinder is told from one that happens", () => {
    expect(tellsAverted("Potter would have fallen if they had not caught him.")).toBe(true);
    expect(tellsAverted("Potter had fallen.")).toBe(false);
  });
});
