import { join } from "node:path";
import { asRefusal, SqlError } from "../backends/sql/sql-error.ts";
import { Refused } from "../core/text/result.ts";
import { copyFile, isAbsent, linkOrCopy, type Measured, measureFile, pathOfKey, piecesOf } from "./backup-files.ts";
import { gunzipped } from "./backup-gzip.ts";
import { type BackupManifest, filesName, readManifest } from "./backup-manifest.ts";
import type { DatabaseServer, FileSystem, StudioPlace, Survey } from "./backup-place.ts";

/** Tells how many of how many files are done. */
export type Tell = (done: number, total: number) => void;

/**
 * Puts a backup's database and files at other paths, where nothing may stand, each checked against the list. With `link` they share the room of the
 * backup, for a place that is thrown away. Without `storage` only the database is put there. Throws `Refused("backup-damaged")` with the file that is not what it was.
 */
export async function unpackBackup(
  files: FileSystem,
  { folder, manifest }: { folder: string; manifest: BackupManifest },
  to: { database: string; storage: string | null },
  { link, signal, tell }: { link: boolean; signal: AbortSignal; tell: Tell },
): Promise<void> {
  const place = async (name: string, [from, target]: [string, string], expected: Measured, shared: boolean) => {
    signal.throwIfAborted();
    const found = await arrive(files, from, target, shared);
    if (found?.size !== expected.size || found.sha256 !== expected.sha256) throw new Refused("backup-damaged", name);
  };
  const { storage } = to;
  const kept = storage === null ? [] : manifest.files;
  const total = kept.length + 1;
  if (storage !== null) await files.mkdir(storage, { recursive: true, mode: 0o700 });
  // The database itself is never shared: it is opened where it arrives.
  const { name } = manifest.database;
  await place(name, [join(folder, name), to.database], manifest.database, false);
  for (const [i, file] of kept.entries()) {
    tell(i + 1, total);
    const way: [string, string] = [pathOfKey(join(folder, filesName), file.key), pathOfKey(storage ?? "", file.key)];
    await place(file.key, way, file, link);
  }
  tell(total, total);
}

async function arrive(files: FileSystem, from: string, to: string, link: boolean): Promise<Measured | null> {
  try {
    if (!link) return await copyFile(files, from, to);
    await linkOrCopy(files, from, to);
    return await measureFile(files, to);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** Checks every file of a backup against its list without putting it anywhere. Throws `Refused("backup-damaged")`. */
export async function checkBackup(
  files: FileSystem,
  { folder, manifest }: { folder: string; manifest: BackupManifest },
  tell: Tell,
): Promise<void> {
  const all = [
    { name: manifest.database.name, path: join(folder, manifest.database.name), expected: manifest.database },
    ...manifest.files.map((file) => ({
      name: file.key,
      path: pathOfKey(join(folder, filesName), file.key),
      expected: file,
    })),
  ];
  for (const [i, { name, path, expected }] of all.entries()) {
    tell(i, all.length);
    const found = await measureFile(files, path);
    if (found?.size !== expected.size || found.sha256 !== expected.sha256) throw new Refused("backup-damaged", name);
  }
  tell(all.length, all.length);
}

/** The SQL of a backup, to be read once. Throws `TypeError` where it is not whole. */
export function dumpOf(files: FileSystem, folder: string, { database }: BackupManifest): AsyncIterable<string> {
  return gunzipped(piecesOf(files, join(folder, database.name)));
}

/**
 * Restores a backup into a place of its own, looks whether all of it is there and holds together, and throws the place away: a folder, or for
 * rows of a server a schema that nobody else sees. Throws `Refused("backup-damaged")` with what is wrong.
 */
export async function proveBackup(
  place: Pick<StudioPlace, "files" | "engine" | "server" | "database">,
  folder: string,
  scratch: string,
  request: { signal: AbortSignal; tell: Tell },
): Promise<BackupManifest> {
  const manifest = await readManifest(place.files, folder);
  const { name } = manifest.database;
  try {
    const found =
      name === "database.sqlite"
        ? await provenFile(place, { folder, manifest }, scratch, request)
        : await provenDump(place, { folder, manifest }, request);
    assertSame(found, manifest);
    return manifest;
  } catch (error) {
    if (error instanceof TypeError) throw new Refused("backup-damaged", name, { cause: error });
    throw error instanceof SqlError && error.code === "corrupt"
      ? new Refused("backup-damaged", name, { cause: error })
      : asRefusal(error, place.database);
  }
}

type Found = Survey & { faults: readonly string[] };
type Kept = { folder: string; manifest: BackupManifest };

async function provenFile(
  { files, engine }: Pick<StudioPlace, "files" | "engine">,
  backup: Kept,
  scratch: string,
  { signal, tell }: { signal: AbortSignal; tell: Tell },
): Promise<Found> {
  const database = join(scratch, backup.manifest.database.name);
  try {
    await files.rm(scratch, { recursive: true, force: true });
    await unpackBackup(files, backup, { database, storage: join(scratch, filesName) }, { link: true, signal, tell });
    return await engine.examine(database);
  } finally {
    await files.rm(scratch, { recursive: true, force: true });
  }
}

async function provenDump(
  { files, server }: { files: FileSystem; server: DatabaseServer | null },
  backup: Kept,
  { signal, tell }: { signal: AbortSignal; tell: Tell },
): Promise<Found> {
  if (server === null) throw new Refused("backup-elsewhere", backup.folder);
  await checkBackup(files, backup, (done, total) => {
    signal.throwIfAborted();
    tell(done, total);
  });
  return { faults: [], ...(await server.tryOut(dumpOf(files, backup.folder, backup.manifest))) };
}

/** Throws `Refused("backup-damaged")` where what stands in a restored database is not what the list of the backup says. */
export function assertSame({ faults, broken, tables }: Found, manifest: BackupManifest): void {
  const [fault] = [
    ...faults,
    // What was broken before is told when the backup is made, and is no fault of it.
    ...(broken.length === manifest.broken ? [] : [`${broken.length} rows refer to none, not ${manifest.broken}`]),
    ...Object.keys({ ...tables, ...manifest.tables })
      .filter((table) => tables[table] !== manifest.tables[table])
      .map((table) => `${table} has ${tables[table] ?? "no"} rows, not ${manifest.tables[table] ?? "any"}`),
  ];
  if (fault !== undefined) throw new Refused("backup-damaged", `${manifest.database.name}: ${fault}`);
}
