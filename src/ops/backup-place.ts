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

/** A database as it is at one moment, whatever others write meanwhile. */
export interface DatabaseSnapshot {
  db: Database;
  /** All of it as SQL that the engine's own tools read. */
  dump(): AsyncIterable<string>;
  close(): Promise<void>;
}

/** A database on a server, before and beside its use as `Database`. Everything throws `SqlError`. */
export interface DatabaseServer {
  snapshot(): Promise<DatabaseSnapshot>;
  /** Rows of each table. */
  survey(db: Database): Promise<Survey>;
  /** Whether there is neither a table nor anything else of ours. */
  isEmpty(): Promise<boolean>;
  /** Reads a dump into a place of its own that nobody else sees and that is gone afterwards, and tells what stands there. */
  tryOut(dump: AsyncIterable<string>): Promise<Survey>;
  /**
   * Puts a dump in the place of what is there, all of it at once or nothing: what `accept` throws ends it. What was there moves to the schema
   * `aside`; true where anything did. `busy` where another has the database open.
   */
  replace(dump: AsyncIterable<string>, options: { aside: string; accept(found: Survey): void }): Promise<boolean>;
}

/** Where a studio lies, as this machine sees it. Paths are absolute. */
export interface StudioPlace {
  /** Path of the file; of a database on a server, what a person reads of it. */
  database: string;
  /** The server that has the database; null where it is a file, which `engine` copies. */
  server: DatabaseServer | null;
  /** Folder of the files; what a person reads of a store that is none. */
  storage: string;
  /** Whether `storage` is a folder of this machine. */
  isFolder: boolean;
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
  /** Opens the files of this studio, wherever they are. Throws `BlobError`. */
  openFiles(): Promise<BlobStore>;
  /** Bytes that can still be written on the disk of a path, and bytes of the whole disk. */
  diskSpace(path: string): Promise<{ free: number; size: number }>;
}

/** What a backup is made for. */
export const backupKinds = ["daily", "weekly", "manual"] as const;
export type BackupKind = (typeof backupKinds)[number];
