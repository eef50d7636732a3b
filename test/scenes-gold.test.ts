import { expect, it } from "vitest";
import { labelledBooks, scoreScenes, type Share, sumOfScores } from "./scenes-gold.ts";

const books = labelledBooks("tuned");
const wrong = (share: Share) => share.wrong / (share.right + share.wrong + share.none);

it.skipIf(books.length === 0)(
  "[D4] scenes of the labelled chapters begin where place or time change, and few of their places and hours are wrong",
  { timeout: 120_000 },
  async () => {
    const scores = [];
    for (const path of books) scores.push(await scoreScenes(path));
    const { borders, place, hour, weather, sameId, faults } = sumOfScores(scores);
    expect(borders.fit / borders.made, faults.join("\n")).toBeGreaterThanOrEqual(0.85);
    expect(borders.found / borders.wanted, faults.join("\n")).toBeGreaterThanOrEqual(0.55);
    expect(wrong(place), faults.join("\n")).toBeLessThanOrEqual(0.12);
    expect(wrong(hour), faults.join("\n")).toBeLessThanOrEqual(0.1);
    expect(wrong(weather), faults.join("\n")).toBeLessThanOrEqual(0.05);
    expect(sameId / place.right).toBeGreaterThanOrEqual(0.9);
  },
);
