import { type Compilable, type Expression, type SqlBool, sql } from "kysely";
import { jsonText, timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { query } from "../../../backends/sql/statement.ts";

/** Something that was done to an account, or by somebody who runs the studio. */
export interface AuditAct {
  id: string;
  /** Who did it. */
  actor: string;
  /** Such as `person.roles-changed`. */
  action: string;
  /** The kind of thing that it was done to, and which one. */
  subjectType: "person" | "job" | "instance";
  subject: string;
  /** Without secrets, without text of books, and without ids of people. */
  details: Readonly<Record<string, unknown>> | null;
  /** Of the network; null where it is not known. */
  address: string | null;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * A query that writes an act into the log, for the same list as the act itself: there is neither one without the other. `when` writes it only where it
 * holds by then, once however often the query runs.
 */
export function auditRow(
  db: Pick<Database, "kysely">,
  act: AuditAct,
  when: Expression<SqlBool> = sql<SqlBool>`1 = 1`,
): Compilable {
  const details = act.details === null ? null : jsonText(act.details);
  return query(
    db,
    sql`insert into audit_log (id, actor_id, action, subject_type, subject_id, details, ip_address, created_at)
      select ${act.id}, ${act.actor}, ${act.action}, ${act.subjectType}, ${act.subject}, ${details}, ${act.address}, ${timeText(act.now)}
      where ${when} on conflict (id) do nothing`,
  );
}

/** The database, whose every list ends with one more query: what others do in a list of theirs is written into the log by the same list. */
export function withQuery(db: Database, last: Compilable): Database {
  return {
    ...db,
    atomic: async (queries) => (await db.atomic([...queries, last])).slice(0, -1),
  };
}
