import type { Database } from "../../../backends/sql/database.ts";

/** Bytes that a person's files may have together; null where nobody has set a limit, or nobody is there. */
export async function personQuota({ kysely }: Database, owner: string): Promise<number | null> {
  const row = await kysely
    .selectFrom("users")
    .select("storage_quota as quota")
    .where("id", "=", owner)
    .executeTakeFirst();
  return row?.quota ?? null;
}
