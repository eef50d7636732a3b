import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { expect, it } from "vitest";
import { readerScript } from "../src/generated/reader-assets.ts";
import { explainScript } from "../src/generated/explain-assets.ts";
import { assetsPath, pageAssets } from "./embed-reader.ts";

it.each(["reader", "explain"] as const)(
  "[F0] the embedded page %s is the one that its sources make; `node scripts/embed-reader.ts` renews it",
  (page) => {
    expect(readFileSync(new URL(`../${assetsPath(page)}`, import.meta.url), "utf8")).toBe(pageAssets(page));
  },
);

const scripts = [
  ["reader", readerScript],
  ["explain", explainScript],
] as const;

it.each(scripts)("[F0] the embedded page %s is one plain script without modules", (_, script) => {
  expect(() => new Script(script)).not.toThrow();
  expect(script).not.toMatch(/^\s*(?:import|export)\b/m);
});

it.each(scripts)("[F0] the page %s never turns text into markup", (_, script) => {
  expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/);
});
