import { sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";

/** Ids of the first tasks that are ready and due at `now` (milliseconds since 1970) in jobs that are not held, at most `limit`. */
export async function dueTasks(db: Database, now: number, limit: number): Promise<readonly string[]> {
  const rows = await db.kysely
    .selectFrom("tasks")
    .select("id")
    .where("status", "=", sql.lit("ready"))
    .where("run_after", "<=", timeText(now))
    .where(({ selectFrom }) => selectFrom("jobs").select("status").whereRef("jobs.id", "=", "tasks.job_id"), "in", [
      "pending",
      "processing",
    ])
    .orderBy("priority")
    .orderBy("run_after")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
