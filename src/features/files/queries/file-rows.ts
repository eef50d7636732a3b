import type { Selectable } from "kysely";
import type { Schema } from "../../../generated/schema.ts";
import { fileCategories, type StoredFile } from "../stored-file.ts";

export type FileRow = Selectable<Schema["storage_files"]>;

/** A row as the product speaks of it. Throws for a category that the table's check does not let in. */
export function fileOf(row: FileRow): StoredFile {
  const category = fileCategories.find((each) => each === row.category);
  if (category === undefined) throw new TypeError(`“${row.category}” is no category of files.`);
  return {
    id: row.id,
    owner: row.user_id,
    key: row.key,
    category,
    name: row.name,
    mime: row.mime,
    size: row.size,
    sha256: row.sha256,
    novelId: row.novel_id,
    jobId: row.job_id,
    artifact: row.artifact,
    unit: row.unit,
    createdAt: row.created_at,
  };
}
