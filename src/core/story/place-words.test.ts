import { describe, expect, it } from "vitest";
import { japanesePlaceWords, namedKinds, placeWords } from "./place-words.ts";

describe("words of places", () => {
  it.each([
    ["bedroom", "bedroom"],
    ["study", "library"],
    ["staircase", "corridor"],
    ["cell", "prison"],
    ["ward", "ward"],
    ["attic", "loft"],
    ["theatre", "theatre"],
    ["inn", "inn"],
    ["pub", "tavern"],
    ["station", "platform"],
    ["train", "train"],
    ["hansom", "cab"],
    ["skiff", "boat"],
    ["deck", "ship"],
    ["cabin", "cabin"],
    ["market-place", "market"],
    ["bridge", "bridge"],
    ["courtyard", "yard"],
    ["desert", "desert"],
    ["highway", "road"],
    ["lane", "road"],
    ["avenue", "road"],
  ])("[D4] draws the %s as a %s", (word, kind) => {
    expect(placeWords.get(word)?.kind).toBe(kind);
  });

  it.each([
    ["羅生門の楼の上", "loft"],
    ["宿屋の二階", "inn"],
    ["温泉の湯壺", "bath"],
    ["停車場の前", "platform"],
    ["橋の上", "bridge"],
    ["汽車の窓", "train"],
    ["裏の井戸", "yard"],
    ["教員室", "school"],
    ["書斎", "library"],
  ])("[D4] finds in %s the %s by its longest word", (words, kind) => {
    const found = [...japanesePlaceWords]
      .sort((a, b) => b.word.length - a.word.length)
      .filter(({ word }) => words.includes(word) && word !== "羅生門" && word !== "裏口");
    expect(found[0]?.kind).toBe(kind);
  });

  it("[D4] draws a lane with a name as a street, and takes a crescent for one only where it has a name", () => {
    expect(namedKinds.get("lane")?.kind).toBe("street");
    expect(namedKinds.get("crescent")?.kind).toBe("street");
    expect(placeWords.has("crescent")).toBe(false);
  });

  it("names no Japanese place twice", () => {
    const words = japanesePlaceWords.map(({ word }) => word);
    expect(words).toEqual([...new Set(words)]);
  });
});
