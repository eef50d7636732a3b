import { Refused } from "../../../core/text/result.ts";
import type { Migration } from "./files.ts";
import { appliedRows, type HistoryRow } from "./history.ts";

/** Where a database is asked to go. */
export interface MigrationTarget {
  direction: "up" | "down";
  /** The version that is the last afterwards, 0 for none; null for all of them up, or for one down. */
  to: number | null;
}

/** What has to be done, in this order. */
export interface MigrationPlan {
  direction: "up" | "down";
  /** The version of the schema now, 0 for none. */
  from: number;
  to: number;
  steps: readonly Migration[];
}

/**
 * Checks the files against the history and gives the way to the target. Throws `Refused`: `schema-newer`, `migration-missing`, `migration-edited`,
 * `migration-order`, `migration-target`.
 */
export function planMigrations(
  migrations: readonly Migration[],
  history: readonly HistoryRow[],
  { direction, to }: MigrationTarget,
): MigrationPlan {
  const applied = appliedRows(history);
  assertUntouched(migrations, applied);
  const from = applied.at(-1)?.version ?? 0;
  const target = to ?? (direction === "up" ? migrations.length : Math.max(0, from - 1));
  assertReachable(migrations.length, { direction, from, to: target });
  const steps = migrations.filter(({ version }) =>
    direction === "up" ? version > from && version <= target : version <= from && version > target,
  );
  return { direction, from, to: target, steps: direction === "up" ? steps : steps.toReversed() };
}

/** Migrations that are not applied yet. Throws what `planMigrations` throws of files and history. */
export function pendingMigrations(
  migrations: readonly Migration[],
  history: readonly HistoryRow[],
): readonly Migration[] {
  return planMigrations(migrations, history, { direction: "up", to: null }).steps;
}

function assertUntouched(migrations: readonly Migration[], applied: readonly HistoryRow[]): void {
  const newest = applied.at(-1);
  if (newest && newest.version > migrations.length)
    throw new Refused(
      "schema-newer",
      `it is at ${newest.name}, this program knows ${migrations.at(-1)?.name ?? "none"}`,
    );
  for (const [i, row] of applied.entries()) {
    const file = migrations[row.version - 1];
    if (row.version !== i + 1)
      throw new Refused(
        "migration-order",
        `${row.name} was applied, ${migrations[i]?.name ?? i + 1} before it was not`,
      );
    if (file?.name !== row.name)
      throw new Refused("migration-missing", `${row.name}.sql was applied; ${file?.name ?? "none"} has its number now`);
    if (file.checksum !== row.checksum)
      throw new Refused("migration-edited", `${row.name}.sql, applied ${row.appliedAt}`);
  }
}

function assertReachable(last: number, { direction, from, to }: Omit<MigrationPlan, "steps">): void {
  const [least, most] = direction === "up" ? [from, last] : [0, from];
  if (to < least || to > most)
    throw new Refused(
      "migration-target",
      `from ${from}, ${direction} leads to ${least} at least and ${most} at most, not ${to}`,
    );
}
