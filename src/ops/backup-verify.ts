import { join } from "node:path";
import { asRefusal, SqlError } from "../backends/sql/sql-error.ts";
import { Refused } from "../core/text/result.ts";
import { copyFile, isAbsent, linkOrCopy, type Measured, measureFile, pathOfKey } from "./backup-files.ts";
import { type BackupManifest, databaseName, filesName, readManifest } from "./backup-manifest.ts";
import type { FileSystem, StudioPlace } from "./backup-place.ts";

/** Tells how many of how many files are done. */
export type Tell = (done: number, total: number) => void;

/**
 * Puts a backup's database and files at other paths, where nothing may stand, each checked against the list. With `link` they share the room of the
 * backup, for a place that is thrown away. Throws `Refused("backup-damaged")` with the file that is not what it was.
 */
export async function unpackBackup(
  files: FileSystem,
  { folder, manifest }: { folder: string; manifest: BackupManifest },
  to: { database: string; storage: string },
  { link, signal, tell }: { link: boolean; signal: AbortSignal; tell: Tell },
): Promise<void> {
  const place = async (name: string, [from, target]: [string, string], expected: Measured, shared: boolean) => {
    signal.throwIfAborted();
    const found = await arrive(files, from, target, shared);
    if (found?.size !== expected.size || found.sha256 !== expected.sha256) throw new Refused("backup-damaged", name);
  };
  const total = manifest.files.length + 1;
  await files.mkdir(to.storage, { recursive: true, mode: 0o700 });
  // The database itself is never shared: it is opened where it arrives.
  await place(databaseName, [join(folder, databaseName), to.database], manifest.database, false);
  for (const [i, file] of manifest.files.entries()) {
    tell(i + 1, total);
    const way: [string, string] = [pathOfKey(join(folder, filesName), file.key), pathOfKey(to.storage, file.key)];
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
    { name: databaseName, path: join(folder, databaseName), expected: manifest.database },
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

/**
 * Restores a backup into a place of its own, looks whether all of it is there and holds together, and throws the place away. Throws
 * `Refused("backup-damaged")` with what is wrong.
 */
export async function proveBackup(
  { files, engine }: Pick<StudioPlace, "files" | "engine">,
  folder: string,
  scratch: string,
  { signal, tell }: { signal: AbortSignal; tell: Tell },
): Promise<BackupManifest> {
  const manifest = await readManifest(files, folder);
  const database = join(scratch, databaseName);
  try {
    await files.rm(scratch, { recursive: true, force: true });
    await unpackBackup(
      files,
      { folder, manifest },
      { database, storage: join(scratch, filesName) },
      { link: true, signal, tell },
    );
    const { faults, broken, tables } = await engine.examine(database);
    const [fault] = [
      ...faults,
      // What was broken before is told when the backup is made, and is no fault of it.
      ...(broken.length === manifest.broken ? [] : [`${broken.length} rows refer to none, not ${manifest.broken}`]),
      ...Object.keys({ ...tables, ...manifest.tables })
        .filter((table) => tables[table] !== manifest.tables[table])
        .map((table) => `${table} has ${tables[table] ?? "no"} rows, not ${manifest.tables[table] ?? "any"}`),
    ];
    if (fault !== undefined) throw new Refused("backup-damaged", `${databaseName}: ${fault}`);
    return manifest;
  } catch (error) {
    throw error instanceof SqlError && error.code === "corrupt"
      ? new Refused("backup-damaged", databaseName, { cause: error })
      : asRefusal(error, database);
  } finally {
    await files.rm(scratch, { recursive: true, force: true });
  }
}
