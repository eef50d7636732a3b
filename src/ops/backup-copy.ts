import { join } from "node:path";
import { sql } from "kysely";
import { timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";
import { migrationStatus } from "../backends/sql/migrate.ts";
import { Refused } from "../core/text/result.ts";
import { hideFile } from "../features/files/queries/sweep-rows.ts";
import type { StoredFile } from "../features/files/stored-file.ts";
import { type CopiedFiles, copyFiles, filesIn } from "./backup-blobs.ts";
import { measureFile, writeNew } from "./backup-files.ts";
import { gzipped } from "./backup-gzip.ts";
import { type BackupManifest, filesName } from "./backup-manifest.ts";
import type { DatabaseServer, StudioPlace } from "./backup-place.ts";
import type { BackupMaker, BackupRequest } from "./backup-request.ts";

/** What was copied into the folder of a backup. */
export interface CopiedStudio extends Pick<BackupManifest, "database" | "schemaVersion" | "tables" | "broken"> {
  copied: CopiedFiles;
}

type Progress = Pick<BackupRequest, "signal" | "tell">;

/** Copies the database as it is at one moment, then every file that its rows name, into the folder of a backup. Throws `SqlError`, `BlobError`. */
export function copyStudio(maker: BackupMaker, folder: string, progress: Progress): Promise<CopiedStudio> {
  const { server } = maker.place;
  return server === null ? copyOfFile(maker, folder, progress) : copyOfServer(maker, server, folder, progress);
}

async function copyOfFile(maker: BackupMaker, folder: string, progress: Progress): Promise<CopiedStudio> {
  const { place, taker } = maker;
  const name = "database.sqlite";
  const path = join(folder, name);
  await place.engine.copy(place.database, path);
  const copy = await place.engine.open(path);
  let copied: CopiedFiles;
  try {
    // Whoever restores it holds nothing yet.
    await sql`delete from locks`.execute(copy.kysely);
    const named = {
      total: await countFiles(copy),
      all: () => filesIn(copy),
      hide: async ({ owner, id }: StoredFile) => void (await hideFile(copy, owner, id, timeText(taker.now()))),
    };
    copied = await copyFiles(maker, named, join(folder, filesName), progress);
  } finally {
    await copy.close();
  }
  const schemaVersion = await schemaVersionOf(place, () => place.engine.open(path));
  // From here on it is one file without a log.
  (await place.engine.hold(path)).release();
  const database = await measureFile(place.files, path);
  if (database === null) throw new Refused("backup-damaged", name);
  const { tables, broken } = await place.engine.survey(path);
  return { copied, database: { name, ...database }, schemaVersion, tables, broken: broken.length };
}

/** The rows are read at one moment, and let go before files are copied, which may take long; what must be changed by then is written behind them. */
async function copyOfServer(
  maker: BackupMaker,
  server: DatabaseServer,
  folder: string,
  progress: Progress,
): Promise<CopiedStudio> {
  const { place, taker } = maker;
  const name = "database.sql.gz";
  const read: { now: ReadRows | null; copied: CopiedFiles | null } = { now: null, copied: null };
  async function* text(): AsyncGenerator<string> {
    const rows = (read.now = yield* readRows(server, place));
    const hidden: string[] = [];
    const named = {
      total: rows.named.length,
      all: async function* () {
        yield* rows.named;
      },
      hide: async ({ id }: StoredFile) => void hidden.push(id),
    };
    read.copied = await copyFiles(maker, named, join(folder, filesName), progress);
    // Whoever restores it holds nothing yet.
    yield "delete from locks;\n";
    const at = quoted(timeText(taker.now()));
    for (const id of hidden) yield `update storage_files set deleted_at = ${at} where id = ${quoted(id)};\n`;
  }
  const database = await writeNew(place.files, join(folder, name), gzipped(text()));
  const { now, copied } = read;
  if (now === null || copied === null) throw new TypeError("A dump has an end.");
  const { schemaVersion, tables } = now;
  return { copied, database: { name, ...database }, schemaVersion, tables: { ...tables, locks: 0 }, broken: 0 };
}

interface ReadRows {
  schemaVersion: number;
  tables: Readonly<Record<string, number>>;
  named: readonly StoredFile[];
}

async function* readRows(server: DatabaseServer, place: StudioPlace): AsyncGenerator<string, ReadRows> {
  const snapshot = await server.snapshot();
  try {
    const { db } = snapshot;
    const { tables } = await server.survey(db);
    const schemaVersion = await schemaVersionOf(place, async () => ({ ...db, close: async () => undefined }));
    yield* snapshot.dump();
    return { schemaVersion, tables, named: await Array.fromAsync(filesIn(db)) };
  } finally {
    await snapshot.close();
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function countFiles({ kysely }: Database): Promise<number> {
  const { count } = await kysely
    .selectFrom("storage_files")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("deleted_at", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

async function schemaVersionOf(
  { migrating: { place, migrations } }: StudioPlace,
  read: () => Promise<Database>,
): Promise<number> {
  return (await migrationStatus({ ...place, read }, await migrations())).version;
}
