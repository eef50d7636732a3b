import { sql } from "kysely";
import type { Database } from "./database.ts";
import { postgresLanguage } from "./dump-language.ts";
import { dumpSql } from "./dump-sql.ts";
import { loadSql } from "./load-sql.ts";
import { openPostgresAttempt, openPostgresSnapshot } from "./postgres.ts";
import { SqlError } from "./sql-error.ts";
import { statement } from "./statement.ts";

/** What stands in a database: rows of each table. What refers to nothing there cannot be. */
export interface PostgresSurvey {
  broken: readonly [];
  tables: Readonly<Record<string, number>>;
}

/** A dump is read in lists of many rows; one that waits for the disk may take its time. */
const patient = { statementTimeout: 10 * 60_000 };

/**
 * A database of PostgreSQL for backups: dumps of one moment, and what reads them back, for which its user must be allowed to make a schema there
 * (the owner of a database is). Everything throws `SqlError`.
 */
export function postgresServer(url: string) {
  return {
    async snapshot() {
      const db = openPostgresSnapshot(url, patient);
      return { db, dump: () => dumpSql(db, postgresLanguage), close: () => db.close() };
    },
    survey: surveyOf,
    async isEmpty(): Promise<boolean> {
      const db = openPostgresSnapshot(url);
      try {
        return (await db.catalog.objects()).length === 0;
      } finally {
        await db.close();
      }
    },
    async tryOut(dump: AsyncIterable<string>): Promise<PostgresSurvey> {
      // Nothing of it is ever kept, and closing takes it back; so does the server where the program is killed.
      const { db } = openPostgresAttempt(url, patient);
      try {
        const own = await schemaOf(db);
        const scratch = `fabula_check_${crypto.randomUUID().replaceAll("-", "")}`;
        await db.atomic([statement(`create schema ${quoted(scratch)}`)]);
        await sql.raw(`set local search_path to ${quoted(scratch)}, ${quoted(own)}`).execute(db.kysely);
        await loadSql(db, dump);
        return await surveyOf(db);
      } finally {
        await db.close();
      }
    },
    async replace(
      dump: AsyncIterable<string>,
      { aside, accept }: { aside: string; accept(found: PostgresSurvey): void },
    ): Promise<boolean> {
      const { db, keep } = openPostgresAttempt(url, patient);
      try {
        await assertAlone(db);
        const moved = await moveAside(db, aside);
        await loadSql(db, dump);
        accept(await surveyOf(db));
        await assertAlone(db);
        await keep();
        return moved;
      } finally {
        await db.close();
      }
    },
  };
}

async function surveyOf(db: Database): Promise<PostgresSurvey> {
  const names = (await db.catalog.objects()).filter(({ type }) => type === "table").map(({ name }) => name);
  const tables: Record<string, number> = {};
  for (const name of names.toSorted()) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(db.kysely);
    tables[name] = rows[0]?.n ?? 0;
  }
  return { broken: [], tables };
}

async function schemaOf({ kysely }: Database): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema()::text as name`.execute(kysely);
  const name = rows[0]?.name ?? null;
  if (name === null) throw new SqlError("no-database", "The search path leads to no schema.");
  return name;
}

/** How often the others are counted: one who has just gone is on the server's list for a moment longer. */
const looks = 10;

/** Throws `busy` where another stays connected to the database for a second, idle or not; the server's own processes do not count. */
async function assertAlone({ kysely }: Database): Promise<void> {
  let others = 0;
  for (let look = 0; look < looks; look++) {
    // Within a transaction the list is that of the first look.
    if (look > 0) await sql`select pg_stat_clear_snapshot(), pg_sleep(0.1)`.execute(kysely);
    const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null
        and coalesce(backend_type, 'client backend') = 'client backend'`.execute(kysely);
    others = rows[0]?.n ?? 0;
    if (others === 0) return;
  }
  throw new SqlError("busy", `${others} others are connected to the database.`);
}

/**
 * Moves all that is ours into a schema of its own, and takes away the copies of vectors, which are made again. What belongs to a table goes with
 * it; extensions, and what others keep in schemas of theirs, stay.
 */
async function moveAside(db: Database, aside: string): Promise<boolean> {
  const own = await schemaOf(db);
  const objects = await db.catalog.objects();
  if (objects.length === 0) return false;
  const moves = objects
    .filter(({ type }) => type === "table" || type === "view")
    .map(({ type, name }) => `alter ${type} ${quoted(own)}.${quoted(name)} set schema ${quoted(aside)}`);
  const copies = `drop schema if exists ${quoted(`${own}_vectors`)} cascade`;
  await db.atomic([`create schema ${quoted(aside)}`, copies, ...moves].map(statement));
  return true;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
