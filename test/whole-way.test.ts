import { unzipSync } from "fflate";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../src/core/print/report.ts";
import { fabula } from "./host.ts";

const root = mkdtempSync(join(tmpdir(), "fabula-way-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
const reportOf = (folder: string): Report => JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));

describe.each([
  { language: "en", direction: "ltr", manga: "No", leastPages: 10, mostPages: 24 },
  { language: "ja", direction: "rtl", manga: "YesAndRightToLeft", leastPages: 6, mostPages: 18 },
])("the $language sample becomes a comic", ({ language, direction, manga, leastPages, mostPages }) => {
  const out = join(root, language);
  let stdout = "";
  beforeAll(async () => {
    const result = await fabula(root, ["demo", "--language", language, "--out", out, "--quiet"]);
    expect(result, result.stderr).toMatchObject({ code: 0, stderr: "" });
    stdout = result.stdout;
  }, 120_000);

  it("[T4] has a fitting number of pages, and says so", () => {
    const { counts } = reportOf(out);
    expect(counts.pages).toBeGreaterThanOrEqual(leastPages);
    expect(counts.pages).toBeLessThanOrEqual(mostPages);
    expect(stdout).toContain(`${counts.pages} pages, ${counts.panels} panels`);
    expect(stdout).toContain(join(language, "index.html"));
  });

  it("[P1] has about five panels a page", () => {
    const { panelsPerPage } = reportOf(out).counts;
    expect(panelsPerPage).toBeGreaterThan(4);
    expect(panelsPerPage).toBeLessThan(6.2);
  });

  it("[T1] accounts for every character of the body", () => {
    const { fates, characters } = reportOf(out);
    for (const [i, fate] of fates.entries()) expect(fate.start).toBe(i === 0 ? fate.start : fates[i - 1]?.end);
    const { body, ...byFate } = characters;
    expect(Object.values(byFate).reduce((sum, count) => sum + count, 0)).toBe(body);
    expect(body).toBe((fates.at(-1)?.end ?? 0) - (fates[0]?.start ?? 0));
    expect(byFate.shown / body).toBeGreaterThan(0.3);
  });

  it("keeps its rules: no warning in the report", () => {
    expect(reportOf(out).warnings).toEqual([]);
  });

  it("[F1] is a CBZ with its cover first and ComicInfo at the root", () => {
    const name = readdirSync(out).find((file) => file.endsWith(".cbz")) ?? "";
    const zip = unzipSync(new Uint8Array(readFileSync(join(out, name))));
    const names = Object.keys(zip);
    expect(names[0]).toBe("0000_cover.png");
    expect(names.slice(1, -1)).toEqual(names.slice(1, -1).map((_, i) => `${String(i + 1).padStart(4, "0")}.png`));
    expect(new TextDecoder().decode(zip["ComicInfo.xml"])).toContain(`<Manga>${manga}</Manga>`);
    expect(new TextDecoder().decode(zip["ComicInfo.xml"])).toContain(`<PageCount>${names.length - 1}</PageCount>`);
  });

  it("[F0] has an index page that finds every picture beside it", () => {
    const html = readFileSync(join(out, "index.html"), "utf8");
    const pictures = [...html.matchAll(/"((?:pages|cast)\/[\w-]+\.png)"/g)].map((match) => match[1] ?? "");
    const files = new Set(filesOf(out));
    expect(new Set(pictures).size).toBeGreaterThan(reportOf(out).counts.pages);
    expect(pictures.filter((picture) => !files.has(picture))).toEqual([]);
  });

  it(`reads ${direction}`, () => {
    expect(reportOf(out).settings.direction).toBe(direction);
  });
});

it("[T3] two runs give the same bytes, but for the times", async () => {
  const folders = ["first", "second"].map((name) => join(root, name));
  for (const folder of folders)
    expect((await fabula(root, ["demo", "--language", "ja", "--out", folder, "--quiet"])).code).toBe(0);
  const [first = "", second = ""] = folders;
  expect(filesOf(first)).toEqual(filesOf(second));
  for (const file of filesOf(first).filter((name) => name !== "timings.json"))
    expect(readFileSync(join(first, file)).equals(readFileSync(join(second, file))), file).toBe(true);
}, 240_000);
