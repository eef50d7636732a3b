import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBook } from "../book/read-book.ts";
import { rulesFor } from "../story/language.ts";
import { understand } from "../story/understand.ts";
import { unwrap } from "../text/result.ts";
import { pagesFor } from "./episodes.ts";
import { wordsOf } from "./lettered-text.ts";
import { paceFor } from "./pace.ts";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import { writeScript } from "./write-script.ts";

const pace = paceFor("en");

describe("episodes", () => {
  it("hold 16–40 pages of whole chapters in a long book, and one peak each (P1)", () => {
    const line = (i: number) =>
      `Tom walked along the shore for the ${i}th time and found that the boat had not come. “Where is it?” asked Tom.`;
    const chapters = Array.from({ length: 24 }, (_, c) => ({
      title: `Chapter ${c + 1}`,
      paragraphs: Array.from({ length: 40 }, (_each, i) => line(i)),
    }));
    const book = bookOf(chapters);
    const { episodes } = writeScript(book, storyOf(book, ["n2"]), { pace: "comic", seed: 1 });
    expect(episodes.length).toBeGreaterThan(1);
    for (const { beats } of episodes) {
      const pages = pagesFor(beats, pace);
      expect(pages).toBeGreaterThanOrEqual(16);
      expect(pages).toBeLessThanOrEqual(46);
      expect(beats.filter(({ importance }) => importance >= 0.95)).toHaveLength(1);
    }
    expect(episodes.flatMap(({ beats }) => beats).map(({ id }) => id)).toEqual(
      episodes.flatMap(({ beats }) => beats).map((_, i) => `b${i + 1}`),
    );
  });

  it("a short book is one", () => {
    const book = bookOf([
      { title: "One", paragraphs: ["Tom slept."] },
      { title: "Two", paragraphs: ["Tom woke."] },
    ]);
    expect(writeScript(book, storyOf(book, []), { pace: "comic", seed: 1 }).episodes).toHaveLength(1);
  });
});

for (const { name, unit, least, most } of [
  { name: "english", unit: 1000, least: 60, most: 110 },
  { name: "japanese", unit: 2200, least: 120, most: 260 },
]) {
  const file = new URL(`../../../samples/${name}.epub`, import.meta.url);
  describe.skipIf(!existsSync(file))(`the ${name} sample`, () => {
    it("[T4] has 3–5 pages for its length and the right amount to read on each", async () => {
      const book = unwrap(await readBook(readFileSync(file)));
      const script = writeScript(book, understand(book), { pace: "comic", seed: 1 });
      const own = paceFor(rulesFor(book));
      const beats = script.episodes.flatMap((episode) => episode.beats);
      const body = book.chapters
        .filter(({ matter }) => matter === "body")
        .map(({ start, end }) => book.text.slice(start, end));
      const source = own.rules === "ja" ? body.join("").length : own.size(body.join(" "));
      const pages = pagesFor(beats, own);
      const shown = beats.flatMap(({ texts }) => texts).reduce((sum, { runs }) => sum + own.size(wordsOf(runs)), 0);
      expect(pages / (source / unit)).toBeGreaterThan(3);
      expect(pages / (source / unit)).toBeLessThan(5.1);
      expect(shown / pages).toBeGreaterThan(least);
      expect(shown / pages).toBeLessThan(most);
    });
  });
}
