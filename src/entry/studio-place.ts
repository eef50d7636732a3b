import nodeFiles from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Config } from "../config.ts";
import { newId } from "./services.ts";
import type { StudioPlace } from "../ops/backup-place.ts";
import type { Migrating } from "../ops/migrate.ts";
import { databaseOf, folderOf } from "./places.ts";

/** Where the studio of a configuration lies, paths from `folder`. Throws `Refused` where this home has none of that kind. */
export function studioPlaceOf(config: Config, folder: string, version: string): StudioPlace {
  const migrating = databaseOf(config, folder, version);
  const { filePath } = config.cache;
  const cacheFile = filePath === null ? null : resolve(folder, filePath);
  return studioPlaceAt({ database: migrating.place.name, storage: folderOf(config, folder), cacheFile }, migrating);
}

/** Where a studio in SQLite and a folder of files lies; backups are kept in `backups` beside the database. Paths are absolute. */
export function studioPlaceAt(
  { database, storage, cacheFile }: { database: string; storage: string; cacheFile: string | null },
  migrating: Migrating,
): StudioPlace {
  const files = async () => import("../backends/sql/sqlite-file.ts");
  return {
    database: resolve(database),
    storage: resolve(storage),
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
    openStore: async (folder) => (await import("../backends/blobs/fs.ts")).openFsBlobs(folder),
    async diskSpace(path) {
      const { bavail, blocks, bsize } = await nodeFiles.statfs(path);
      return { free: bavail * bsize, size: blocks * bsize };
    },
  };
}
