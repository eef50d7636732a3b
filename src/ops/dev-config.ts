import { timeText } from "../backends/sql/codecs.ts";
import type { DevAnswer } from "./dev-migrate.ts";
import { type Migrating, readMigrationStatus } from "./migrate.ts";

/** Something that the platform binds to a Worker; `verify` throws where it does not answer. */
export interface DevBinding {
  kind: "kv_namespaces" | "r2_buckets" | "queues" | "assets";
  name: string;
  verify(): Promise<unknown>;
}

/** What is told of a studio in development. */
export interface DevSubject {
  migrating: Migrating;
  database: { name: string; type: "d1-local" | "d1-remote" };
  bindings: readonly DevBinding[];
  /** Names of the secrets that are set. */
  secrets: readonly string[];
  /** What whoever has started the server knows of it; null where nobody said. */
  wrangler: { version: string | null; dev_server: { port: number; hot_reload: boolean | null; pid: number | null } };
}

/** Answers GET /dev/config: the state of the database, and the names of all bindings that answer. Secrets by name only. */
export async function devConfig(subject: DevSubject): Promise<DevAnswer> {
  const timestamp = timeText(subject.migrating.runner.now());
  const failed: string[] = [];
  for (const { name, verify } of subject.bindings)
    await verify().catch((error: unknown) => failed.push(`${name}: ${reasonOf(error)}`));
  if (failed.length > 0)
    return { status: 500, body: { error: "Configuration check failed", details: failed.join("; "), timestamp } };
  const namesOf = (kind: DevBinding["kind"]): string[] =>
    subject.bindings.filter((binding) => binding.kind === kind).map(({ name }) => name);
  const { database } = subject;
  const body = {
    environment: "development",
    timestamp,
    database: { type: database.type, ...(await databaseState(subject.migrating)) },
    wrangler: subject.wrangler,
    bindings: {
      d1_databases: [database.name],
      kv_namespaces: namesOf("kv_namespaces"),
      secrets: subject.secrets,
      r2_buckets: namesOf("r2_buckets"),
      queues: namesOf("queues"),
      assets: namesOf("assets"),
    },
  };
  return { status: 200, body };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : "it failed");

async function databaseState(migrating: Migrating) {
  const [read] = await Promise.allSettled([readMigrationStatus(migrating)]);
  if (read.status === "rejected")
    return { status: "disconnected", migrations: { current_version: null, pending_count: null, last_applied: null } };
  const { applied, pending, version } = read.value;
  return {
    status: "connected",
    migrations: {
      current_version: applied.length > 0 ? String(version).padStart(4, "0") : null,
      pending_count: pending.length,
      last_applied: applied.at(-1)?.appliedAt ?? null,
    },
  };
}
