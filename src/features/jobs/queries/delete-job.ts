import { type SqlBool, sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { guard, isGuardFailure } from "../../../backends/sql/guard.ts";

/** Takes an ended job away with all that it made; its files are out of sight at once, and their blobs go with the next sweep. False where it has not ended. */
export async function deleteJob(db: Database, owner: string, jobId: string, now: number): Promise<boolean> {
  const job = db.kysely
    .selectFrom("jobs")
    .select("id")
    .where("id", "=", jobId)
    .where("user_id", "=", owner)
    .where("status", "in", ["completed", "failed", "cancelled"]);
  const hold = db.kysely
    .updateTable("jobs")
    .set({ updated_at: timeText(now) })
    .where("id", "=", jobId)
    .where("user_id", "=", owner);
  const hide = db.kysely
    .updateTable("storage_files")
    .set({ deleted_at: timeText(now) })
    .where("job_id", "=", jobId)
    .where("user_id", "=", owner)
    .where("deleted_at", "is", null);
  const remove = db.kysely.deleteFrom("jobs").where("id", "=", jobId).where("user_id", "=", owner);
  try {
    await db.atomic([hold, guard(db, sql<SqlBool>`exists ${job}`), hide, remove]);
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}
