import { readFileSync } from "node:fs";
import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Book } from "../book/book.ts";
import { readBook } from "../book/read-book.ts";
import { unwrap } from "../text/result.ts";
import { cutChunks } from "./chunks.ts";
import { understand } from "./understand.ts";

async function sample(name: string): Promise<Book> {
  return unwrap(await readBook(new Uint8Array(readFileSync(`samples/${name}`))));
}

describe.each(["english.txt", "japanese.txt"])("cutting %s into chunks", async (name) => {
  const book = await sample(name);
  const story = understand(book);

  it("covers every letter once, and never cuts a quotation, at any length", () => {
    assert(
      property(integer({ min: 40, max: 9_000 }), (length) => {
        const chunks = cutChunks(book, story, length);
        expect(chunks.map(({ start }) => start)).toEqual([0, ...chunks.slice(0, -1).map(({ end }) => end)]);
        expect(chunks.at(-1)?.end).toBe(book.text.length);
        const borders = chunks.slice(1).map(({ start }) => start);
        expect(story.quotes.filter(({ start, end }) => borders.some((at) => start < at && at < end))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps to the wanted length where borders allow it", () => {
    const lengths = cutChunks(book, story, 3_000).map(({ start, end }) => end - start);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(3_000);
  });

  it("prefers the border of a scene to one of a paragraph behind it", () => {
    const scene = story.scenes[1]?.start ?? 0;
    expect(cutChunks(book, story, scene + 40)[1]?.start).toBe(scene);
  });

  it("counts words", () => {
    const [whole] = cutChunks(book, story, book.text.length);
    expect(whole?.words).toBeGreaterThan(book.text.length / 8);
    expect(whole?.words).toBeLessThan(book.text.length);
  });
});
