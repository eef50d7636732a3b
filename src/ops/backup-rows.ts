import { join } from "node:path";
import { timeOf, timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";
import { Refused } from "../core/text/result.ts";
import { isAbsent, isThere } from "./backup-files.ts";
import { type BackupManifest, filesName, readManifest } from "./backup-manifest.ts";
import { backupKinds, type FileSystem } from "./backup-place.ts";
import type { KeptBackup } from "./schedule.ts";

/** A backup that the rows know and that was not taken away. */
export interface KnownBackup extends KeptBackup {
  location: string;
}

/** Ends of the names of folders in which a backup is made or proved. */
const unfinishedEndings = [".partial", ".check"] as const;
const folderName = /^fabula-\d{4}-[\w-]+$/;

/** The name of a backup's folder. */
export function folderNameOf(createdAt: number, kind: string): string {
  return `fabula-${timeText(createdAt).replaceAll(/[:.]/g, "-")}-${kind}`;
}

/** Backups that are there by the rows, newest first. */
export async function knownBackups({ kysely }: Database): Promise<KnownBackup[]> {
  const rows = await kysely
    .selectFrom("backups")
    .select(["id", "kind", "created_at", "verified_at", "location"])
    .where("deleted_at", "is", null)
    .where("finished_at", "is not", null)
    .where("kind", "in", backupKinds)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.flatMap(({ id, kind: name, created_at, verified_at, location }) => {
    const kind = backupKinds.find((known) => known === name);
    if (kind === undefined) return [];
    return [{ id, kind, createdAt: timeOf(created_at), isVerified: verified_at !== null, location }];
  });
}

/** Writes the row of a backup that lies whole at its place, or brings it up to what its list says. */
export async function noteBackup(db: Database, location: string, manifest: BackupManifest, at: number): Promise<void> {
  const told = {
    location,
    file_count: manifest.files.length,
    size: manifest.size,
    checksum: manifest.checksum,
    migration_version: manifest.schemaVersion,
    error_message: missingText(manifest),
    verified_at: manifest.verifiedAt,
    deleted_at: null,
  };
  await db.kysely
    .insertInto("backups")
    .values({
      id: manifest.id,
      kind: manifest.kind,
      created_at: manifest.createdAt,
      finished_at: timeText(at),
      ...told,
    })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(told))
    .execute();
}

function missingText({ missing }: BackupManifest): string | null {
  return missing.length === 0 ? null : `Without ${missing.length} files that were lost before, such as ${missing[0]}.`;
}

/** Notes a backup that could not be made, or that proved to be no good. `at` in milliseconds. */
export async function noteFailure(
  { kysely }: Database,
  failed: { id: string; kind: string; location: string; createdAt: number; reason: string },
  at: number,
): Promise<void> {
  const told = { error_message: failed.reason, verified_at: null, deleted_at: timeText(at) };
  await kysely
    .insertInto("backups")
    .values({
      id: failed.id,
      kind: failed.kind,
      location: failed.location,
      created_at: timeText(failed.createdAt),
      ...told,
    })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(told))
    .execute();
}

/** Notes that backups are gone. */
export async function noteGone({ kysely }: Database, ids: readonly string[], at: number): Promise<void> {
  for (const id of ids)
    await kysely
      .updateTable("backups")
      .set({ deleted_at: timeText(at) })
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .execute();
}

/**
 * Makes rows of the backups in a folder that have none: the program was killed before it could write one, or the database itself was put back from
 * before it. What is damaged is passed over here; the doctor tells of it.
 */
export async function adoptBackups(db: Database, files: FileSystem, folder: string, at: number): Promise<void> {
  const known = new Set((await knownBackups(db)).map(({ location }) => location));
  for (const name of await backupNames(files, folder)) {
    const location = join(folder, name);
    if (known.has(location)) continue;
    try {
      await noteBackup(db, location, await readManifest(files, location), at);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
}

/** Clears away what killed backups left in a folder; the caller holds the lease, so that nobody is at work there. */
export async function clearUnfinished(files: FileSystem, folder: string): Promise<void> {
  for (const name of await namesIn(files, folder))
    if (name.startsWith("fabula-") && unfinishedEndings.some((ending) => name.endsWith(ending)))
      await files.rm(join(folder, name), { recursive: true, force: true });
}

/** The newest proved backup that is still there with its files: what it holds need not be copied again. */
export async function backupToBuildOn(
  db: Database,
  files: FileSystem,
): Promise<{ folder: string; manifest: BackupManifest } | null> {
  for (const { location, isVerified } of await knownBackups(db)) {
    if (!isVerified || !(await isThere(files, join(location, filesName)))) continue;
    try {
      return { folder: location, manifest: await readManifest(files, location) };
    } catch (error) {
      // A damaged one is nothing to build on; an older one may be.
      if (!(error instanceof Refused)) throw error;
    }
  }
  return null;
}

/** Names of the folders of backups in a folder, oldest first. */
export async function backupNames(files: FileSystem, folder: string): Promise<string[]> {
  return (await namesIn(files, folder)).filter((name) => folderName.test(name)).toSorted();
}

async function namesIn(files: FileSystem, folder: string): Promise<string[]> {
  try {
    return await files.readdir(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}
