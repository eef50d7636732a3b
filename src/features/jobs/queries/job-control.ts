import { type Compilable, type SqlBool, sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database, Row } from "../../../backends/sql/database.ts";
import type { JobStatus } from "../states.ts";
import { startedAnew } from "./new-tasks.ts";

/** No task of the job is begun any more; what runs may finish. False where the job is not the owner's, or neither pending nor processing. */
export async function pauseJob(db: Database, owner: string, jobId: string, now: number): Promise<boolean> {
  return changed(
    await db.atomic([changeStatus(db, { owner, jobId, from: ["pending", "processing"], to: "paused", now })]),
  );
}

/** Goes on with a job that was paused; false where none was. */
export async function resumeJob(db: Database, owner: string, jobId: string, now: number): Promise<boolean> {
  const resume = db.kysely
    .updateTable("jobs")
    .set({
      status: sql<string>`case when started_at is null then 'pending' else 'processing' end`,
      updated_at: timeText(now),
    })
    .where("id", "=", jobId)
    .where("user_id", "=", owner)
    .where("status", "=", "paused")
    .returning("id");
  return changed(await db.atomic([resume]));
}

/** Ends a job at once: workers that run tasks of it learn of it at their next heartbeat, and their results are refused. False where it had ended. */
export async function cancelJob(db: Database, owner: string, jobId: string, now: number): Promise<boolean> {
  const cancel = changeStatus(db, {
    owner,
    jobId,
    from: ["pending", "processing", "paused", "failed"],
    to: "cancelled",
    now,
  });
  const tasks = db.kysely
    .updateTable("tasks")
    .set({ status: "cancelled", lease_until: null, finished_at: timeText(now), updated_at: timeText(now) })
    .where("job_id", "=", jobId)
    .where("status", "in", ["waiting", "ready", "running"])
    .where(isNow(db, { owner, jobId, status: "cancelled" }));
  return changed(await db.atomic([cancel, tasks]));
}

/** Begins a failed job again: what is done stays done, and the tasks that failed have all their attempts again. False where it had not failed, or its tasks are purged (`beginAgain`). */
export async function retryJob(db: Database, owner: string, jobId: string, now: number): Promise<boolean> {
  const retry = db.kysely
    .updateTable("jobs")
    .set({
      status: "pending",
      attempts: sql<number>`attempts + 1`,
      error_code: null,
      error_message: null,
      error_step: null,
      completed_at: null,
      updated_at: timeText(now),
    })
    .where("id", "=", jobId)
    .where("user_id", "=", owner)
    .where("status", "=", "failed")
    .where("tasks_purged_at", "is", null)
    .returning("id");
  const tasks = db.kysely
    .updateTable("tasks")
    .set({ status: "ready", ...startedAnew, finished_at: null, updated_at: timeText(now) })
    .where("job_id", "=", jobId)
    .where("status", "in", ["failed", "parked"])
    .where(isNow(db, { owner, jobId, status: "pending" }));
  return changed(await db.atomic([retry, tasks]));
}

/** Puts a job before or behind others (smaller is sooner), with all its tasks that are still to be done. False where it is not the owner's. */
export async function setPriority(
  db: Database,
  owner: string,
  jobId: string,
  { priority, now }: { priority: number; now: number },
): Promise<boolean> {
  const job = db.kysely
    .updateTable("jobs")
    .set({ priority, updated_at: timeText(now) })
    .where("id", "=", jobId)
    .where("user_id", "=", owner)
    .returning("id");
  const owned = db.kysely.selectFrom("jobs").select("id").where("id", "=", jobId).where("user_id", "=", owner);
  const tasks = db.kysely
    .updateTable("tasks")
    .set({ priority })
    .where("job_id", "in", owned)
    .where("status", "<>", sql.lit("done"));
  return changed(await db.atomic([job, tasks]));
}

interface StatusChange {
  owner: string;
  jobId: string;
  from: readonly JobStatus[];
  to: JobStatus;
  now: number;
}

function changeStatus(db: Database, { owner, jobId, from, to, now }: StatusChange): Compilable {
  const ended = to === "cancelled" ? { completed_at: timeText(now) } : {};
  return db.kysely
    .updateTable("jobs")
    .set({ status: to, updated_at: timeText(now), ...ended })
    .where("id", "=", jobId)
    .where("user_id", "=", owner)
    .where("status", "in", from)
    .returning("id");
}

/** The job's change was made, in an earlier query of the batch. */
function isNow(db: Database, { owner, jobId, status }: { owner: string; jobId: string; status: JobStatus }) {
  const job = db.kysely
    .selectFrom("jobs")
    .select("id")
    .where("id", "=", jobId)
    .where("user_id", "=", owner)
    .where("status", "=", status);
  return sql<SqlBool>`exists ${job}`;
}

function changed([rows]: readonly (readonly Row[])[]): boolean {
  return rows !== undefined && rows.length > 0;
}
