import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { expect, it } from "vitest";
import { readerScript } from "../src/generated/reader-assets.ts";
import { readerAssets } from "./embed-reader.ts";

it("[F0] the embedded reader is the one that its sources make; `node scripts/embed-reader.ts` renews it", () => {
  expect(readFileSync(new URL("../src/generated/reader-assets.ts", import.meta.url), "utf8")).toBe(readerAssets());
});

it("[F0] the embedded reader is one plain script without modules", () => {
  expect(() => new Script(readerScript)).not.toThrow();
  expect(readerScript).not.toMatch(/^\s*(?:import|export)\b/m);
});

it("[F0] the reader never turns text into markup", () => {
  expect(readerScript).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/);
});
