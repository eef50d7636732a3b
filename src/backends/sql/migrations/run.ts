import { type Compilable, sql } from "kysely";
import { Refused } from "../../../core/text/result.ts";
import { timeText } from "../codecs.ts";
import type { Database } from "../database.ts";
import { SqlError } from "../sql-error.ts";
import { query, statement } from "../statement.ts";
import { failedQuery } from "./failed-query.ts";
import type { Migration } from "./files.ts";
import { addHistory, type HistoryRow, isBookkeeping, noteOutcome, readHistory } from "./history.ts";
import { holdsLock, type LockTaker, renewLock } from "./lock.ts";
import type { MigrationPlan } from "./plan.ts";
import { nameOf, type RowAssertion, rowAssertions } from "./row-safety.ts";
import { currentDrift, printSchema } from "./schema-print.ts";
import { tellTool } from "./tool-history.ts";

/** Who runs migrations. */
export interface MigrationRunner extends LockTaker {
  /** The program with its version, for the history. */
  tool: string;
}

/** What one file did. */
export interface MigrationStep {
  version: number;
  name: string;
  direction: "up" | "down";
  milliseconds: number;
  /** Tables that have another number of rows since; null for one that was not there before, or is not now. */
  rows: readonly { table: string; before: number | null; after: number | null }[];
}

/**
 * Runs a plan file by file, each as one atomic list with its row of the history and the assertions on rows; the caller holds the lock
 * and has looked for drift.
 * Throws `Refused`: `migration-cascade`, `migration-failed`, `migration-rows`, `migration-locked`; the files before stay applied.
 */
export async function runMigrations(
  db: Database,
  plan: MigrationPlan,
  runner: MigrationRunner,
): Promise<MigrationStep[]> {
  const steps: MigrationStep[] = [];
  let before = await countRows(db);
  for (const migration of plan.steps) {
    await renewLock(db, runner);
    const step = await runStep(db, migration, plan.direction, [...before.keys()], runner);
    const after = await countRows(db);
    steps.push({ ...step, rows: rowChanges(before, after) });
    before = after;
  }
  return steps;
}

/** Throws `Refused("schema-drift")` where the schema is not what the last migration left. */
export async function assertNoDrift(db: Database, history: readonly HistoryRow[]): Promise<void> {
  const drift = await currentDrift(db, history);
  if (drift.length > 0) throw new Refused("schema-drift", drift.join(", "));
}

async function runStep(
  db: Database,
  migration: Migration,
  direction: "up" | "down",
  tables: readonly string[],
  runner: MigrationRunner,
): Promise<Omit<MigrationStep, "rows">> {
  const { version, name, checksum } = migration;
  const assertions = rowAssertions(
    migration[direction],
    tables,
    await db.catalog.references(),
    fileOf(name, direction),
  );
  const history = await readHistory(db);
  const row = { id: (history.at(-1)?.id ?? 0) + 1, version, name, checksum, direction };
  const start = runner.now();
  await runFile(db, migration, direction, {
    first: [holdsLock(db, runner.owner), ...countQueries(db, assertions)],
    assertions,
    last: [
      statement("drop table migration_counts"),
      addHistory(db, { ...row, appliedAt: timeText(start), tool: runner.tool }),
      ...tellTool(db, name, direction),
    ],
  });
  const milliseconds = Math.max(0, runner.now() - start);
  const { hash, objects } = await printSchema(await db.catalog.objects());
  const outcome = { id: row.id, executionMs: milliseconds, schemaHash: hash, schemaObjects: JSON.stringify(objects) };
  await db.atomic([noteOutcome(db, outcome)]);
  return { version, name, direction, milliseconds };
}

interface Frame {
  first: readonly Compilable[];
  assertions: readonly RowAssertion[];
  last: readonly Compilable[];
}

