import type { Database } from "../../../backends/sql/database.ts";
import type { ComicFileView } from "../schema.ts";

/** The books and archives that were made of a comic, oldest first; not its reader page, portraits and report. */
export async function listOutputs({ kysely }: Database, owner: string, job: string): Promise<ComicFileView[]> {
  const rows = await kysely
    .selectFrom("outputs")
    .innerJoin("storage_files as file", "file.id", "outputs.file_id")
    .select(["file.id", "file.name", "file.size", "file.unit", "outputs.output_type as type"])
    .select("file.created_at as createdAt")
    .where("outputs.user_id", "=", owner)
    .where("outputs.job_id", "=", job)
    .where("file.deleted_at", "is", null)
    .orderBy("file.created_at")
    .orderBy("file.id")
    .execute();
  return rows.flatMap(({ unit, name, type, ...file }) => {
    const format = formatOf(unit ?? "", type);
    return format === null ? [] : [{ ...file, format, name: name ?? file.id }];
  });
}

/** Archives of pictures say in their name what is in them. */
function formatOf(path: string, type: string): string | null {
  const [, archive] = /-(png|webp|webtoon)\.zip$/.exec(path) ?? [];
  if (archive !== undefined) return archive;
  return type === "cbz" || type === "epub" || type === "pdf" ? type : null;
}
