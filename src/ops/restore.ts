import { dirname, extname } from "node:path";
import { timeText } from "../backends/sql/codecs.ts";
import { asRefusal, SqlError } from "../backends/sql/sql-error.ts";
import { Refused } from "../core/text/result.ts";
import { guardedAt, isThere } from "./backup-files.ts";
import { type BackupManifest, readManifest } from "./backup-manifest.ts";
import type { DatabaseServer, StudioPlace, Survey } from "./backup-place.ts";
import { assertSame, checkBackup, dumpOf, type Tell, unpackBackup } from "./backup-verify.ts";
import { putFilesBack, surplusOf } from "./restore-files.ts";
import { finishRestore, journalOf, type Move, moveAll } from "./restore-journal.ts";

export interface RestoreRequest {
  /** Folder of the backup. */
  folder: string;
  /** Whether a database or files that are there may be put aside. */
  force: boolean;
  /** Milliseconds since 1970. */
  now: number;
  signal: AbortSignal;
  tell(progress: { stage: "Checking" | "Unpacking"; done: number; total: number }): void;
}

export interface RestoreReport extends Pick<BackupManifest, "id" | "createdAt" | "schemaVersion" | "missing" | "size"> {
  database: string;
  storage: string;
  files: number;
  /** Where what was there before lies now; empty where nothing was. */
  kept: readonly string[];
}

/**
 * Puts a backup in the place of database and files. All of it is checked before anything is touched, and a kill at any moment leaves the old state
 * whole or the new one. A file of SQLite and a folder of files lie on the disk, beside their place, before the old ones are renamed. Files that are kept
 * elsewhere, or whose rows are a server's, are put beside the old ones first (`putFilesBack`); then the rows are replaced in one transaction, or
 * the file of SQLite renamed. Throws `Refused`: `backup-unknown`, `backup-damaged`, `backup-newer`, `backup-elsewhere`,
 * `restore-occupied` without `force`, `database-busy` where the database is open elsewhere, `disk-full`, `backup-unwritable`; and `BlobError`.
 */
export async function restoreBackup(place: StudioPlace, request: RestoreRequest): Promise<RestoreReport> {
  const { database, storage, files, server } = place;
  if (server === null) await finishRestore(database, files);
  const { folder, force } = request;
  const manifest = await readManifest(files, folder);
  assertOfKind(place, folder, manifest);
  await assertKnown(place, manifest);
  const store = server === null && place.isFolder ? null : await place.openFiles();
  const surplus = store === null ? [] : await surplusOf(store, manifest);
  const [present] = [...(await presentAt(place)), ...surplus.map((key) => pathIn(storage, key))];
  if (present !== undefined && !force) throw new Refused("restore-occupied", present);
  await checkBackup(files, { folder, manifest }, telling(request, "Checking"));
  const mark = markOf(request.now);
  const aside = `kept/${mark}/`;
  const work = { folder, manifest, surplus, aside };
  const progress = { signal: request.signal, tell: telling(request, "Unpacking") };
  const keptFiles = store === null ? 0 : await putFilesBack(files, store, work, progress);
  const kept =
    server === null
      ? await guardedAt(dirname(database), () => replace(place, request, manifest))
      : await replaceRows(place, server, { folder, manifest, mark });
  const { id, createdAt, schemaVersion, missing, size } = manifest;
  return {
    id,
    createdAt,
    schemaVersion,
    missing,
    size,
    database,
    storage,
    files: manifest.files.length,
    kept: [...kept, ...(keptFiles > 0 ? [`${pathIn(storage, aside)} (${keptFiles} files)`] : [])],
  };
}

function assertOfKind({ server }: StudioPlace, folder: string, { database }: BackupManifest): void {
  if ((server === null) !== (database.name === "database.sqlite")) throw new Refused("backup-elsewhere", folder);
}

/** Reads the rows of a backup into the place of the old ones, all at once; gives the schema in which the old ones are kept. */
async function replaceRows(
  { files, database }: StudioPlace,
  server: DatabaseServer,
  { folder, manifest, mark }: { folder: string; manifest: BackupManifest; mark: string },
): Promise<string[]> {
  const aside = `fabula_${mark.toLowerCase().replaceAll(/\W/g, "_")}`;
  const accept = (found: Survey): void => assertSame({ faults: [], ...found }, manifest);
  try {
    const moved = await server.replace(dumpOf(files, folder, manifest), { aside, accept });
    return moved ? [`${database}, schema ${aside}`] : [];
  } catch (error) {
    throw asRefusal(error, database);
  }
}

const telling =
  ({ tell }: RestoreRequest, stage: "Checking" | "Unpacking"): Tell =>
  (done, total) =>
    tell({ stage, done, total });

