import { type SqlBool, sql } from "kysely";
import { jsonOf } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { type AuditEntry, auditSchema } from "../schema.ts";

export interface AuditFilter {
  action: string | null;
  /** Who did it, or to whom it was done; null for all. */
  person: string | null;
  cursor: { at: string; id: string } | null;
  limit: number;
}

/** What was done, newest first, at most `limit` after the cursor. */
export async function listAudit({ kysely }: Database, { action, person, cursor, limit }: AuditFilter) {
  let query = kysely
    .selectFrom("audit_log")
    .select(["id", "created_at as at", "actor_id as actor", "action"])
    .select(["subject_type as subjectType", "subject_id as subject", "details", "ip_address as address"])
    .select(({ selectFrom }) =>
      selectFrom("users").select("name").whereRef("users.id", "=", "audit_log.actor_id").as("actorName"),
    );
  if (action !== null) query = query.where("action", "=", action);
  if (person !== null)
    query = query.where(({ eb, or, and }) =>
      or([eb("actor_id", "=", person), and([eb("subject_type", "=", "person"), eb("subject_id", "=", person)])]),
    );
  if (cursor) query = query.where(sql<SqlBool>`(created_at, id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query.orderBy("created_at", "desc").orderBy("id", "desc").limit(limit).execute();
  return rows.map(({ details, ...row }): AuditEntry => {
    const told = details === null ? null : jsonOf(details, "audit_log.details", (value) => detailsSchema.parse(value));
    return { ...row, details: told };
  });
}

const detailsSchema = auditSchema.shape.details;
