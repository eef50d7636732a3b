import { type Compilable, type Expression, type SqlBool, sql } from "kysely";
import type { Database } from "../../../backends/sql/database.ts";

/** The beginning of a list that may take an ADMIN away: two who do so to each other at the same moment wait for one another, and the second sees the first. */
export function adminTurn({ capabilities }: Database): Compilable[] {
  const turn = capabilities.exclusive("admins");
  return turn ? [turn] : [];
}

/** Roles are one of three lists, and only one of them is without ADMIN; an index is of those that are not it. */
const isAdminRow = sql<SqlBool>`roles <> '["USER"]'`;

/** Somebody with the role ADMIN is there and stays. */
export const adminStays: Expression<SqlBool> = sql<SqlBool>`exists (
  select 1 from users where ${isAdminRow} and is_active = 1 and deletion_at is null)`;

/** A person may go: another ADMIN stays, the person is none, or nobody else is there. For a guard behind the change. */
export function mayGo(id: string): Expression<SqlBool> {
  return sql<SqlBool>`(${adminStays}
    or not exists (select 1 from users where id = ${id} and ${isAdminRow})
    or not exists (select 1 from users where id <> ${id}))`;
}
