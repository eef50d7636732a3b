import { sql } from "kysely";
import { timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";

/** Milliseconds for which work may wait while nobody is at it, and for which a lease may have run out: far more than a poll or a sweep takes. */
export const queuePatience = 10 * 60_000;

/** What is wrong with the queue by its rows, as a sentence; null where work is being done, or there is none. `now`: milliseconds since 1970. */
export async function queueTrouble(db: Database, now: number): Promise<string | null> {
  const [time, past] = [timeText(now), timeText(now - queuePatience)];
  const leases = await sql<{ live: number; lost: number }>`select
    (select count(*) from (select 1 as one from tasks where status = 'running' and lease_until >= ${time} limit 1) as live) as live,
    (select count(*) from (select 1 as one from tasks where status = 'running' and lease_until < ${past} limit 1) as lost) as lost`.execute(
    db.kysely,
  );
  const { live, lost } = leases.rows[0] ?? { live: 0, lost: 0 };
  if (lost > 0) return "Tasks of workers that are gone are not taken up again.";
  if (live > 0) return null;
  const waiting = await sql`select id from tasks
    where status = 'ready' and run_after <= ${past} and updated_at <= ${past}
      and (select status from jobs where jobs.id = tasks.job_id) in ('pending', 'processing') limit 1`.execute(
    db.kysely,
  );
  return waiting.rows.length > 0 ? "Tasks are ready, and nobody takes them." : null;
}
