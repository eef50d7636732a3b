import type { BlobStore } from "./backends/blobs/blob-store.ts";
import type { Database } from "./backends/sql/database.ts";
import type { StoryVectors } from "./features/library/embed-story.ts";

/** The ground of the studio: made once by an entry, handed to everything that keeps or finds something. */
export interface Services {
  db: Database;
  blobs: BlobStore;
  /** What compares people and places of books; absent where nothing does. */
  vectors?: StoryVectors;
  /** Milliseconds since 1970. */
  now(): number;
  /** A new UUIDv7. */
  newId(): string;
  close(): Promise<void>;
}
