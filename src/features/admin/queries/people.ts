import { type Expression, type SqlBool, sql } from "kysely";
import { flagNumber, flagOf, jsonText, timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { guard, isGuardFailure } from "../../../backends/sql/guard.ts";
import { rolesOf } from "../../accounts/queries/profile.ts";
import { type Role, roles as allRoles } from "../../accounts/schema.ts";
import type { AdminPerson } from "../schema.ts";
import { type AuditAct, auditRow } from "./audit-row.ts";
import { adminStays, adminTurn } from "./last-admin.ts";

export interface PeopleFilter {
  /** A part of a name or address, in any case; null for all. */
  search: string | null;
  role: Role | null;
  isActive: boolean | null;
  cursor: { createdAt: string; id: string } | null;
  limit: number;
}

/** A person as those who run the studio see them: nothing of what they read or make. */
export type KnownPerson = Omit<AdminPerson, "isSelf">;

function people({ kysely }: Database) {
  return kysely
    .selectFrom("users")
    .select(["id", "name", "email", "roles", "is_active", "email_verified", "created_at", "deletion_at"])
    .select(["storage_quota as quota"])
    .select(({ selectFrom, fn }) => [
      fn
        .coalesce(
          "last_login_at",
          selectFrom("sessions")
            .select(({ fn: inner }) => inner.max("created_at").as("at"))
            .whereRef("sessions.user_id", "=", "users.id"),
        )
        .as("signedInAt"),
      selectFrom("storage_files")
        .select(({ fn: inner }) => inner.countAll<number>().as("n"))
        .whereRef("storage_files.user_id", "=", "users.id")
        .where("deleted_at", "is", null)
        .as("files"),
      selectFrom("storage_files")
        .select(({ fn: inner }) => inner.sum<number | null>("size").as("n"))
        .whereRef("storage_files.user_id", "=", "users.id")
        .where("deleted_at", "is", null)
        .as("bytes"),
      selectFrom("novels")
        .select(({ fn: inner }) => inner.countAll<number>().as("n"))
        .whereRef("novels.user_id", "=", "users.id")
        .where("archived_at", "is", null)
        .as("books"),
    ]);
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof people>["executeTakeFirstOrThrow"]>>;

function knownPerson(row: PersonRow): KnownPerson {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roles: rolesOf(row.roles),
    isActive: flagOf(row.is_active),
    isVerified: flagOf(row.email_verified),
    createdAt: row.created_at,
    lastSignInAt: row.signedInAt,
    deletionAt: row.deletion_at,
    storage: { files: row.files ?? 0, bytes: row.bytes ?? 0, quota: row.quota },
    books: row.books ?? 0,
  };
}

/** All people, newest first, at most `limit` after the cursor. */
export async function listPeople(db: Database, { search, role, isActive, cursor, limit }: PeopleFilter) {
  let query = people(db);
  if (search !== null) query = query.where(contains(search));
  if (role !== null) query = query.where("roles", "like", `%"${role}"%`);
  if (isActive !== null) query = query.where("is_active", "=", flagNumber(isActive));
  if (cursor) query = query.where(sql<SqlBool>`(created_at, id) < (${cursor.createdAt}, ${cursor.id})`);
  const rows = await query.orderBy("created_at", "desc").orderBy("id", "desc").limit(limit).execute();
  return rows.map(knownPerson);
}

/** Whether a name or address has this part, in any case. Not by LIKE, whose patterns are short on D1. */
function contains(part: string): Expression<SqlBool> {
  const small = part.toLowerCase();
  return sql<SqlBool>`(replace(lower(name), ${small}, '') <> lower(name) or replace(name, ${part}, '') <> name
    or replace(lower(email), ${small}, '') <> lower(email))`;
}

/** One person; null where there is nobody of that id. */
export async function readPerson(db: Database, id: string): Promise<KnownPerson | null> {
  const row = await people(db).where("id", "=", id).executeTakeFirst();
  return row ? knownPerson(row) : null;
}

/** What is left out stays. */
export interface PersonChange {
  roles?: readonly Role[] | undefined;
  isActive?: boolean | undefined;
  quota?: number | null | undefined;
}

/**
 * Changes what a person may do, with `acts` for the log. Other roles, or none of use, end their sessions; who is kept out loses their tokens too. False, and
 * nothing is changed, where nobody would be left who runs the studio.
 */
export async function changePerson(
  db: Database,
  before: KnownPerson,
  { roles = before.roles, isActive = before.isActive, quota }: PersonChange,
  { acts, now }: { acts: readonly AuditAct[]; now: number },
): Promise<boolean> {
  const { kysely } = db;
  const { id } = before;
  const text = jsonText(allRoles.filter((role) => roles.includes(role)));
  const [otherRoles, otherState] = [text !== jsonText(before.roles), isActive !== before.isActive];
  const update = kysely
    .updateTable("users")
    .set({ updated_at: timeText(now) })
    .$if(otherRoles, (query) => query.set({ roles: text }))
    .$if(otherState, (query) => query.set({ is_active: flagNumber(isActive) }))
    .$if(quota !== undefined, (query) => query.set({ storage_quota: quota ?? null }))
    .where("id", "=", id);
  const losesAdmin = before.roles.includes("ADMIN") && !(roles.includes("ADMIN") && isActive);
  const sessions = kysely.deleteFrom("sessions").where("user_id", "=", id);
  const tokens = kysely.deleteFrom("api_tokens").where("user_id", "=", id);
  try {
    await db.atomic([
      ...adminTurn(db),
      update,
      ...(losesAdmin ? [guard(db, adminStays)] : []),
      ...(otherRoles || otherState ? [sessions] : []),
      ...(isActive ? [] : [tokens]),
      ...acts.map((act) => auditRow(db, act)),
    ]);
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}
