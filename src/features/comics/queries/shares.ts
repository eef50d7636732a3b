import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";

/** A link as its maker sees it. Times are ISO 8601 in UTC. */
export interface ShareRow {
  id: string;
  scope: "read" | "download";
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastAccessedAt: string | null;
}

const scopeOf = (text: string): ShareRow["scope"] => (text === "download" ? "download" : "read");

/** The links to a comic, newest first. */
export async function listShares({ kysely }: Database, owner: string, job: string): Promise<ShareRow[]> {
  const rows = await kysely
    .selectFrom("shares")
    .select(["id", "scope", "created_at as createdAt", "expires_at as expiresAt", "revoked_at as revokedAt"])
    .select("last_accessed_at as lastAccessedAt")
    .where("user_id", "=", owner)
    .where("job_id", "=", job)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({ ...row, scope: scopeOf(row.scope) }));
}

/** Keeps a link by the hash of its token: the token itself is nowhere. */
export async function addShare(
  { kysely }: Database,
  owner: string,
  share: {
    id: string;
    job: string;
    hash: string;
    scope: ShareRow["scope"];
    expiresAt: number | null;
    now: number;
  },
): Promise<ShareRow> {
  const createdAt = timeText(share.now);
  const expiresAt = share.expiresAt === null ? null : timeText(share.expiresAt);
  await kysely
    .insertInto("shares")
    .values({
      id: share.id,
      user_id: owner,
      job_id: share.job,
      token_hash: share.hash,
      scope: share.scope,
      expires_at: expiresAt,
      created_at: createdAt,
      updated_at: createdAt,
    })
    .execute();
  return { id: share.id, scope: share.scope, createdAt, expiresAt, revokedAt: null, lastAccessedAt: null };
}

/** Ends a link; false where the person has none of that id for that comic. One that was ended stays so. */
export async function revokeShare(
  { kysely }: Database,
  owner: string,
  { job, id, now }: { job: string; id: string; now: number },
): Promise<boolean> {
  const at = timeText(now);
  const rows = await kysely
    .updateTable("shares")
    .set((value) => ({ revoked_at: value.fn.coalesce("revoked_at", value.val(at)), updated_at: at }))
    .where("user_id", "=", owner)
    .where("job_id", "=", job)
    .where("id", "=", id)
    .returning("id")
    .execute();
  return rows.length === 1;
}

/** What whoever has a token may see. */
export interface OpenShare {
  id: string;
  owner: string;
  job: string;
  scope: ShareRow["scope"];
  expiresAt: string | null;
  revokedAt: string | null;
}

/** The link of a token; null where there is none, or its person was deactivated. Whether it has ended is for the caller to see. */
export async function shareOfHash({ kysely }: Database, hash: string): Promise<OpenShare | null> {
  const row = await kysely
    .selectFrom("shares")
    .innerJoin("users", "users.id", "shares.user_id")
    .select(["shares.id as id", "user_id as owner", "job_id as job", "scope", "expires_at as expiresAt"])
    .select("revoked_at as revokedAt")
    .where("token_hash", "=", hash)
    .where("users.is_active", "=", 1)
    .executeTakeFirst();
  return row && row.job !== null ? { ...row, job: row.job, scope: scopeOf(row.scope) } : null;
}

/** Remembers that a link was used. */
export async function noteVisit({ kysely }: Database, id: string, now: number): Promise<void> {
  await kysely
    .updateTable("shares")
    .set({ last_accessed_at: timeText(now) })
    .where("id", "=", id)
    .execute();
}
