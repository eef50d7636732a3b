import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeEpub } from "./epub-fixture.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fabula-memory-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry = fileURLToPath(new URL("../src/entry/cli.ts", import.meta.url));
/** Makes the program say last what it has used: kilobytes at the most, and microseconds of the processor. */
const figures =
  "data:text/javascript,process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();console.error(maxRSS,userCPUTime+systemCPUTime)})";

/** Reads the file in a process of its own, which may take 5 seconds and 300 MB. */
function outcome(book: string): string {
  const { stderr, status } = spawnSync(process.execPath, ["--import", figures, entry, "read", book, "--json"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  const lines = stderr.trimEnd().split("\n");
  const [kilobytes = 0, microseconds = 0] = (lines.at(-1) ?? "").split(" ").map(Number);
  expect(kilobytes).toBeGreaterThan(0);
  expect(kilobytes).toBeLessThan(300_000);
  expect(microseconds).toBeLessThan(5_000_000);
  return status === 0 ? "read" : (/\[([\w-]+)\]/.exec(stderr)?.[1] ?? stderr);
}

const pages = { "one.xhtml": "<p>A story.</p>" };
const million = 1_000_000;

it.each([
  ["a page of a million tags", () => makeEpub({ pages: { "one.xhtml": "<p><i>".repeat(million) } }), "too-large"],
  ["a million levels", () => `<html><body>${"<div>".repeat(million)}deep`, "too-large"],
  ["a million pages", () => makeEpub({ pages, refs: '<itemref idref="p0"/>'.repeat(million) }), "too-large"],
  ["half a million short lines", () => "ab\n".repeat(million / 2), "too-large"],
  ["a million readings", () => "雨《あめ》".repeat(million), "too-large"],
  ["a bomb", () => makeEpub({ pages, files: { "bomb.txt": new Uint8Array(60 * million) } }), "too-large"],
  ["one line of 19 megabytes", () => "word ".repeat(3.8 * million), "read"],
])(
  "%s: less than 300 MB and 5 s of the processor",
  (_, content, expected) => {
    writeFileSync(join(folder, "book"), content());
    expect(outcome(join(folder, "book"))).toBe(expected);
  },
  60_000,
);

it("500 MB that begin as a text: less than 300 MB and 5 s of the processor", () => {
  writeFileSync(join(folder, "book"), "Words. ".repeat(1000));
  truncateSync(join(folder, "book"), 500 * million);
  expect(outcome(join(folder, "book"))).toBe("too-large");
}, 60_000);
