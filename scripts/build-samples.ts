// `node scripts/build-samples.ts`: makes samples/*.epub and samples/*.txt out of samples/source/*.txt; the same bytes every time.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sampleEpub } from "./sample-epub.ts";
import { parseSample } from "./sample-source.ts";
import { sampleText } from "./sample-text.ts";

export const samples = [
  { name: "english", language: "en" },
  { name: "japanese", language: "ja" },
] as const;

/** A file below samples/. */
export const samplePath = (file: string): string => fileURLToPath(new URL(`../samples/${file}`, import.meta.url));

/** Both forms of a sample, from its source. */
export function buildSample({ name, language }: (typeof samples)[number]): { epub: Uint8Array; text: string } {
  const story = parseSample(readFileSync(samplePath(`source/${name}.txt`), "utf8"), language);
  return { epub: sampleEpub(story), text: sampleText(story) };
}

if (import.meta.main) {
  for (const sample of samples) {
    const { epub, text } = buildSample(sample);
    writeFileSync(samplePath(`${sample.name}.epub`), epub);
    writeFileSync(samplePath(`${sample.name}.txt`), text);
    console.log(`samples/${sample.name}.epub, samples/${sample.name}.txt`);
  }
}
