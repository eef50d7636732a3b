import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blankPages, fabula } from "./host.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fabula-settings-"));
  put("tale.txt", "“Who is there?” said Anna, and opened the door.\n\n“Only me,” said Peter. He was tall.\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: unknown): void {
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
}
const seedOf = (path: string): number =>
  JSON.parse(readFileSync(join(folder, path, "report.json"), "utf8")).settings.seed;

describe("fabula.config.json", () => {
  it("gives defaults from the folder or one above it; the command line comes first", async () => {
    mkdirSync(join(folder, "books"));
    put("fabula.config.json", { make: { seed: 7, pace: "full", out: "comics", quiet: true, format: ["cbz"] } });
    const below = { ...blankPages, folder: join(folder, "books"), home: folder };
    expect(await fabula(folder, ["make", "../tale.txt"], below)).toMatchObject({ code: 0, stderr: "" });
    expect(seedOf("comics"), "paths start from the file's own folder").toBe(7);
    await fabula(folder, ["make", "../tale.txt", "--seed", "3"], below);
    expect(seedOf("comics")).toBe(3);
    const fitted = await fabula(folder, ["make", "../tale.txt", "--total-pages", "1"], below);
    expect(fitted, "an option of the command line outdoes its rival in the file").toMatchObject({ code: 0 });
  });

  it("is left out with --no-config, looked for no higher than the person's own folder, and named with --config", async () => {
    mkdirSync(join(folder, "own", "books"), { recursive: true });
    put("fabula.config.json", { make: { seed: 7 } });
    put("other.json", { make: { seed: 9 } });
    const own = { ...blankPages, folder: join(folder, "own", "books"), home: join(folder, "own") };
    await fabula(folder, ["make", "../../tale.txt", "--out", "a"], own);
    expect(seedOf("own/books/a")).toBe(1);
    await fabula(folder, ["make", "tale.txt", "--out", "b", "--no-config"], blankPages);
    expect(seedOf("b")).toBe(1);
    await fabula(folder, ["make", "tale.txt", "--out", "c", "--config", "other.json"], blankPages);
    expect(seedOf("c")).toBe(9);
    expect(await fabula(folder, ["make", "tale.txt", "--config", "none.json"], blankPages)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("There is no such file: none.json"),
    });
  });

  const faults: [what: string, content: unknown, answer: string][] = [
    ["no JSON", "{make:", "fabula.config.json is not JSON"],
    ["a list", [], "fabula.config.json should hold an object"],
    ["an unknown command", { mkae: {} }, "fabula.config.json: there is no command “mkae”; did you mean make\n"],
    ["an unknown option", { make: { trm: "a5" } }, "fabula.config.json: make.trm is no option; did you mean trim\n"],
    [
      "a value that is no choice",
      { make: { pace: "fulll" } },
      "make.pace can be comic, full, digest, not “fulll”. Did you mean full?",
    ],
    ["a text for a switch", { make: { quiet: "yes" } }, "make.quiet should be true or false\n"],
    ["an object for a text", { make: { out: {} } }, "make.out should be a text or a number\n"],
    ["options that are no object", { make: 3 }, "make should be an object of options\n"],
    [
      "two that exclude each other",
      { make: { pace: "full", "total-pages": 9 } },
      "Choose either --pace or --total-pages.\n",
    ],
  ];
  it.each(faults)("tells file and key of %s", async (_, content, answer) => {
    put("fabula.config.json", content);
    const { code, stderr } = await fabula(folder, ["make", "tale.txt"], blankPages);
    expect(stderr).toContain(answer);
    expect(code).toBe(2);
  });
});
