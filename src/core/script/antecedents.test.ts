import { describe, expect, it } from "vitest";
import { personNamed as person } from "../../../test/people.ts";
import type { Gender } from "../story/story.ts";
import { antecedentOf, mostNamed } from "./antecedents.ts";
import { anyOfNames } from "./name-pattern.ts";

const cast = [
  person("i", "Ned", "male", "narrator"),
  person("t", "Tom", "male"),
  person("d", "Dr. Gray", "male"),
  person("a", "Ada", "female"),
];

const toolsFor = (text: string) => ({
  text,
  cast: new Map(cast.map((one) => [one.id, one])),
  names: anyOfNames(cast.map(({ name }) => name)),
  narrator: "i",
});

/** Whom a he or she right behind these words means. */
function meant(text: string, gender: Gender = "male"): string | null {
  const found = antecedentOf(gender, 0, text.length, toolsFor(text));
  return typeof found === "object" && found !== null ? found.person : found;
}

describe("[D5] whom a pronoun at the beginning of a caption means", () => {
  it("he is who did something in the nearest sentence, and not whom it was done to", () => {
    expect(meant("Tom looked at Dr. Gray. ")).toBe("t");
    expect(meant("Dr. Gray sat down. Tom read. “I saw Dr. Gray,” said Ada. ")).toBe("t");
    expect(meant("“Yes,” replied Dr. Gray. “Tom is here.” ")).toBe("d");
  });

  it("sentences that are of him anyway name others", () => {
    expect(meant("Tom sat down. He thought of Dr. Gray. ")).toBe("t");
  });

  it("the only one of the sex whom a sentence names in passing is meant; of two nobody can say", () => {
    expect(meant("The letter was from Tom. ")).toBe("t");
    expect(meant("The letter was for Tom from Dr. Gray. ")).toBeNull();
  });

  it("a stranger is nobody of the cast, a ship no woman", () => {
    expect(meant("Tom slept. My cousin was brave. ")).toBe("other");
    expect(meant("Ada looked on. The steamer came round the point. ", "female")).toBe("thing");
  });

  it("a line that is only wrapped is no paragraph, so that what is said in it is not told", () => {
    expect(meant('Tom rose.\n\n"I have seen\nDr. Gray," said Ada.\n\n')).toBe("t");
  });

  it("whoever is named most in a scene stands out only where the others are named much less", () => {
    const often = "Tom ran. Tom fell. Tom rose. Dr. Gray saw it.";
    expect(mostNamed("male", { start: 0, end: often.length }, toolsFor(often))).toBe("t");
    const even = "Tom ran. Dr. Gray ran. Tom fell. Dr. Gray fell. Tom rose. Dr. Gray rose.";
    expect(mostNamed("male", { start: 0, end: even.length }, toolsFor(even))).toBeNull();
  });
});
