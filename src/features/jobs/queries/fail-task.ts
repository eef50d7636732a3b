import { type Compilable, type SqlBool, sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { guard, isGuardFailure } from "../../../backends/sql/guard.ts";
import { insertRows } from "../../../backends/sql/insert-rows.ts";
import type { Verdict } from "../retry-policy.ts";
import type { TaskFailure } from "../task-failure.ts";
import type { ClaimedTask } from "../task-handler.ts";
import { holdJob } from "./leases.ts";
import { notifyOfEnd } from "./notifications.ts";
import { historyRow } from "./step-history.ts";

export interface FailedAttempt {
  task: ClaimedTask;
  failure: TaskFailure;
  verdict: Verdict;
  /** Only if the lease has run out by now: for those who find a task of a lost worker. */
  onlyExpired?: boolean;
}

/** Characters of a message that are kept. */
const longestMessage = 1_000;

/**
 * Ends an attempt: the task is ready again after its wait, or it has failed for good and its job with it; history and notification in the same batch.
 * False where the lease was lost, and nothing is stored.
 */
export async function failTask(db: Database, ended: FailedAttempt, now: number): Promise<boolean> {
  const failure = { ...ended.failure, message: ended.failure.message.slice(0, longestMessage) };
  const attempt = { ...ended, failure };
  const { task, verdict, onlyExpired = false } = attempt;
  try {
    await db.atomic([
      ...holdJob(db, task.jobId, [task], now),
      ...(onlyExpired ? [hasExpired(db, task, now)] : []),
      ...insertRows(db, "job_step_history", [historyRow(task, { now, failure })]),
      endAttempt(db, attempt, now),
      ...(verdict.status === "ready" ? [] : [failJob(db, attempt, now), notifyOfEnd(db, task.jobId, now)]),
    ]);
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}

function hasExpired(db: Database, { id }: ClaimedTask, now: number): Compilable {
  const expired = db.kysely
    .selectFrom("tasks")
    .select("id")
    .where("id", "=", id)
    .where("lease_until", "<", timeText(now));
  return guard(db, sql<SqlBool>`exists ${expired}`);
}

function endAttempt(db: Database, { task, failure, verdict }: FailedAttempt, now: number): Compilable {
  const ended =
    verdict.status === "ready"
      ? { run_after: timeText(now + verdict.wait), lease_owner: null }
      : { finished_at: timeText(now) };
  return db.kysely
    .updateTable("tasks")
    .set({
      status: verdict.status,
      lease_until: null,
      error_class: failure.class,
      error_code: failure.code,
      error_message: failure.message,
      updated_at: timeText(now),
      ...ended,
    })
    .where("id", "=", task.id);
}

/** A job that has failed already keeps its first error; one that a person holds fails as well. */
function failJob(db: Database, { task, failure }: FailedAttempt, now: number): Compilable {
  return db.kysely
    .updateTable("jobs")
    .set({
      status: "failed",
      error_code: failure.code,
      error_message: failure.message,
      error_step: task.step,
      completed_at: timeText(now),
      updated_at: timeText(now),
    })
    .where("id", "=", task.jobId)
    .where("status", "in", ["pending", "processing", "paused"]);
}
