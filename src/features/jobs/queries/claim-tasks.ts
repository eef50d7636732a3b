import { type Compilable, type Expression, type Selectable, type SqlBool, sql } from "kysely";
import { jsonOf, timeText } from "../../../backends/sql/codecs.ts";
import type { Capabilities, Database, Row } from "../../../backends/sql/database.ts";
import { query } from "../../../backends/sql/statement.ts";
import type { Schema } from "../../../generated/schema.ts";
import type { ClaimedTask, TaskJob } from "../task-handler.ts";

export interface Claim {
  /** Milliseconds since 1970. */
  now: number;
  /** Tasks at most. */
  limit: number;
  /** Milliseconds until the lease runs out, unless it is renewed. */
  leaseLength: number;
  /** Unlike that of any other claim; starts the leases of all tasks that it takes. */
  token: string;
  /** Tasks of each provider that may run at once, all workers together; as many as there are where one is missing. */
  providerLimits: Readonly<Record<string, number>>;
}

/** A task with a lease, and its job. */
export interface ClaimedWork {
  task: ClaimedTask;
  job: TaskJob;
}

/**
 * Takes tasks that are ready and due, of jobs that are not held, by priority, then by when they may run, then by the age of their jobs, so that
 * one is finished before the next is begun, then by their own.
 * Claims go one after the other, so that no task is taken twice and no provider's limit is passed. They wait for nobody else's rows while they
 * hold some, since whoever ends or cancels a job has its row first and its tasks afterwards.
 */
export async function claimTasks(db: Database, claim: Claim): Promise<readonly ClaimedWork[]> {
  const alone = db.capabilities.exclusive("claims");
  const results = await db.atomic([
    ...(alone ? [alone] : []),
    query(db, takeReady(db.capabilities, claim)),
    beginJobs(db, claim, db.capabilities.skipLocked),
  ]);
  const rows = results[alone ? 1 : 0] ?? [];
  // RETURNING gives all columns of the table.
  const tasks = (rows as unknown as readonly TaskRow[]).toSorted(inOrder).map(claimedTask);
  if (tasks.length === 0) return [];
  const jobs = await jobsOf(db, tasks);
  // Another was changing the row of the job; now that nothing of the claim is locked, that can be waited for.
  if ([...jobs.values()].some(({ status }) => status === "pending")) await db.atomic([beginJobs(db, claim, sql``)]);
  return tasks.flatMap((task) => {
    const row = jobs.get(task.jobId);
    // Deleted since: its tasks went with it.
    return row ? [{ task, job: taskJob(row) }] : [];
  });
}

/** Jobs whose first tasks were taken by this claim are under way. Its leases end together, so that an index finds them. */
function beginJobs(db: Database, { now, leaseLength }: Claim, skipLocked: Expression<unknown>): Compilable {
  const first = sql<string>`(select id from jobs where status = 'pending' and id in (
    select job_id from tasks where status = 'running' and lease_until = ${timeText(now + leaseLength)}) ${skipLocked})`;
  return db.kysely
    .updateTable("jobs")
    .set({
      status: "processing",
      started_at: sql<string>`coalesce(started_at, ${timeText(now)})`,
      updated_at: timeText(now),
    })
    .where("status", "=", sql.lit("pending"))
    .where("id", "in", first);
}

function takeReady({ valuesOf, skipLocked }: Capabilities, { now, limit, leaseLength, token, providerLimits }: Claim) {
  const time = timeText(now);
  const limits = Object.entries(providerLimits);
  const unlimited =
    limits.length > 0
      ? sql<SqlBool>`provider is not null and provider not in ${valuesOf(limits.map(([name]) => name))}`
      : sql<SqlBool>`provider is not null`;
  const ready = (which: Expression<SqlBool>, most: Expression<unknown>) => readyTasks(time, which, most, skipLocked);
  const candidates = [
    ready(sql<SqlBool>`provider is null`, sql`${limit}`),
    ready(unlimited, sql`${limit}`),
    ...limits.map(([name, atOnce]) =>
      ready(sql<SqlBool>`provider = ${name}`, freeOf(name, Math.min(limit, atOnce), atOnce)),
    ),
  ];
  const chosen = sql`select id from (${unionOf(candidates)}) as candidates order by priority, run_after, job_id, id limit ${limit}`;
  // The candidates are looked for once, whatever the plan: a second look would find others, since the first ones are locked.
  return sql<Row>`with chosen as materialized (${chosen})
    update tasks set status = 'running', lease_owner = ${`${token}:`} || id, lease_until = ${timeText(now + leaseLength)},
    attempts = attempts + 1, started_at = ${time}, updated_at = ${time}
    where status = 'ready' and id in (select id from chosen) returning *`;
}

