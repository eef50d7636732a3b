import { sql } from "kysely";
import type { BlobStore } from "../backends/blobs/blob-store.ts";
import type { Database } from "../backends/sql/database.ts";
import { type Migration, schemaStanding } from "../backends/sql/migrate.ts";
import { SqlError } from "../backends/sql/sql-error.ts";
import { Refused } from "../core/text/result.ts";
import { type HealthAnswer, healthAnswer, type HealthCheck, type HealthFinding } from "./health-answer.ts";
import { queueTrouble } from "./health-queue.ts";
import { recordHealth } from "./health-record.ts";
import { troubleText, within } from "./health-trouble.ts";

/** A studio whose health is asked for. */
export interface HealthSubject {
  environment: "development" | "production";
  version: string;
  /** The migrations that come with the program; to read them takes longer than all else, so entries do it once (`readOnce`). */
  migrations(): Promise<readonly Migration[]>;
  /**
   * The database for one look, which closes it; null where there is none. A file is opened anew, since one that was deleted goes on answering to those who
   * have it open, and with a short time-out: its locks hold up the thread.
   */
  openDatabase(): Promise<Database | null>;
  openStore(): Promise<Pick<BlobStore, "list">>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds from any fixed moment. */
  clock(): number;
  /** Gets what a check failed with, for the log: the answer says only what anybody may know. */
  trouble(check: HealthCheck, error: unknown): void;
}

/** Milliseconds for each check, which run at once, and then for the record of them: together less than the 5 s within which there is an answer. */
export const healthLimits = { check: 4_000, record: 800 } as const;

/** Milliseconds after which an answer of the database is slow. */
const slow = 1_000;

const noDatabase = "There is no database.";

/**
 * Looks at database, application, storage and queue, and keeps what it found once a minute. Degraded: storage or queue fail, the database is slow or
 * cannot be written to, its schema is not this program's. Unhealthy, with 503: database or application fail. Never throws.
 */
export async function health(
  subject: HealthSubject,
  limits: Readonly<Record<keyof typeof healthLimits, number>> = healthLimits,
): Promise<HealthAnswer> {
  const reading = Promise.resolve().then(subject.migrations);
  const asked = { ...subject, migrations: () => reading };
  const look = (check: HealthCheck, examine: Examine) => finding(asked, check, limits.check, examine);
  const [database, application, storage, queue] = await Promise.all([
    look("database", examineDatabase),
    look("application", examineApplication),
    look("storage", examineStorage),
    look("queue", examineQueue),
  ]);
  const findings = { database, application, storage, queue };
  const at = subject.now();
  if (database.grade !== "unhealthy") findings.database = await recorded(subject, findings, at, limits.record);
  return healthAnswer(findings, { at, version: subject.version, environment: subject.environment });
}

/** A database that is open anyway, for looks that do not close it. */
export function keptOpen(db: Database): Database {
  return { ...db, close: async () => undefined };
}

/** What is read, kept from then on; a failure is not, and what another call has begun is not waited for, since a Worker may not. */
export function readOnce<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let kept: { value: Value } | null = null;
  return async () => {
    kept ??= { value: await read() };
    return kept.value;
  };
}

type Found = Pick<HealthFinding, "grade" | "details"> & { milliseconds?: number };
type Examine = (subject: HealthSubject) => Promise<Found>;

async function finding(
  subject: HealthSubject,
  check: HealthCheck,
  limit: number,
  examine: Examine,
): Promise<HealthFinding> {
  const start = subject.clock();
  try {
    const found = await within(limit, () => examine(subject));
    return { milliseconds: subject.clock() - start, ...found, check };
  } catch (error) {
    subject.trouble(check, error);
    return { check, grade: "unhealthy", milliseconds: subject.clock() - start, details: troubleText(error) };
  }
}

