import { type Selectable, type SqlBool, sql } from "kysely";
import { jsonText, timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { guard, isGuardFailure } from "../../../backends/sql/guard.ts";
import { SqlError } from "../../../backends/sql/sql-error.ts";
import type { Schema } from "../../../generated/schema.ts";
import type { JobStatus } from "../states.ts";
import { type CounterName, type JobPlans, type NewTask } from "../task-handler.ts";
import { insertTasks, readyWaitingTasks } from "./new-tasks.ts";

export interface NewJob {
  type: string;
  novelId: string | null;
  name?: string | null;
  /** JSON of what it is made with. */
  settings?: unknown;
  seed?: number;
  /** Smaller is sooner. */
  priority?: number;
  /** Where it begins. */
  tasks: readonly NewTask[];
  /** The same for a request that is sent again; the job that it made is found again. */
  idempotencyKey?: string | null;
}

export const usualPriority = 100;

/**
 * Makes a job with its first tasks, and gives its id; null where the novel is not the owner's.
 * Throws where the type has no plan or a task no step in it.
 */
export async function createJob(
  db: Database,
  owner: string,
  job: NewJob,
  { plans, now, newId }: { plans: JobPlans; now: number; newId: () => string },
): Promise<string | null> {
  const plan = plans[job.type];
  if (!plan || job.tasks.length === 0)
    throw new Error(`A job of type ${job.type} has no plan, or nothing to begin with.`);
  const id = newId();
  const priority = job.priority ?? usualPriority;
  const insert = db.kysely.insertInto("jobs").values({
    id,
    user_id: owner,
    novel_id: job.novelId,
    job_type: job.type,
    job_name: job.name ?? null,
    status: "pending",
    priority,
    settings: jsonText(job.settings ?? {}),
    seed: job.seed ?? 0,
    idempotency_key: job.idempotencyKey ?? null,
    created_at: timeText(now),
    updated_at: timeText(now),
  });
  const novel = db.kysely.selectFrom("novels").select("id").where("id", "=", job.novelId).where("user_id", "=", owner);
  const ownsNovel = job.novelId === null ? [] : [guard(db, sql<SqlBool>`exists ${novel}`)];
  const tasks = insertTasks(db, { jobId: id, plan, priority, tasks: job.tasks }, { now, newId });
  try {
    await db.atomic([...ownsNovel, insert, ...tasks, readyWaitingTasks(db, id, now)]);
    return id;
  } catch (error) {
    if (isGuardFailure(error)) return null;
    if (job.idempotencyKey && error instanceof SqlError && error.code === "unique")
      return jobOfRequest(db, owner, job.idempotencyKey, error);
    throw error;
  }
}

async function jobOfRequest(db: Database, owner: string, key: string, cause: SqlError): Promise<string> {
  const found = await db.kysely
    .selectFrom("jobs")
    .select("id")
    .where("user_id", "=", owner)
    .where("idempotency_key", "=", key)
    .executeTakeFirst();
  if (!found) throw cause;
  return found.id;
}

/** A job as its owner sees it. Times are ISO 8601 in UTC. */
export interface JobSummary {
  id: string;
  type: string;
  novelId: string | null;
  name: string | null;
  status: JobStatus;
  currentStep: string | null;
  /** From 0 to 100; never falls. */
  percent: number;
  counters: Readonly<Record<CounterName, number>>;
  /** Times that it was retried. */
  attempts: number;
  error: { code: string; message: string | null; step: string | null } | null;
  createdAt: string;
  startedAt: string | null;
  completedAt: string | null;
}

/** A job of the owner's; null where there is none. */
export async function readJob(db: Database, owner: string, jobId: string): Promise<JobSummary | null> {
  const row = await db.kysely
    .selectFrom("jobs")
    .selectAll()
    .where("id", "=", jobId)
    .where("user_id", "=", owner)
    .executeTakeFirst();
  return row ? jobSummary(row) : null;
}

/** A row as its owner sees it. */
export function jobSummary(row: Selectable<Schema["jobs"]>): JobSummary {
  return {
    id: row.id,
    type: row.job_type,
    novelId: row.novel_id,
    name: row.job_name,
    // A CHECK of the table.
    status: row.status as JobStatus,
    currentStep: row.current_step,
    percent: row.progress_percent,
    counters: {
      chunksTotal: row.chunks_total,
      chunksDone: row.chunks_done,
      episodesTotal: row.episodes_total,
      episodesDone: row.episodes_done,
      pagesTotal: row.pages_total,
      pagesDone: row.pages_done,
      panelsTotal: row.panels_total,
      panelsDone: row.panels_done,
    },
    attempts: row.attempts,
    error: row.error_code === null ? null : { code: row.error_code, message: row.error_message, step: row.error_step },
    createdAt: row.created_at,
    startedAt: row.started_at,
    completedAt: row.completed_at,
  };
}
