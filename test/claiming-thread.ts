// A thread that claims and finishes tasks of a file of SQLite until there are none, and posts which were its own.
import { parentPort, workerData } from "node:worker_threads";
import { openSqlite } from "../src/backends/sql/sqlite.ts";
import { claimTasks } from "../src/features/jobs/queries/claim-tasks.ts";
import { completeTasks } from "../src/features/jobs/queries/complete-tasks.ts";
import { planOf, step } from "./job-fixture.ts";

// What `claim-threads.test.ts` starts it with.
const { path, name, gate } = workerData as { path: string; name: string; gate: Int32Array };
const db = openSqlite(path);
const plans = planOf(step("page"));
const done: string[] = [];
let made = 0;
const newId = (): string => `${name}-${(made += 1)}`;
parentPort?.postMessage("ready");
Atomics.wait(gate, 0, 0);
for (;;) {
  const claim = { now: Date.now(), limit: 3, leaseLength: 60_000, token: newId(), providerLimits: { paid: 2 } };
  const work = await claimTasks(db, claim);
  if (work.length === 0) break;
  const finished = work.map((each) => ({ ...each, outcome: { counters: { pagesDone: 1 } } }));
  const completions = await completeTasks(db, plans, finished, { now: Date.now(), newId });
  for (const { task } of work) if (completions.get(task.id)?.status === "done") done.push(task.unit);
}
await db.close();
parentPort?.postMessage(done);
