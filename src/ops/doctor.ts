import type { Database } from "../backends/sql/database.ts";
import { asRefusal, SqlError } from "../backends/sql/sql-error.ts";
import { Refused } from "../core/text/result.ts";
import { isThere } from "./backup-files.ts";
import type { BackupMaker } from "./backup-request.ts";
import type { StudioPlace } from "./backup-place.ts";
import { examineFiles } from "./doctor-files.ts";
import { type Finding, found, type Patient } from "./doctor-finding.ts";
import { examineCoins, examineJobs } from "./doctor-jobs.ts";
import { examineBackups, examinePlace } from "./doctor-place.ts";
import { applyPending, readMigrationStatus } from "./migrate.ts";

export interface DoctorOptions {
  /** Whether what can be made good safely is. */
  fix: boolean;
  /** Whether every file and backup is read from end to end. */
  deep: boolean;
  /** Milliseconds since 1970. */
  now: number;
  jitter(): number;
  /** What makes a backup of the studio, once it is open. */
  maker(opened: Pick<Patient, "db" | "blobs">): BackupMaker;
}

/** What was found and what became of it. */
export interface Diagnosis extends Omit<Finding, "mend" | "which"> {
  count: number;
  /** Some of which: ids, keys or paths. */
  examples: readonly string[];
  mended: number;
  /** Why it could not be mended; null where it was not tried or went well. */
  failure: string | null;
}

/** With these, rows cannot be looked at. */
const unreadable = new Set(["integrity", "schema", "schema-drift", "migrations-pending"]);

const unreachable = new Set(["database-unreachable", "database-login", "database-missing", "database-busy"]);

/** Examples of a finding at most. */
const most = 5;

/**
 * Looks whether a studio holds together, and makes good what can be with `fix`. Nothing that a person made is deleted: it is put back from a backup,
 * put aside, or left to a person. What is found is found at one moment; work may go on meanwhile.
 */
export async function examineStudio(place: StudioPlace, options: DoctorOptions): Promise<Diagnosis[]> {
  const diagnoses: Diagnosis[] = [];
  const treat = async (findings: readonly Finding[]): Promise<void> => {
    for (const finding of findings) diagnoses.push(await treatment(finding, options.fix));
  };
  await treat(await examinePlace(place, options.now));
  if (place.server === null && !(await isThere(place.files, place.database))) return diagnoses;
  await treat(await examineDatabase(place));
  if (diagnoses.some(({ check, count, mended }) => unreadable.has(check) && mended < count)) return diagnoses;
  if (place.isFolder && !(await isThere(place.files, place.storage))) {
    await treat(missingStorage(place));
    return diagnoses;
  }
  const db = await openDatabase(place);
  try {
    const blobs = await place.openFiles();
    const { now, deep, jitter } = options;
    const patient = { db, blobs, place, now, deep, jitter, maker: options.maker({ db, blobs }) };
    for (const examine of [examineFiles, examineJobs, examineCoins, examineBackups])
      await treat(await examine(patient));
    return diagnoses;
  } finally {
    await db.close();
  }
}

async function treatment({ mend, which, ...finding }: Finding, fix: boolean): Promise<Diagnosis> {
  const told = { ...finding, count: which.length, examples: which.slice(0, most) };
  if (!fix || mend === null) return { ...told, mended: 0, failure: null };
  try {
    return { ...told, mended: await mend(), failure: null };
  } catch (error) {
    // The other findings can be mended all the same.
    return { ...told, mended: 0, failure: error instanceof Error ? error.message : String(error) };
  }
}

function missingStorage({ storage }: StudioPlace): Finding[] {
  return found("storage-missing", [storage], {
    title: "The folder of the files is not there",
    remedy: "check STORAGE_DIR, and whether its disk is mounted; files were not looked at",
    mend: null,
  });
}

function openDatabase({ server, engine, database, migrating }: StudioPlace): Promise<Database> {
  return server === null ? engine.open(database) : migrating.place.open();
}

/** Whether the database holds together and is what this program knows. */
async function examineDatabase(place: StudioPlace): Promise<Finding[]> {
  const restore = "`fabula restore last --force` puts the newest backup in its place and keeps the damaged one";
  try {
    // A server looks after its own pages, and lets no row refer to one that is not there.
    if (place.server !== null) return await examineSchema(place);
    const { faults, broken } = await place.engine.examine(place.database);
    return [
      ...found("integrity", faults, { title: "The database is damaged", remedy: restore, mend: null }),
      ...found(
        "references",
        broken.map(({ table, row, parent }) => `${table} ${row ?? ""} → ${parent}`),
        {
          title: "Rows that refer to rows that are not there",
          remedy: "something other than this program wrote to the database; a backup from before has them",
          mend: null,
        },
      ),
      ...(faults.length > 0 ? [] : await examineSchema(place)),
    ];
  } catch (error) {
    if (!(error instanceof SqlError) || error.code !== "corrupt") throw asRefusal(error, place.database);
    return found("integrity", [error.message], { title: "The database is damaged", remedy: restore, mend: null });
  }
}

async function examineSchema({ migrating }: StudioPlace): Promise<Finding[]> {
  try {
    const { pending, drift } = await readMigrationStatus(migrating);
    return [
      ...found(
        "schema-drift",
        drift.map((what) => `${what} by hand`),
        {
          title: "The schema is not what the last migration left",
          remedy: "undo the change, or put a backup back; rows were not looked at",
          mend: null,
        },
      ),
      ...found(
        "migrations-pending",
        pending.map(({ name }) => name),
        {
          title: "Migrations that are not applied yet",
          remedy: "--fix applies them, after a backup; rows were not looked at without it",
          mend: async () => (await applyPending(migrating)).steps.length,
        },
      ),
    ];
  } catch (error) {
    // What cannot be reached cannot be looked at.
    if (!(error instanceof Refused) || unreachable.has(error.code)) throw error;
    return found("schema", [error.detail ?? error.code], {
      title: "The schema is not one that this program can work with",
      remedy: "`fabula migrate status` tells more",
      mend: null,
    });
  }
}
