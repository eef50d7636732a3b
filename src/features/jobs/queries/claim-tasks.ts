import { type Expression, type SqlBool, sql } from "kysely";
import { jsonOf, timeText } from "../../../backends/sql/codecs.ts";
import type { Database, Row } from "../../../backends/sql/database.ts";
import { query } from "../../../backends/sql/statement.ts";
import type { Schema } from "../../../generated/schema.ts";
import type { ClaimedTask, TaskJob } from "../task-handler.ts";
import type { Selectable } from "kysely";

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
 * It is decided in one statement, so no task is taken twice. Two claims at one instant on PostgreSQL may go over a provider's
 * limit, since neither sees the other's tasks yet; on SQLite and D1 they cannot.
 */
export async function claimTasks(db: Database, claim: Claim): Promise<readonly ClaimedWork[]> {
  const begin = db.kysely
    .updateTable("jobs")
    .set({
      status: "processing",
      started_at: sql<string>`coalesce(started_at, ${timeText(claim.now)})`,
      updated_at: timeText(claim.now),
    })
    .where("status", "=", sql.lit("pending"))
    .where("id", "in", ({ selectFrom }) =>
      // Leases that end with those of this claim: an index finds them.
      selectFrom("tasks")
        .select("job_id")
        .where("status", "=", sql.lit("running"))
        .where("lease_until", "=", timeText(claim.now + claim.leaseLength)),
    );
  const [rows = []] = await db.atomic([query(db, takeReady(claim)), begin]);
  // RETURNING gives all columns of the table.
  const tasks = (rows as unknown as readonly Selectable<Schema["tasks"]>[]).toSorted(inOrder).map(claimedTask);
  if (tasks.length === 0) return [];
  const jobs = await jobsOf(db, tasks);
  return tasks.flatMap((task) => {
    const job = jobs.get(task.jobId);
    // Deleted since: its tasks went with it.
    return job ? [{ task, job }] : [];
  });
}

function takeReady({ now, limit, leaseLength, token, providerLimits }: Claim) {
  const time = timeText(now);
  const limits = Object.entries(providerLimits);
  const unlimited =
    limits.length > 0
      ? sql<SqlBool>`provider is not null and provider not in (${sql.join(limits.map(([name]) => name))})`
      : sql<SqlBool>`provider is not null`;
  const candidates = [
    readyTasks(time, sql<SqlBool>`provider is null`, sql`${limit}`),
    readyTasks(time, unlimited, sql`${limit}`),
    ...limits.map(([name, atOnce]) =>
      readyTasks(time, sql<SqlBool>`provider = ${name}`, freeOf(name, Math.min(limit, atOnce), atOnce)),
    ),
  ];
  const chosen = sql`select id from (${sql.join(candidates, sql` union all `)}) as candidates order by priority, run_after, job_id, id limit ${limit}`;
  return sql<Row>`update tasks set status = 'running', lease_owner = ${`${token}:`} || id, lease_until = ${timeText(now + leaseLength)},
    attempts = attempts + 1, started_at = ${time}, updated_at = ${time}
    where status = 'ready' and id in (${chosen}) returning *`;
}

/** The first tasks that may be taken. Whether the job is held is looked up task by task, so that the index gives them in order. */
function readyTasks(time: string, which: Expression<SqlBool>, limit: Expression<unknown>) {
  return sql`select * from (select id, job_id, priority, run_after from tasks
    where status = 'ready' and ${which} and run_after <= ${time}
      and (select status from jobs where jobs.id = tasks.job_id) in ('pending', 'processing')
    order by priority, run_after, job_id, id limit ${limit}) as due`;
}

function freeOf(provider: string, limit: number, atOnce: number): Expression<unknown> {
  const running = sql`select count(*) from tasks where status = 'running' and provider = ${provider}`;
  return sql`(select case when free.tasks < 0 then 0 when free.tasks > ${limit} then ${limit} else free.tasks end
    from (select ${atOnce} - (${running}) as tasks) as free)`;
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

async function jobsOf(db: Database, tasks: readonly ClaimedTask[]): Promise<Map<string, TaskJob>> {
  const rows = await db.kysely
    .selectFrom("jobs")
    .select(["id", "user_id", "novel_id", "job_type", "settings", "seed", "attempts"])
    .where("id", "in", db.capabilities.valuesOf([...new Set(tasks.map(({ jobId }) => jobId))]))
    .execute();
  return new Map(rows.map((row) => [row.id, taskJob(row)]));
}

type JobRow = Pick<
  Selectable<Schema["jobs"]>,
  "id" | "user_id" | "novel_id" | "job_type" | "settings" | "seed" | "attempts"
>;

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
