import { jsonText, timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import type { ClaimedTask } from "../task-handler.ts";
import type { TaskFailure } from "../task-failure.ts";

/** The row of one attempt, written when it has ended. Its key is the claim, so that no attempt is written twice. */
export function historyRow(
  task: ClaimedTask,
  { now, failure = null, metadata = null }: { now: number; failure?: TaskFailure | null; metadata?: unknown },
) {
  return {
    id: task.lease,
    job_id: task.jobId,
    task_id: task.id,
    step: task.step,
    unit_key: task.unit,
    attempt: task.attempt,
    status: failure ? "failed" : "completed",
    started_at: timeText(task.startedAt),
    finished_at: timeText(now),
    // The clock may have been put back meanwhile.
    duration_ms: Math.max(0, now - task.startedAt),
    error_code: failure?.code ?? null,
    error_message: failure?.message ?? null,
    metadata: metadata === null ? null : jsonText(metadata),
  };
}

/** One attempt at a step. */
export interface StepAttempt {
  id: string;
  step: string;
  unit: string;
  attempt: number;
  status: string;
  /** ISO 8601 in UTC. */
  startedAt: string;
  /** Milliseconds. */
  duration: number | null;
  errorCode: string | null;
  errorMessage: string | null;
}

/** The attempts of a job in the order in which they began, at most `limit`, after the one with the id `after`. */
export async function stepHistory(
  db: Database,
  owner: string,
  jobId: string,
  { after = null, limit = 100 }: { after?: Pick<StepAttempt, "id" | "startedAt"> | null; limit?: number } = {},
): Promise<readonly StepAttempt[]> {
  let attempts = db.kysely
    .selectFrom("job_step_history")
    .innerJoin("jobs", "jobs.id", "job_step_history.job_id")
    .select([
      "job_step_history.id",
      "step",
      "unit_key",
      "attempt",
      "job_step_history.status",
      "job_step_history.started_at",
    ])
    .select(["duration_ms", "job_step_history.error_code", "job_step_history.error_message"])
    .where("job_step_history.job_id", "=", jobId)
    .where("jobs.user_id", "=", owner)
    .orderBy("job_step_history.started_at")
    .orderBy("job_step_history.id")
    .limit(limit);
  if (after !== null)
    attempts = attempts.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("job_step_history.started_at", "job_step_history.id"), ">", tuple(after.startedAt, after.id)),
    );
  return (await attempts.execute()).map((row) => ({
    id: row.id,
    step: row.step,
    unit: row.unit_key,
    attempt: row.attempt,
    status: row.status,
    startedAt: row.started_at,
    duration: row.duration_ms,
    errorCode: row.error_code,
    errorMessage: row.error_message,
  }));
}
