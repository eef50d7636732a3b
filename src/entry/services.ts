import { getRandomValues } from "node:crypto";
import { resolve } from "node:path";
import { openFsBlobs } from "../backends/blobs/fs.ts";
import { uuid7Maker } from "../core/text/uuid7.ts";
import { applyPending, type Migrating } from "../ops/migrate.ts";
import type { Services } from "../services.ts";

/** Opens a database, with its tables up to date, and a folder of files. Throws `Refused`. */
export async function openServices(database: Migrating, storage: string): Promise<Services> {
  await applyPending(database);
  const blobs = await openFsBlobs(resolve(storage));
  const db = await database.place.open();
  return { db, blobs, now: Date.now, newId, close: () => db.close() };
}

/** Ids of this process sort in the order in which they are made, so that pages are drawn in the order of the book. */
export const newId = uuid7Maker(Date.now, () => getRandomValues(new Uint8Array(10)));
