import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import { savedComic } from "../src/features/comics/saved-comic.ts";
import { comicSteps } from "../src/features/comics/steps.ts";
import { comicJob, comicJobType, comicPlan } from "../src/features/comics/tasks.ts";
import { createJob, readJob } from "../src/features/jobs/queries/jobs.ts";
import { verifyFile } from "../src/features/files/open-file.ts";
import { sweepFiles } from "../src/features/files/orphans.ts";
import { workerOf } from "../src/features/jobs/queries/dead-workers.ts";
import { fileOf } from "../src/features/files/queries/file-rows.ts";
import { importNovel } from "../src/features/library/import-novel.ts";
import { randomFrom } from "../src/core/geometry/random.ts";
import { workerIsDead } from "../src/entry/worker-name.ts";
import type { Services } from "../src/services.ts";
import { quickRasterizer, blankArtist, quickFonts, someSettings, someText } from "./comic-studio.ts";
import { type Moment, runCrew, setTraps, trapsLeft } from "./kill-crew.ts";
import { type KillEngines, type KillGround, openGround, withHome } from "./kill-home.ts";

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
  /** Where rows and files are kept; a file of SQLite and a folder. */
  engines?: KillEngines;
  /** Processes that work at once; one that is killed is started again. */
  workers?: number;
  /** Of random moments; the same seed kills at the same shares of a conversion's time. */
  seed?: number;
  /** Blank pages instead of drawn ones, for a proof in seconds. */
  quick?: boolean;
  tell?(line: string): void;
}

/** Random kills of one conversion at most, for each worker: more would all come near its end. */
const killsOfOne = 3;

/** Bytes of a quick comic: some pages, and some lines of which the rules are not sure. */
const shortText = 5_000;

/** Runs conversions in processes that are killed, and compares them with one that is not. */
export async function killTest(options: KillOptions): Promise<KillReport> {
  const ground = await openGround(options.engines ?? { database: "sqlite", blobs: "fs" });
  try {
    return await killOn(ground, options);
  } finally {
    await ground.close();
  }
}

async function killOn(
  ground: KillGround,
  { moments, everyBoundary, workers = 1, seed = 1, quick = false, tell = () => {} }: KillOptions,
): Promise<KillReport> {
  const report: KillReport = { kills: 0, conversions: 0, tasks: 0, calls: 0, repeatedCalls: 0, struck: {}, faults: [] };
  const text = quick ? someText.subarray(0, shortText) : someText;
  const crew = { workers, quick, next: async () => null, onKill: async () => undefined };
  const calm = await conversion(ground, text);
  const begun = await runCrew({ ...crew, folder: calm.folder });
  const expected = await calm.result();
  report.faults.push(...expected.faults);
  tell(
    `undisturbed: ${expected.files.size} files, ${expected.completions.length} tasks, ${expected.calls.length} calls, ${begun.at(-1)?.toFixed(0)} ms`,
  );
  await calm.remove();

  /** A conversion that is struck at the moments that `next` chooses and at traps; gives how often. */
  async function struck(next: (folder: string, kills: number) => Promise<Moment | null>, traps: readonly string[]) {
    const disturbed = await conversion(ground, text);
    const { folder } = disturbed;
    let kills = 0;
    setTraps(folder, traps);
    const onKill = async (): Promise<void> => {
      kills++;
      const steps = await stepsUnderWay(folder);
      for (const step of steps) report.struck[step] = (report.struck[step] ?? 0) + 1;
      tell(`killed while there was under way: ${steps.join(", ")}`);
    };
    await runCrew({ ...crew, folder, next: () => next(folder, kills), onKill });
    report.faults.push(...trapsLeft(folder).map((place) => `no worker was killed at: ${place}`));
    const result = await disturbed.result();
    report.kills += kills;
    report.conversions++;
    report.tasks += result.completions.length;
    report.calls += result.calls.length;
    report.repeatedCalls += result.calls.length - new Set(result.calls).size;
    report.faults.push(...differences(expected, result, kills));
    await disturbed.remove();
    return kills;
  }

  if (everyBoundary) {
    const boundaries = comicSteps.flatMap(({ name }) => [`made ${name}`, `kept ${name}`]);
    tell(`${await struck(async () => null, boundaries)} kills at boundaries, then finished`);
  }

  const random = randomFrom(seed);
  let left = moments;
  // A conversion may be quicker than all its moments.
  for (let conversions = 0; left > 0 && conversions < 2 * moments; conversions++) {
    const most = Math.min(left, killsOfOne * workers);
    const kills = await struck(
      async (folder, before) =>
        before < most ? momentIn(begun, await tasksBegun(folder), [random(), random()]) : null,
      [],
    );
    left -= kills;
    tell(`${kills} kills at random moments, then finished; ${left} to go`);
  }
  if (left > 0) report.faults.push(`${left} of ${moments} kills came too late`);
  return report;
}

/**
 * A moment of what is left of a conversion: `begun` are the milliseconds at which the undisturbed one began its tasks and, last, ended; `past` how many
 * of them are begun already; `share` and `victim` are from 0 to below 1.
 */
function momentIn(begun: readonly number[], past: number, [share = 0, victim = 0]: readonly number[]): Moment | null {
  const [from, end] = [begun[past], begun.at(-1)];
  if (from === undefined || end === undefined) return null;
  const time = from + share * (end - from);
  const last = begun.findLastIndex((at) => at <= time);
  return { tasks: last - past + 1, after: time - (begun[last] ?? time), victim };
}

interface Conversion {
  folder: string;
  result(): Promise<Result>;
  remove(): Promise<void>;
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

/** A studio of its own, with a book and a job that nobody has begun. */
async function conversion(ground: KillGround, text: Uint8Array): Promise<Conversion> {
  const { folder, remove } = await ground.newHome();
  const [owner, job] = await withHome(folder, async (services) => {
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
    result: () => withHome(folder, (services) => resultOf(services, folder, owner, job)),
    remove,
  };
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
    faults: [...askedAgain(calls), ...(await brokenRows({ db, blobs })), ...(await orphansLeft({ db, blobs }))],
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

/** Blobs without a row and rows without a blob, after the sweep that clears away what kills leave. */
async function orphansLeft({ db, blobs }: Pick<Services, "db" | "blobs">): Promise<string[]> {
  // No process works any more, so that none needs the grace; a store's clock may be a little ahead.
  const { lost } = await sweepFiles(db, blobs, Date.now() + 60_000, 0);
  const rows = await db.kysely.selectFrom("storage_files").select("key").execute();
  const named = new Set(rows.map(({ key }) => key));
  const faults = lost.map((key) => `the blob of a row is lost (${key})`);
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const page = await blobs.list("", { cursor });
    faults.push(...page.blobs.filter(({ key }) => !named.has(key)).map(({ key }) => `a blob has no row (${key})`));
    cursor = page.next;
  }
  return faults;
}

/** Tasks that are done, or under way in a worker that lives. */
function tasksBegun(folder: string): Promise<number> {
  return withHome(folder, async ({ db }) => {
    const rows = await db.kysely
      .selectFrom("tasks")
      .select(["status", "lease_owner"])
      .where("status", "in", ["done", "running"])
      .execute();
    return rows.filter(({ status, lease_owner }) => status === "done" || !workerIsDead(workerOf(lease_owner ?? "")))
      .length;
  });
}

/** The steps of which a task was running when the last worker was killed. */
async function stepsUnderWay(folder: string): Promise<string[]> {
  return withHome(folder, async ({ db }) => {
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
