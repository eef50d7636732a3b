import { describe, expect, it } from "vitest";
import type { CastView } from "../../schema.ts";
import { firstPlaceOf, isPersonMet, isPlaceMet, metPart, readUpTo } from "./spoilers.ts";

const at = (start: number) => ({ start, end: start + 5, text: "words" });
const augusta: CastView["people"][number] = {
  id: "a",
  name: "Augusta",
  aliases: ["the aunt", "Lady Bracknell"],
  calls: [at(450), at(800)],
  gender: "female",
  role: "protagonist",
  mentions: 9,
  looks: [
    { what: "height", value: "tall", evidence: at(300) },
    { what: "hair", value: "grey", evidence: at(900) },
    { what: "age", value: "adult", evidence: null },
  ],
  lines: [at(400), at(950)],
};
const progress = { comicId: null, page: null, offset: 500, percent: 25 };

describe("what may be told of a book's people", () => {
  it("ends where the reading ends", () => {
    expect(readUpTo({ progress: null, length: 2_000 })).toBe(0);
    expect(readUpTo({ progress, length: 2_000 })).toBe(500);
  });

  it("is reckoned from the share of a comic that is read, where no place in the text is known", () => {
    expect(readUpTo({ progress: { ...progress, comicId: "c", page: 4, offset: null }, length: 2_000 })).toBe(500);
  });

  it("is everything in a book that is read", () => {
    expect(readUpTo({ progress: { ...progress, percent: 99 }, length: 2_000 })).toBe(Infinity);
  });

  it("begins with the first word or look of somebody", () => {
    expect(firstPlaceOf(augusta)).toBe(300);
    expect([isPersonMet(augusta, 299), isPersonMet(augusta, 300)]).toEqual([false, true]);
  });

  it("leaves out looks and words that come later, and such without a place", () => {
    const { looks, lines } = metPart(augusta, 500);
    expect(looks.map(({ value }) => value)).toEqual(["tall"]);
    expect(lines).toEqual([at(400)]);
    expect(metPart(augusta, Infinity)).toEqual(augusta);
  });

  it("leaves out what somebody is called only later", () => {
    expect(metPart(augusta, 500)).toMatchObject({ aliases: ["the aunt"], calls: [at(450)] });
  });

  it("hides a place until it is named", () => {
    const place = { id: "p", name: "The Rock", description: "", scenes: 1, evidence: at(700) };
    expect([isPlaceMet(place, 500), isPlaceMet(place, 700)]).toEqual([false, true]);
  });
});
