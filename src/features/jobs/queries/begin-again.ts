import { type SqlBool, sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { guard, isGuardFailure } from "../../../backends/sql/guard.ts";
import type { NewTask, TaskHandler } from "../task-handler.ts";
import { insertTasks, readyWaitingTasks } from "./new-tasks.ts";

/** Where a job begins, and by which plan. */
export interface Beginning {
  jobId: string;
  plan: readonly TaskHandler[];
  tasks: readonly NewTask[];
}

/**
 * Begins a job that has failed, or whose tasks were purged, from its start: what it left and is still there (pages, pictures, outputs) is found again and
 * not made anew. Its counters and percent start from nothing. False where it is not the owner's, or is neither.
 */
export async function beginAgain(
  db: Database,
  owner: string,
  { jobId, plan, tasks }: Beginning,
  { now, newId }: { now: number; newId: () => string },
): Promise<boolean> {
  const job = db.kysely.selectFrom("jobs").where("id", "=", jobId).where("user_id", "=", owner);
  const mayBegin = job
    .select("id")
    .where((where) =>
      where.or([
        where("status", "=", "failed"),
        where.and([where("status", "=", "completed"), where("tasks_purged_at", "is not", null)]),
      ]),
    );
  const priority = (await job.select("priority").executeTakeFirst())?.priority;
  if (priority === undefined) return false;
  const update = db.kysely.updateTable("jobs").where("id", "=", jobId);
  try {
    await db.atomic([
      update.set({ updated_at: timeText(now) }),
      guard(db, sql<SqlBool>`exists ${mayBegin}`),
      update.set({ status: "pending", ...fresh, attempts: sql<number>`attempts + 1` }),
      // What a purge has not come to yet.
      db.kysely.deleteFrom("tasks").where("job_id", "=", jobId),
      ...insertTasks(db, { jobId, plan, priority, tasks }, { now, newId }),
      readyWaitingTasks(db, jobId, now),
    ]);
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}

/** Columns of a job of which nothing is done. */
const fresh = {
  tasks_purged_at: null,
  progress_percent: 0,
  current_step: null,
  chunks_total: 0,
  chunks_done: 0,
  episodes_total: 0,
  episodes_done: 0,
  pages_total: 0,
  pages_done: 0,
  panels_total: 0,
  panels_done: 0,
  error_code: null,
  error_message: null,
  error_step: null,
  completed_at: null,
} as const;
