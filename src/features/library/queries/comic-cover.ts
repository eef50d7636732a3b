import type { Database } from "../../../backends/sql/database.ts";

/** The newest comic of a book whose cover is drawn; null where there is none. One that has only been begun leaves the book its cover. */
export async function comicWithCover({ kysely }: Database, owner: string, novel: string): Promise<string | null> {
  const row = await kysely
    .selectFrom("jobs")
    .innerJoin("storage_files as cover", "cover.job_id", "jobs.id")
    .select("jobs.id")
    .where("jobs.novel_id", "=", novel)
    .where("jobs.user_id", "=", owner)
    .where("jobs.job_type", "=", "manga")
    .where("cover.artifact", "=", "print")
    .where("cover.unit", "=", "page-0000")
    .where("cover.deleted_at", "is", null)
    .orderBy("jobs.created_at", "desc")
    .orderBy("jobs.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
