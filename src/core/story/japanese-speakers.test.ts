import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ownTales, scoreSpeakers, sumOf, tunedWorks } from "../../../test/labelled-speakers.ts";

const data = new URL("../../../../shared/data/", import.meta.url);

describe.skipIf(!existsSync(data))("speakers of Japanese books, against labels made by hand", () => {
  it("are right for four lines of five, and for nearly all that the pages show", async () => {
    const { quotes, found, lines, right, shown, shownRight } = sumOf(
      await Promise.all(tunedWorks.map((work) => scoreSpeakers(work, data))),
    );
    expect(found).toBe(quotes);
    expect(lines).toBeGreaterThan(700);
    expect(right / lines).toBeGreaterThan(0.82);
    expect(shown / lines).toBeGreaterThan(0.6);
    expect(shownRight / shown).toBeGreaterThan(0.985);
  });
});

describe("speakers of short Japanese tales in today's manners", () => {
  it("are right for four lines of five, and for nearly all that the pages show", async () => {
    const scores = await Promise.all(ownTales.map((tale) => scoreSpeakers(tale, data)));
    const { quotes, found, lines, right, shown, shownRight } = sumOf(scores);
    expect(found).toBe(quotes);
    expect(lines).toBeGreaterThan(300);
    expect(right / lines).toBeGreaterThan(0.79);
    expect(shown / lines).toBeGreaterThan(0.47);
    expect(shownRight / shown).toBeGreaterThan(0.96);
  });
});
