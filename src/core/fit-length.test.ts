import { expect, it } from "vitest";
import { bookOf, storyOf } from "../../test/story-fixture.ts";
import { scriptOfLength } from "./fit-length.ts";
import type { Script } from "./script/script.ts";

const book = bookOf(
  Array.from({ length: 4 }, (_, c) => ({
    title: `Chapter ${c + 1}`,
    paragraphs: Array.from(
      { length: 20 },
      (_each, i) =>
        `Tom came to the ${i}th door of the house and found that it was locked, and he went on. “Is nobody here?” asked Tom.`,
    ),
  })),
);
const story = storyOf(book, ["n2"]);
/** Five panels a page, without laying them out. */
const countPages = ({ episodes }: Script): number =>
  Math.ceil(episodes.reduce((sum, { beats }) => sum + beats.length, 0) / 5);
const fitted = (total: number) => scriptOfLength(total, { book, story, seed: 1, countPages });

it.each([5, 11])("[T4] a book is told in %i pages where that many are asked for", (total) => {
  const pages = countPages(fitted(total));
  expect(pages).toBeLessThanOrEqual(total);
  expect(pages).toBeGreaterThanOrEqual(total * 0.9);
});

it.each([1, 900])("says between which lengths the book fits where %i pages are impossible", (total) => {
  expect(() => fitted(total)).toThrow(/^length-impossible: \d+ pages were asked for; this book fills \d+ to \d+$/);
});
