/**
 * A worker that `bench-queue.ts` starts: `node scripts/bench-queue-worker.ts URL HANDS MILLISECONDS`. It works on tasks of PostgreSQL that each wait for so
 * many milliseconds, as on a provider, and writes when each was begun and, where a task was claimed twice, stops.
 */
import { setTimeout as pause } from "node:timers/promises";
import { pgBossPump } from "../src/backends/queue/pg-boss.ts";
import { openPostgres } from "../src/backends/sql/postgres.ts";
import { uuid7Maker } from "../src/core/text/uuid7.ts";
import { taskWorker } from "../src/features/jobs/worker.ts";

const [url = "", hands = "1", wait = "0"] = process.argv.slice(2);
const db = openPostgres(url);
const newId = uuid7Maker(Date.now, () => crypto.getRandomValues(new Uint8Array(10)));
const run = async ({ task }: { task: { unit: string } }) => {
  process.stdout.write(`${performance.timeOrigin + performance.now()} ${task.unit}\n`);
  if (Number(wait) > 0) await pause(Number(wait));
  return {};
};
const plans = { import: [{ step: "page", weight: 1, run }] };
const source = taskWorker(db, { plans, now: Date.now, newId, jitter: Math.random });
const onError = (error: unknown): void => void process.stderr.write(`${String(error)}\n`);
const pump = pgBossPump(source, { connection: url, concurrency: Number(hands), poll: 1_000, onError });
process.once("SIGTERM", () => void pump.stop().then(() => db.close()));
await pump.idle();
process.stdout.write("ready\n");
