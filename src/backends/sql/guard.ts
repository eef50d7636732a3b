import { type Compilable, type Expression, sql, type SqlBool } from "kysely";
import type { Database } from "./database.ts";
import { SqlError } from "./sql-error.ts";
import { query } from "./statement.ts";

/** The table that guards write to and that stays empty, since its constraint refuses all they write. */
export const guardTable = `create table if not exists guard (
  ok integer not null constraint guard_ok check (ok = 1)
)`;

/**
 * A query for `atomic` that lets the list pass where the condition holds and takes all of it back where not (null counts as not).
 * Put it behind the UPDATE that it watches over, never before: PostgreSQL decides each statement on what is committed then, and
 * only the update's lock on the row makes the next statement see the truth.
 */
export function guard(db: Pick<Database, "kysely">, condition: Expression<SqlBool>): Compilable {
  return query(db, sql`insert into guard (ok) select 0 where not coalesce((${condition}), false)`);
}

/** Whether a list was taken back by a guard, and not by a check of its tables. */
export function isGuardFailure(error: unknown): error is SqlError {
  return error instanceof SqlError && error.code === "check" && error.message.includes("guard_ok");
}
