import { sql } from "kysely";
import type { Database } from "../../../backends/sql/database.ts";
import { type RetryPolicy, verdictOn } from "../retry-policy.ts";
import type { TaskFailure } from "../task-failure.ts";
import { claimedTask } from "./claim-tasks.ts";
import { failTask } from "./fail-task.ts";

const died: TaskFailure = {
  class: "lost",
  code: "worker-lost",
  message: "The worker that had this task was killed.",
  retryAfter: null,
};

/** The worker that a lease names. */
export function workerOf(lease: string): string {
  return lease.slice(0, lease.lastIndexOf("/"));
}

/** Takes tasks away from workers that are known to be gone, so that nobody waits for their leases to run out; gives their ids. */
export async function takeFromDead(
  db: Database,
  isDead: (worker: string) => boolean,
  { now, jitter, policy }: { now: number; jitter: () => number; policy: RetryPolicy },
): Promise<readonly string[]> {
  const rows = await db.kysely.selectFrom("tasks").selectAll().where("status", "=", sql.lit("running")).execute();
  const taken: string[] = [];
  for (const task of rows.map(claimedTask)) {
    if (!isDead(workerOf(task.lease))) continue;
    const verdict = verdictOn(died, task, jitter(), policy);
    if (await failTask(db, { task, failure: died, verdict }, now)) taken.push(task.id);
  }
  return taken;
}
