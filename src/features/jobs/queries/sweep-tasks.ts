import { sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { longestWait, type RetryPolicy, retryPolicy, verdictOn } from "../retry-policy.ts";
import type { TaskFailure } from "../task-failure.ts";
import { claimedTask } from "./claim-tasks.ts";
import { failTask } from "./fail-task.ts";

const lost: TaskFailure = {
  class: "lost",
  code: "worker-lost",
  message: "The worker that had this task did not come back.",
  retryAfter: null,
};

/**
 * Takes tasks away from workers that no longer renew their leases, at most `limit`; gives their ids. They are tried again, or parked when
 * their attempts are used up.
 *
 * A clock that was ahead leaves leases and waits far in the future. They are cut to what they can be at most by the clock as it is
 * now, and not taken away: a worker that lives renews its lease, and one that does not loses it a lease's length later.
 */
export async function sweepTasks(
  db: Database,
  {
    now,
    leaseLength,
    jitter,
    policy = retryPolicy,
    limit = 100,
  }: {
    now: number;
    /** Milliseconds, as in claims. */
    leaseLength: number;
    jitter: () => number;
    policy?: RetryPolicy;
    limit?: number;
  },
): Promise<readonly string[]> {
  await shortenWaits(db, now, leaseLength);
  const rows = await db.kysely
    .selectFrom("tasks")
    .selectAll()
    .where("status", "=", sql.lit("running"))
    .where("lease_until", "<", timeText(now))
    .orderBy("lease_until")
    .limit(limit)
    .execute();
  const taken: string[] = [];
  for (const task of rows.map(claimedTask)) {
    const verdict = verdictOn(lost, task, jitter(), policy);
    if (await failTask(db, { task, failure: lost, verdict, onlyExpired: true }, now)) taken.push(task.id);
  }
  return taken;
}

async function shortenWaits(db: Database, now: number, leaseLength: number): Promise<void> {
  const lease = timeText(now + leaseLength);
  const wait = timeText(now + longestWait);
  await db.atomic([
    db.kysely
      .updateTable("tasks")
      .set({ lease_until: lease })
      .where("status", "=", sql.lit("running"))
      .where("lease_until", ">", lease),
    db.kysely
      .updateTable("tasks")
      .set({ run_after: wait })
      .where("status", "=", sql.lit("ready"))
      .where("run_after", ">", wait),
  ]);
}
