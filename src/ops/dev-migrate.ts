import { timeText } from "../backends/sql/codecs.ts";
import type { MigrationReport, MigrationStatus } from "../backends/sql/migrate.ts";
import { Refused } from "../core/text/result.ts";
import { type DevMigrateRequest, readDevMigrateRequest } from "./dev-migrate-request.ts";
import { type Migrating, readMigrationStatus, runMigrate } from "./migrate.ts";

/** An answer of a route, before it is one of HTTP. */
export interface DevAnswer {
  status: number;
  body: Readonly<Record<string, unknown>>;
}

interface DoneMigration {
  version: string;
  description: string;
  action: "applied" | "rolled_back";
  /** Milliseconds. */
  execution_time: number;
}

/** Milliseconds to wait for another run; together with the run less than the 30 s within which there is an answer. */
const patience = 10_000;

/**
 * Answers what POST /dev/migrate asks for: to tell what stands in the database of development, or to change its schema. `body`: what was sent, read from
 * JSON. 400 for what cannot be asked, 500 with the migration that failed; the files before it stay, and its own is taken back whole. Never throws `Refused`.
 */
export async function devMigrate(migrating: Migrating, body: unknown): Promise<DevAnswer> {
  const timestamp = timeText(migrating.runner.now());
  const read = readDevMigrateRequest(body, migrating.place.name);
  if (!read.ok) return invalid(read.details, read.action, timestamp);
  const { action } = read.request;
  try {
    const status = await readMigrationStatus(migrating);
    if (action === "status") return { status: 200, body: { action, timestamp, ...standingOf(status) } };
    const done = read.request.dryRun ? plannedOf(read.request, status) : await run(migrating, read.request, status);
    return { status: 200, body: { action, timestamp, ...done, dry_run: read.request.dryRun } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "migration-target") return invalid(error.message, action, timestamp);
    const details = "The migrations before it stay applied; of the failed one nothing stays.";
    const failed = { ...namedIn(error.message), error_message: error.message };
    return {
      status: 500,
      body: { error: "Migration execution failed", details, failed_migration: failed, timestamp },
    };
  }
}

function invalid(details: string, action: string | null, timestamp: string): DevAnswer {
  return { status: 400, body: { error: "Invalid migration request", details, action, timestamp } };
}

function standingOf({ version, pending, applied }: MigrationStatus) {
  return {
    current_version: applied.length > 0 ? versionText(version) : null,
    pending_migrations: pending.map((file) => ({ ...shortOf(file), filename: `${file.name}.sql` })),
    applied_migrations: applied.map((file) => ({
      ...shortOf(file),
      applied_at: file.appliedAt,
      filename: `${file.name}.sql`,
    })),
  };
}

/** The ways of an action: to begin anew is to take all back first. */
function waysOf({ action, target }: DevMigrateRequest) {
  const up = { direction: "up", to: target } as const;
  if (action === "reset") return [{ direction: "down", to: 0 } as const, up];
  return action === "down" ? [{ direction: "down", to: target } as const] : [up];
}

async function run(migrating: Migrating, request: DevMigrateRequest, status: MigrationStatus) {
  assertTarget(request, status);
  const reports: MigrationReport[] = [];
  for (const way of waysOf(request))
    if (way.direction === "up" || status.applied.length > 0)
      reports.push(await runMigrate(migrating, { ...way, dryRun: false }, patience));
  const steps = reports.flatMap(({ steps: done }) => done);
  return {
    executed_migrations: steps.map((step) => doneOf(step, step.direction, step.milliseconds)),
    final_version: finalOf(reports.at(-1)?.to ?? status.version),
  };
}

/** What `run` would do, by what stands in the database alone. */
function plannedOf(request: DevMigrateRequest, status: MigrationStatus) {
  assertTarget(request, status);
  const { applied, pending, version, latest } = status;
  const planned: DoneMigration[] = [];
  let at = version;
  for (const { direction, to } of waysOf(request)) {
    const from = at;
    at = to ?? (direction === "up" ? latest : Math.max(0, from - 1));
    const files = [...applied, ...pending].filter((file) =>
      direction === "up" ? file.version > from && file.version <= at : file.version <= from && file.version > at,
    );
    for (const file of direction === "up" ? files : files.toReversed()) planned.push(doneOf(file, direction, 0));
  }
  return { executed_migrations: planned, final_version: finalOf(at) };
}

/** Throws `Refused("migration-target")` as a run would, before anything is done. */
function assertTarget({ action, target }: DevMigrateRequest, { version, latest }: MigrationStatus): void {
  if (target === null) return;
  const [least, most] = { up: [version, latest], down: [0, version], reset: [0, latest], status: [0, latest] }[action];
  if (target < (least ?? 0) || target > (most ?? 0))
    throw new Refused("migration-target", `${action} leads to ${least} at least and ${most} at most, not ${target}`);
}

function doneOf(file: { version: number; name: string }, direction: "up" | "down", time: number): DoneMigration {
  return { ...shortOf(file), action: direction === "up" ? "applied" : "rolled_back", execution_time: time };
}

function shortOf({ version, name }: { version: number; name: string }) {
  return { version: versionText(version), description: name.slice("0001_".length).replaceAll("_", " ") };
}

const versionText = (version: number): string => String(version).padStart(4, "0");
const finalOf = (version: number): string | null => (version === 0 ? null : versionText(version));

/** The file that a message of the runner names. */
function namedIn(message: string) {
  const [, version = null, words = ""] = /\b(\d{4})_([a-z0-9_]+)\.sql/.exec(message) ?? [];
  return { version, description: words === "" ? null : words.replaceAll("_", " ") };
}
