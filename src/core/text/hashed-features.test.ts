import { describe, expect, it } from "vitest";
import { featureDimensions, hashedFeatures } from "./hashed-features.ts";

const nearness = (one: string, other: string): number => {
  const [a, b] = [hashedFeatures(one), hashedFeatures(other)];
  return a.reduce((sum, number, i) => sum + number * (b[i] ?? 0), 0);
};

/** Each pair tells of the same looks in other words; pairs tell of different ones. */
const pairs = [
  ["a tall old man with a grey beard and a patched coat", "an old man, tall, grey-bearded, in a patched cloak"],
  ["a small girl with red hair and freckles", "red-haired girl, freckled, small for her age"],
  ["soldier with a scar on the cheek and a blue uniform", "a scarred soldier in the blue of a uniform"],
  ["背の高い老人、灰色の髭、破れた着物", "髭の灰色な背の高い爺さん、着物は破れている"],
  ["赤い髪の小さな女の子、そばかす", "そばかすのある小柄な少女、髪は赤い"],
  ["黒い帽子の船長、片目に傷", "片目に傷のある船長。帽子は黒い"],
] as const;

describe("hashed features", () => {
  it("bring alike looks nearer to each other than to any other ones, in English and in Japanese", () => {
    for (const [one, other] of pairs) {
      const strangers = pairs.flat().filter((text) => text !== one && text !== other);
      const nearest = Math.max(...strangers.flatMap((text) => [nearness(one, text), nearness(other, text)]));
      expect(nearness(one, other), one).toBeGreaterThan(nearest);
    }
  });

  it("are a vector of length 1 for every text, one without words included", () => {
    for (const text of ["", "…", "a", "龍", "long ".repeat(10_000)]) {
      const vector = hashedFeatures(text);
      expect(vector.length).toBe(featureDimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
    expect(nearness("", "…")).toBeCloseTo(1, 5);
    expect(Math.abs(nearness("", "a tall man"))).toBeLessThan(0.2);
  });

  it("do not depend on case, accents, quotes and the order of words", () => {
    expect(nearness("Zürich, O’Brien", "o'brien ZURICH")).toBeCloseTo(1, 5);
  });

  it("of two languages are strangers", () => {
    for (const english of pairs.slice(0, 3).flat())
      for (const japanese of pairs.slice(3).flat()) expect(Math.abs(nearness(english, japanese))).toBeLessThan(0.2);
  });

  it("have the same bytes everywhere", () => {
    const vector = hashedFeatures("A tall man. 龍の目", 16);
    expect(Array.from(vector, (number) => Math.round(number * 1e6)).join(" ")).toBe(
      "202654 405308 0 0 -218329 362518 117002 117002 0 0 -405308 313950 -383913 405308 -117002 0",
    );
  });
});
