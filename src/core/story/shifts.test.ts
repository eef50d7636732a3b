import { describe, expect, it } from "vitest";
import { shiftAt } from "./shifts.ts";

describe("[D4] a passage that opens a scene by its time", () => {
  it.each([
    ["The next morning he and I set out on foot.", "day"],
    ["It was one January morning, very early, when he rose.", "day"],
    ["So the weeks passed on, till one fine day there came a letter.", "day"],
    ["Morning, dismal and wet, at length dawned on the town.", "day"],
    ["Three weeks later the ship came in.", "day"],
    ["It was nearly eleven when I started to return.", "hour"],
    ["The mail picked us up about dusk at the inn.", "hour"],
    ["That night the wind rose.", "hour"],
    ["_24 May._—Nothing to tell.", "day"],
    ["“7 October, evening._ We start.", "day"],
    ["They were playing cards on the memorable night of the fire.", "hour"],
  ])("takes %s", (words, shift) => expect(shiftAt(words, "en")).toBe(shift));

  it.each([
    "Every night he sat by the fire till one day broke his habit.",
    "He had gone out at dusk, as Anna knew.",
    "“It was nearly eleven when I came,” said Anna.",
    "She never walked there at midnight.",
    "It was one of the boys.",
  ])("leaves %s", (words) => expect(shiftAt(words, "en")).toBeNull());

  it.each([
    ["つぎの日には、山へ行った。", "day"],
    ["或秋のことでした。", "day"],
    ["その晩、穴の中で考えた。", "hour"],
    ["何分かの後である。", "hour"],
    ["弥助は笑った。", null],
  ])("reads %s", (words, shift) => expect(shiftAt(words, "ja")).toBe(shift));
});
