import { appendFile } from "node:fs/promises";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readInput } from "../src/cli/input.ts";
import { formatNames } from "../src/cli/make-settings.ts";
import { binders } from "../src/core/print/formats.ts";
import { blankPages, type CliResult, fabula } from "./host.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fabula-make-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string): void => writeFileSync(join(folder, name), content);
const make = (...argv: string[]): Promise<CliResult> => fabula(folder, ["make", ...argv, "--quiet"], blankPages);
const reportIn = (path: string) => JSON.parse(readFileSync(join(folder, path, "report.json"), "utf8"));
const hasGaps = (fates: { start: number; end: number }[]): boolean =>
  fates.some(({ start }, i) => i > 0 && start !== fates[i - 1]?.end);
const chapter = (number: string, place: string): string =>
  `CHAPTER ${number}.\n\n“Who is there?” said Anna, and opened the door of the ${place}.\n\n“Only me,” said Peter. He was a tall man with a black beard.\n\n`;
const tale = chapter("I", "kitchen") + chapter("II", "cellar") + chapter("III", "garden");

describe("what is made", () => {
  it("is bound in every format of the table that is asked for", { timeout: 90_000 }, async () => {
    put("tale.txt", tale);
    expect(formatNames).toEqual(Object.keys(binders));
    expect(await make("tale.txt", "--format", formatNames.slice(1).join(","), "-f", "cbz")).toMatchObject({
      code: 0,
      stderr: "",
    });
    const bound = readdirSync(join(folder, "out", "tale")).filter((name) => name.startsWith("tale"));
    expect(bound.length, "each format is one file").toBe(formatNames.length);
    expect(bound).toEqual(expect.arrayContaining(["tale.cbz", "tale.epub", "tale.pdf", "tale-webtoon.zip"]));
  });

  it("[T1] tells the chapters that are asked for, and gives the rest of the book a fate that says so", async () => {
    put("tale.txt", tale);
    expect(await make("tale.txt", "--chapters", "2")).toMatchObject({ code: 0 });
    const { fates, characters } = reportIn("out/tale");
    const second = tale.indexOf("CHAPTER II.");
    const third = tale.indexOf("CHAPTER III.");
    expect(fates[0]).toMatchObject({ start: 0, end: second, reason: "not among the chapters asked for" });
    expect(fates.at(-1)).toMatchObject({ start: third, reason: "not among the chapters asked for" });
    expect(fates.some(({ fate, start }: { fate: string; start: number }) => fate === "shown" && start < third)).toBe(
      true,
    );
    expect(characters.body).toBe(fates.at(-1).end);
    expect(hasGaps(fates)).toBe(false);
    expect(await make("tale.txt", "--chapters", "4-6")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("chapter 4 was asked for; there are 3"),
    });
  });

  it("[T1] prints the pages that are asked for, under their own numbers, and says what stood on the others", async () => {
    put("tale.txt", tale.repeat(3));
    const all = JSON.parse((await make("tale.txt", "--json")).stdout);
    expect(all.pages).toBeGreaterThan(1);
    const some = JSON.parse((await make("tale.txt", "--pages", "2", "--out", "second", "--json")).stdout);
    expect(some.pages).toBe(1);
    expect(readdirSync(join(folder, "second", "pages"))).toContain("0002.png");
    expect(readdirSync(join(folder, "second", "pages"))).not.toContain("0001.png");
    const { fates } = reportIn("second");
    expect(fates.map(({ reason }: { reason: string }) => reason)).toContain("not among the pages asked for");
    expect(fates.length).toBe(reportIn("out/tale").fates.length);
    expect(hasGaps(fates)).toBe(false);
    expect(await make("tale.txt", "--pages", "900-")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("[part-missing]"),
    });
  });

  it("[D8] is in flat colour where that is asked for, and says so", async () => {
    put("tale.txt", tale);
    for (const [colour, ink] of [
      ["flat", "No"],
      ["ink", "Yes"],
    ] as const) {
      await make("tale.txt", "--out", colour, "--colour", colour);
      const cbz = readFileSync(join(folder, colour, "tale.cbz"), "latin1");
      expect(cbz).toContain(`<BlackAndWhite>${ink}</BlackAndWhite>`);
    }
  });

  it("is a page of the paper that is asked for, read as the kind or the language says", async () => {
    put("tale.txt", tale);
    const heights = async (...argv: string[]): Promise<unknown> => {
      await make("tale.txt", "--out", "comic", ...argv);
      const html = readFileSync(join(folder, "comic", "index.html"), "utf8");
      return [/"width":1240,"height":(\d+)/.exec(html)?.[1], reportIn("comic").settings.direction];
    };
    expect(await heights()).toEqual(["1754", "ltr"]);
    expect(await heights("--trim", "150x180mm")).toEqual(["1488", "ltr"]);
    expect(await heights("--as", "manga")).toEqual(["1754", "rtl"]);
    expect(await heights("--as", "comic")).toEqual(["1919", "ltr"]);
    expect(await heights("--language", "ja")).toEqual(["1754", "rtl"]);
  });
});

