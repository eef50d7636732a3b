import type { BlobStore } from "../backends/blobs/blob-store.ts";
import type { Database } from "../backends/sql/database.ts";
import type { BackupManifest } from "./backup-manifest.ts";
import type { BackupKind, StudioPlace } from "./backup-place.ts";
import type { LeaseTaker } from "./schedule-lease.ts";

/** What makes backups of a studio that is open. */
export interface BackupMaker {
  db: Database;
  blobs: BlobStore;
  place: StudioPlace;
  newId(): string;
  taker: LeaseTaker;
  /** Removes a folder should the program be killed; the result calls it off. */
  guard(folder: string): () => void;
}

export interface BackupRequest {
  kind: BackupKind;
  /** The folder in which the backup gets a folder of its own. */
  out: string;
  signal: AbortSignal;
  tell(progress: { stage: "Copying" | "Proving"; done: number; total: number }): void;
}

export interface BackupReport extends Pick<
  BackupManifest,
  "id" | "kind" | "createdAt" | "schemaVersion" | "broken" | "missing" | "size"
> {
  location: string;
  files: number;
  /** Files that an earlier backup had, and that share its room. */
  shared: number;
  verifiedAt: string;
}

/** Name of the lease under which backups are made, proved and taken away. */
export const backupLease = "backup";
