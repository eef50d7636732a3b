import { jsonText, timeOf, timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";
import { derivedId } from "../backends/sql/derived-id.ts";
import { insertRows } from "../backends/sql/insert-rows.ts";
import { type HealthFinding, wholeMilliseconds } from "./health-answer.ts";

/** Milliseconds from one record to the next at least. */
const recordPause = 60_000;

/**
 * Keeps findings in `health_checks` unless that was done within a minute; whether it was done now. The ids follow from the record before, so that of
 * processes that see the same one only one writes. `at`: milliseconds since 1970. Throws `SqlError`.
 */
export async function recordHealth(db: Database, findings: readonly HealthFinding[], at: number): Promise<boolean> {
  const before = await lastRecord(db, at);
  if (before !== null && timeOf(before) > at - recordPause) return false;
  const rows = await Promise.all(
    findings.map(async ({ check, grade, milliseconds, details }) => ({
      id: await derivedId("health", check, before ?? ""),
      check_type: check,
      status: grade,
      response_time: wholeMilliseconds(milliseconds),
      details: jsonText({ details }),
      timestamp: timeText(at),
    })),
  );
  const [from, to] = [timeText(at - recordPause), timeText(at + recordPause)];
  const inserts = insertRows(db, "health_checks", rows).map((insert) =>
    insert
      .onConflict((conflict) =>
        conflict
          .column("id")
          .doUpdateSet(({ ref }) => ({
            status: ref("excluded.status"),
            response_time: ref("excluded.response_time"),
            details: ref("excluded.details"),
            timestamp: ref("excluded.timestamp"),
          }))
          // What another process wrote just now stays; what a clock wrote that was put back since gives way.
          .where(({ or, eb }) =>
            or([eb("health_checks.timestamp", "<=", from), eb("health_checks.timestamp", ">=", to)]),
          ),
      )
      .returning("id"),
  );
  const written = await db.atomic(inserts);
  return written.some((ids) => ids.length > 0);
}

/** When it was last recorded; what a clock that was ahead wrote for a later time does not count. */
async function lastRecord({ kysely }: Database, at: number): Promise<string | null> {
  const row = await kysely
    .selectFrom("health_checks")
    .select("timestamp")
    .where("timestamp", "<", timeText(at + recordPause))
    .orderBy("timestamp", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.timestamp ?? null;
}
