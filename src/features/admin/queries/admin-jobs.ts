import { type Expression, type SqlBool, sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import type { JobStatus } from "../../jobs/states.ts";
import type { AdminJob } from "../schema.ts";

export interface AdminJobFilter {
  status: JobStatus | null;
  /** Whose; null for all. */
  person: string | null;
  cursor: { createdAt: string; id: string } | null;
  limit: number;
}

/** What of a job those see who run the studio: neither the names of books nor what is in them. */
function adminJobs({ kysely }: Database) {
  return kysely
    .selectFrom("jobs")
    .select(["id", "user_id as person", "job_type as type", "status", "progress_percent as percent", "attempts"])
    .select(["error_code as errorCode", "error_step as errorStep"])
    .select(["created_at as createdAt", "started_at as startedAt", "completed_at as completedAt"]);
}

/** A status is one of them by a CHECK of the table. */
const adminJob = (row: Omit<AdminJob, "status"> & { status: string }): AdminJob => ({
  ...row,
  status: row.status as JobStatus,
});

/** Jobs of all people, newest first, at most `limit` after the cursor. */
export async function listAdminJobs(db: Database, { status, person, cursor, limit }: AdminJobFilter) {
  let query = adminJobs(db);
  if (status !== null) query = query.where("status", "=", status);
  if (person !== null) query = query.where("user_id", "=", person);
  if (cursor) query = query.where(sql<SqlBool>`(created_at, id) < (${cursor.createdAt}, ${cursor.id})`);
  const rows = await query.orderBy("created_at", "desc").orderBy("id", "desc").limit(limit).execute();
  return rows.map(adminJob);
}

/** A job, whoever's it is; null where there is none. */
export async function readAdminJob(db: Database, id: string): Promise<AdminJob | null> {
  const row = await adminJobs(db).where("id", "=", id).executeTakeFirst();
  return row ? adminJob(row) : null;
}

/** A job was cancelled, or begun again, just now: for what is written into the log by the same list. */
export function isJust(act: "cancel" | "retry", job: string, now: number): Expression<SqlBool> {
  const at = timeText(now);
  return act === "cancel"
    ? sql<SqlBool>`exists (select 1 from jobs where id = ${job} and status = 'cancelled' and completed_at = ${at})`
    : sql<SqlBool>`exists (select 1 from jobs where id = ${job} and status = 'pending' and updated_at = ${at})`;
}
