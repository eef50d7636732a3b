import type { Database } from "../../../backends/sql/database.ts";
import type { StoredFile } from "../stored-file.ts";
import { fileOf } from "./file-rows.ts";

// These see the files of all: they are for the sweep and the doctor, and no route calls them.

/** Rows that one of these queries gives or takes at most; each is one bound parameter, and D1 has a hundred. */
export const sweepBatch = 90;

/** Those of the keys (at most `sweepBatch`) that have a row, deleted or not. */
export async function keysWithRow({ kysely }: Database, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await kysely.selectFrom("storage_files").select("key").where("key", "in", keys).execute();
  return new Set(rows.map(({ key }) => key));
}

/** Files that are not deleted, in the order of their ids, after one of them. */
export async function filesAfter({ kysely }: Database, id: string): Promise<StoredFile[]> {
  const query = kysely.selectFrom("storage_files").selectAll().where("deleted_at", "is", null).where("id", ">", id);
  return (await query.orderBy("id").limit(sweepBatch).execute()).map(fileOf);
}

/** Files that were deleted, and whose rows still stand, after an id. */
export async function deletedAfter({ kysely }: Database, id: string): Promise<StoredFile[]> {
  const query = kysely.selectFrom("storage_files").selectAll().where("deleted_at", "is not", null).where("id", ">", id);
  return (await query.orderBy("id").limit(sweepBatch).execute()).map(fileOf);
}

/** Hides a file from its owner. `at` is ISO 8601. False where it was hidden or gone. */
export async function hideFile({ kysely }: Database, owner: string, id: string, at: string): Promise<boolean> {
  const rows = await kysely
    .updateTable("storage_files")
    .set({ deleted_at: at })
    .where("user_id", "=", owner)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .returning("id")
    .execute();
  return rows.length === 1;
}

/** Takes the row of a hidden file away, once its blob is gone. */
export async function forgetFile({ kysely }: Database, owner: string, id: string): Promise<void> {
  const hidden = kysely.deleteFrom("storage_files").where("user_id", "=", owner).where("id", "=", id);
  await hidden.where("deleted_at", "is not", null).execute();
}
