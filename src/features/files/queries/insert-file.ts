import { type Compilable, sql } from "kysely";
import type { Database } from "../../../backends/sql/database.ts";
import type { StoredFile } from "../stored-file.ts";

/**
 * Writes the row of a blob that is whole, if the person's files then have at most `quota` bytes (null for no limit); false where they would have more.
 * The person's own row is touched first: two uploads at once wait for each other there, also where the engine lets two write at once,
 * and the second one sees the size of the first. Throws `SqlError` with `foreign-key` where the person, the novel or the job is gone,
 * and `unique` where the job has this artifact.
 */
export async function insertFile(
  db: Database,
  owner: string,
  file: StoredFile,
  quota: number | null,
): Promise<boolean> {
  const [, inserted] = await db.atomic([holdOwner(db, owner), insertion(db, owner, file, quota)]);
  return inserted?.length === 1;
}

function holdOwner({ kysely }: Database, owner: string): Compilable {
  return kysely
    .updateTable("users")
    .set((value) => ({ updated_at: value.ref("updated_at") }))
    .where("id", "=", owner);
}

function insertion({ kysely }: Database, owner: string, file: StoredFile, quota: number | null): Compilable {
  const used = sql`(select coalesce(sum(size), 0) from storage_files where user_id = ${owner} and deleted_at is null)`;
  const fits =
    quota === null
      ? sql<boolean>`1 = 1`
      : sql<boolean>`${used} + cast(${file.size} as bigint) <= cast(${quota} as bigint)`;
  return kysely
    .insertInto("storage_files")
    .columns([
      "id",
      "user_id",
      "key",
      "category",
      "name",
      "mime",
      "size",
      "sha256",
      "novel_id",
      "job_id",
      "artifact",
      "unit",
      "created_at",
    ])
    .expression(sql`
      select ${file.id}, ${owner}, ${file.key}, ${file.category}, ${file.name}, ${file.mime}, cast(${file.size} as bigint), ${file.sha256},
        ${file.novelId}, ${file.jobId}, ${file.artifact}, ${file.unit}, ${file.createdAt}
      where ${fits}`)
    .returning("id");
}
