import nodeFiles from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Config } from "../config.ts";
import { newId } from "./services.ts";
import type { DatabaseServer, StudioPlace } from "../ops/backup-place.ts";
import type { Migrating } from "../ops/migrate.ts";
import { blobsOf, databaseOf, storageName } from "./places.ts";

/** Where the studio of a configuration lies, paths from `folder`. Throws `Refused` where this home has none of that kind. */
export function studioPlaceOf(config: Config, folder: string, version: string): StudioPlace {
  const migrating = databaseOf(config, folder, version);
  const { filePath } = config.cache;
  const cacheFile = filePath === null ? null : resolve(folder, filePath);
  const { blobs, database } = config;
  const openFiles = blobsOf(config, folder);
  const isFolder = blobs.kind === "fs";
  const storage = isFolder ? resolve(folder, blobs.folder) : storageName(blobs);
  const place = {
    ...studioPlaceAt({ database: migrating.place.name, storage, cacheFile }, migrating),
    storage,
    isFolder,
    openFiles,
  };
  if (database.kind !== "postgres") return place;
  const server = lazyServer(async () => {
    const { postgresServer } = await import("../backends/sql/dump-postgres.ts");
    return postgresServer(database.url.reveal());
  });
  return { ...place, database: migrating.place.name, server, backups: resolve(folder, "data", "backups") };
}

/** The driver is loaded when it is used. */
function lazyServer(open: () => Promise<DatabaseServer>): DatabaseServer {
  return {
    snapshot: async () => (await open()).snapshot(),
    survey: async (db) => (await open()).survey(db),
    isEmpty: async () => (await open()).isEmpty(),
    tryOut: async (dump) => (await open()).tryOut(dump),
    replace: async (dump, options) => (await open()).replace(dump, options),
  };
}

/** Where a studio in SQLite and a folder of files lies; backups are kept in `backups` beside the database. Paths are absolute. */
export function studioPlaceAt(
  { database, storage, cacheFile }: { database: string; storage: string; cacheFile: string | null },
  migrating: Migrating,
): StudioPlace {
  const openStore = async (folder: string) => (await import("../backends/blobs/fs.ts")).openFsBlobs(folder);
  const files = async () => import("../backends/sql/sqlite-file.ts");
  return {
    database: resolve(database),
    server: null,
    storage: resolve(storage),
    isFolder: true,
    backups: join(dirname(resolve(database)), "backups"),
    cacheFile,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    program: migrating.runner.tool,
    migrating,
    engine: {
      copy: async (from, to) => (await import("../backends/sql/sqlite-place.ts")).copySqlite(from, to),
      open: async (path) => (await import("../backends/sql/sqlite.ts")).openSqlite(path),
      examine: async (path) => (await files()).examineSqlite(path),
      survey: async (path) => (await files()).surveySqlite(path),
      hold: async (path) => (await files()).holdSqlite(path),
    },
    files: nodeFiles,
    newId,
    openStore,
    openFiles: () => openStore(resolve(storage)),
    async diskSpace(path) {
      const { bavail, blocks, bsize } = await nodeFiles.statfs(path);
      return { free: bavail * bsize, size: blocks * bsize };
    },
  };
}
