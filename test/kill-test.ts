import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import { savedComic } from "../src/features/comics/saved-comic.ts";
import { comicSteps } from "../src/features/comics/steps.ts";
import { comicJob, comicJobType, comicPlan } from "../src/features/comics/tasks.ts";
import { createJob, readJob } from "../src/features/jobs/queries/jobs.ts";
import { verifyFile } from "../src/features/files/open-file.ts";
import { fileOf } from "../src/features/files/queries/file-rows.ts";
import { importNovel } from "../src/features/library/import-novel.ts";
import { randomFrom } from "../src/core/geometry/random.ts";
import { databaseAt } from "../src/entry/database.ts";
import { openServices } from "../src/entry/services.ts";
import type { Services } from "../src/services.ts";
import { quickRasterizer, blankArtist, quickFonts, someSettings, someText } from "./comic-studio.ts";

export interface KillReport {
  kills: number;
  /** Conversions that were finished in spite of them. */
  conversions: number;
  tasks: number;
  /** Questions put to the model, and how many of them were repeated because a kill met them. */
  calls: number;
  repeatedCalls: number;
  /** Kills at random moments by the step that was under way; `between` where none was. */
  struck: Record<string, number>;
  /** What should not be; empty where nothing was lost. */
  faults: string[];
}

interface KillOptions {
  /** Kills at random moments. */
  moments: number;
  /** Also a kill before and after each step's result is stored. */
  everyBoundary: boolean;
  /** Of random moments; the same seed kills at the same shares of a conversion's time. */
  seed?: number;
  /** Blank pages instead of drawn ones, for a proof in seconds. */
  quick?: boolean;
  tell?(line: string): void;
}

/** Random kills of one conversion at most: more would all come near its end. */
const killsOfOne = 3;

/** Bytes of a quick comic: some pages, and some lines of which the rules are not sure. */
const shortText = 5_000;

/** Runs conversions in processes that are killed, and compares them with one that is not. */
export async function killTest({
  moments,
  everyBoundary,
  seed = 1,
  quick = false,
  tell = () => {},
}: KillOptions): Promise<KillReport> {
  const report: KillReport = { kills: 0, conversions: 0, tasks: 0, calls: 0, repeatedCalls: 0, struck: {}, faults: [] };
  const run = (folder: string, { boundary = "", kill = null }: { boundary?: string; kill?: Moment | null }) =>
    runWorker([folder, boundary, quick ? "quick" : "whole"], kill);
  const text = quick ? someText.subarray(0, shortText) : someText;
  const calm = await conversion(text);
  const { begun } = await run(calm.folder, {});
  const expected = await calm.result();
  report.faults.push(...expected.faults);
  tell(
    `undisturbed: ${expected.files.size} files, ${expected.completions.length} tasks, ${expected.calls.length} calls, ${begun.at(-1)?.toFixed(0)} ms`,
  );
  calm.remove();

  async function until(finish: (folder: string) => Promise<void>, kills: () => number): Promise<void> {
    const disturbed = await conversion(text);
    await finish(disturbed.folder);
    const result = await disturbed.result();
    report.conversions++;
    report.tasks += result.completions.length;
    report.calls += result.calls.length;
    report.repeatedCalls += result.calls.length - new Set(result.calls).size;
    report.faults.push(...differences(expected, result, kills()));
    disturbed.remove();
  }

  if (everyBoundary)
    await until(
      async (folder) => {
        for (const { name } of comicSteps)
          for (const boundary of [`made ${name}`, `kept ${name}`]) {
            const { wasKilled } = await run(folder, { boundary });
            if (!wasKilled) report.faults.push(`the worker was not killed at: ${boundary}`);
            report.kills++;
            tell(`killed at: ${boundary}`);
          }
        await run(folder, {});
      },
      () => 2,
    );

  const random = randomFrom(seed);
  let left = moments;
  // A conversion may be quicker than all its moments.
  for (let conversions = 0; left > 0 && conversions < 2 * moments; conversions++) {
    let kills = 0;
    const next = async (folder: string): Promise<Moment | null> =>
      left > 0 && kills < killsOfOne ? momentIn(begun, await tasksDone(folder), random()) : null;
    await until(
      async (folder) => {
        while ((await run(folder, { kill: await next(folder) })).wasKilled) {
          kills++;
          left--;
          report.kills++;
          for (const step of await stepsUnderWay(folder)) report.struck[step] = (report.struck[step] ?? 0) + 1;
        }
      },
      () => kills,
    );
    tell(`${kills} kills at random moments, then finished; ${left} to go`);
  }
  if (left > 0) report.faults.push(`${left} of ${moments} kills came too late`);
  return report;
}

