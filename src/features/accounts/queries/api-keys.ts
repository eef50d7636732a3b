import type { Database } from "../../../backends/sql/database.ts";

export interface SealedKey {
  id: string;
  sealed: string;
  keyId: string;
}

/** Keys of other services that another master key has sealed than `current`, by id, behind `after`. */
export async function keysOfOtherMasters(
  { kysely }: Database,
  { current, after, limit }: { current: string; after: string; limit: number },
): Promise<SealedKey[]> {
  return kysely
    .selectFrom("api_keys")
    .select(["id", "encrypted_key as sealed", "key_id as keyId"])
    .where("id", ">", after)
    .where("key_id", "<>", current)
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Replaces what is sealed, unless it was replaced meanwhile; whether it did. */
export async function resealKey(
  { kysely }: Database,
  id: string,
  { from, sealed, keyId }: { from: string; sealed: string; keyId: string },
): Promise<boolean> {
  const rows = await kysely
    .updateTable("api_keys")
    .set({ encrypted_key: sealed, key_id: keyId })
    .where("id", "=", id)
    .where("key_id", "=", from)
    .returning("id")
    .execute();
  return rows.length > 0;
}
