import type nodeFiles from "node:fs/promises";
import type { BlobStore } from "../backends/blobs/blob-store.ts";
import type { Database } from "../backends/sql/database.ts";
import type { Migrating } from "./migrate.ts";

/** What of a file system backups and restores need. */
export type FileSystem = Pick<
  typeof nodeFiles,
  "link" | "mkdir" | "open" | "readFile" | "readdir" | "rename" | "rm" | "stat"
>;

/** What stands in a database: rows that refer to a row that is not there, and rows of each table. */
export interface Survey {
  broken: readonly { table: string; row: number | null; parent: string }[];
  tables: Readonly<Record<string, number>>;
}

/** A database as a file, before and beside its use as `Database`. Everything throws `SqlError`. */
export interface DatabaseFiles {
  /** Copies whole while others write. */
  copy(from: string, to: string): Promise<void>;
  open(path: string): Promise<Database>;
  /** Reads it from end to end. */
  examine(path: string): Promise<Survey & { faults: readonly string[] }>;
  survey(path: string): Promise<Survey>;
  /** Takes it for this process alone, so that it can be renamed; `busy` where another has it open. */
  hold(path: string): Promise<{ release(): void }>;
}

/** Where a studio lies on this machine. Paths are absolute. */
export interface StudioPlace {
  database: string;
  /** Folder of the files. */
  storage: string;
  /** Folder in which backups are kept unless another is named. */
  backups: string;
  /** Null where there is no cache in a file. */
  cacheFile: string | null;
  /** The zone whose 02:00 is that of the daily backup (IANA). */
  zone: string;
  /** The program with its version. */
  program: string;
  migrating: Migrating;
  engine: DatabaseFiles;
  files: FileSystem;
  newId(): string;
  openStore(folder: string): Promise<BlobStore>;
  /** Bytes that can still be written on the disk of a path, and bytes of the whole disk. */
  diskSpace(path: string): Promise<{ free: number; size: number }>;
}

/** What a backup is made for. */
export const backupKinds = ["daily", "weekly", "manual"] as const;
export type BackupKind = (typeof backupKinds)[number];
