import { resolve } from "node:path";
import type { BlobStore } from "../backends/blobs/blob-store.ts";
import type { Config } from "../config.ts";
import type { BlobPlace } from "../config-values.ts";
import { Refused } from "../core/text/result.ts";
import type { Migrating } from "../ops/migrate.ts";
import { databaseAt } from "./database.ts";

/** The database of a configuration, paths from `folder`. Throws `Refused("database-unset")` where this home has none of that kind. */
export function databaseOf({ database }: Config, folder: string, version: string): Migrating {
  if (database.kind === "postgres") return databaseAt(database.url.reveal(), version);
  if (database.kind === "sqlite") return databaseAt(`file:${resolve(folder, database.path)}`, version);
  throw new Refused("database-unset", `${database.kind}: this home keeps its rows in SQLite or PostgreSQL`);
}

/** The folder of files of a configuration. Throws `Refused("storage-not-folder")` where they are kept in another way. */
export function folderOf({ blobs }: Config, folder: string): string {
  if (blobs.kind !== "fs") throw new Refused("storage-not-folder", storageName(blobs));
  return resolve(folder, blobs.folder);
}

/** What a person reads of the place of the files. */
export function storageName(blobs: BlobPlace): string {
  if (blobs.kind === "fs") return blobs.folder;
  return blobs.kind === "r2" ? `r2:${blobs.binding}` : `s3://${blobs.bucket}/${blobs.prefix}`;
}

/**
 * What opens the files of a configuration, folders from `folder`; it throws `BlobError`. Throws `Refused("storage-address")` where this home has no
 * store of that kind.
 */
export function blobsOf({ blobs, s3 }: Config, folder: string): () => Promise<BlobStore> {
  if (blobs.kind === "fs") {
    const path = resolve(folder, blobs.folder);
    return async () => (await import("../backends/blobs/fs.ts")).openFsBlobs(path);
  }
  if (blobs.kind !== "s3" || !s3) throw new Refused("storage-address", storageName(blobs));
  const { bucket, prefix } = blobs;
  const place = { ...s3, secretAccessKey: s3.secretAccessKey.reveal(), bucket, prefix };
  return async () => (await import("../backends/blobs/s3.ts")).openS3Blobs(place);
}
