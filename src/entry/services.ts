import { getRandomValues } from "node:crypto";
import { resolve } from "node:path";
import type { BlobStore } from "../backends/blobs/blob-store.ts";
import { openFsBlobs } from "../backends/blobs/fs.ts";
import { uuid7Maker } from "../core/text/uuid7.ts";
import { fillSearch } from "../features/library/fill-search.ts";
import { applyPending, type Migrating } from "../ops/migrate.ts";
import type { Services } from "../services.ts";
import { openVectors } from "./vectors.ts";

/** Opens a database, with its tables up to date, and its files: in a folder, or in what `storage` opens. Throws `Refused`, `BlobError`. */
export async function openServices(
  database: Migrating,
  storage: string | (() => Promise<BlobStore>),
): Promise<Services> {
  const { steps } = await applyPending(database);
  const blobs = await (typeof storage === "string" ? openFsBlobs(resolve(storage)) : storage());
  const db = await database.place.open();
  if (steps.length > 0) await fillSearch(db, "unknown");
  return { db, blobs, vectors: openVectors(db), now: Date.now, newId, close: () => db.close() };
}

/** Ids of this process sort in the order in which they are made, so that pages are drawn in the order of the book. */
export const newId = uuid7Maker(Date.now, () => getRandomValues(new Uint8Array(10)));
