import {
  type DatabasePlace,
  migrate,
  type Migration,
  type MigrationReport,
  type MigrationRunner,
  type MigrationStatus,
  migrationStatus,
  type MigrationTarget,
} from "../backends/sql/migrate.ts";
import { asRefusal } from "../backends/sql/sql-error.ts";

/** A database of a person, the migrations of this program, and who runs them. */
export interface Migrating {
  place: DatabasePlace;
  migrations(): Promise<readonly Migration[]>;
  runner: Omit<MigrationRunner, "patience">;
}

/**
 * Brings the database to a version, or tells on a copy what that would do; `patience`: milliseconds to wait for another run. Throws `Refused` with
 * what a person can mend.
 */
export function runMigrate(
  { place, migrations, runner }: Migrating,
  request: MigrationTarget & { dryRun: boolean },
  patience: number,
): Promise<MigrationReport> {
  return refusing(place, async () => migrate(place, await migrations(), request, { ...runner, patience }));
}

/** Applies what is pending before the program starts to work; another process that starts is waited for, a killed one until its lock is free. */
export function applyPending(migrating: Migrating): Promise<MigrationReport> {
  return runMigrate(migrating, { direction: "up", to: null, dryRun: false }, 75_000);
}

/** What is applied and what is pending. Throws `Refused` for files or a history that are not in order. */
export function readMigrationStatus({ place, migrations }: Migrating): Promise<MigrationStatus> {
  return refusing(place, async () => migrationStatus(place, await migrations()));
}

async function refusing<Result>({ name }: DatabasePlace, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asRefusal(error, name);
  }
}
