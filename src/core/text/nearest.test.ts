import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "./nearest.ts";

describe("nearest", () => {
  it("finds the word that was meant", () => {
    expect(nearest("directon", ["out", "direction", "seed"])).toBe("direction");
    expect(nearest("mkae", ["make", "read"])).toBe("make");
  });

  it("does not guess where nothing is near", () => {
    expect(nearest("xyzzy", ["make", "read", "story"])).toBe(null);
    expect(nearest("anything", [])).toBe(null);
  });

  it("counts edits as Levenshtein does", () => {
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("", "abc")).toBe(3);
    expect(editDistance("same", "same")).toBe(0);
  });
});
