import { type Compilable, type Expression, type RawBuilder, sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import type { CounterName, TaskHandler } from "../task-handler.ts";

type Counters = Readonly<Partial<Record<CounterName, number>>>;

/**
 * Brings a job's counters, percent, current step and status up to what its tasks are now; in the same batch as their change.
 * The percent never falls, and is 100 exactly when the job is completed.
 */
export function updateProgress(
  db: Database,
  { jobId, plan, counters }: { jobId: string; plan: readonly TaskHandler[]; counters: Counters },
  now: number,
): Compilable {
  const open = db.kysely
    .selectFrom("tasks")
    .select("step")
    .where("job_id", "=", jobId)
    .where("status", "<>", sql.lit("done"))
    .orderBy("step_index")
    .limit(1);
  const isOpen = sql<boolean>`${open} is not null`;
  const percent = percentDone(db, jobId, plan);
  return db.kysely
    .updateTable("jobs")
    .set(added(counters))
    .set({
      progress_percent: sql<number>`(select case when not ${isOpen} then 100
        when done.percent > jobs.progress_percent then done.percent else jobs.progress_percent end from (${percent}) as done)`,
      current_step: sql<string | null>`coalesce(${open}, current_step)`,
      status: sql<string>`case when ${isOpen} then status else 'completed' end`,
      completed_at: sql<string | null>`case when ${isOpen} then completed_at else ${timeText(now)} end`,
      updated_at: timeText(now),
    })
    .where("id", "=", jobId);
}

/** Each step counts by its weight; a step that has no tasks yet counts as not begun. Whole numbers from 0 to 99, as every engine divides them. */
function percentDone(db: Database, jobId: string, plan: readonly TaskHandler[]): RawBuilder<unknown> {
  const all = plan.reduce((sum, { weight }) => sum + weight, 0);
  const weights = plan.map(
    ({ step, weight }) => sql`when ${sql.lit(step)} then ${sql.lit(Math.floor((weight / all) * 990_000))}`,
  );
  const steps = db.kysely
    .selectFrom("tasks")
    .select([
      sql<number>`case step ${sql.join(weights, sql` `)} else 0 end`.as("weight"),
      sql<number>`count(*)`.as("tasks"),
      sql<number>`sum(case when status = 'done' then 1 else 0 end)`.as("done"),
    ])
    .where("job_id", "=", jobId)
    .groupBy("step");
  return sql`select cast(coalesce(sum(weight * done / tasks), 0) as bigint) / 10000 as percent from ${steps} as steps`;
}

const columns = {
  chunksTotal: "chunks_total",
  chunksDone: "chunks_done",
  episodesTotal: "episodes_total",
  episodesDone: "episodes_done",
  pagesTotal: "pages_total",
  pagesDone: "pages_done",
  panelsTotal: "panels_total",
  panelsDone: "panels_done",
} as const satisfies Record<CounterName, string>;

function added(counters: Counters): Record<string, Expression<number>> {
  const entries = Object.entries(columns).flatMap(([name, column]) => {
    // The names are the keys of `columns`.
    const more = counters[name as CounterName] ?? 0;
    return more === 0 ? [] : [[column, sql<number>`${sql.ref(column)} + ${more}`] as const];
  });
  return Object.fromEntries(entries);
}
