import type { Database } from "./database.ts";
import type { Migration } from "./migrations/files.ts";
import { appliedRows, makeBookkeeping } from "./migrations/history.ts";
import { freeLock, takeLock } from "./migrations/lock.ts";
import { type MigrationTarget, pendingMigrations, planMigrations } from "./migrations/plan.ts";
import { assertNoDrift, type MigrationRunner, type MigrationStep, runMigrations } from "./migrations/run.ts";
import { currentDrift } from "./migrations/schema-print.ts";
import { bringInStep, isInStep, readStanding } from "./migrations/tool-history.ts";

/** Where a database lies, before it is opened. */
export interface DatabasePlace {
  /** As a person knows it: a path or a host, without a password. */
  name: string;
  /** Opens it, and makes an empty one where there is none. Throws `SqlError`. */
  open(): Promise<Database>;
  /** Opens it for reading only; null where there is none. */
  read(): Promise<Database | null>;
  /** A copy with schema and rows, empty where there is no database; `close` throws it away. */
  copy(): Promise<Database>;
  /** Keeps a whole copy while others write, and gives its name; null for an engine that keeps its own. `now`: milliseconds since 1970. */
  backup(now: number): Promise<string | null>;
}

/** What was done, or in a dry run would be. */
export interface MigrationReport {
  direction: "up" | "down";
  dryRun: boolean;
  from: number;
  to: number;
  steps: readonly MigrationStep[];
  /** The copy that was kept before; null where there was nothing to do or to keep. */
  backup: string | null;
}

/** What stands in a database, beside the migrations that this program knows. */
export interface MigrationStatus {
  database: string;
  /** The last version that is applied, 0 for none. */
  version: number;
  latest: number;
  applied: readonly { version: number; name: string; appliedAt: string; executionMs: number | null; tool: string }[];
  pending: readonly { version: number; name: string }[];
  /** What was changed by hand since the last migration. */
  drift: readonly string[];
}

export type { Migration, MigrationRunner, MigrationTarget };

/**
 * Brings a database to a version: a backup first, then file by file, each whole or not at all; with nothing to do nothing is written. A dry run does the
 * same on a copy. Throws `Refused` with the codes of `planMigrations` and `runMigrations`, and `SqlError`.
 */
export async function migrate(
  place: DatabasePlace,
  migrations: readonly Migration[],
  { dryRun, ...target }: MigrationTarget & { dryRun: boolean },
  runner: MigrationRunner,
): Promise<MigrationReport> {
  const db = await (dryRun ? place.copy() : place.open());
  try {
    const backup = () => (dryRun ? Promise.resolve(null) : place.backup(runner.now()));
    return { ...(await migrateDatabase(db, migrations, target, { ...runner, backup })), dryRun };
  } finally {
    await db.close();
  }
}

/** The same for a database that is open. `backup` is called before the first file, if there is anything to keep. */
export async function migrateDatabase(
  db: Database,
  migrations: readonly Migration[],
  target: MigrationTarget,
  { backup, ...runner }: MigrationRunner & { backup(): Promise<string | null> },
): Promise<Omit<MigrationReport, "dryRun">> {
  const found = await readStanding(db, migrations);
  const { steps: toDo, ...way } = planMigrations(migrations, found.history, target);
  if (toDo.length === 0 && isInStep(found)) return { ...way, steps: [], backup: null };
  await makeBookkeeping(db);
  await takeLock(db, runner);
  try {
    // Another run may have done it while this one waited for the lock.
    const standing = await readStanding(db, migrations);
    const plan = planMigrations(migrations, standing.history, target);
    await assertNoDrift(db, standing.history);
    const kept = plan.steps.length > 0 && standing.history.length > 0 ? await backup() : null;
    await bringInStep(db, standing, runner);
    const steps = await runMigrations(db, plan, runner);
    return { direction: plan.direction, from: plan.from, to: plan.to, steps, backup: kept };
  } finally {
    await freeLock(db, runner);
  }
}

/** The version of an open database and what of these migrations is pending there. Throws `Refused` as `planMigrations` does. */
export async function schemaStanding(
  db: Database,
  migrations: readonly Migration[],
): Promise<{ version: number; pending: readonly Migration[] }> {
  const { history } = await readStanding(db, migrations);
  return { version: appliedRows(history).at(-1)?.version ?? 0, pending: pendingMigrations(migrations, history) };
}

/** Tells what is applied and what is pending, without writing. Throws `Refused` as `planMigrations` does. */
export async function migrationStatus(
  place: DatabasePlace,
  migrations: readonly Migration[],
): Promise<MigrationStatus> {
  const db = await place.read();
  try {
    const history = db ? (await readStanding(db, migrations)).history : [];
    const applied = appliedRows(history);
    return {
      database: place.name,
      version: applied.at(-1)?.version ?? 0,
      latest: migrations.length,
      applied: applied.map(({ version, name, appliedAt, executionMs, tool }) => ({
        version,
        name,
        appliedAt,
        executionMs,
        tool,
      })),
      pending: pendingMigrations(migrations, history).map(({ version, name }) => ({ version, name })),
      drift: db ? await currentDrift(db, history) : [],
    };
  } finally {
    await db?.close();
  }
}