async function examineDatabase(subject: HealthSubject): Promise<Found> {
  const start = subject.clock();
  const found = await looking(subject, async (db) => {
    await sql`select 1`.execute(db.kysely);
    const milliseconds = subject.clock() - start;
    const schema = await examineSchema(db, await migrationsOf(subject));
    if (milliseconds <= slow) return { ...schema, milliseconds };
    return { grade: "degraded" as const, milliseconds, details: `It answers slowly. ${schema.details}` };
  });
  return found ?? { grade: "unhealthy", details: noDatabase };
}

/** Null where the program cannot read its own; the check of the application tells of that. */
async function migrationsOf({ migrations }: HealthSubject): Promise<readonly Migration[] | null> {
  const [read] = await Promise.allSettled([migrations()]);
  return read.status === "fulfilled" ? read.value : null;
}

async function examineSchema(db: Database, migrations: readonly Migration[] | null): Promise<Found> {
  if (migrations === null) return { grade: "degraded", details: "Its schema was not looked at." };
  try {
    const { version, pending } = await schemaStanding(db, migrations);
    if (pending.length === 0) return { grade: "healthy", details: `Its schema is at version ${version}.` };
    const text = `Its schema is at version ${version}, and migrations are pending: ${pending.length}.`;
    return { grade: "degraded", details: text };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const newer = error.code === "schema-newer";
    return {
      grade: "degraded",
      details: newer ? "Its schema is newer than the program." : "Its schema is not one that the program knows.",
    };
  }
}

/** The text whose SHA-256 begins so shows that the runtime computes. */
const known = { text: "abc", digest: [0xba, 0x78, 0x16, 0xbf] } as const;

/** Whether the runtime computes, and the program is whole: its migrations can be read. */
async function examineApplication({ migrations }: HealthSubject): Promise<Found> {
  await migrations();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(known.text)));
  const computes = known.digest.every((byte, i) => digest[i] === byte);
  return computes
    ? { grade: "healthy", details: "It runs." }
    : { grade: "unhealthy", details: "The runtime does not compute." };
}

async function examineStorage({ openStore }: HealthSubject): Promise<Found> {
  await (await openStore()).list("", { limit: 1 });
  return { grade: "healthy", details: "It answers." };
}

async function examineQueue(subject: HealthSubject): Promise<Found> {
  const found = await looking(subject, async (db) => ({
    read: await withTable(db, "tasks", () => queueTrouble(db, subject.now())),
  }));
  if (found === null) return { grade: "unhealthy", details: noDatabase };
  if (found.read === null) return { grade: "unhealthy", details: "Its tables are not there yet." };
  const { value: trouble } = found.read;
  if (trouble !== null) return { grade: "unhealthy", details: trouble };
  return { grade: "healthy", details: "Nothing waits without being done." };
}

/** Does something with the database, which is closed even where nobody waits for it any more; null where there is none. */
async function looking<Value>(
  { openDatabase }: HealthSubject,
  act: (db: Database) => Promise<Value>,
): Promise<Value | null> {
  const db = await openDatabase();
  if (db === null) return null;
  try {
    return await act(db);
  } finally {
    await db.close();
  }
}

/** What a table tells; null where the schema does not have it yet. */
async function withTable<Value>(
  db: Database,
  table: string,
  act: () => Promise<Value>,
): Promise<{ value: Value } | null> {
  try {
    return { value: await act() };
  } catch (error) {
    if (!(error instanceof SqlError) || error.code !== "other") throw error;
    const objects = await db.catalog.objects();
    if (objects.some(({ type, name }) => type === "table" && name === table)) throw error;
    return null;
  }
}

/** The finding of the database after what was found has been kept: one that cannot be written to is in a poor way. */
async function recorded(
  subject: HealthSubject,
  findings: Readonly<Record<HealthCheck, HealthFinding>>,
  at: number,
  limit: number,
): Promise<HealthFinding> {
  const { database } = findings;
  try {
    const record = (db: Database) =>
      withTable(db, "health_checks", () => recordHealth(db, Object.values(findings), at));
    await within(limit, () => looking(subject, record));
    return database;
  } catch (error) {
    subject.trouble("database", error);
    const details = `${database.details} It answers, but what was found could not be kept. ${troubleText(error)}`;
    return { ...database, grade: "degraded", details };
  }
}