async function runFile(db: Database, migration: Migration, direction: "up" | "down", frame: Frame): Promise<void> {
  const statements = migration[direction];
  const asserted = frame.assertions.map((assertion) => assertQuery(db, assertion));
  const list = [...frame.first, ...statements.map(({ text }) => statement(text)), ...asserted, ...frame.last];
  try {
    await db.atomic(list);
  } catch (error) {
    if (!(error instanceof SqlError) || isOfPlace(error)) throw error;
    const failed = await failedQuery(db, list, error);
    const at = failed === null ? null : failed - frame.first.length;
    const assertion = at === null ? null : (frame.assertions[at - statements.length] ?? null);
    throw refusalOf(error, at, migration, direction, assertion);
  }
}

/** Whether the database failed, and not what was asked of it. */
const isOfPlace = ({ code }: SqlError): boolean =>
  ["busy", "full", "read-only", "corrupt", "unreachable", "login", "no-database"].includes(code);

/** Which part of the list failed tells what it means. `at`: the statement, below 0 for what comes before the file; null where it is not known. */
function refusalOf(
  error: SqlError,
  at: number | null,
  migration: Migration,
  direction: "up" | "down",
  assertion: RowAssertion | null,
): Error {
  const file = fileOf(migration.name, direction);
  const cause = { cause: error };
  if (at !== null && at < 0 && error.code === "check")
    return new Refused("migration-locked", "another run has taken over meanwhile", cause);
  if (assertion && error.code === "check") return new Refused("migration-rows", `${file}: ${nameOf(assertion)}`, cause);
  const line = at === null ? undefined : migration[direction][at]?.line;
  if (line === undefined && error.code === "unique")
    return new Refused("migration-locked", "another run was faster", cause);
  return new Refused(
    "migration-failed",
    `${file}${line === undefined ? "" : `, line ${line}`}: ${error.message}`,
    cause,
  );
}

const fileOf = (name: string, direction: "up" | "down"): string => `${direction === "up" ? "" : "down/"}${name}.sql`;

/** Tables that are counted by one query; an engine may allow no more than 100 columns. */
const countedAtOnce = 90;

/** Rows of every table but those of migrations themselves. */
async function countRows(db: Database): Promise<Map<string, number>> {
  const tables = (await db.catalog.objects()).filter(({ type, name }) => type === "table" && !isBookkeeping(name));
  const names = tables.map(({ name }) => name);
  const counts = new Map<string, number>();
  for (let from = 0; from < names.length; from += countedAtOnce) {
    const some = names.slice(from, from + countedAtOnce);
    const columns = some.map((table, i) => sql`${amountOf({ table, column: null })} as ${sql.id(`n${i}`)}`);
    const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)}`.execute(db.kysely);
    for (const [i, table] of some.entries()) counts.set(table, rows[0]?.[`n${i}`] ?? 0);
  }
  return counts;
}

function rowChanges(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): MigrationStep["rows"] {
  const tables = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return tables
    .map((table) => ({ table, before: before.get(table) ?? null, after: after.get(table) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** The counts are taken within the list, so that what others write meanwhile is no difference. */
function countQueries(db: Database, assertions: readonly RowAssertion[]): Compilable[] {
  return [
    statement("create table migration_counts (name text not null primary key, amount bigint not null)"),
    ...assertions.map((assertion) =>
      query(db, sql`insert into migration_counts (name, amount) select ${nameOf(assertion)}, ${amountOf(assertion)}`),
    ),
  ];
}

function assertQuery(db: Database, assertion: RowAssertion): Compilable {
  const kept = sql`(select amount from migration_counts where name = ${nameOf(assertion)})`;
  return query(db, sql`insert into guard (ok) select 0 where ${amountOf(assertion)} <> ${kept}`);
}

const amountOf = ({ table, column }: RowAssertion) =>
  sql`(select ${column === null ? sql`count(*)` : sql`count(${sql.ref(column)})`} from ${sql.table(table)})`;
