import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Database } from "../../backends/sql/database.ts";
import { derivedId } from "../../backends/sql/derived-id.ts";
import type { VectorIndex } from "../../backends/vectors/vector-index.ts";
import { fileCategories } from "../files/stored-file.ts";
import { endingAccounts, eraseRows, shutAccount, thingsOfPerson } from "./queries/deletion.ts";

/** Days from the moment somebody asks until their account goes. */
export const graceDays = 14;

/** A person in the log of administration who is no longer there: the same for all that they did, and nobody’s id. */
export function pseudonymOf(id: string): Promise<string> {
  return derivedId("person who is gone", id);
}

/** Where something of a person lies beside the rows. */
export interface ErasedPlaces {
  blobs: BlobStore;
  /** What finds people and places of books, where it keeps vectors of its own; null where nothing does. */
  vectors?: Pick<VectorIndex, "remove"> | null;
}

/**
 * Takes the accounts away whose time is over, and gives how many: shut first, then the files, then what finds people and places of their books, then the rows, then the files once more, for what was just
 * being written. The person's own row goes last, so that what a kill interrupts is found and ended by the next look. `now` in milliseconds since 1970.
 * Throws `SqlError`, `BlobError` and the reason of `signal`.
 */
export async function endAccounts(
  db: Database,
  { blobs, vectors = null }: ErasedPlaces,
  now: number,
  signal?: AbortSignal,
): Promise<number> {
  let ended = 0;
  for (const id of await endingAccounts(db, now)) {
    signal?.throwIfAborted();
    if (!(await shutAccount(db, id, now))) continue;
    await eraseBlobs(blobs, id, signal);
    if (vectors) await eraseVectors(db, vectors, id, signal);
    await eraseRows(db, id, await pseudonymOf(id));
    await eraseBlobs(blobs, id, signal);
    ended += 1;
  }
  return ended;
}

/** Things whose vectors are forgotten at once. */
const atOnce = 250;

/** An index outside the database would keep vectors whose rows are gone. What was killed half way is done once more: an id without a vector is no fault. */
async function eraseVectors(
  db: Database,
  vectors: Pick<VectorIndex, "remove">,
  id: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const kind of ["character", "place"] as const)
    for (let after: string | undefined = ""; after !== undefined;) {
      signal?.throwIfAborted();
      const things: string[] = await thingsOfPerson(db, id, { kind, after, limit: atOnce });
      if (things.length > 0) await vectors.remove(kind, things);
      after = things.at(-1);
    }
}

/** Takes everything out of the store that has the person in its key, with a row or without. */
async function eraseBlobs(blobs: BlobStore, id: string, signal: AbortSignal | undefined): Promise<void> {
  for (const category of fileCategories) await eraseUnder(blobs, `${category}/${id}/`, () => true, signal);
  // Where the doctor puts what it finds without a row.
  await eraseUnder(blobs, "lost/", (key) => key.includes(`/${id}/`), signal);
}

async function eraseUnder(
  blobs: BlobStore,
  prefix: string,
  isTheirs: (key: string) => boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  let cursor: string | null = null;
  do {
    signal?.throwIfAborted();
    const page = await blobs.list(prefix, { cursor });
    for (const { key } of page.blobs) if (isTheirs(key)) await blobs.delete(key);
    cursor = page.next;
  } while (cursor !== null);
}
