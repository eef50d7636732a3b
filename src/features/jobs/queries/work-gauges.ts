import { sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import type { Gauge } from "../../../http/metrics.ts";
import { jobStatuses } from "../states.ts";

/** How many jobs are in which state, and how many tasks are due, of everybody together. `now` in milliseconds since 1970. */
export async function workGauges({ kysely }: Database, now: number): Promise<Gauge[]> {
  const jobs = await kysely
    .selectFrom("jobs")
    .select(["status", (count) => count.fn.countAll<number>().as("count")])
    .groupBy("status")
    .execute();
  const counts = new Map(jobs.map(({ status, count }) => [status, count]));
  const { due } = await kysely
    .selectFrom("tasks")
    .select((count) => count.fn.countAll<number>().as("due"))
    .where("status", "=", sql.lit("ready"))
    .where("run_after", "<=", timeText(now))
    .executeTakeFirstOrThrow();
  return [
    {
      name: "fabula_jobs",
      help: "Jobs by state.",
      samples: jobStatuses.map((status) => ({ labels: { status }, value: counts.get(status) ?? 0 })),
    },
    { name: "fabula_tasks_ready", help: "Tasks that are due.", samples: [{ labels: {}, value: due }] },
  ];
}