/** A moment of a conversion, told by its tasks, so that it is the same one on a machine that is slower by then. */
interface Moment {
  /** Tasks that this run has begun by then. */
  tasks: number;
  /** Milliseconds after the last of them was begun. */
  after: number;
}

/**
 * A moment of what is left of a conversion: `begun` are the milliseconds at which the undisturbed one began its tasks and, last, ended; `done` its
 * tasks that are done already; `share` is from 0 to below 1.
 */
function momentIn(begun: readonly number[], done: number, share: number): Moment | null {
  const [from, end] = [begun[done], begun.at(-1)];
  if (from === undefined || end === undefined) return null;
  const time = from + share * (end - from);
  const last = begun.findLastIndex((at) => at <= time);
  return { tasks: last - done + 1, after: time - (begun[last] ?? time) };
}

interface Conversion {
  folder: string;
  result(): Promise<Result>;
  remove(): void;
}

interface Result {
  status: string;
  files: Map<string, string>;
  /** Tasks in the history as completed, once for each time. */
  completions: string[];
  /** Keys of questions, in the order in which they were put. */
  calls: string[];
  /** What is wrong with it whatever came before. */
  faults: string[];
}

/** A studio in a folder of its own, with a book and a job that nobody has begun. */
async function conversion(text: Uint8Array): Promise<Conversion> {
  const folder = mkdtempSync(join(tmpdir(), "fabula-kill-"));
  const [owner, job] = await withServices(folder, async (services) => {
    const person = await localOwner(services.db, services);
    const book = { content: text, name: "tale.txt" };
    const { novel } = await importNovel(services.db, services, person, book, { size: 1e9, quota: null });
    const tools = {
      ...services,
      model: null,
      fonts: quickFonts,
      artist: async () => blankArtist,
      rasterizer: () => quickRasterizer,
    };
    const plans = { [comicJobType]: comicPlan(tools) };
    const context = { plans, now: services.now(), newId: services.newId };
    const id = await createJob(services.db, person, await comicJob(novel, someSettings), context);
    if (id === null) throw new Error("The job was not made.");
    return [person, id] as const;
  });
  return {
    folder,
    result: () => withServices(folder, (services) => resultOf(services, folder, owner, job)),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

async function withServices<T>(folder: string, act: (services: Services) => Promise<T>): Promise<T> {
  const database = databaseAt(`file:${join(folder, "studio.sqlite")}`, "0.0.0-kill");
  const services = await openServices(database, join(folder, "storage"));
  try {
    return await act(services);
  } finally {
    await services.close();
  }
}

async function resultOf({ db, blobs }: Services, folder: string, owner: string, job: string): Promise<Result> {
  const files = new Map<string, string>();
  for (const { path, chunks } of await savedComic(db, blobs, owner, job)) {
    const hash = createHash("sha256");
    for await (const chunk of chunks()) hash.update(chunk);
    files.set(path, hash.digest("hex"));
  }
  const history = await db.kysely
    .selectFrom("job_step_history")
    .selectAll()
    .where("status", "=", "completed")
    .execute();
  const path = join(folder, "calls.txt");
  const calls = existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
  return {
    status: (await readJob(db, owner, job))?.status ?? "gone",
    files,
    completions: history.map(({ step, unit_key }) => `${step} ${unit_key}`),
    calls: calls.filter((line) => line.startsWith("asked ")),
    faults: [...askedAgain(calls), ...(await brokenRows({ db, blobs }))],
  };
}

/** Questions that were put when their replies were stored already. */
function askedAgain(calls: readonly string[]): string[] {
  const kept = new Set<string>();
  const faults: string[] = [];
  for (const [what, key = ""] of calls.map((line) => line.split(" ")))
    if (what === "kept") kept.add(key);
    else if (kept.has(key)) faults.push(`a question was put again after its reply was stored (${key})`);
  return faults;
}

/** Files that are not what their rows say, tasks that are not done, and counters that do not agree with them. */
async function brokenRows({ db, blobs }: Pick<Services, "db" | "blobs">): Promise<string[]> {
  const faults: string[] = [];
  for (const row of await db.kysely.selectFrom("storage_files").selectAll().execute()) {
    const found = await verifyFile(blobs, fileOf(row));
    if (found !== "whole") faults.push(`the file of ${row.artifact} ${row.unit} is ${found}`);
  }
  const open = await db.kysely.selectFrom("tasks").select(["step", "status"]).where("status", "<>", "done").execute();
  faults.push(...open.map(({ step, status }) => `a task of ${step} is ${status}`));
  for (const job of await db.kysely.selectFrom("jobs").selectAll().execute())
    for (const what of ["chunks", "episodes", "pages"] as const)
      if (job[`${what}_done`] !== job[`${what}_total`])
        faults.push(`${job[`${what}_done`]} of ${job[`${what}_total`]} ${what} are counted as done`);
  return faults;
}

function tasksDone(folder: string): Promise<number> {
  return withServices(folder, async ({ db }) => {
    const rows = await db.kysely.selectFrom("tasks").select("id").where("status", "=", "done").execute();
    return rows.length;
  });
}

/** The steps of which a task was running when the last worker was killed. */
async function stepsUnderWay(folder: string): Promise<string[]> {
  return withServices(folder, async ({ db }) => {
    const rows = await db.kysely.selectFrom("tasks").select("step").where("status", "=", "running").execute();
    return rows.length > 0 ? [...new Set(rows.map(({ step }) => step))] : ["between"];
  });
}

/** What of a disturbed conversion is not as it should be after so many kills. */
function differences(expected: Result, result: Result, kills: number): string[] {
  const faults = [...result.faults];
  if (result.status !== "completed") faults.push(`the job is ${result.status}`);
  for (const path of new Set([...expected.files.keys(), ...result.files.keys()]))
    if (expected.files.get(path) !== result.files.get(path)) faults.push(`${path} is not the same file`);
  for (const [task, times] of counted(result.completions))
    if (times > 1) faults.push(`${task} was completed ${times} times`);
  const missing = expected.completions.filter((task) => !result.completions.includes(task));
  faults.push(...missing.map((task) => `${task} was never completed`));
  for (const [key, times] of counted(result.calls))
    if (times - 1 > kills) faults.push(`a question was put ${times} times after ${kills} kills (${key})`);
  if (new Set(result.calls).size !== new Set(expected.calls).size) faults.push("other questions were asked");
  return faults;
}

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

const program = new URL("../scripts/kill-worker.ts", import.meta.url).pathname;

/**
 * Runs a worker until it has nothing to do, kills itself at a boundary, or is killed at a moment. `begun`: milliseconds from its first task to each
 * of its tasks and, last, to its end.
 */
async function runWorker(
  given: readonly string[],
  kill: Moment | null,
): Promise<{ wasKilled: boolean; begun: number[] }> {
  const child = spawn(process.execPath, [program, ...given], { stdio: ["ignore", "pipe", "pipe"] });
  let complaints = "";
  child.stderr.on("data", (text: Buffer) => (complaints += text.toString()));
  const exit = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? code)),
  );
  const over = new AbortController();
  const times: number[] = [];
  createInterface(child.stdout).on("line", () => {
    times.push(performance.now());
    if (kill === null || times.length !== kill.tasks) return;
    void pause(kill.after, null, { signal: over.signal }).then(
      () => child.kill("SIGKILL"),
      () => undefined,
    );
  });
  const how = await exit;
  over.abort();
  if (how !== 0 && how !== "SIGKILL") throw new Error(`The worker ended with ${how}: ${complaints}`);
  times.push(performance.now());
  const [first = 0] = times;
  return { wasKilled: how === "SIGKILL", begun: times.map((time) => time - first) };
}
