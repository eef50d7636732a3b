import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createNodeRasterizer } from "../src/backends/raster/node.ts";
import { timeText } from "../src/backends/sql/codecs.ts";
import { sweepTasks } from "../src/features/jobs/queries/sweep-tasks.ts";
import { stepHistory } from "../src/features/jobs/queries/step-history.ts";
import { taskWorker, usualLeaseLength } from "../src/features/jobs/worker.ts";
import { calmComic, type DiskStudio, diskStudio } from "./bad-days-studio.ts";
import { someText } from "./comic-studio.ts";
import { smallSvg } from "./rasterizer-contract.ts";

const studios: DiskStudio[] = [];
async function newStudio(text?: Uint8Array): Promise<DiskStudio> {
  const studio = await diskStudio(text);
  studios.push(studio);
  return studio;
}
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
  for (const studio of studios.splice(0)) await studio.remove();
});

/** `FABULA_SLOW=1` takes the program itself, with its artist and rasteriser. */
const isSlow = process.env["FABULA_SLOW"] === "1";

/** `fabula work` in a process of its own, in the folder of a studio. */
function startWork({ folder }: DiskStudio) {
  const program = new URL(isSlow ? "../src/entry/cli.ts" : "bad-days-worker.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [program, ...(isSlow ? ["work", "--workers", "2"] : [folder])], {
    env: { ...process.env, FABULA_CWD: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (output += text.toString()));
  const ended = once(child, "exit").then(([code]) => ({ code: Number(code), output }));
  const begun = isSlow ? pause(5_000) : once(child.stdout, "data");
  return { child, begun, ended };
}

/** Until when the job is held back, in milliseconds since 1970. */
async function mayBegin({ services: { db } }: DiskStudio, time: number): Promise<void> {
  await db.kysely
    .updateTable("tasks")
    .set({ run_after: timeText(time) })
    .where("status", "=", "ready")
    .execute();
}

/** How often each task was completed, and by which workers. */
async function completions({ services: { db }, job, owner }: DiskStudio) {
  const attempts = await stepHistory(db, owner, job, { limit: 1_000 });
  const tasks = attempts.map(({ step, unit, status }) => `${step} ${unit} ${status}`);
  const leases = await db.kysely.selectFrom("tasks").select("lease_owner").execute();
  const workers = new Set(leases.map(({ lease_owner }) => (lease_owner ?? "").split("/")[0]));
  return { tasks, workers };
}

/** What the artist draws in a moment. */
const text = isSlow ? someText.slice(0, 700) : someText.slice(0, 2_500);

describe("processes", () => {
  it("two at once on one database do every task once; one that is asked to end gives its work back, and the next goes on at once; the files are the same", async () => {
    const [together, stopped] = [await newStudio(text), await newStudio(text)];
    await mayBegin(together, Date.now() + 3_000_000);
    const both = [startWork(together), startWork(together)];
    await Promise.all(both.map(({ begun }) => begun));
    await mayBegin(together, 0);
    for (const { code, output } of await Promise.all(both.map(({ ended }) => ended))) expect(code, output).toBe(0);
    const { tasks, workers } = await completions(together);
    expect(new Set(tasks).size).toBe(tasks.length);
    expect(tasks.filter((task) => !task.endsWith("completed"))).toEqual([]);
    expect(workers.size).toBe(2);

    const first = startWork(stopped);
    while ((await stopped.summary()).counters.pagesDone < 2) await pause(20);
    first.child.kill("SIGTERM");
    const { code, output } = await first.ended;
    expect([code, output]).toEqual([1, expect.stringContaining("fabula work goes on from here")]);
    const open = stopped.services.db.kysely.selectFrom("tasks").select(["status", "attempts"]);
    const left = await open.where("status", "<>", "done").execute();
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter(({ status, attempts }) => status === "running" || attempts > 0)).toEqual([]);
    const second = await startWork(stopped).ended;
    expect(second.code, second.output).toBe(0);
    const all = await completions(stopped);
    expect(all.tasks.toSorted()).toEqual(tasks.toSorted());
    expect(await stopped.saved()).toEqual(await together.saved());
  }, 60_000);

  it.skipIf(!existsSync(`/proc/${process.pid}/task`))(
    "of the rasteriser that are killed while they draw are replaced, and the picture is the same",
    async () => {
      const { toPng, mishaps, close } = createNodeRasterizer(1);
      const svg = smallSvg(`<path d="M0 0h7v9z"/>`);
      const before = childrenNow();
      const calm = await toPng(svg);
      const [child, ...others] = childrenNow().filter((pid) => !before.includes(pid));
      expect([typeof child, others]).toEqual(["number", []]);
      // Stopped first: a small picture would be done before the kill.
      process.kill(child ?? Number.NaN, "SIGSTOP");
      const drawing = toPng(svg);
      process.kill(child ?? Number.NaN, "SIGKILL");
      expect(await drawing).toEqual(calm);
      expect(mishaps()).toEqual([expect.stringContaining("drawn again")]);
      await close();
    },
  );
});

/** Processes that this one has started and that run. */
function childrenNow(): number[] {
  const tasks = readdirSync(`/proc/${process.pid}/task`);
  const lists = tasks.map((task) => readFileSync(`/proc/${process.pid}/task/${task}/children`, "utf8"));
  return lists.flatMap((list) => list.split(" ").filter(Boolean).map(Number));
}

describe("a clock that jumps", () => {
  let studio: DiskStudio;
  beforeEach(async () => {
    studio = await newStudio();
  });

  it.each([
    ["an hour back", -3_600_000],
    ["a day ahead", 24 * 3_600_000],
  ])(
    "%s during a job takes no lease from anybody, and nothing hangs or goes back",
    async (_, jump) => {
      const { db, newId } = studio.services;
      let passed = 0;
      const now = () => Date.now() + passed;
      const other = taskWorker(db, { plans: {}, now, newId, jitter: () => 0 });
      const percents: number[] = [];
      let pages = 0;
      await studio.work({
        now,
        async before(step) {
          if (step === "render" && ++pages === 2) passed = jump;
          // Another process that looks for dead workers at every task.
          await other.sweep();
          percents.push((await studio.summary()).percent);
          return true;
        },
      });
      expect(await studio.summary()).toMatchObject({ status: "completed", percent: 100, error: null });
      expect(percents).toEqual(percents.toSorted((one, next) => one - next));
      const history = await stepHistory(db, studio.owner, studio.job, { limit: 1_000 });
      expect(history.filter(({ status }) => status !== "completed")).toEqual([]);
      expect(history.every(({ duration }) => (duration ?? 0) >= 0)).toBe(true);
      expect(await sweepTasks(db, { now: now(), leaseLength: usualLeaseLength, jitter: () => 0 })).toEqual([]);
      expect(await studio.saved()).toEqual(await calm);
    },
    20_000,
  );
});

const calm = calmComic();
