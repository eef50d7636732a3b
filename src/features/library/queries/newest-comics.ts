import type { Database } from "../../../backends/sql/database.ts";
import { jobSummary, type JobSummary } from "../../jobs/queries/jobs.ts";

/** The newest comic of each of the books; one that was cancelled only where there is no other. */
export async function newestComics(
  db: Database,
  owner: string,
  novels: readonly string[],
): Promise<Map<string, JobSummary>> {
  const rows = await db.kysely
    .selectFrom("jobs")
    .selectAll()
    .where("user_id", "=", owner)
    .where("novel_id", "in", db.capabilities.valuesOf(novels))
    .where("job_type", "=", "manga")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const newest = new Map<string, JobSummary>();
  for (const row of rows) {
    const before = row.novel_id === null ? undefined : newest.get(row.novel_id);
    if (row.novel_id !== null && (!before || row.status !== "cancelled" || before.status === "cancelled"))
      newest.set(row.novel_id, jobSummary(row));
  }
  return newest;
}
