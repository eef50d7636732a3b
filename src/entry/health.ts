import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { BlobError } from "../backends/blobs/blob-error.ts";
import type { BlobStore } from "../backends/blobs/blob-store.ts";
import type { Database } from "../backends/sql/database.ts";
import type { Config } from "../config.ts";
import { type HealthSubject, readOnce } from "../ops/health.ts";
import type { Migrating } from "../ops/migrate.ts";

/** Milliseconds to wait for another writer of a file; the thread stands still meanwhile, and a check has four seconds. */
const busyTimeout = 1_500;

/** A studio on Node for looks at its health. `path` of a file of SQLite, absolute; null where the database is a server's. */
export function nodeHealthSubject(
  { environment }: Pick<Config, "environment">,
  place: { migrating: Migrating; path: string | null; openStore: HealthSubject["openStore"]; version: string },
  trouble: HealthSubject["trouble"],
): HealthSubject {
  const { migrating, path, openStore, version } = place;
  return {
    environment,
    version,
    migrations: readOnce(migrating.migrations),
    openDatabase: () => (path === null ? migrating.place.open() : openFile(path)),
    openStore,
    now: Date.now,
    clock: () => performance.now(),
    trouble,
  };
}

async function openFile(path: string): Promise<Database | null> {
  if (!existsSync(path)) return null;
  return (await import("../backends/sql/sqlite.ts")).openSqlite(path, { busyTimeout });
}

/** A folder of files that is there; to open one that is not would make it. Throws `BlobError("unreachable")`. */
export async function openStoreThere(folder: string): Promise<BlobStore> {
  const found = await stat(folder).catch((error: unknown) => {
    throw new BlobError("unreachable", "open", "", { cause: error });
  });
  if (!found.isDirectory()) throw new BlobError("unreachable", "open", "");
  return (await import("../backends/blobs/fs.ts")).openFsBlobs(folder);
}
