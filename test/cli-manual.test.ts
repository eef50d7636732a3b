import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allCommands } from "../src/cli/command-table.ts";
import { optionsOf } from "../src/cli/help.ts";
import { manPage } from "../src/cli/man-page.ts";
import { fabula } from "./host.ts";

const commands = await allCommands();
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

describe("what tells of the commands", () => {
  it("the manual page is the one that the commands make (`npm run manual`)", () => {
    expect(readFileSync("man/fabula.1", "utf8")).toBe(manPage(commands, version));
  });

  it("docs/command-line.md knows every command and option", () => {
    const text = readFileSync("docs/command-line.md", "utf8");
    const flags = commands.flatMap((command) => optionsOf(command).map(([name]) => `--${name}`));
    const wanted = [...commands.map(({ name }) => `fabula ${name}`), ...flags];
    expect(wanted.filter((each) => !text.includes(each))).toEqual([]);
  });
});

/** What bash offers for the last of some words. */
async function offered(...words: string[]): Promise<string[]> {
  const { stdout } = await fabula(process.cwd(), ["completion", "bash"]);
  const line = words.map((word) => `'${word}'`).join(" ");
  const script = `${stdout}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _fabula; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync("bash", ["-c", script], { encoding: "utf8" }).stdout.trimEnd().split("\n");
}

describe("completion", () => {
  it.skipIf(process.platform === "win32")("in bash offers commands, flags, values, lists and files", async () => {
    expect(await offered("fabula", "ma")).toEqual(["make"]);
    expect(await offered("fabula", "make", "--tot")).toEqual(["--total-pages"]);
    expect(await offered("fabula", "make", "--pace", "")).toEqual(["comic", "full", "digest"]);
    expect(await offered("fabula", "make", "--format", "cbz,e")).toEqual(["cbz,epub"]);
    expect(await offered("fabula", "make", "README")).toEqual(["README.md"]);
    expect(await offered("fabula", "make", "--out", "sampl")).toEqual(["samples"]);
    expect(await offered("fabula", "completion", "z")).toEqual(["zsh"]);
  });

  it.each(["bash", "zsh", "fish"])("for %s names every option of every command", async (shell) => {
    const { code, stdout } = await fabula(process.cwd(), ["completion", shell]);
    expect(code).toBe(0);
    for (const command of commands)
      for (const [name] of optionsOf(command)) expect(stdout).toContain(shell === "fish" ? `-l ${name} ` : `--${name}`);
  });

  it("for another shell is refused", async () => {
    expect(await fabula(process.cwd(), ["completion", "zhs"])).toMatchObject({
      code: 2,
      stderr: "The shell can be bash, zsh, fish, not “zhs”. Did you mean zsh?\n",
    });
    expect(await fabula(process.cwd(), ["completion"])).toMatchObject({ code: 2 });
  });
});
