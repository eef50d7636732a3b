import { type Compilable, sql } from "kysely";
import { Refused } from "../../../core/text/result.ts";
import { timeText } from "../codecs.ts";
import type { Database } from "../database.ts";
import { query } from "../statement.ts";
import type { Migration } from "./files.ts";
import { addHistory, appliedRows, type HistoryRow, noteOutcome, readHistory, toolTable } from "./history.ts";
import { holdsLock, type LockTaker } from "./lock.ts";
import { printSchema } from "./schema-print.ts";

/** The history of a database, with what the engine's own tool did beside ours. */
export interface Standing {
  /** Rows of ours, then those that ours still lacks, as it would write them. */
  history: readonly HistoryRow[];
  /** The rows at the end of the history that are only the tool's yet. */
  adopted: readonly HistoryRow[];
  /** Names of files that are applied and that the tool would apply again, since it does not know. */
  untold: readonly string[];
}

/** What is applied, by ours or by the tool of the engine. Throws `Refused("migration-missing")` for what the tool applied and no file here is called. */
export async function readStanding(db: Database, migrations: readonly Migration[]): Promise<Standing> {
  const own = await readHistory(db);
  const tool = db.capabilities.migrationTool;
  if (tool === undefined) return { history: own, adopted: [], untold: [] };
  const told = await readToolRows(db);
  const known = new Set(appliedRows(own).map(({ name }) => name));
  const adopted = told
    .filter(({ name }) => !known.has(name))
    .map(({ name, appliedAt }, i) =>
      adoptedRow({ name, appliedAt, id: (own.at(-1)?.id ?? 0) + i + 1, tool }, migrations),
    );
  const names = new Set(told.map(({ name }) => name));
  return { history: [...own, ...adopted], adopted, untold: [...known].filter((name) => !names.has(name)) };
}

/** Whether ours and the tool's tell the same. */
export function isInStep({ adopted, untold }: Standing): boolean {
  return adopted.length === 0 && untold.length === 0;
}

/** Writes into each history what only the other one has, and notes the schema, so that a later change by hand is seen. The caller holds the lock. */
export async function bringInStep(db: Database, standing: Standing, { owner }: LockTaker): Promise<void> {
  if (isInStep(standing)) return;
  const { adopted, untold } = standing;
  const { hash, objects } = await printSchema(await db.catalog.objects());
  const last = adopted.at(-1);
  const print = { executionMs: null, schemaHash: hash, schemaObjects: JSON.stringify(objects) };
  await db.atomic([
    holdsLock(db, owner),
    ...adopted.map((row) => addHistory(db, row)),
    ...(last ? [noteOutcome(db, { id: last.id, ...print })] : []),
    ...untold.map((name) => toldApplied(db, name)),
  ]);
}

/** For `atomic`: tells the tool of the engine, where it has one, that a file was applied or taken back. */
export function tellTool(db: Database, name: string, direction: "up" | "down"): Compilable[] {
  if (db.capabilities.migrationTool === undefined) return [];
  return [direction === "up" ? toldApplied(db, name) : toldBack(db, name)];
}

const toldApplied = (db: Database, name: string): Compilable =>
  query(db, sql`insert into ${sql.table(toolTable)} (name) values (${`${name}.sql`})`);

const toldBack = (db: Database, name: string): Compilable =>
  query(db, sql`delete from ${sql.table(toolTable)} where name = ${`${name}.sql`}`);

interface ToolRow {
  /** The file without its ending. */
  name: string;
  /** ISO 8601, UTC. */
  appliedAt: string;
}

async function readToolRows(db: Database): Promise<ToolRow[]> {
  const objects = await db.catalog.objects();
  if (!objects.some(({ type, name }) => type === "table" && name === toolTable)) return [];
  const { rows } = await sql<{ name: string | null; at: string }>`
    select name, applied_at as at from ${sql.table(toolTable)} order by id`.execute(db.kysely);
  // The tool writes `2026-01-31 09:15:00`, in UTC.
  return rows.map(({ name, at }) => ({
    name: (name ?? "").replace(/\.sql$/, ""),
    appliedAt: timeText(Date.parse(`${at.replace(" ", "T")}Z`)),
  }));
}

function adoptedRow(
  { id, name, appliedAt, tool }: ToolRow & { id: number; tool: string },
  migrations: readonly Migration[],
): HistoryRow {
  if (!/^\d{4}_/.test(name) || Number(name.slice(0, 4)) === 0)
    throw new Refused("migration-missing", `${name}.sql was applied by ${tool}`);
  return {
    id,
    version: Number(name.slice(0, 4)),
    name,
    // The file as it stands, since the tool keeps none of what it applied; a file that is missing is refused by its name.
    checksum: migrations.find((migration) => migration.name === name)?.checksum ?? "",
    direction: "up",
    appliedAt,
    executionMs: null,
    tool,
    schemaHash: null,
    schemaObjects: null,
  };
}