async function assertKnown({ migrating }: StudioPlace, { schemaVersion }: BackupManifest): Promise<void> {
  const { length: latest } = await migrating.migrations();
  if (schemaVersion > latest)
    throw new Refused("backup-newer", `its schema is at ${schemaVersion}, this program knows ${latest}`);
}

/** What of the old state is there: the database with what belongs to it, and a folder of files that is not empty. */
async function presentAt({ database, storage, files, server, isFolder }: StudioPlace): Promise<string[]> {
  if (server !== null) {
    try {
      return (await server.isEmpty()) ? [] : [database];
    } catch (error) {
      throw asRefusal(error, database);
    }
  }
  const all = [database, ...logsOf(database), ...(isFolder ? [storage] : [])];
  const found: string[] = [];
  for (const path of all) if (await isThere(files, path)) found.push(path);
  const isEmpty = found.length === 1 && found[0] === storage && (await isEmptyStore(files, storage));
  return isEmpty ? [] : found;
}

/** Files that SQLite keeps beside a database that is open, or that was when its program was killed. */
const logsOf = (database: string): string[] => [`${database}-wal`, `${database}-shm`, `${database}-journal`];

async function isEmptyStore(files: StudioPlace["files"], storage: string): Promise<boolean> {
  return (await files.readdir(storage)).every((name) => name.startsWith("."));
}

const markOf = (now: number): string => timeText(now).replaceAll(/[:.]/g, "-");

/** Where a backup is unpacked before it takes its place: the file of the database, and the folder of files where there is one. */
export function unpackedAt({ database, storage, isFolder }: StudioPlace): readonly string[] {
  return [`${database}.restoring`, ...(isFolder ? [`${storage}.restoring`] : [])];
}

/** Unpacks beside the place, takes the old database for itself, and renames. Gives where the old state is kept. */
async function replace(place: StudioPlace, request: RestoreRequest, manifest: BackupManifest): Promise<string[]> {
  const { database, storage, files } = place;
  const [readyDatabase = "", readyStorage = null] = unpackedAt(place);
  const ready = { database: readyDatabase, storage: readyStorage };
  const clear = async () => {
    for (const path of unpackedAt(place)) await files.rm(path, { recursive: true, force: true });
  };
  await clear();
  const held: { release(): void }[] = [];
  try {
    // Before the long part, so that a person is told at once; and again behind it, for those who came meanwhile.
    for (const holder of await holdOld(place)) holder.release();
    const { folder, signal } = request;
    const tell = telling(request, "Unpacking");
    await unpackBackup(files, { folder, manifest }, ready, { link: false, signal, tell });
    held.push(...(await holdOld(place)));
    const away = await movesAway(place, request.now);
    await moveAll(files, database, [
      ...away,
      ...(ready.storage === null ? [] : [{ from: ready.storage, to: storage }]),
      { from: ready.database, to: database },
    ]);
    return away.map(({ to }) => to);
  } catch (error) {
    if (!(await isThere(files, journalOf(database)))) await clear();
    throw asRefusal(error, database);
  } finally {
    for (const holder of held) holder.release();
  }
}

/** Takes the old database for this process; nothing is taken where there is none, or where it is so damaged that nobody can use it. */
async function holdOld({ database, files, engine }: StudioPlace): Promise<{ release(): void }[]> {
  if (!(await isThere(files, database))) return [];
  try {
    return [await engine.hold(database)];
  } catch (error) {
    if (error instanceof SqlError && error.code === "corrupt") return [];
    throw error;
  }
}

/** The renames that put the old state aside: `fabula.2026-01-31T09-15-00-000Z.old.sqlite` and `storage.2026-01-31T09-15-00-000Z.old`. */
async function movesAway({ database, storage, isFolder, files }: StudioPlace, now: number): Promise<Move[]> {
  const mark = `${markOf(now)}.old`;
  const ending = extname(database);
  const kept = `${database.slice(0, database.length - ending.length)}.${mark}${ending}`;
  const all = [
    ...(isFolder ? [{ from: storage, to: `${storage}.${mark}` }] : []),
    // A log that is left is one of a database that could not be opened.
    ...logsOf(database).map((log) => ({ from: log, to: `${kept}${log.slice(database.length)}` })),
    { from: database, to: kept },
  ];
  const moves: Move[] = [];
  for (const move of all) if (await isThere(files, move.from)) moves.push(move);
  return moves;
}

/** A key as a person reads it below the name of its storage, which ends with a slash where it has a prefix. */
function pathIn(storage: string, key: string): string {
  return storage.endsWith("/") ? storage + key : `${storage}/${key}`;
}
