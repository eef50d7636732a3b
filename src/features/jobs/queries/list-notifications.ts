import { sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Cursor } from "../../../backends/sql/cursor.ts";
import type { Database } from "../../../backends/sql/database.ts";

/** Something that a person is told in the studio. Times are ISO 8601 in UTC. */
export interface ListedNotification {
  id: string;
  /** How the job ended. */
  kind: string;
  title: string | null;
  bookId: string | null;
  jobId: string;
  /** Why it failed, as a code of the table of errors. */
  error: string | null;
  createdAt: string;
  readAt: string | null;
}

/** What the person was told, newest first, at most `limit` after `cursor` (`createdAt`, `id`). */
export async function listNotifications(
  { kysely }: Database,
  owner: string,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<ListedNotification[]> {
  let query = kysely
    .selectFrom("job_notifications as told")
    .innerJoin("jobs", "jobs.id", "told.job_id")
    .select(["told.id", "told.status as kind", "jobs.job_name as title", "jobs.novel_id as bookId"])
    .select(["told.job_id as jobId", "told.created_at as createdAt", "told.read_at as readAt"])
    .select("jobs.error_code as error")
    .where("told.user_id", "=", owner);
  if (cursor) query = query.where(sql<boolean>`(told.created_at, told.id) < (${cursor[0]}, ${cursor[1]})`);
  return query.orderBy("told.created_at", "desc").orderBy("told.id", "desc").limit(limit).execute();
}

/** Marks all that the person was told as read. */
export async function readNotifications({ kysely }: Database, owner: string, now: number): Promise<void> {
  await kysely
    .updateTable("job_notifications")
    .set({ read_at: timeText(now) })
    .where("user_id", "=", owner)
    .where("read_at", "is", null)
    .execute();
}
