import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { someText } from "./comic-studio.ts";
import { blankPages, fabula } from "./host.ts";

const folder = mkdtempSync(join(tmpdir(), "fabula-queue-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...argv: string[]) => fabula(folder, argv, blankPages);

function filesIn(out: string): Map<string, string> {
  const names = readdirSync(join(folder, out), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [file.slice(join(folder, out).length), readFileSync(file, "latin1")]));
}

describe("the queue on the command line", () => {
  beforeAll(() => writeFileSync(join(folder, "tale.txt"), someText));

  it("says what to do where it is empty", async () => {
    expect((await run("jobs")).stdout).toContain("fabula queue <book>");
    const worked = await run("work", "--quiet");
    expect(worked).toMatchObject({ code: 0, stdout: expect.stringContaining("Nothing is in the queue") });
  });

  it("takes a book, makes its comic, and saves the same files as make", async () => {
    const queued = await run("queue", "tale.txt", "--format", "cbz,pdf", "--seed", "3", "--json");
    expect(queued.code, queued.stderr).toBe(0);
    const worked = await run("work");
    expect(worked.code, worked.stderr).toBe(0);
    expect(worked.stderr).toMatch(/Understanding|Laying out|Drawing/);
    expect((await run("jobs")).stdout).toMatch(/completed {3}100% {2}\d+\/\d+ pages/);
    await run("jobs", "save", "last", "--out", "queued");
    await run("make", "tale.txt", "--format", "cbz,pdf", "--seed", "3", "--out", "made", "--quiet");
    const made = filesIn("made");
    made.delete("/timings.json");
    expect(filesIn("queued")).toEqual(made);
  }, 60_000);

  it("pauses, resumes and cancels a job, and says why not", async () => {
    await run("queue", "tale.txt", "--seed", "4");
    expect((await run("jobs", "resume", "last")).stderr).toContain("job-state");
    expect((await run("jobs", "pause", "last")).stdout).toContain("paused");
    expect((await run("work", "--quiet")).stdout).toContain("Nothing is in the queue");
    expect((await run("jobs", "resume", "last")).stdout).toContain("pending");
    expect((await run("jobs", "cancel", "last")).stdout).toContain("cancelled");
    expect((await run("jobs", "save", "last")).stderr).toContain("job-state");
    expect((await run("jobs", "pause", "nobody")).stderr).toContain("job-unknown");
    expect((await run("jobs", "paus")).code).toBe(2);
  });

  it("wakes workers of other processes where a job goes on, and only there", async () => {
    const woken: string[] = [];
    const sender = { wake: (ids: readonly string[]) => void woken.push(...ids), close: async () => undefined };
    const told = (...argv: string[]) => fabula(folder, argv, { ...blankPages, openSender: async () => sender });
    const { stdout } = await run("queue", "tale.txt", "--seed", "5", "--json");
    const { job } = JSON.parse(stdout) as { job: string };
    await told("jobs", "pause", job);
    expect(woken).toEqual([]);
    await told("jobs", "resume", job);
    expect(woken).toEqual([job]);
    await told("jobs", "resume", job);
    await told("jobs", "cancel", job);
    expect(woken).toEqual([job]);
  });

  it("queues the books that can be read where others cannot, and says which", async () => {
    writeFileSync(join(folder, "empty.txt"), "");
    writeFileSync(join(folder, "noise.bin"), Buffer.from([1, 2, 3, 0, 255]));
    const before = (await run("jobs", "--json")).stdout.split("\n").length;
    const books = ["empty.txt", "tale.txt", "nowhere.txt", "noise.bin", "tale.txt"];
    const queued = await run("queue", ...books, "--seed", "6");
    expect(queued.code).toBe(1);
    expect(queued.stderr).toContain("2 of 5 books queued; failed: empty.txt, nowhere.txt, noise.bin.");
    expect(queued.stderr).toMatch(
      /^empty\.txt: .*\n.*\[empty-file\]\nnowhere\.txt: .*\n.*\[file-missing\]\nnoise\.bin: /,
    );
    const all = (await run("jobs", "--json")).stdout.trim().split("\n");
    expect(all.length + 1 - before).toBe(2);
    for (const line of all.slice(0, 2)) await run("jobs", "cancel", (JSON.parse(line) as { id: string }).id);
    const told = await run("queue", "empty.txt", "nowhere.txt", "--json");
    expect(
      told.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { book: "empty.txt", error: { code: "empty-file" } },
      { book: "nowhere.txt", error: { code: "file-missing" } },
    ]);
  });

  it("takes a book with a title that is longer than a job's name may be", async () => {
    writeFileSync(
      join(folder, "long.md"),
      `---\ntitle: ${"A long title ".repeat(40)}\n---\n\nOnce upon a time there was a house.\n`,
    );
    const queued = await run("queue", "long.md");
    expect(queued.code, queued.stderr).toBe(0);
    await run("jobs", "cancel", "last");
  });

  it("does nothing to a job that is not named, or named by a letter or two", async () => {
    await run("queue", "tale.txt", "--seed", "7");
    const [line = ""] = (await run("jobs", "--json")).stdout.split("\n");
    const { id } = JSON.parse(line) as { id: string };
    expect(await run("jobs", "cancel")).toMatchObject({ code: 2, stderr: expect.stringContaining("Name the job") });
    for (const name of [id.at(-1) ?? "", "-", "%", id.slice(3, 9)])
      expect((await run("jobs", "cancel", name)).stderr, name).toContain("job-unknown");
    expect((await run("jobs", "cancel", id.slice(0, 4))).stderr).toContain("more than one job");
    expect((await run("jobs", "cancel", id.slice(-8).toUpperCase())).stdout).toContain("cancelled");
  });

  it("finds a job by its number behind a hundred younger ones", async () => {
    const before = (await run("jobs", "--json")).stdout.trim().split("\n");
    const { id } = JSON.parse(before.at(-1) ?? "") as { id: string };
    const database = new DatabaseSync(join(folder, "data", "fabula.sqlite"));
    database.exec(`insert into jobs (id, user_id, job_type, status, created_at, updated_at)
      with recursive counted (i) as (select 1 union all select i + 1 from counted where i < 120)
      select 'young-' || i, (select user_id from jobs limit 1), 'manga', 'cancelled', '2999-01-01', '2999-01-01' from counted`);
    const found = await run("jobs", "save", id.slice(-8), "--out", "old");
    expect(found.code, found.stderr).toBe(0);
    database.exec("delete from jobs where id like 'young-%'");
    database.close();
  });

  it("says why a comic failed in words, and what to do, and goes on when that is done", async () => {
    writeFileSync(
      join(folder, "lost.txt"),
      `A story of its own.\n\n${Buffer.from(someText).toString().slice(0, 2_000)}`,
    );
    await run("queue", "lost.txt");
    const originals = join(folder, "storage", "novels");
    const before = readdirSync(originals, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const newest = before.toSorted((a, b) => (a.name < b.name ? -1 : 1)).at(-1);
    rmSync(join(newest?.parentPath ?? "", newest?.name ?? ""));
    const worked = await run("work", "--quiet");
    expect(worked.code).toBe(1);
    expect(worked.stdout).toMatch(
      /failed\nread: A file of yours cannot be found.*\n.*\[stored-file-lost\]\n.*jobs retry/,
    );
    expect((await run("jobs")).stdout).toContain("read: A file of yours cannot be found");
    const { id } = JSON.parse((await run("jobs", "--json")).stdout.split("\n")[0] ?? "") as { id: string };
    await run("queue", "lost.txt");
    await run("jobs", "cancel", "last");
    expect((await run("jobs", "retry", id)).stdout).toContain("pending");
    expect((await run("work", "--quiet")).stdout).toMatch(/: \d+ pages/);
  }, 60_000);

  it("knows a book that was on the shelf, and refuses what is no book with nothing kept", async () => {
    expect((await run("queue", "tale.txt", "--seed", "5")).stdout).toContain("was on the shelf");
    await run("jobs", "cancel", "last");
    writeFileSync(join(folder, "noise.epub"), Buffer.from([1, 2, 3, 0, 255]));
    const before = (await run("jobs", "--json")).stdout;
    expect((await run("queue", "noise.epub")).code).toBe(1);
    expect((await run("jobs", "--json")).stdout).toBe(before);
  });
});
