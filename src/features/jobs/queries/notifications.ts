import { type Compilable, sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";

/** Puts into the outbox that a job has ended, where it has; once for each status of each attempt. In the same batch as the change. */
export function notifyOfEnd(db: Database, jobId: string, now: number): Compilable {
  const time = timeText(now);
  return db.kysely
    .insertInto("job_notifications")
    .columns(["id", "job_id", "user_id", "status", "attempt", "retry_at", "created_at"])
    .expression(
      db.kysely
        .selectFrom("jobs")
        .select([
          sql<string>`id || ':' || status || ':' || attempts`.as("key"),
          "id",
          "user_id",
          "status",
          "attempts",
          sql<string>`${time}`.as("retry_at"),
          sql<string>`${time}`.as("created_at"),
        ])
        .where("id", "=", jobId)
        .where("status", "in", [sql.lit("completed"), sql.lit("failed")]),
    )
    .onConflict((conflict) => conflict.doNothing());
}

/** Something to tell a person. The same `id` may come twice: once for each time that it could not be marked as delivered. */
export interface JobNotification {
  id: string;
  jobId: string;
  owner: string;
  status: string;
  /** Of the job. */
  attempt: number;
}

/**
 * Delivers what is due, at most `limit`, one after the other; gives how many arrived. What fails is tried again after a minute, twice as
 * long each time and at most after six hours, and its error stays in the row.
 */
export async function deliverNotifications(
  db: Database,
  {
    now,
    limit = 20,
    deliver,
  }: { now: () => number; limit?: number; deliver: (notification: JobNotification) => Promise<void> },
): Promise<number> {
  let delivered = 0;
  for (const { tries, ...notification } of await dueNotifications(db, now(), limit)) {
    const error = await deliver(notification).then(
      () => null,
      (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
    );
    await db.atomic(
      error === null
        ? delivery(db, notification, now())
        : [postponement(db, notification, { tries, error, now: now() })],
    );
    if (error === null) delivered += 1;
  }
  return delivered;
}

function delivery(db: Database, { id, jobId, status }: JobNotification, now: number): Compilable[] {
  const time = timeText(now);
  return [
    db.kysely.updateTable("jobs").set({ last_notified_status: status, last_notified_at: time }).where("id", "=", jobId),
    db.kysely.updateTable("job_notifications").set({ delivered_at: time, error_message: null }).where("id", "=", id),
  ];
}

function postponement(
  db: Database,
  { id }: JobNotification,
  { tries, error, now }: { tries: number; error: string; now: number },
): Compilable {
  const wait = Math.min(6 * 60, 2 ** (tries - 1)) * 60_000;
  return db.kysely
    .updateTable("job_notifications")
    .set({ retry_at: timeText(now + wait), error_message: error })
    .where("id", "=", id);
}

/** Long enough for one delivery; after that another worker may try. */
const deliveryTime = 5 * 60_000;

/** Takes notifications for this worker. A clock that was ahead cannot hold one back for longer than a day. */
async function dueNotifications(
  db: Database,
  now: number,
  limit: number,
): Promise<readonly (JobNotification & { tries: number })[]> {
  const isDue = sql<boolean>`(retry_at <= ${timeText(now)} or retry_at > ${timeText(now + 24 * 60 * 60_000)})`;
  const rows = await db.kysely
    .updateTable("job_notifications")
    .set({ tries: sql<number>`tries + 1`, retry_at: timeText(now + deliveryTime) })
    .where("id", "in", ({ selectFrom }) =>
      selectFrom("job_notifications")
        .select("id")
        .where("delivered_at", "is", null)
        .where(isDue)
        .orderBy("retry_at")
        .limit(limit),
    )
    .where("delivered_at", "is", null)
    .where(isDue)
    .returning(["id", "job_id", "user_id", "status", "attempt", "tries"])
    .execute();
  return rows.map(({ job_id, user_id, ...row }) => ({ ...row, jobId: job_id, owner: user_id }));
}
