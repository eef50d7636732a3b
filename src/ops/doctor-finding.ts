import type { BlobStore } from "../backends/blobs/blob-store.ts";
import type { Database } from "../backends/sql/database.ts";
import type { BackupMaker } from "./backup-request.ts";
import type { StudioPlace } from "./backup-place.ts";

/** Something that is not as it should be. */
export interface Finding {
  /** Name of what was looked at, such as `files-lost`. */
  check: string;
  /** What is wrong, for a person. */
  title: string;
  /** Which ones: ids, keys or paths. */
  which: readonly string[];
  /** What `--fix` does about it, or what a person should do. */
  remedy: string;
  /** Makes good what can be made good safely, and gives how many of `which` that were; null where a person has to. */
  mend: (() => Promise<number>) | null;
}

/** A studio that is looked at. */
export interface Patient {
  db: Database;
  blobs: BlobStore;
  place: StudioPlace;
  /** Milliseconds since 1970. */
  now: number;
  /** From 0 to below 1. */
  jitter(): number;
  /** Whether every file is read from end to end. */
  deep: boolean;
  maker: BackupMaker;
}

/** A finding, or nothing where there is nothing to find. */
export function found(check: string, which: readonly string[], rest: Omit<Finding, "check" | "which">): Finding[] {
  return which.length === 0 ? [] : [{ check, which, ...rest }];
}
