import { jsonOf } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { type AdminHealth, healthSchema } from "../schema.ts";

type Check = AdminHealth["checks"][number];
const parts = ["database", "application", "storage", "queue"] as const;
const looks = 100;

/** How the studio fares by what is on record: looks at its parts, backups, releases and the schema. */
export async function healthRecord(db: Database): Promise<Omit<AdminHealth, "version">> {
  const { kysely } = db;
  const rows = kysely
    .selectFrom("health_checks")
    .select(["check_type as check", "status", "response_time as responseTime", "details", "timestamp as at"])
    .orderBy("timestamp", "desc");
  const history = (await rows.orderBy("id", "desc").limit(looks).execute()).map(checkOf);
  const checks: Check[] = [];
  for (const part of parts) {
    const last = await rows.where("check_type", "=", part).limit(1).executeTakeFirst();
    if (last) checks.push(checkOf(last));
  }
  const backups = await kysely
    .selectFrom("backups")
    .select(["id", "kind", "file_count as files", "size as bytes", "created_at as createdAt"])
    .select(["finished_at as finishedAt", "verified_at as verifiedAt", "error_message as error"])
    .where("deleted_at", "is", null)
    .orderBy("created_at", "desc")
    .limit(20)
    .execute();
  const deployments = await kysely
    .selectFrom("deployments")
    .select(["deployment_id as id", "environment", "worker_version as version", "deployment_status as status"])
    .select(["started_at as startedAt", "finished_at as finishedAt"])
    .orderBy("started_at", "desc")
    .limit(5)
    .execute();
  return { schemaVersion: await schemaVersion(db), checks, history, backups, deployments };
}

interface CheckRow {
  check: string;
  status: string;
  responseTime: number;
  details: string | null;
  at: string;
}

function checkOf({ details, ...row }: CheckRow): Check {
  const told = details === null ? "" : jsonOf(details, "health_checks.details", detailsOf);
  return healthSchema.shape.history.element.parse({ ...row, details: told });
}

function detailsOf(value: unknown): string {
  const isObject = typeof value === "object" && value !== null && "details" in value;
  return isObject && typeof value.details === "string" ? value.details : "";
}

/** The number of the migration that ran last and was not taken back. */
async function schemaVersion({ kysely }: Database): Promise<number | null> {
  const last = await kysely
    .selectFrom("schema_migrations")
    .select(["version", "direction"])
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!last) return null;
  return last.direction === "up" ? last.version : last.version - 1;
}
