import type { BlobStore } from "../src/backends/blobs/blob-store.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { readConfig } from "../src/config.ts";
import { newId, openServices } from "../src/entry/services.ts";
import { studioPlaceOf } from "../src/entry/studio-place.ts";
import { storeFile } from "../src/features/files/store-file.ts";
import type { StoredFile } from "../src/features/files/stored-file.ts";
import type { StudioPlace } from "../src/ops/backup-place.ts";
import type { BackupMaker, BackupReport } from "../src/ops/backup-request.ts";
import { makeBackup } from "../src/ops/backup.ts";
import { restoreBackup, type RestoreReport } from "../src/ops/restore.ts";
import type { S3Bucket } from "./engines/s3.ts";

export const quiet = { signal: new AbortController().signal, tell: () => undefined };

/** A studio wherever its rows and files are kept, as the configuration says it. */
export interface PlacedStudio {
  place: StudioPlace;
  db: Database;
  blobs: BlobStore;
  maker: BackupMaker;
  store(text: string): Promise<StoredFile>;
  backUp(): Promise<BackupReport>;
  restore(folder: string, options?: { force?: boolean }): Promise<RestoreReport>;
  close(): Promise<void>;
}

export function placeOf(folder: string, url: string, bucket: S3Bucket | null): StudioPlace {
  const storage: Record<string, string> =
    bucket === null
      ? { STORAGE_DIR: "storage" }
      : {
          BLOBS: `s3://${bucket.bucket}/studio`,
          S3_ENDPOINT: bucket.endpoint,
          S3_REGION: bucket.region,
          S3_ACCESS_KEY_ID: bucket.accessKeyId,
          S3_SECRET_ACCESS_KEY: bucket.secretAccessKey,
          S3_PATH_STYLE: "true",
        };
  const config = readConfig({ DATABASE_URL: url, ...storage });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  return { ...studioPlaceOf(config.value, folder, "0.0.0-test"), zone: "UTC" };
}

export async function openStudio(folder: string, url: string, bucket: S3Bucket | null): Promise<PlacedStudio> {
  const place = placeOf(folder, url, bucket);
  const { db, blobs, close } = await openServices(place.migrating, place.openFiles);
  const taker = { owner: newId(), now: Date.now, isDead: () => false };
  const maker: BackupMaker = { db, blobs, place, newId, taker, guard: () => () => undefined };
  return {
    place,
    db,
    blobs,
    maker,
    async store(text) {
      const file = { category: "novels" as const, content: new TextEncoder().encode(text), name: null, type: null };
      const limits = { types: null, size: 1_000_000, quota: null };
      const stored = await storeFile(db, { blobs, now: Date.now, newId }, "ann", file, limits);
      if (!stored.ok) throw new Error(stored.code);
      return stored.value;
    },
    backUp: () => makeBackup(maker, { kind: "manual", out: place.backups, ...quiet }),
    restore: (from, { force = false } = {}) => restoreBackup(place, { folder: from, force, now: Date.now(), ...quiet }),
    close,
  };
}

/** A file of a store as text; null where there is none. */
export async function textIn(blobs: BlobStore, key: string): Promise<string | null> {
  const blob = await blobs.get(key);
  return blob === null ? null : new TextDecoder().decode(Buffer.concat(await Array.fromAsync(blob.content)));
}