describe("what is refused before any work", () => {
  const cases: [argv: string[], answer: string][] = [
    [["--trim", "b6"], "--trim can be b5, a5, tankobon, us-comic, kindle or WxH in mm, not “b6”. Did you mean b5?\n"],
    [
      ["--trim", "300x100"],
      "--trim 300x100: a page is upright or square, and at most two and a half times as high as wide.\n",
    ],
    [["--trim", "9x12"], "--trim is in millimetres, from 60 to 500: not “9”.\n"],
    [["--dpi", "4000"], "--dpi is in pixels an inch, from 72 to 600: not “4000”.\n"],
    [["--bleed", "3"], "--bleed is for printers: it needs --format pdf.\n"],
    [["--chapters", "0-3"], "--chapters is a number or a range such as 3-7 or 3-, from 1: not “0-3”.\n"],
    [["--pages", "7-3"], "--pages is a number or a range such as 3-7 or 3-, from 1: not “7-3”.\n"],
    [["--as", "manga", "--direction", "ltr"], "Choose either --as or --direction.\n"],
    [["--as", "webtoon", "--trim", "a5"], "--as webtoon is one strip for screens: leave out --trim.\n"],
    [
      ["-f", "webtoon", "--pages", "2"],
      "A webtoon has no pages: choose its part with --chapters instead of --pages.\n",
    ],
    [["--config", "a.json", "--no-config"], "Choose either --config or --no-config.\n"],
    [["--out", "-", "--json"], "--out - needs standard output for the comic: leave out --json.\n"],
    [["--out", "-", "more.txt"], "--out - takes one book.\n"],
    [["--out", "-", "-f", "cbz,pdf"], "--out - writes one file: choose one --format.\n"],
  ];
  it.each(cases)("%s", async (argv, answer) => {
    put("tale.txt", tale);
    put("a.json", "{}");
    expect(await make("tale.txt", ...argv)).toMatchObject({ code: 2, stdout: "", stderr: answer });
    expect(readdirSync(folder).sort()).toEqual(["a.json", "tale.txt"]);
  });

  it("a format that there is not gets a suggestion", async () => {
    expect(await make("tale.txt", "--format", "cbz,epup")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/not “epup”. Did you mean epub\?/),
    });
  });

  it("a book where a command should be is shown the way", async () => {
    expect(await fabula(folder, ["alice.epub"])).toMatchObject({
      code: 2,
      stderr: "“alice.epub” is no command. To draw a book: fabula make alice.epub\n",
    });
  });
});

describe("several books", () => {
  it("go into folders of their own, one after another, and a bad one stops nobody", async () => {
    put("tale.txt", tale);
    put("empty.txt", "");
    mkdirSync(join(folder, "other"));
    put("other/TALE.md", tale);
    const result = await make("tale.txt", "empty.txt", "other/TALE.md", "--out", "shelf");
    expect(result.code).toBe(1);
    expect(result.stderr).toContain("[empty-file]");
    expect(result.stdout).toContain("2 of 3 books made; failed: empty.txt.\n");
    expect(readdirSync(join(folder, "shelf")).sort()).toEqual(["TALE-2", "tale"]);
  });

  it("are told as one line of JSON each", async () => {
    put("tale.txt", tale);
    const result = await make("tale.txt", "nowhere.epub", "--json");
    expect(result.code).toBe(1);
    const [made, failed, ...more] = result.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(made).toMatchObject({ index: join(folder, "out", "tale", "index.html") });
    expect(failed).toMatchObject({ book: "nowhere.epub", error: { code: "file-missing" } });
    expect(more).toEqual([]);
  });
});

describe("--out -", () => {
  it("sends the one file to standard output, the same bytes as into a folder", async () => {
    put("tale.txt", tale);
    await make("tale.txt");
    const result = await make("tale.txt", "--out", "-");
    expect(result).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(Buffer.concat(result.sent).equals(readFileSync(join(folder, "out", "tale", "tale.cbz")))).toBe(true);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`.fabula-partial-${process.pid}-`))).toEqual([]);
  });

  it("is refused on a terminal", async () => {
    put("tale.txt", tale);
    const stdout = { write: () => undefined, send: async () => undefined, columns: 80 };
    expect(await fabula(folder, ["make", "tale.txt", "--out", "-"], { ...blankPages, stdout })).toMatchObject({
      code: 2,
      stderr: "--out - would fill the terminal with the comic's bytes: send it to a file or a pipe.\n",
    });
  });
});

describe("bad days", () => {
  it("a book that grows while it is read is refused", async () => {
    put("tale.txt", tale.repeat(20_000));
    let isRead = false;
    const reading = readInput(folder, "tale.txt").finally(() => (isRead = true));
    const refused = expect(reading).rejects.toMatchObject({ code: "file-changing" });
    while (!isRead) await appendFile(join(folder, "tale.txt"), "more");
    await refused;
  });

  it("an output folder that vanishes in the middle is told in one sentence", async () => {
    put("tale.txt", tale);
    mkdirSync(join(folder, "comic"));
    const openArtist: typeof blankPages.openArtist = async () => {
      rmSync(join(folder, "comic"), { recursive: true });
      return (await blankPages.openArtist?.()) ?? Promise.reject(new Error("no artist"));
    };
    const argv = ["make", "tale.txt", "--quiet", "--out", "comic"];
    expect(await fabula(folder, argv, { ...blankPages, openArtist })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The output cannot be written there: .*\n.*\[out-unwritable\]\n$/),
    });
  });

  it("two runs into one folder at once: one makes its comic, the other says why it does not", async () => {
    put("tale.txt", tale);
    const results = await Promise.all(["1", "2"].map((seed) => make("tale.txt", "--seed", seed, "--out", "comic")));
    expect(results.map(({ code }) => code).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(results.find(({ code }) => code === 1)?.stderr).toContain("[out-busy]");
    expect(readdirSync(folder).sort()).toEqual(["comic", "tale.txt"]);
  });
});
