import type { Database } from "../../../backends/sql/database.ts";
import type { AdminStorage } from "../schema.ts";

/** People that are named at most. */
const named = 50;

/** How many files the store has, and how large they are: by category, and by those who keep most. */
export async function storageUse({ kysely }: Database): Promise<AdminStorage> {
  const seen = kysely.selectFrom("storage_files").where("deleted_at", "is", null);
  const categories = await seen
    .select(["category"])
    .select(({ fn }) => [fn.countAll<number>().as("files"), fn.sum<number>("size").as("bytes")])
    .groupBy("category")
    .orderBy("category")
    .execute();
  const people = await kysely
    .selectFrom("storage_files")
    .innerJoin("users", "users.id", "storage_files.user_id")
    .where("storage_files.deleted_at", "is", null)
    .select(["users.id as id", "users.name as name", "users.storage_quota as quota"])
    .select(({ fn }) => [fn.countAll<number>().as("files"), fn.sum<number>("storage_files.size").as("bytes")])
    .groupBy(["users.id", "users.name", "users.storage_quota"])
    .orderBy("bytes", "desc")
    .orderBy("users.id")
    .limit(named)
    .execute();
  const hidden = await kysely
    .selectFrom("storage_files")
    .where("deleted_at", "is not", null)
    .select(({ fn }) => [fn.countAll<number>().as("files"), fn.sum<number | null>("size").as("bytes")])
    .executeTakeFirstOrThrow();
  const total = (name: "files" | "bytes"): number => categories.reduce((sum, each) => sum + each[name], 0);
  return {
    files: total("files"),
    bytes: total("bytes"),
    categories,
    people,
    hidden: { files: hidden.files, bytes: hidden.bytes ?? 0 },
  };
}
