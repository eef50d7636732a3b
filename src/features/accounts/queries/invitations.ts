import { sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Cursor } from "../../../backends/sql/cursor.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { guard, isGuardFailure } from "../../../backends/sql/guard.ts";
import { SqlError } from "../../../backends/sql/sql-error.ts";

export interface InvitationRow {
  id: string;
  email: string;
  role: string;
  createdAt: string;
  expiresAt: string;
  acceptedAt: string | null;
}

const columns = [
  "id",
  "email",
  "role",
  "created_at as createdAt",
  "expires_at as expiresAt",
  "accepted_at as acceptedAt",
] as const;

export interface NewInvitation {
  id: string;
  email: string;
  role: "USER" | "ADMIN";
  hash: string;
  expiresAt: number;
  now: number;
  address: string | null;
  auditId: string;
}

/** Invites an address; what was sent to it before is worth nothing. Written down with who did it. */
export async function addInvitation(db: Database, inviter: string, made: NewInvitation): Promise<void> {
  const at = timeText(made.now);
  await db.atomic([
    db.kysely.deleteFrom("invitations").where("email", "=", made.email).where("accepted_at", "is", null),
    db.kysely.insertInto("invitations").values({
      id: made.id,
      invited_by: inviter,
      email: made.email,
      role: made.role,
      token_hash: made.hash,
      expires_at: timeText(made.expiresAt),
      created_at: at,
    }),
    db.kysely.insertInto("audit_log").values({
      id: made.auditId,
      actor_id: inviter,
      action: "invitation.made",
      subject_type: "invitation",
      subject_id: made.id,
      details: JSON.stringify({ role: made.role }),
      ip_address: made.address,
      created_at: at,
    }),
  ]);
}

/** Invitations, newest first; one more than `limit`. */
export async function listInvitations(
  { kysely }: Database,
  { cursor, limit }: { cursor: Cursor | null; limit: number },
): Promise<InvitationRow[]> {
  let query = kysely.selectFrom("invitations").select(columns).orderBy("created_at", "desc").orderBy("id", "desc");
  if (cursor) {
    const [createdAt, id] = cursor.map(String);
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("created_at", "id"), "<", tuple(createdAt ?? "", id ?? "")),
    );
  }
  return query.limit(limit + 1).execute();
}

/** Takes an invitation back, written down with who did it; false where there is none that is open. */
export async function withdrawInvitation(
  db: Database,
  actor: string,
  { id, auditId, address, now }: { id: string; auditId: string; address: string | null; now: number },
): Promise<boolean> {
  const open = db.kysely.selectFrom("invitations").select("id").where("id", "=", id).where("accepted_at", "is", null);
  const [, rows = []] = await db.atomic([
    db.kysely
      .insertInto("audit_log")
      .columns(["id", "actor_id", "action", "subject_type", "subject_id", "ip_address", "created_at"])
      .expression(
        open
          .clearSelect()
          .select(({ val }) => [
            val(auditId).as("id"),
            val(actor).as("actor_id"),
            val("invitation.withdrawn").as("action"),
            val("invitation").as("subject_type"),
            val(id).as("subject_id"),
            val(address).as("ip_address"),
            val(timeText(now)).as("created_at"),
          ]),
      ),
    db.kysely.deleteFrom("invitations").where("id", "in", open).returning("id"),
  ]);
  return rows.length > 0;
}

/** Whether an address is invited; with a hash, whether it is by this invitation. */
export async function isInvited(
  { kysely }: Database,
  { email, hash, now }: { email: string; hash: string | null; now: number },
): Promise<boolean> {
  let query = kysely
    .selectFrom("invitations")
    .select("id")
    .where("email", "=", email.toLowerCase())
    .where("accepted_at", "is", null)
    .where("expires_at", ">", timeText(now));
  if (hash !== null) query = query.where("token_hash", "=", hash);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Uses up the invitation of an address for an account: gives it the role. Nothing where the address was not invited. */
export async function acceptInvitation(
  db: Database,
  { email, userId, now }: { email: string; userId: string; now: number },
): Promise<void> {
  const at = timeText(now);
  const accepted = await db.kysely
    .updateTable("invitations")
    .set({ accepted_at: at })
    .where("email", "=", email.toLowerCase())
    .where("accepted_at", "is", null)
    .where("expires_at", ">", at)
    .returning("role")
    .executeTakeFirst();
  if (accepted?.role !== "ADMIN") return;
  await db.kysely
    .updateTable("users")
    .set({ roles: '["USER","ADMIN"]', updated_at: at })
    .where("id", "=", userId)
    .execute();
}

export interface InvitedAccount {
  hash: string;
  email: string;
  name: string;
  language: string;
  passwordHash: string;
  userId: string;
  accountId: string;
  now: number;
}

/**
 * Makes an account of an invitation, whose address counts as proven. An account of this address that never answered is somebody's guess, and goes.
 * False where the invitation was used or taken back meanwhile, or the address has an account.
 */
export async function joinByInvitation(db: Database, made: InvitedAccount): Promise<boolean> {
  const { kysely } = db;
  const at = timeText(made.now);
  const role = sql<string>`(select case role when 'ADMIN' then '["USER","ADMIN"]' else '["USER"]' end
    from invitations where token_hash = ${made.hash})`;
  const isOurs = sql<boolean>`exists (select 1 from invitations where token_hash = ${made.hash} and accepted_at = ${at})`;
  try {
    await db.atomic([
      kysely
        .updateTable("invitations")
        .set({ accepted_at: at })
        .where("token_hash", "=", made.hash)
        .where("email", "=", made.email)
        .where("accepted_at", "is", null)
        .where("expires_at", ">", at),
      guard(db, isOurs),
      kysely.deleteFrom("users").where("email", "=", made.email).where("email_verified", "=", 0),
      kysely.insertInto("users").values({
        id: made.userId,
        email: made.email,
        email_verified: 1,
        email_verified_at: at,
        name: made.name,
        language: made.language,
        roles: role,
        created_at: at,
        updated_at: at,
      }),
      kysely.insertInto("accounts").values({
        id: made.accountId,
        user_id: made.userId,
        type: "credential",
        provider: "credential",
        provider_account_id: made.userId,
        password_hash: made.passwordHash,
        created_at: at,
        updated_at: at,
      }),
    ]);
    return true;
  } catch (error) {
    if (isGuardFailure(error) || (error instanceof SqlError && error.code === "unique")) return false;
    throw error;
  }
}
