import { sql } from "kysely";
import type { Database } from "../../../backends/sql/database.ts";
import type { FileCategory, StoredFile } from "../stored-file.ts";
import { fileOf } from "./file-rows.ts";

/** The person's files that are in sight. */
function filesOf({ kysely }: Database, owner: string) {
  return kysely.selectFrom("storage_files").selectAll().where("user_id", "=", owner).where("deleted_at", "is", null);
}

/** A file of the person; null where it is another's, deleted, or was never there. */
export async function findFile(db: Database, owner: string, id: string): Promise<StoredFile | null> {
  const row = await filesOf(db, owner).where("id", "=", id).executeTakeFirst();
  return row ? fileOf(row) : null;
}

/** The file of a key or an id, whoever owns it: only for the bearer of a link whose signature was verified (`signed-link.ts`). */
export async function findLinkedFile(
  { kysely }: Database,
  named: { key: string } | { id: string },
): Promise<StoredFile | null> {
  const rows = kysely.selectFrom("storage_files").selectAll().where("deleted_at", "is", null);
  const row = await (
    "key" in named ? rows.where("key", "=", named.key) : rows.where("id", "=", named.id)
  ).executeTakeFirst();
  return row ? fileOf(row) : null;
}

/** The person's oldest file of a category with this content: a book that comes a second time is known. */
export async function findFileByContent(
  db: Database,
  owner: string,
  category: FileCategory,
  sha256: string,
): Promise<StoredFile | null> {
  const row = await filesOf(db, owner)
    .where("sha256", "=", sha256)
    .where("category", "=", category)
    .orderBy("created_at")
    .orderBy("id")
    .executeTakeFirst();
  return row ? fileOf(row) : null;
}

/** What a job made of one unit of its work. */
export async function findArtifact(
  db: Database,
  owner: string,
  { jobId, artifact, unit }: { jobId: string; artifact: string; unit: string },
): Promise<StoredFile | null> {
  const row = await filesOf(db, owner)
    .where("job_id", "=", jobId)
    .where("artifact", "=", artifact)
    .where("unit", "=", unit)
    .executeTakeFirst();
  return row ? fileOf(row) : null;
}

/** The place in a list behind a file. */
export type FileCursor = Pick<StoredFile, "createdAt" | "id">;

/** The person's files of a category, newest first, at most `limit` (100) after `cursor`. */
export async function listFiles(
  db: Database,
  owner: string,
  { category, cursor = null, limit = 100 }: { category: FileCategory; cursor?: FileCursor | null; limit?: number },
): Promise<StoredFile[]> {
  let query = filesOf(db, owner).where("category", "=", category);
  if (cursor) query = query.where(sql<boolean>`(created_at, id) < (${cursor.createdAt}, ${cursor.id})`);
  const rows = await query.orderBy("created_at", "desc").orderBy("id", "desc").limit(Math.min(limit, 100)).execute();
  return rows.map(fileOf);
}

/** Bytes that the person's files have together. */
export async function bytesUsed({ kysely }: Database, owner: string): Promise<number> {
  const { bytes } = await kysely
    .selectFrom("storage_files")
    .select(({ fn }) => fn.sum<number | null>("size").as("bytes"))
    .where("user_id", "=", owner)
    .where("deleted_at", "is", null)
    .executeTakeFirstOrThrow();
  return bytes ?? 0;
}

/** What a job made of one kind, in the order of its units. */
export async function artifactsOf(
  db: Database,
  owner: string,
  { jobId, artifact }: { jobId: string; artifact: string },
): Promise<StoredFile[]> {
  const rows = await filesOf(db, owner)
    .where("job_id", "=", jobId)
    .where("artifact", "=", artifact)
    .orderBy("unit")
    .execute();
  return rows.map(fileOf);
}

/** All that a job has made. */
export async function filesOfJob(db: Database, owner: string, jobId: string): Promise<StoredFile[]> {
  const rows = await filesOf(db, owner).where("job_id", "=", jobId).orderBy("id").execute();
  return rows.map(fileOf);
}