/** All rows of these queries. D1 takes five in one union, so more of them are nested. */
function unionOf(queries: readonly Expression<unknown>[], most = 5): Expression<unknown> {
  if (queries.length <= most) return sql.join(queries, sql` union all `);
  const groups = Array.from({ length: Math.ceil(queries.length / most) }, (_, i) => {
    const group = unionOf(queries.slice(i * most, (i + 1) * most), most);
    return sql`select * from (${group}) as ${sql.id(`part${i}`)}`;
  });
  return unionOf(groups, most);
}

/** The first tasks that may be taken. Whether the job is held is looked up task by task, so that the index gives them in order. */
function readyTasks(
  time: string,
  which: Expression<SqlBool>,
  limit: Expression<unknown>,
  skipLocked: Expression<unknown>,
) {
  return sql`select * from (select id, job_id, priority, run_after from tasks
    where status = 'ready' and ${which} and run_after <= ${time}
      and (select status from jobs where jobs.id = tasks.job_id) in ('pending', 'processing')
    order by priority, run_after, job_id, id limit ${limit} ${skipLocked}) as due`;
}

function freeOf(provider: string, limit: number, atOnce: number): Expression<unknown> {
  const running = sql`select count(*) from tasks where status = 'running' and provider = ${provider}`;
  // Numbers as text of the statement: there are as many as providers, and D1 binds a hundred values.
  const [most, all] = [sql.lit(limit), sql.lit(atOnce)];
  return sql`(select case when free.tasks < 0 then 0 when free.tasks > ${most} then ${most} else free.tasks end
    from (select ${all} - (${running}) as tasks) as free)`;
}

type TaskRow = Selectable<Schema["tasks"]>;

function inOrder(one: TaskRow, other: TaskRow): number {
  const [a, b] = [one, other].map(({ run_after, job_id, id }) => [run_after, job_id, id].join());
  return one.priority - other.priority || ((a ?? "") < (b ?? "") ? -1 : 1);
}

/** A row of a task that is running. */
export function claimedTask(row: TaskRow): ClaimedTask {
  return {
    id: row.id,
    jobId: row.job_id,
    step: row.step,
    unit: row.unit_key,
    input: jsonOf(row.input, "tasks.input", (input) => input),
    inputHash: row.input_hash,
    priority: row.priority,
    provider: row.provider,
    idempotencyKey: row.idempotency_key,
    attempt: row.attempts,
    maxAttempts: row.max_attempts,
    lease: row.lease_owner ?? "",
    startedAt: Date.parse(row.started_at ?? row.updated_at),
  };
}

type JobRow = Pick<
  Selectable<Schema["jobs"]>,
  "id" | "user_id" | "novel_id" | "job_type" | "status" | "settings" | "seed" | "attempts"
>;

async function jobsOf(db: Database, tasks: readonly ClaimedTask[]): Promise<Map<string, JobRow>> {
  const rows = await db.kysely
    .selectFrom("jobs")
    .select(["id", "user_id", "novel_id", "job_type", "status", "settings", "seed", "attempts"])
    .where("id", "in", db.capabilities.valuesOf([...new Set(tasks.map(({ jobId }) => jobId))]))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function taskJob(row: JobRow): TaskJob {
  return {
    id: row.id,
    owner: row.user_id,
    novelId: row.novel_id,
    type: row.job_type,
    settings: jsonOf(row.settings, "jobs.settings", (settings) => settings),
    seed: row.seed,
    attempts: row.attempts,
  };
}
