import { readFileSync } from "node:fs";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { describe, expect, it } from "vitest";
import { buildSample, samplePath, samples } from "../scripts/build-samples.ts";
import type { Book } from "../src/core/book/book.ts";
import { readBook } from "../src/core/book/read-book.ts";

async function read(file: string): Promise<Book> {
  const result = await readBook(readFileSync(samplePath(file)));
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const words = (book: Book): string[] => book.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe.each(samples)("the $name sample", (sample) => {
  it("[T3] is what its source gives, byte for byte", () => {
    const { epub, text } = buildSample(sample);
    expect(Buffer.compare(readFileSync(samplePath(`${sample.name}.epub`)), epub), "run `npm run samples`").toBe(0);
    expect(readFileSync(samplePath(`${sample.name}.txt`), "utf8")).toBe(text);
  });

  it("is an EPUB that EPUBCheck has nothing to say about", async () => {
    const { messages } = await EpubCheck.validate(buildSample(sample).epub);
    expect(messages.filter(({ severity }) => ["fatal", "error", "warning"].includes(severity))).toEqual([]);
  });

  it("reads to the same words from both files", async () => {
    const [epub, text] = [await read(`${sample.name}.epub`), await read(`${sample.name}.txt`)];
    expect(words(text)).toEqual(words(epub));
    expect(text.chapters.map(({ matter }) => matter)).toEqual(epub.chapters.map(({ matter }) => matter));
    expect([text.title, text.language, text.direction]).toEqual([epub.title, epub.language, epub.direction]);
    expect(text.blocks.filter(({ kind }) => kind === "break").length).toBe(
      epub.blocks.filter(({ kind }) => kind === "break").length,
    );
  });
});
