import { readFileSync } from "node:fs";
import { epubOf, markedFormats, plainFormats } from "../test/format-books.ts";
import type { PlainChapter } from "../test/format-books.ts";

const chapters: readonly PlainChapter[] = [1, 2, 3].map((number) => ({
  title: `Chapter ${number}`,
  paragraphs: [
    "Aa ship lay in the harbour, with her lamps out and her sails down.",
    "Tom said that “nobody” on the quay had seen her come in, not even he.",
    "雨が降る。風が吹く。",
  ],
}));

const samples = ["english.epub", "english.txt", "japanese.epub", "japanese.txt"];

/** The whole books that mutations start from, by name: the samples, and a small book of every format. */
export function fuzzSeeds(): ReadonlyMap<string, Uint8Array> {
  const written = Object.entries({ ...markedFormats, ...plainFormats, epub: epubOf });
  return new Map([
    ...samples.map((name): [string, Uint8Array] => [
      name,
      new Uint8Array(readFileSync(new URL(`../samples/${name}`, import.meta.url))),
    ]),
    ...written.map(([name, write]): [string, Uint8Array] => [name, write(chapters)]),
  ]);
}
