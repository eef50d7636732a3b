import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import { type ShelfRow, shelfRow } from "./queries/shelf.ts";
import type { BookReader } from "./read-books.ts";

/** What the routes of the library need. */
export interface LibraryParts {
  db: Database;
  blobs: BlobStore;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  books: BookReader;
  /** The folder that is watched, and for whom; null where none is. */
  watched(): { owner: string; folder: string; isThere: boolean } | null;
  /** The stories that come with the program. */
  samples(name: "english" | "japanese"): Promise<{ content: Uint8Array; name: string }>;
}

/** A book of the person's, in the trash or not. Throws `Refused("book-unknown")`. */
export async function ownBook(db: Database, owner: string, id: string): Promise<ShelfRow> {
  const row = await shelfRow(db, owner, id);
  if (row === null) throw new Refused("book-unknown");
  return row;
}
