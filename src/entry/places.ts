import { resolve } from "node:path";
import type { Config } from "../config.ts";
import { Refused } from "../core/text/result.ts";
import type { Migrating } from "../ops/migrate.ts";
import { databaseAt } from "./database.ts";

/** The database of a configuration, paths from `folder`. Throws `Refused("database-unset")` where this home has none of that kind. */
export function databaseOf({ database }: Config, folder: string, version: string): Migrating {
  if (database.kind !== "sqlite")
    throw new Refused("database-unset", `${database.kind}: this home keeps its rows in SQLite`);
  return databaseAt(`file:${resolve(folder, database.path)}`, version);
}

/** The folder of files of a configuration. Throws `Refused("storage-unreachable")` where this home has no store of that kind. */
export function folderOf({ blobs }: Config, folder: string): string {
  if (blobs.kind !== "fs")
    throw new Refused("storage-unreachable", `${blobs.kind}: this home keeps its files in a folder`);
  return resolve(folder, blobs.folder);
}
