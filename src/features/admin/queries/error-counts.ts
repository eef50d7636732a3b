import { sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";

/** How often work failed with a code. */
export interface ErrorCount {
  code: string;
  jobs: number;
  tasks: number;
  /** How many people met it. */
  people: number;
  /** ISO 8601, UTC. */
  lastAt: string;
  /** The newest job that failed with it; null where only tasks did. */
  lastJob: string | null;
}

/** What has failed since a moment (milliseconds since 1970), by its code, the last first. Nothing of the books is in it. */
export async function errorCounts({ kysely }: Database, since: number): Promise<ErrorCount[]> {
  const jobs = await kysely
    .selectFrom("jobs")
    .select(({ fn, val }) => [
      fn.coalesce("error_code", val("internal")).as("code"),
      fn.countAll<number>().as("count"),
      fn.count<number>("user_id").distinct().as("people"),
      fn.max("completed_at").as("lastAt"),
      fn.max("id").as("lastJob"),
    ])
    .where("status", "=", sql.lit("failed"))
    .where("completed_at", ">=", timeText(since))
    .groupBy("error_code")
    .execute();
  const tasks = await kysely
    .selectFrom("tasks")
    .innerJoin("jobs", "jobs.id", "tasks.job_id")
    .select(({ fn, val }) => [
      fn.coalesce("tasks.error_code", val("internal")).as("code"),
      fn.countAll<number>().as("count"),
      fn.count<number>("jobs.user_id").distinct().as("people"),
      fn.max("tasks.finished_at").as("lastAt"),
    ])
    .where("tasks.status", "in", [sql.lit("failed"), sql.lit("parked")])
    .where("tasks.finished_at", ">=", timeText(since))
    .groupBy("tasks.error_code")
    .execute();
  const codes = [...new Set([...jobs, ...tasks].map(({ code }) => code))];
  const counts = codes.map((code) => {
    const [job, task] = [jobs.find((each) => each.code === code), tasks.find((each) => each.code === code)];
    const [first = "", second = ""] = [job?.lastAt ?? undefined, task?.lastAt ?? undefined];
    return {
      code,
      jobs: job?.count ?? 0,
      tasks: task?.count ?? 0,
      people: Math.max(job?.people ?? 0, task?.people ?? 0),
      lastAt: first > second ? first : second,
      lastJob: job?.lastJob ?? null,
    };
  });
  return counts.toSorted((one, other) => (one.lastAt < other.lastAt ? 1 : -1));
}
