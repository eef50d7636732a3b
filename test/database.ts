import { readdirSync, readFileSync } from "node:fs";
import { CompiledQuery } from "kysely";
import type { Database } from "../src/backends/sql/database.ts";
import { splitStatements } from "../src/backends/sql/migrations/statements.ts";
import { openSqlite } from "../src/backends/sql/sqlite.ts";

const folder = new URL("../migrations/", import.meta.url);

/** A database with every table of `migrations/`, in memory unless a `path` is given; the caller closes it. */
export async function testDatabase(path = ":memory:"): Promise<Database> {
  const database = openSqlite(path);
  for (const statement of schemaStatements()) await database.kysely.executeQuery(CompiledQuery.raw(statement));
  return database;
}

/** All statements of all migrations, in the order of their numbers. */
export function schemaStatements(): string[] {
  const files = readdirSync(folder).filter((name) => /^\d+_.*\.sql$/.test(name));
  return files.toSorted().flatMap((name) => {
    const statements = splitStatements(readFileSync(new URL(name, folder), "utf8"), name);
    return statements.map(({ text }) => text);
  });
}
