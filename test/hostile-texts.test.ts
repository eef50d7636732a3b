import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { docxParagraph, makeDocx } from "./docx-fixture.ts";
import { fabula } from "./host.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fabula-texts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the program says of a file; it must say it soon, and leave nothing behind. */
async function told(content: string | Uint8Array, command = "read"): Promise<string> {
  const path = join(folder, "book");
  writeFileSync(path, content);
  const start = performance.now();
  const { code, stdout, stderr } = await fabula(folder, [command, "book"]);
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(readdirSync(folder)).toEqual(["book"]);
  expect(stderr).not.toMatch(/^\s+at /m);
  if (code === 0) return stdout;
  expect(code).toBe(1);
  expect(stderr.replace("Reading …\n", "").trim().split("\n")).toHaveLength(2);
  return /\[([\w-]+)\]/.exec(stderr)?.[1] ?? stderr;
}

describe("odd files", () => {
  it.each([
    ["nothing", "", "empty-file"],
    ["white space", " \n\t".repeat(1000), "no-text"],
    ["control characters", "\u0001\u0002\u0003".repeat(500), "no-text"],
    ["zeros between words", "Hello \0 there.\n".repeat(50), "not-a-book"],
    [
      "random bytes",
      Uint8Array.from({ length: 5000 }, (_, index) => ((index * index * 31 + index * 7) % 255) | 1),
      "unknown-encoding",
    ],
    ["too many lines", "a\n".repeat(300_000), "too-large"],
    ["a million tags", `<html><body>${"<div>".repeat(1_000_000)}deep`, "too-large"],
    ["a million sections", `<FictionBook><body>${"<section>".repeat(1_000_000)}deep`, "too-large"],
    ["a million readings", "雨《あめ》".repeat(1_000_000), "too-large"],
    ["a Word document that never ends", makeDocx({ body: docxParagraph("<w:r>".repeat(600)) }), "damaged-docx"],
  ])("%s are refused with a code and a fix", async (_, content, code) => {
    expect(await told(content)).toBe(code);
    expect(await told(content, "make")).toBe(code);
  });

  it("a file of 500 MB is refused before it is loaded", async () => {
    const path = join(folder, "book");
    writeFileSync(path, "Words. ".repeat(1000));
    truncateSync(path, 500_000_000);
    const before = process.memoryUsage().rss;
    expect(await fabula(folder, ["read", "book"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[too-large]"),
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it.each([
    ["brackets", "[".repeat(1_000_000)],
    ["quotes", "“".repeat(1_000_000)],
    ["notes of Aozora", `雨《あめ》${"［＃".repeat(500_000)}`],
    ["readings", `雨《あめ》${"雨《".repeat(300_000)}`],
    ["paragraphs of Markdown", "# A\n\n" + "*x* and `y`.\n\n".repeat(40_000)],
    ["quoted lines of Markdown", `# A\n\nB.\n\n${">".repeat(1_000_000)}`],
    [
      "lone surrogates",
      Uint8Array.from({ length: 4000 }, (_, index) => [0xff, 0xfe, 0x41, 0, 0x00, 0xd8, 0x42, 0][index % 8] ?? 0),
    ],
    ["line ends of every kind", "One.\r\rTwo.\n\nThree.\r\n\r\nFour.\f"],
  ])("many %s are read", async (_, content) => {
    expect(await told(typeof content === "string" ? `${content}Word here.` : content)).toMatch(/characters/);
  });
});
