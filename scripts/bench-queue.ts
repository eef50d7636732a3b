/**
 * `node scripts/bench-queue.ts [WAKES] [TASKS]`: on the server that FABULA_TEST_POSTGRES names, how long a message takes from this process to the first
 * statement of a task in another that slept; how long three processes take for a backlog, and whether any task was done twice; and how much of one
 * process's time two of them need for a book whose tasks wait 50 ms each for a provider.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { pgBossSender } from "../src/backends/queue/pg-boss.ts";
import { uuid7Maker } from "../src/core/text/uuid7.ts";
import { createJob, readJob } from "../src/features/jobs/queries/jobs.ts";
import { addPerson, makeTables } from "../test/engine-schema.ts";
import { postgresPlace } from "../test/engines/postgres.ts";

const [wakes = 100, tasks = 1_000] = process.argv.slice(2).map(Number);
const place = await postgresPlace();
const db = await place.connect();
await makeTables(db, "postgres");
await addPerson(db, "ann");
const newId = uuid7Maker(Date.now, () => crypto.getRandomValues(new Uint8Array(10)));
const plans = { import: [{ step: "page", weight: 1, run: () => Promise.resolve({}) }] };
const onError = (error: unknown): never => {
  throw error;
};
const sender = pgBossSender({ connection: place.url, onError });
const now = (): number => performance.timeOrigin + performance.now();

interface Worker {
  child: ChildProcess;
  /** When each task was begun, in milliseconds since 1970, and its unit. */
  begun: { at: number; unit: string }[];
}

async function worker(hands: number, wait: number): Promise<Worker> {
  const program = new URL("bench-queue-worker.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [program, place.url, String(hands), String(wait)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const begun: Worker["begun"] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  createInterface(child.stdout).on("line", (line) => {
    const [at = "", unit = ""] = line.split(" ");
    if (line === "ready") resolve();
    else begun.push({ at: Number(at), unit });
  });
  await promise;
  // Its listener is there a moment later.
  await pause(1_000);
  return { child, begun };
}

async function stopAll(workers: readonly Worker[]): Promise<void> {
  await Promise.all(
    workers.map(async ({ child }) => {
      child.kill("SIGTERM");
      await new Promise((resolve) => child.once("exit", resolve));
    }),
  );
}

async function job(count: number): Promise<string> {
  const units = Array.from({ length: count }, (_, i) => ({ step: "page", unit: `page-${i}`, inputHash: String(i) }));
  const id = await createJob(
    db,
    "ann",
    { type: "import", novelId: null, tasks: units },
    { plans, now: Date.now(), newId },
  );
  if (id === null) throw new Error("The job was not made.");
  return id;
}

async function finished(id: string): Promise<void> {
  while ((await readJob(db, "ann", id))?.status !== "completed") await pause(5);
}

async function wakeUps(): Promise<string> {
  const sleeper = await worker(4, 0);
  const took: number[] = [];
  for (let wake = 0; wake < wakes; wake++) {
    // Not in step with the polls.
    await pause(50 + Math.random() * 100);
    const before = sleeper.begun.length;
    const id = await job(1);
    const from = now();
    sender.wake([id]);
    await finished(id);
    while (sleeper.begun.length === before) await pause(1);
    took.push((sleeper.begun.at(-1)?.at ?? 0) - from);
  }
  await stopAll([sleeper]);
  const sorted = took.toSorted((a, b) => a - b);
  const share = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]?.toFixed(1);
  return `${wakes} wakes of a process that sleeps: median ${share(0.5)} ms, p95 ${share(0.95)} ms, longest ${share(1)} ms`;
}

async function drained(count: number, processes: number, hands: number, wait: number) {
  const workers = await Promise.all(Array.from({ length: processes }, () => worker(hands, wait)));
  const id = await job(count);
  const from = now();
  sender.wake([id]);
  await finished(id);
  const took = now() - from;
  await stopAll(workers);
  const units = workers.flatMap(({ begun }) => begun.map(({ unit }) => unit));
  const shares = workers.map(({ begun }) => begun.length);
  return { took, shares, twice: units.length - new Set(units).size };
}

try {
  process.stdout.write(`${await wakeUps()}\n`);
  const { took, shares, twice } = await drained(tasks, 3, 8, 0);
  process.stdout.write(
    `${tasks} tasks by three processes: ${took.toFixed(0)} ms (${shares.join(" + ")}), begun twice: ${twice}\n`,
  );
  const alone = await drained(200, 1, 2, 50);
  const two = await drained(200, 2, 2, 50);
  process.stdout.write(
    `200 tasks that wait 50 ms: one process ${alone.took.toFixed(0)} ms, two ${two.took.toFixed(0)} ms, ${(two.took / alone.took).toFixed(2)} of it\n`,
  );
  if (twice > 0 || two.twice > 0) process.exitCode = 1;
} finally {
  await sender.close();
  await db.close();
  await place.remove();
}
