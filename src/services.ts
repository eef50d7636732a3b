import type { BlobStore } from "./backends/blobs/blob-store.ts";
import type { Database } from "./backends/sql/database.ts";

/** The ground of the studio: made once by an entry, handed to everything that keeps or finds something. */
export interface Services {
  db: Database;
  blobs: BlobStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** A new UUIDv7. */
  newId(): string;
  close(): Promise<void>;
}
