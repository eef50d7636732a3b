import { env } from "cloudflare:test";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import type { Database } from "../../../src/backends/sql/database.ts";
import { sqliteLanguage } from "../../../src/backends/sql/dump-language.ts";
import { dumpSql } from "../../../src/backends/sql/dump-sql.ts";
import { loadSql } from "../../../src/backends/sql/load-sql.ts";
import { migrateDatabase, schemaStanding } from "../../../src/backends/sql/migrate.ts";
import { readMigrations } from "../../../src/backends/sql/migrations/files.ts";
import { printSchema } from "../../../src/backends/sql/migrations/schema-print.ts";
import { statement } from "../../../src/backends/sql/statement.ts";
import { migrationFiles } from "../../../src/generated/migrations.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../job-fixture.ts";
import { emptied } from "./d1-tables.ts";

const pieces = (db: Database) => Array.fromAsync(dumpSql(db, sqliteLanguage));

async function* eachOf(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

it("a database of D1 is written as SQL and read into another, within the limits of D1", async () => {
  const [db, copy] = [openD1(await emptied(env.DB)), openD1(await emptied(env.EMPTY_DB))];
  const migrations = await readMigrations(migrationFiles);
  const runner = { owner: "the test", tool: "fabula 0", now: Date.now, sleep: async () => undefined, patience: 0 };
  await migrateDatabase(db, migrations, { direction: "up", to: null }, { ...runner, backup: async () => null });
  await addPerson(db);
  const desk = jobDesk(db, planOf(step("page")));
  const job = await desk.create(
    Array.from({ length: 300 }, (_, i) => task("page", `p${i}`, { input: { note: "it's; 🐇" } })),
  );
  const long = JSON.stringify({ text: "二人の本; it's -- \\ 🐇 ".repeat(20_000) });
  await db.kysely.updateTable("jobs").set({ settings: long }).where("id", "=", job).execute();
  await db.atomic([statement("create table extra (id integer not null primary key, bytes blob, r double precision)")]);
  const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 31) % 256);
  await sql`insert into extra values (1, ${bytes}, 3), (2, null, 1e-7)`.execute(db.kysely);

  const text = await pieces(db);
  await loadSql(copy, eachOf(text));
  expect((await pieces(copy)).join("")).toBe(text.join(""));
  expect(await printSchema(await copy.catalog.objects())).toEqual(await printSchema(await db.catalog.objects()));
  expect(await schemaStanding(copy, migrations)).toEqual({ version: migrations.length, pending: [] });
  const kept = await copy.kysely.selectFrom("jobs").select("settings").where("id", "=", job).executeTakeFirstOrThrow();
  expect(kept.settings).toBe(long);
  expect((await sql`select * from extra order by id`.execute(copy.kysely)).rows).toEqual([
    { id: 1, bytes, r: 3 },
    { id: 2, bytes: null, r: 1e-7 },
  ]);
  expect((await sql`select count(*) as n from tasks`.execute(copy.kysely)).rows).toEqual([{ n: 300 }]);
  await Promise.all([emptied(env.DB), emptied(env.EMPTY_DB)]);
});
