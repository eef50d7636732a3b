import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epubOf, markedFormats, plainFormats } from "../../../test/format-books.ts";
import type { PlainChapter } from "../../../test/format-books.ts";
import { faultOf } from "../../../test/sound-book.ts";
import type { Book } from "./book.ts";
import { readBook } from "./read-book.ts";

async function read(bytes: Uint8Array): Promise<Book> {
  const result = await readBook(bytes);
  if (!result.ok) throw new Error(`${result.code} ${result.detail}`);
  return result.value;
}

const word = fc.stringMatching(/^[a-zA-Zéß雨漢,.!“”—]{1,8}$/u);
const paragraph = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => `Aa ${words.join(" ")} and so on with many a word to fill the line up to its end.`);
const chapters = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 })
  .map((all): PlainChapter[] => all.map((paragraphs, index) => ({ title: `Chapter ${index + 1}`, paragraphs })));

const linesOf = (content: readonly PlainChapter[]): string[] =>
  content.flatMap(({ title, paragraphs }) => [title, ...paragraphs]);

/** Chapters begin with their headings, and their titles are what stands there. */
function expectChapters(book: Book, content: readonly PlainChapter[]): void {
  const begins = book.chapters.map(({ start }) => book.text.slice(start).split(/\s*\n/, 1)[0]);
  for (const { title } of content) {
    const at = begins.indexOf(title);
    expect(book.chapters[at]?.title).toBe(title);
    expect(book.blocks.find(({ start }) => start === book.chapters[at]?.start)?.kind).toBe("heading");
  }
}

describe("a book in any format", () => {
  it.each(Object.entries(markedFormats))(
    "[T2] %s gives the words that were put in, and offsets that point at what they say",
    async (_, write) => {
      await fc.assert(
        fc.asyncProperty(chapters, async (content) => {
          const book = await read(write(content));
          expect(faultOf(book)).toBeNull();
          const [, sign = ""] = /Aa last(\[?1\]?|n)/.exec(book.text) ?? [];
          expect(book.text.split(/\n+/)).toEqual([...linesOf(content), `Aa last${sign}`, "Aa note."]);
          expectChapters(book, content);
          const said = (kind: string): string[] =>
            book.marks.filter((mark) => mark.kind === kind).map(({ start, end }) => book.text.slice(start, end));
          expect(said("emphasis")).toEqual(content.flatMap(({ paragraphs }) => paragraphs.map(() => "Aa")));
          expect(said("note-reference")).toEqual([sign]);
          expect(book.notes.map(({ start, end }) => book.text.slice(start, end))).toEqual(["Aa note."]);
          expect(book.notes[0]?.at).toBe(book.text.indexOf(`Aa last`) + "Aa last".length);
          expect(book.images.map(({ href, alt }) => [href.replace(/^.*\//, ""), alt])).toEqual([
            [expect.stringMatching(/^(?:a|image1)\.png$/), "A ship"],
          ]);
          expect(book.images[0]?.at).toBeGreaterThan(book.text.indexOf("Aa last"));
          expect([book.title, book.creators.map(({ name }) => name), book.language?.slice(0, 2)]).toEqual([
            "A Test",
            book.format === "html" ? [] : ["Ann Lee"],
            "en",
          ]);
        }),
        { numRuns: 25, seed: 4 },
      );
    },
  );

  it.each(Object.entries(plainFormats))("[T2] %s gives the words that were put in", async (_, write) => {
    await fc.assert(
      fc.asyncProperty(chapters, async (content) => {
        const book = await read(write(content));
        expect(faultOf(book)).toBeNull();
        expect(book.text.trimEnd().split(/\n+/)).toEqual(linesOf(content));
        expectChapters(book, content);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it("[T2] an EPUB gives the words that were put in", async () => {
    await fc.assert(
      fc.asyncProperty(chapters, async (content) => {
        const book = await read(epubOf(content));
        expect(faultOf(book)).toBeNull();
        expect(book.text.split(/\n+/)).toEqual(linesOf(content));
        expectChapters(book, content);
      }),
      { numRuns: 40, seed: 6 },
    );
  });
});
