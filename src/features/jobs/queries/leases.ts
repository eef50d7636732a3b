import { type Compilable, type SqlBool, sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { guard } from "../../../backends/sql/guard.ts";
import type { ClaimedTask } from "../task-handler.ts";

/** What names a claim of a task. */
export type Held = Pick<ClaimedTask, "id" | "lease">;

/** Makes leases last until `until`, milliseconds since 1970; gives the ids of those that are still held. The others belong to others, or were cancelled. */
export async function renewLeases(db: Database, held: readonly Held[], until: number): Promise<ReadonlySet<string>> {
  if (held.length === 0) return new Set();
  const rows = await db.kysely
    .updateTable("tasks")
    .set({ lease_until: timeText(until) })
    .where(isHeld(db, held))
    .returning("id")
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Gives a task back: it is ready at once, and the attempt does not count. Does nothing where the lease is lost. */
export async function releaseTask(db: Database, { id, lease }: Held, now: number): Promise<void> {
  await db.kysely
    .updateTable("tasks")
    .set({
      status: "ready",
      attempts: sql<number>`attempts - 1`,
      lease_owner: null,
      lease_until: null,
      started_at: null,
      updated_at: timeText(now),
    })
    .where("id", "=", id)
    .where("lease_owner", "=", lease)
    .where("status", "=", "running")
    .execute();
}

/**
 * Queries that begin a change of running tasks of one job and take it back where a lease is lost. The job's row comes first: whoever ends or
 * cancels tasks of the job waits there, so that what the guard sees stays true to the end of the batch.
 */
export function holdJob(db: Database, jobId: string, held: readonly Held[], now: number): Compilable[] {
  const lock = db.kysely
    .updateTable("jobs")
    .set({ updated_at: timeText(now) })
    .where("id", "=", jobId);
  const still = db.kysely
    .selectFrom("tasks")
    .select(sql`count(*)`.as("tasks"))
    .where(isHeld(db, held));
  return [lock, guard(db, sql<SqlBool>`${still} = ${held.length}`)];
}

/** Leases are unique for each claim of each task, so that the lists need not be told apart in pairs. */
function isHeld(db: Database, held: readonly Held[]) {
  const ids = db.capabilities.valuesOf(held.map(({ id }) => id));
  const leases = db.capabilities.valuesOf(held.map(({ lease }) => lease));
  return sql<SqlBool>`(status = 'running' and id in ${ids} and lease_owner in ${leases})`;
}
