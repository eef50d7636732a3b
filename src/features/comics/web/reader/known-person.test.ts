import { describe, expect, it } from "vitest";
import type { CastView } from "../../../library/schema.ts";
import { knownBy } from "./known-person.ts";

const evidence = (start: number, end: number) => ({ start, end, text: `${start}` });
const people: CastView["people"] = [
  {
    id: "ada",
    name: "Ada",
    aliases: ["the heiress"],
    calls: [null],
    gender: null,
    role: null,
    mentions: 9,
    looks: [
      { what: "hair", value: "red", evidence: evidence(10, 20) },
      { what: "hair", value: "braided", evidence: evidence(10, 20) },
      { what: "mark", value: "a scar", evidence: evidence(900, 910) },
      { what: "age", value: "old", evidence: null },
    ],
    lines: [evidence(30, 40), evidence(50, 60), evidence(950, 960)],
  },
];

describe("who somebody is", () => {
  it("is told only as far as one has read", () => {
    expect(knownBy({ people }, "ada", 100)).toEqual({
      looks: [{ what: "hair", values: ["red", "braided"], evidence: evidence(10, 20) }],
      line: "50",
    });
    expect(knownBy({ people }, "ada", 5)).toEqual({ looks: [], line: null });
  });

  it("is told of what later pages say when those are read", () => {
    expect(knownBy({ people }, "ada", 1_000).looks.map(({ values }) => values)).toEqual([
      ["red", "braided"],
      ["a scar"],
    ]);
  });
});
