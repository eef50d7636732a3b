import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ownEnglishTales, scoreSpeakers, sumOf } from "../../../test/labelled-speakers.ts";

const data = new URL("../../../../shared/data/", import.meta.url);
const works = ["alice", "sherlock", "moby-dick"];

describe.skipIf(!existsSync(data))("speakers of English novels, against lines read by hand", () => {
  it("are right for nine lines of ten, and for nearly all that the pages show", { timeout: 120_000 }, async () => {
    const scores = [];
    for (const work of works) scores.push(await scoreSpeakers(work, data));
    const { quotes, found, lines, right, shown, shownRight } = sumOf(scores);
    expect(found).toBe(quotes);
    expect(lines).toBeGreaterThan(330);
    expect(right / lines).toBeGreaterThan(0.9);
    expect(shown / lines).toBeGreaterThan(0.8);
    expect(shownRight / shown).toBeGreaterThan(0.985);
  });
});

describe("speakers of short English tales in today's manners", () => {
  it("are right for nine lines of ten where before it were three of four", async () => {
    const scores = await Promise.all(ownEnglishTales.map((tale) => scoreSpeakers(tale, data)));
    const { quotes, found, lines, right, shown, shownRight } = sumOf(scores);
    expect(found).toBe(quotes);
    expect(lines).toBeGreaterThan(170);
    expect(right / lines).toBeGreaterThan(0.93);
    expect(shownRight / shown).toBeGreaterThan(0.97);
  });
});
