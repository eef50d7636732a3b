// `node scripts/bench-tasks.ts [TASKS]`: tasks claimed and finished a second on a file of SQLite, by the statements alone and by the pump, and what
// that is of a bare loop of two-statement transactions on such a file, in turns. A second is one of the clock, and one of the processor, which other
// work on the machine does not shorten. Exits with 1 below 5,000 tasks a second of the processor.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { localPump } from "../src/backends/queue/local.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { openSqlite } from "../src/backends/sql/sqlite.ts";
import { uuid7Maker } from "../src/core/text/uuid7.ts";
import { claimTasks } from "../src/features/jobs/queries/claim-tasks.ts";
import { completeTasks } from "../src/features/jobs/queries/complete-tasks.ts";
import { createJob } from "../src/features/jobs/queries/jobs.ts";
import type { JobPlans } from "../src/features/jobs/task-handler.ts";
import { taskWorker } from "../src/features/jobs/worker.ts";
import { ratio } from "./medians.ts";

const count = Number(process.argv[2] ?? 5_000);
/** Each way has a turn in every round, and the best counts: other work on the machine disturbs all alike. */
const rounds = 3;
const wanted = 5_000;

const folder = mkdtempSync(join(tmpdir(), "bench-tasks-"));
const migrations = new URL("../migrations/", import.meta.url);
const newId = uuid7Maker(Date.now, () => crypto.getRandomValues(new Uint8Array(10)));
const plans: JobPlans = {
  import: [{ step: "page", weight: 1, run: () => Promise.resolve({}) }],
};
/** Tasks a second. */
interface Speed {
  byClock: number;
  byProcessor: number;
}
const best: Record<"loop" | "statements" | "pump", Speed> = {
  loop: { byClock: 0, byProcessor: 0 },
  statements: { byClock: 0, byProcessor: 0 },
  pump: { byClock: 0, byProcessor: 0 },
};
try {
  for (let round = 0; round < rounds; round++) {
    best.loop = better(best.loop, await bareLoop());
    best.statements = better(best.statements, await measured(byStatements));
    best.pump = better(best.pump, await measured(byPump));
  }
} finally {
  rmSync(folder, { recursive: true });
}
const line = (name: string, { byClock, byProcessor }: Speed): string =>
  `${name}: ${byClock.toFixed(0)} tasks a second of the clock (${ratio(byClock / best.loop.byClock)} of the bare loop), ` +
  `${byProcessor.toFixed(0)} of the processor (${ratio(byProcessor / best.loop.byProcessor)})\n`;
process.stdout.write(line("bare loop, two statements a transaction", best.loop));
process.stdout.write(line("claimed and finished, 100 at once", best.statements));
process.stdout.write(line("by the pump, 64 at once", best.pump));
if (Math.min(best.statements.byProcessor, best.pump.byProcessor) < wanted) process.exitCode = 1;

function better(one: Speed, other: Speed): Speed {
  return {
    byClock: Math.max(one.byClock, other.byClock),
    byProcessor: Math.max(one.byProcessor, other.byProcessor),
  };
}

/** How fast all tasks are done by some work. */
async function speedOf(work: () => unknown): Promise<Speed> {
  const [from, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { byClock: (count / (performance.now() - from)) * 1_000, byProcessor: (count / (user + system)) * 1_000_000 };
}

/** Takes a row and ends it, one transaction each, without indexes, jobs or history: what the file can do. */
async function bareLoop(): Promise<Speed> {
  const file = new DatabaseSync(join(folder, `${newId()}.sqlite`));
  file.exec("pragma journal_mode = wal; pragma synchronous = normal;");
  file.exec("create table work (id integer primary key, status text not null, done_at text)");
  const insert = file.prepare("insert into work (id, status) values (?, 'ready')");
  file.exec("begin");
  for (let id = 1; id <= count; id++) insert.run(id);
  file.exec("commit");
  const take = file.prepare("update work set status = 'running' where id = ? and status = 'ready'");
  const end = file.prepare("update work set status = 'done', done_at = ? where id = ?");
  const speed = await speedOf(() => {
    for (let id = 1; id <= count; id++) {
      file.exec("begin immediate");
      take.run(id);
      end.run(new Date().toISOString(), id);
      file.exec("commit");
    }
  });
  file.close();
  return speed;
}

async function measured(work: (db: Database) => Promise<void>): Promise<Speed> {
  const db = await filled();
  const speed = await speedOf(() => work(db));
  const open = await db.kysely.selectFrom("tasks").select("id").where("status", "<>", "done").execute();
  const attempts = await db.kysely.selectFrom("job_step_history").select("id").execute();
  await db.close();
  if (open.length > 0 || attempts.length !== count) throw new Error("Not every task was done once.");
  return speed;
}

async function filled(): Promise<Database> {
  const path = join(folder, `${newId()}.sqlite`);
  const file = new DatabaseSync(path);
  for (const name of readdirSync(migrations).toSorted())
    if (name.endsWith(".sql")) file.exec(readFileSync(new URL(name, migrations), "utf8"));
  file.close();
  const db = openSqlite(path);
  const time = new Date().toISOString();
  await db.kysely
    .insertInto("users")
    .values({ id: "bench", email: "bench@example.org", name: "Bench", created_at: time, updated_at: time })
    .execute();
  const tasks = Array.from({ length: count }, (_, i) => ({ step: "page", unit: `page-${i}`, inputHash: String(i) }));
  await createJob(db, "bench", { type: "import", novelId: null, tasks }, { plans, now: Date.now(), newId });
  return db;
}

async function byStatements(db: Database): Promise<void> {
  for (;;) {
    const claim = { now: Date.now(), limit: 100, leaseLength: 60_000, token: newId(), providerLimits: {} };
    const claimed = await claimTasks(db, claim);
    if (claimed.length === 0) return;
    const finished = claimed.map((work) => ({ ...work, outcome: {} }));
    await completeTasks(db, plans, finished, { now: Date.now(), newId });
  }
}

async function byPump(db: Database): Promise<void> {
  const worker = taskWorker(db, { plans, now: Date.now, newId, jitter: Math.random });
  const pump = localPump(worker, {
    concurrency: 64,
    onError: (error) => {
      throw error;
    },
  });
  await pump.idle();
  await pump.stop();
}
