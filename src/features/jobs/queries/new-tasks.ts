import { type Compilable, sql } from "kysely";
import { jsonText, timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { insertRows } from "../../../backends/sql/insert-rows.ts";
import { defaultMaxAttempts, type NewTask, type TaskHandler } from "../task-handler.ts";

/** `run_after` of a task that may run at once, whatever the clock said when it was made. */
export const atOnce = timeText(0);

export interface TasksOfJob {
  jobId: string;
  plan: readonly TaskHandler[];
  priority: number;
  tasks: readonly NewTask[];
}

/**
 * Queries that add tasks to a job. One that is there already is left alone when its input is the same, done or not; with another
 * input it starts anew, and whoever runs it has lost the lease. Throws where a task names a step that the plan does not have.
 */
export function insertTasks(
  db: Database,
  { jobId, plan, priority, tasks }: TasksOfJob,
  { now, newId }: { now: number; newId: () => string },
): Compilable[] {
  if (tasks.length === 0) return [];
  const time = timeText(now);
  // Ids of one instant sort by chance, and tasks are claimed by their ids: so that they are begun in the order in which they were given.
  const ids = tasks.map(newId).toSorted();
  const rows = tasks.map((task, i) => {
    const place = plan.findIndex(({ step }) => step === task.step);
    const handler = plan[place];
    if (!handler) throw new Error(`There is no step ${task.step} in the plan of job ${jobId}.`);
    return {
      id: ids[i] ?? newId(),
      job_id: jobId,
      step: task.step,
      step_index: place,
      unit_key: task.unit,
      status: task.waits ? "waiting" : "ready",
      priority,
      input: jsonText(task.input ?? null),
      input_hash: task.inputHash,
      idempotency_key: [jobId, task.step, task.unit, task.inputHash].join(":"),
      max_attempts: handler.maxAttempts ?? defaultMaxAttempts,
      provider: task.provider ?? null,
      created_at: time,
      updated_at: time,
    };
  });
  return insertRows(db, "tasks", rows).map((insert) =>
    insert.onConflict((conflict) =>
      conflict
        .columns(["job_id", "step", "unit_key"])
        .doUpdateSet((row) => ({
          status: row.ref("excluded.status"),
          input: row.ref("excluded.input"),
          input_hash: row.ref("excluded.input_hash"),
          idempotency_key: row.ref("excluded.idempotency_key"),
          max_attempts: row.ref("excluded.max_attempts"),
          provider: row.ref("excluded.provider"),
          updated_at: row.ref("excluded.updated_at"),
          ...startedAnew,
          finished_at: null,
          result: null,
        }))
        .whereRef("tasks.input_hash", "<>", "excluded.input_hash"),
    ),
  );
}

/** Columns of a task that no attempt has been made at. */
export const startedAnew = {
  attempts: 0,
  lease_owner: null,
  lease_until: null,
  run_after: atOnce,
  started_at: null,
  error_class: null,
  error_code: null,
  error_message: null,
} as const;

/** Gives tasks that were added by work begun earlier the priority that their job has by now. */
export function followPriority(db: Database, jobId: string): Compilable {
  const ofJob = db.kysely.selectFrom("jobs").select("priority").where("id", "=", jobId);
  return db.kysely
    .updateTable("tasks")
    .set({ priority: ofJob })
    .where("job_id", "=", jobId)
    .where("status", "<>", sql.lit("done"))
    .where("priority", "<>", ofJob);
}

/** Makes tasks ready that waited for the steps before theirs, where all tasks of those are done. */
export function readyWaitingTasks(db: Database, jobId: string, now: number): Compilable {
  return db.kysely
    .updateTable("tasks")
    .set({ status: "ready", updated_at: timeText(now) })
    .where("job_id", "=", jobId)
    .where("status", "=", sql.lit("waiting"))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("tasks as before")
            .select("before.id")
            .whereRef("before.job_id", "=", "tasks.job_id")
            .whereRef("before.step_index", "<", "tasks.step_index")
            .where("before.status", "<>", sql.lit("done")),
        ),
      ),
    );
}
