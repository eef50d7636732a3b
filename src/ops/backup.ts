import { join } from "node:path";
import { timeText } from "../backends/sql/codecs.ts";
import { asRefusal, SqlError } from "../backends/sql/sql-error.ts";
import { Refused } from "../core/text/result.ts";
import { copyStudio } from "./backup-copy.ts";
import { guardedAt, syncFolder } from "./backup-files.ts";
import { type BackupManifest, checksumOf, writeManifest } from "./backup-manifest.ts";
import type { BackupKind } from "./backup-place.ts";
import { backupLease, type BackupMaker, type BackupReport, type BackupRequest } from "./backup-request.ts";
import { adoptBackups, clearUnfinished, folderNameOf, noteBackup, noteFailure } from "./backup-rows.ts";
import { proveBackup } from "./backup-verify.ts";
import { underLease } from "./schedule-lease.ts";

/**
 * Makes a backup while others write: the database first, then every file that its rows name; then it is restored to prove it, and only then there under
 * its name. Files that are lost or changed are told, and the backup is made without them. Throws `Refused`: `backup-busy` where another is
 * being made, `backup-damaged` where what was written is not what is read, `disk-full`, `backup-unwritable`; nothing is left then but a row that says so.
 */
export async function makeBackup(maker: BackupMaker, request: BackupRequest): Promise<BackupReport> {
  const made = await underLease(maker.db, backupLease, maker.taker, request.signal, (signal) =>
    makeUnderLease(maker, { ...request, signal }),
  );
  if (made === null) throw new Refused("backup-busy");
  return made.result;
}

/** The same for who holds the lease. */
export async function makeUnderLease(maker: BackupMaker, request: BackupRequest): Promise<BackupReport> {
  const { db, place, taker } = maker;
  const createdAt = taker.now();
  const { kind, out } = request;
  const begun = { id: maker.newId(), kind, createdAt, location: join(out, folderNameOf(createdAt, kind)) };
  try {
    return await guardedAt(out, () => writeBackup(maker, request, begun));
  } catch (error) {
    const refused = asRefusal(error, place.database);
    const reason = request.signal.aborted ? "It was stopped." : messageOf(refused);
    try {
      await noteFailure(db, { ...begun, reason }, taker.now());
    } catch (further) {
      // Where the disk is full or the database gone, a person must read just that.
      if (!(further instanceof SqlError)) throw further;
    }
    throw refused;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

interface Begun {
  id: string;
  kind: BackupKind;
  createdAt: number;
  location: string;
}

async function writeBackup(
  maker: BackupMaker,
  { out, signal, tell }: BackupRequest,
  begun: Begun,
): Promise<BackupReport> {
  const { db, place, taker } = maker;
  const { files } = place;
  const { location } = begun;
  await files.mkdir(out, { recursive: true, mode: 0o700 });
  await clearUnfinished(files, out);
  await adoptBackups(db, files, place.backups, taker.now());
  const [partial, scratch] = [`${location}.partial`, `${location}.check`];
  const callOff = [maker.guard(partial), maker.guard(scratch)];
  try {
    await files.mkdir(partial, { mode: 0o700 });
    const { manifest, shared } = await fill(maker, partial, begun, { signal, tell });
    await writeManifest(files, partial, manifest);
    const prove = { signal, tell: (done: number, total: number) => tell({ stage: "Proving", done, total }) };
    await proveBackup(place, partial, scratch, prove);
    const verifiedAt = timeText(taker.now());
    const proved = { ...manifest, verifiedAt };
    await writeManifest(files, partial, proved);
    signal.throwIfAborted();
    await files.rename(partial, location);
    await syncFolder(files, out);
    await noteBackup(db, location, proved, taker.now());
    const { id, kind, createdAt, schemaVersion, broken, missing, size } = manifest;
    return {
      id,
      kind,
      createdAt,
      schemaVersion,
      broken,
      missing,
      size,
      location,
      files: manifest.files.length,
      shared,
      verifiedAt,
    };
  } catch (error) {
    await files.rm(partial, { recursive: true, force: true });
    throw error;
  } finally {
    for (const off of callOff) off();
  }
}

async function fill(
  maker: BackupMaker,
  folder: string,
  { id, kind, createdAt }: Begun,
  progress: Pick<BackupRequest, "signal" | "tell">,
): Promise<{ manifest: BackupManifest; shared: number }> {
  const { copied, database, schemaVersion, tables, broken } = await copyStudio(maker, folder, progress);
  const content = {
    format: 1 as const,
    id,
    kind,
    createdAt: timeText(createdAt),
    verifiedAt: null,
    program: maker.place.program,
    schemaVersion,
    database,
    tables,
    broken,
    files: copied.files,
    missing: copied.missing,
    size: copied.files.reduce((sum, file) => sum + file.size, database.size),
  };
  return { manifest: { ...content, checksum: checksumOf(content) }, shared: copied.shared };
}
