import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";

/** A session with what is asked of its person at each request. */
export interface OpenSession {
  id: string;
  userId: string;
  roles: string;
  isActive: number;
  expiresAt: string;
  lastSeenAt: string | null;
  updatedAt: string;
  createdAt: string;
}

/** The session of a token; null for a token of nobody. Read anew for each request, so that what ends it ends it at once. */
export async function sessionOfToken({ kysely }: Database, token: string): Promise<OpenSession | null> {
  const row = await kysely
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.user_id")
    .select([
      "sessions.id",
      "sessions.user_id as userId",
      "users.roles",
      "users.is_active as isActive",
      "sessions.expires_at as expiresAt",
      "sessions.last_seen_at as lastSeenAt",
      "sessions.updated_at as updatedAt",
      "sessions.created_at as createdAt",
    ])
    .where("sessions.token", "=", token)
    .executeTakeFirst();
  return row ?? null;
}

/** Notes that a session was used, and how long it lasts on. */
export async function noteSeen(
  { kysely }: Database,
  id: string,
  { now, expiresAt }: { now: number; expiresAt: number | null },
): Promise<void> {
  const renewal = expiresAt === null ? {} : { expires_at: timeText(expiresAt), updated_at: timeText(now) };
  await kysely
    .updateTable("sessions")
    .set({ last_seen_at: timeText(now), ...renewal })
    .where("id", "=", id)
    .execute();
}

export interface SessionRow {
  id: string;
  device: string | null;
  address: string | null;
  createdAt: string;
  lastSeenAt: string | null;
  expiresAt: string;
}

/** The sessions of a person that have not ended, the last ones used first. */
export async function listSessions({ kysely }: Database, owner: string, now: number): Promise<SessionRow[]> {
  return kysely
    .selectFrom("sessions")
    .select([
      "id",
      "device",
      "ip_address as address",
      "created_at as createdAt",
      "last_seen_at as lastSeenAt",
      "expires_at as expiresAt",
    ])
    .where("user_id", "=", owner)
    .where("expires_at", ">", timeText(now))
    .orderBy("last_seen_at", "desc")
    .limit(200)
    .execute();
}

/** Ends a session of a person; false where there is none. */
export async function endSession({ kysely }: Database, owner: string, id: string): Promise<boolean> {
  const rows = await kysely
    .deleteFrom("sessions")
    .where("user_id", "=", owner)
    .where("id", "=", id)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** Ends all sessions of a person but one; all for null. */
export async function endOtherSessions({ kysely }: Database, owner: string, kept: string | null): Promise<void> {
  const all = kysely.deleteFrom("sessions").where("user_id", "=", owner);
  await (kept === null ? all : all.where("id", "<>", kept)).execute();
}

/** Ends the session of a token: the one that a browser had before it signed in anew. */
export async function endSessionOfToken({ kysely }: Database, token: string): Promise<void> {
  await kysely.deleteFrom("sessions").where("token", "=", token).execute();
}
