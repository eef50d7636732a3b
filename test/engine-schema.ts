import type { Compilable } from "kysely";
import type { Database } from "../src/backends/sql/database.ts";
import { type DdlVariant, readMigrations } from "../src/backends/sql/migrations/files.ts";
import { statement } from "../src/backends/sql/statement.ts";
import { timeText } from "../src/backends/sql/codecs.ts";
import { migrationFiles } from "../src/generated/migrations.ts";

/** A database of some engine with every table, and how the suite that asked for it gives it back. */
export interface FilledPlace {
  db: Database;
  close(): Promise<void>;
}

/** Makes every table in an empty database, by the files for its engine. */
export async function makeTables(db: Database, variant: DdlVariant): Promise<void> {
  for (const { up } of await readMigrations(migrationFiles, variant))
    await db.atomic(up.map(({ text }) => statement(text)));
}

/** Adds somebody. */
export async function addPerson({ kysely }: Database, id: string): Promise<void> {
  const at = timeText(0);
  await kysely
    .insertInto("users")
    .values({ id, email: `${id}@example.org`, created_at: at, updated_at: at })
    .execute();
}

/** How an engine goes about the last one of some queries, line by line. */
export async function explained(
  db: Database,
  queries: readonly Compilable[],
  how: "explain" | "explain query plan",
): Promise<string> {
  const last = queries.at(-1)?.compile();
  if (last === undefined) throw new TypeError("There is no query.");
  const plan = { compile: () => ({ ...last, sql: `${how} ${last.sql}` }) };
  const lines = (await db.atomic([...queries.slice(0, -1), plan])).at(-1) ?? [];
  return lines.map((line) => String(line["detail"] ?? line["QUERY PLAN"])).join("\n");
}
