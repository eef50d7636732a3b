import { type Compilable, type SqlBool, sql } from "kysely";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { guard, isGuardFailure } from "../../../backends/sql/guard.ts";
import type { VectorKind } from "../../../backends/vectors/vector-index.ts";
import { type AuditAct, auditRow } from "../../admin/queries/audit-row.ts";
import { adminTurn, mayGo } from "../../admin/queries/last-admin.ts";

/** What decides whether somebody may end their account, and when it ends. Times are ISO 8601 in UTC. */
export interface DeletionStanding {
  deletionAt: string | null;
  name: string;
  email: string;
  language: string;
  /** Null where the person signs in otherwise. */
  passwordHash: string | null;
  /** When the session began; null for none. */
  signedInAt: string | null;
}

/** Null where the account is gone. */
export async function deletionStanding(
  { kysely }: Database,
  owner: string,
  session: string | null,
): Promise<DeletionStanding | null> {
  const row = await kysely
    .selectFrom("users")
    .select(["deletion_at as deletionAt", "name", "email", "language"])
    .where("id", "=", owner)
    .executeTakeFirst();
  if (!row) return null;
  const password = await kysely
    .selectFrom("accounts")
    .select("password_hash as hash")
    .where("user_id", "=", owner)
    .where("provider", "=", "credential")
    .executeTakeFirst();
  const begun =
    session === null
      ? undefined
      : await kysely
          .selectFrom("sessions")
          .select("created_at as at")
          .where("id", "=", session)
          .where("user_id", "=", owner)
          .executeTakeFirst();
  return { ...row, passwordHash: password?.hash ?? null, signedInAt: begun?.at ?? null };
}

/**
 * Sets the day on which an account goes, and ends all its sessions but one. False, and nothing is changed, where the studio would be left with people and
 * without anybody who runs it. `at` in milliseconds since 1970.
 */
export async function planDeletion(
  db: Database,
  owner: string,
  { at, session, act }: { at: number; session: string | null; act: AuditAct },
): Promise<boolean> {
  const plan = db.kysely
    .updateTable("users")
    .set({ deletion_at: timeText(at), updated_at: timeText(act.now) })
    .where("id", "=", owner);
  const others = db.kysely
    .deleteFrom("sessions")
    .where("user_id", "=", owner)
    .$if(session !== null, (rows) => rows.where("id", "<>", session ?? ""));
  try {
    await db.atomic([...adminTurn(db), plan, guard(db, mayGo(owner)), others, auditRow(db, act)]);
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}

/** The account stays after all. Nothing where it was to stay anyway. */
export async function withdrawDeletion(db: Database, owner: string, act: AuditAct): Promise<void> {
  const isPlanned = sql<SqlBool>`exists (select 1 from users where id = ${owner} and deletion_at is not null)`;
  const keep = db.kysely
    .updateTable("users")
    .set({ deletion_at: null, updated_at: timeText(act.now) })
    .where("id", "=", owner)
    .where("deletion_at", "is not", null);
  await db.atomic([auditRow(db, act, isPlanned), keep]);
}

/** Accounts whose time is over, longest first. `now` in milliseconds since 1970. */
export async function endingAccounts({ kysely }: Database, now: number): Promise<string[]> {
  const rows = await kysely
    .selectFrom("users")
    .select("id")
    .where("deletion_at", "<=", timeText(now))
    .orderBy("deletion_at")
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Shuts an account whose time is over, so that nothing new comes into it: nobody gets in any more, and what is made for it is cancelled. False where its
 * person has changed their mind, or the studio would be left without anybody who runs it. `now` in milliseconds since 1970.
 */
export async function shutAccount(db: Database, id: string, now: number): Promise<boolean> {
  const at = timeText(now);
  const jobs = db.kysely.selectFrom("jobs").select("id").where("user_id", "=", id);
  const isOver = db.kysely.selectFrom("users").select("id").where("id", "=", id).where("deletion_at", "<=", at);
  try {
    await db.atomic([
      ...adminTurn(db),
      db.kysely.updateTable("users").set({ is_active: 0, updated_at: at }).where("id", "=", id),
      guard(db, sql<SqlBool>`exists ${isOver}`),
      guard(db, mayGo(id)),
      db.kysely.deleteFrom("sessions").where("user_id", "=", id),
      db.kysely.deleteFrom("api_tokens").where("user_id", "=", id),
      db.kysely.deleteFrom("shares").where("user_id", "=", id),
      db.kysely
        .updateTable("tasks")
        .set({ status: "cancelled", lease_until: null, finished_at: at, updated_at: at })
        .where("job_id", "in", jobs)
        .where("status", "in", ["waiting", "ready", "running"]),
      db.kysely
        .updateTable("jobs")
        .set({ status: "cancelled", completed_at: at, updated_at: at })
        .where("user_id", "=", id)
        .where("status", "in", ["pending", "processing", "paused"]),
    ]);
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}

/** Ids of people, or of places, in all books of an account, in their order: those behind `after`. */
export async function thingsOfPerson(
  { kysely }: Database,
  owner: string,
  { kind, after, limit }: { kind: VectorKind; after: string; limit: number },
): Promise<string[]> {
  const things = sql.table(kind === "character" ? "characters" : "places");
  const books = kysely.selectFrom("novels").select("id").where("user_id", "=", owner);
  const { rows } = await sql<{ id: string }>`
    select id from ${things} where novel_id in ${books} and id > ${after} order by id limit ${limit}`.execute(kysely);
  return rows.map(({ id }) => id);
}

/** Rows of one table that go at once, with all that hangs on them. */
const atOnce = 20;

/**
 * Takes the rows of an account away: books and jobs first, a few at a time, so that nobody waits long, then the person with everything else. What the log
 * says of them goes too; what they did to others as an ADMIN stays under `pseudonym`. Throws `SqlError`.
 */
export async function eraseRows(db: Database, id: string, pseudonym: string): Promise<void> {
  for (const table of ["jobs", "novels", "storage_files"] as const) {
    // Each takes its own notes of the log with it, while they can still be told.
    if (table === "jobs") await db.atomic([forgetJobs(db, id)]);
    const some = db.kysely.selectFrom(table).select("id").where("user_id", "=", id).limit(atOnce);
    for (let last = atOnce; last === atOnce;) {
      const rows = await db.kysely.deleteFrom(table).where("id", "in", some).returning("id").execute();
      last = rows.length;
    }
  }
  const { kysely } = db;
  const email = kysely.selectFrom("users").select("email").where("id", "=", id);
  // Not by LIKE, whose patterns are short on D1.
  const told = sql<SqlBool>`(identifier = (${email}) or replace(identifier, ${id}, '') <> identifier
    or replace(token, ${id}, '') <> token or replace(token, (${email}), '') <> token)`;
  await db.atomic([
    kysely.deleteFrom("mails").where("recipient", "=", email),
    kysely.deleteFrom("invitations").where("email", "=", email),
    kysely.deleteFrom("verification_tokens").where(told),
    kysely.deleteFrom("audit_log").where("subject_type", "=", "person").where("subject_id", "=", id),
    kysely.updateTable("audit_log").set({ actor_id: pseudonym, ip_address: null }).where("actor_id", "=", id),
    kysely.deleteFrom("users").where("id", "=", id),
  ]);
}

function forgetJobs({ kysely }: Database, id: string): Compilable {
  return kysely
    .deleteFrom("audit_log")
    .where("subject_type", "=", "job")
    .where("subject_id", "in", kysely.selectFrom("jobs").select("id").where("user_id", "=", id));
}
