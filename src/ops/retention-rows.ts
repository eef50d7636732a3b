import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import { timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";
import type { FileCategory } from "../features/files/stored-file.ts";

/** Files that only the work itself needs: they go with its tasks. */
export const intermediate: readonly FileCategory[] = ["chunks", "analysis", "layouts"];

/** Rows that one statement takes at most, so that nobody waits long for another's turn. */
export const batch = 90;

/** Moments (ISO 8601): jobs that ended before them have had their time. */
export interface Cutoffs {
  completed: string;
  failed: string;
}

const isOver = ({ completed, failed }: Cutoffs) => sql<SqlBool>`(
  (status = 'completed' and completed_at <= ${completed}) or (status in ('failed', 'cancelled') and completed_at <= ${failed}))`;
/** Purged since its last end: one that was begun again, or changed, has ended again since, or is not over. */
const isPurged = sql<SqlBool>`(status in ('completed', 'failed', 'cancelled') and tasks_purged_at >= completed_at)`;
const isKept = sql<SqlBool>`(tasks_purged_at is null or tasks_purged_at < completed_at)`;

const categories = sql.join(intermediate.map((category) => sql.lit(category)));

/** Jobs that are to be purged, or whose purge was cut off, oldest end first. */
export async function jobsToPurge(db: Database, cutoffs: Cutoffs): Promise<string[]> {
  const left = sql<SqlBool>`(exists (select 1 from tasks where tasks.job_id = jobs.id)
    or exists (select 1 from storage_files where storage_files.job_id = jobs.id and category in (${categories}) and deleted_at is null))`;
  const rows = await db.kysely
    .selectFrom("jobs")
    .select("id")
    .where(sql<SqlBool>`((${isKept} and ${isOver(cutoffs)}) or (${isPurged} and ${left}))`)
    .orderBy("completed_at")
    .limit(batch)
    .execute();
  return rows.map(({ id }) => id);
}

/** What a purge would take of all jobs that are over. */
export async function purgeable(
  db: Database,
  cutoffs: Cutoffs,
): Promise<Record<"jobs" | "tasks" | "files" | "bytes", number>> {
  const over = sql`select id from jobs where (${isKept} and ${isOver(cutoffs)}) or ${isPurged}`;
  const files = sql`from storage_files where job_id in (${over}) and category in (${categories}) and deleted_at is null`;
  const { rows } = await sql<Record<"jobs" | "tasks" | "files" | "bytes", number>>`select
    (select count(*) from jobs where ${isKept} and ${isOver(cutoffs)}) as jobs,
    (select count(*) from tasks where job_id in (${over})) as tasks,
    (select count(*) ${files}) as files,
    (select coalesce(sum(size), 0) ${files}) as bytes`.execute(db.kysely);
  return rows[0] ?? { jobs: 0, tasks: 0, files: 0, bytes: 0 };
}

/** Says that a job's tasks are gone, before they go: from then on it is not retried but begun again. False where it is no longer over. */
export async function markPurged({ kysely }: Database, job: string, cutoffs: Cutoffs, now: number): Promise<boolean> {
  const rows = await kysely
    .updateTable("jobs")
    .set({ tasks_purged_at: timeText(now) })
    .where("id", "=", job)
    .where(sql<SqlBool>`(${isKept} and ${isOver(cutoffs)})`)
    .returning("id")
    .execute();
  return rows.length === 1;
}

/** A file that its owner no longer sees. */
export interface HiddenFile {
  id: string;
  key: string;
  size: number;
}

/** Hides some intermediate files of a job that is purged; none where it was begun again meanwhile. */
export async function hideIntermediate({ kysely }: Database, job: string, now: number): Promise<HiddenFile[]> {
  return kysely
    .updateTable("storage_files")
    .set({ deleted_at: timeText(now) })
    .where("id", "in", some(sql`storage_files`, sql`category in (${categories}) and deleted_at is null`, job))
    .where(stillPurged(job))
    .returning(["id", "key", "size"])
    .execute();
}

/** Takes the rows of hidden files away, once their blobs are gone. */
export async function forgetHidden({ kysely, capabilities }: Database, ids: readonly string[]): Promise<void> {
  await kysely
    .deleteFrom("storage_files")
    .where("id", "in", capabilities.valuesOf(ids))
    .where("deleted_at", "is not", null)
    .execute();
}

/** Takes some tasks of a job that is purged away, with their history; how many. */
export async function deleteTasks({ kysely }: Database, job: string): Promise<number> {
  const rows = await kysely
    .deleteFrom("tasks")
    .where("id", "in", some(sql`tasks`, sql`1 = 1`, job))
    .where(stillPurged(job))
    .returning("id")
    .execute();
  return rows.length;
}

function some(table: Expression<unknown>, which: Expression<unknown>, job: string): RawBuilder<string> {
  return sql<string>`(select id from ${table} where job_id = ${job} and ${which} order by id limit ${sql.lit(batch)})`;
}

function stillPurged(job: string): Expression<SqlBool> {
  return sql<SqlBool>`exists (select 1 from jobs where jobs.id = ${job} and ${isPurged})`;
}
