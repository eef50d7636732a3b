import { sql } from "kysely";
import type { Database } from "../../../backends/sql/database.ts";
import type { JobStatus } from "../states.ts";
import { jobSummary, type JobSummary } from "./jobs.ts";

/** The place in a list behind a job. */
export type JobCursor = Pick<JobSummary, "createdAt" | "id">;

export interface JobFilter {
  /** Null for all. */
  status?: readonly JobStatus[] | null;
  /** Those of one novel; null for all. */
  novel?: string | null;
  cursor?: JobCursor | null;
  /** The oldest first, as they are worked on; not with a cursor. */
  oldestFirst?: boolean;
  /** At most 101. */
  limit?: number;
}

/** The person's jobs, newest first unless it is said otherwise. */
export async function listJobs(
  { kysely }: Database,
  owner: string,
  { status = null, novel = null, cursor = null, oldestFirst = false, limit = 100 }: JobFilter = {},
): Promise<JobSummary[]> {
  let query = kysely.selectFrom("jobs").selectAll().where("user_id", "=", owner);
  if (status) query = query.where("status", "in", [...status]);
  if (novel !== null) query = query.where("novel_id", "=", novel);
  if (cursor) query = query.where(sql<boolean>`(created_at, id) < (${cursor.createdAt}, ${cursor.id})`);
  const order = oldestFirst ? "asc" : "desc";
  const rows = await query.orderBy("created_at", order).orderBy("id", order).limit(Math.min(limit, 101)).execute();
  return rows.map(jobSummary);
}

/** The person's jobs whose ids begin or end so, newest first, at most `limit`. `part` is of hexadecimal digits and hyphens. */
export async function findJobs({ kysely }: Database, owner: string, part: string, limit = 10): Promise<JobSummary[]> {
  const rows = await kysely
    .selectFrom("jobs")
    .selectAll()
    .where("user_id", "=", owner)
    .where(({ eb, or }) => or([eb("id", "like", `${part}%`), eb("id", "like", `%${part}`)]))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(jobSummary);
}
