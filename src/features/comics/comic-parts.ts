import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Database } from "../../backends/sql/database.ts";
import { Refused } from "../../core/text/result.ts";
import type { ContentMemory } from "../files/content-memory.ts";
import { findFile } from "../files/queries/find-files.ts";
import type { StoredFile } from "../files/stored-file.ts";
import type { JobPlans } from "../jobs/task-handler.ts";
import type { BookReader } from "../library/read-books.ts";
import type { ComicDesk } from "./comic-desk.ts";
import type { ComicTools } from "./comic-tools.ts";
import { type ComicRow, comicRow, pagePicture } from "./queries/comic-pages.ts";

/** What the routes of comics need. */
export interface ComicParts {
  db: Database;
  blobs: BlobStore;
  /** Pictures that were asked for lately. */
  pictures: ContentMemory;
  tools: ComicTools;
  plans: JobPlans;
  books: BookReader;
  desk: ComicDesk;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  /** Tells workers that a job has work. */
  wake(jobs: readonly string[]): void;
  /** The address that browsers see, without a slash at the end. */
  origin: string;
}

/** A comic of the person's. Throws `Refused("job-unknown")`. */
export async function ownComic(db: Database, owner: string, id: string): Promise<ComicRow> {
  const comic = await comicRow(db, owner, id);
  if (comic === null) throw new Refused("job-unknown");
  return comic;
}

/** The picture of a page. Throws `Refused`, `page-unknown` or `page-undrawn`. */
export async function drawnPage(db: Database, owner: string, comic: string, number: number): Promise<StoredFile> {
  const { isThere, file } = await pagePicture(db, comic, number);
  const picture = file === null ? null : await findFile(db, owner, file);
  if (picture === null) throw new Refused(isThere ? "page-undrawn" : "page-unknown");
  return picture;
}
