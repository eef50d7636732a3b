import { type Compilable, sql } from "kysely";
import type { Database, Row } from "../database.ts";
import { guardTable } from "../guard.ts";
import { query, statement } from "../statement.ts";

/** One line of `schema_migrations`, which is only added to: a file that was applied or taken back. */
export interface HistoryRow {
  /** Running number. */
  id: number;
  version: number;
  name: string;
  checksum: string;
  direction: "up" | "down";
  /** ISO 8601, UTC. */
  appliedAt: string;
  /** Null where the process ended between the file and the note about it; so is the schema then. */
  executionMs: number | null;
  /** The program that did it, with its version. */
  tool: string;
  schemaHash: string | null;
  /** Hash of each object of the schema by its type and name, as JSON. */
  schemaObjects: string | null;
}

/** The tables of migrations themselves: there before the first file, and after the last one is taken back. */
export const bookkeeping: ReadonlyMap<string, string> = new Map([
  [
    "schema_migrations",
    `create table if not exists schema_migrations (
  id bigint not null primary key,
  version integer not null check (version > 0),
  name text not null,
  checksum text not null,
  direction text not null check (direction in ('up', 'down')),
  applied_at text not null,
  execution_ms bigint,
  tool text not null,
  schema_hash text,
  schema_objects text
)`,
  ],
  [
    "locks",
    `create table if not exists locks (
  name text not null primary key,
  owner text not null,
  lease_until text not null
)`,
  ],
  ["guard", guardTable],
]);

/** The table in which wrangler, the tool of D1, keeps the names of files that it applied. */
export const toolTable = "d1_migrations";

const toolTableText = `create table if not exists ${toolTable} (
  id integer primary key autoincrement,
  name text unique,
  applied_at timestamp default current_timestamp not null
)`;

/** Whether a table is one of those by which migrations are kept account of, and so no part of the schema. */
export function isBookkeeping(table: string): boolean {
  return bookkeeping.has(table) || table === toolTable;
}

/** Makes the tables of migrations where they are missing. */
export async function makeBookkeeping(db: Database): Promise<void> {
  const texts = [...bookkeeping.values(), ...(db.capabilities.migrationTool === undefined ? [] : [toolTableText])];
  try {
    await db.atomic(texts.map(statement));
  } catch (error) {
    // PostgreSQL fails where two do this at once, and the other has done it by then.
    const tables = new Set((await db.catalog.objects()).map(({ name }) => name));
    if (![...bookkeeping.keys()].every((table) => tables.has(table))) throw error;
  }
}

/** All rows in the order in which they were written; none where the table is not there yet. */
export async function readHistory(db: Database): Promise<HistoryRow[]> {
  const objects = await db.catalog.objects();
  if (!objects.some((object) => object.type === "table" && object.name === "schema_migrations")) return [];
  const { rows } = await sql<Row>`select id, version, name, checksum, direction, applied_at, execution_ms, tool,
    schema_hash, schema_objects from schema_migrations order by id`.execute(db.kysely);
  return rows.map(historyRow);
}

/** What of the history holds now: the rows of files that were applied and not taken back, by version. */
export function appliedRows(history: readonly HistoryRow[]): HistoryRow[] {
  const applied = new Map<number, HistoryRow>();
  for (const row of history) {
    if (row.direction === "up") applied.set(row.version, row);
    else applied.delete(row.version);
  }
  return [...applied.values()].toSorted((a, b) => a.version - b.version);
}

/** Writes a row without what is known only afterwards. An id that is taken makes the list fail. */
export function addHistory(
  db: Database,
  row: Omit<HistoryRow, "executionMs" | "schemaHash" | "schemaObjects">,
): Compilable {
  const { id, version, name, checksum, direction, appliedAt, tool } = row;
  return query(
    db,
    sql`insert into schema_migrations (id, version, name, checksum, direction, applied_at, tool)
      values (${id}, ${version}, ${name}, ${checksum}, ${direction}, ${appliedAt}, ${tool})`,
  );
}

/** Notes how long a file took and what the schema is since. */
export function noteOutcome(
  db: Database,
  {
    id,
    executionMs,
    schemaHash,
    schemaObjects,
  }: Pick<HistoryRow, "id" | "executionMs" | "schemaHash" | "schemaObjects">,
): Compilable {
  return query(
    db,
    sql`update schema_migrations set execution_ms = ${executionMs}, schema_hash = ${schemaHash},
      schema_objects = ${schemaObjects} where id = ${id}`,
  );
}

function historyRow(row: Row): HistoryRow {
  const text = (column: string): string => {
    const value = row[column];
    if (typeof value !== "string") throw new TypeError(`schema_migrations.${column} is no text.`);
    return value;
  };
  const number = (column: string): number => {
    const value = row[column];
    if (typeof value !== "number") throw new TypeError(`schema_migrations.${column} is no number.`);
    return value;
  };
  return {
    id: number("id"),
    version: number("version"),
    name: text("name"),
    checksum: text("checksum"),
    direction: text("direction") === "down" ? "down" : "up",
    appliedAt: text("applied_at"),
    executionMs: row["execution_ms"] === null ? null : number("execution_ms"),
    tool: text("tool"),
    schemaHash: row["schema_hash"] === null ? null : text("schema_hash"),
    schemaObjects: row["schema_objects"] === null ? null : text("schema_objects"),
  };
}
