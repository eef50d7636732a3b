import { sql } from "kysely";
import type { Database } from "../../../backends/sql/database.ts";

/** Bytes that the picture of a page has, as a mean of the last ones; null where none was drawn yet. */
export async function bytesPerPage({ kysely }: Database): Promise<number | null> {
  const last = kysely
    .selectFrom("storage_files")
    .select("size")
    .where("artifact", "=", sql.lit("print"))
    .where("deleted_at", "is", null)
    .orderBy("id", "desc")
    .limit(50);
  const sizes = await last.execute();
  return sizes.length === 0 ? null : sizes.reduce((sum, { size }) => sum + size, 0) / sizes.length;
}
