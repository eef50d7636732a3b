import type { Database } from "../../backends/sql/database.ts";
import { keysOfOtherMasters, resealKey } from "./queries/api-keys.ts";
import type { Sealer } from "./sealed-text.ts";

const batch = 100;

/**
 * Seals anew the keys of other services that a former master secret has sealed; how many. What no secret opens stays as it is: its secret may be
 * given back. May be killed at any moment and run twice at once.
 */
export async function resealKeys(db: Database, sealer: Sealer): Promise<number> {
  const current = await sealer.keyId();
  let [count, after] = [0, ""];
  for (;;) {
    const rows = await keysOfOtherMasters(db, { current, after, limit: batch });
    for (const { id, sealed, keyId } of rows) {
      const text = await sealer.open({ sealed, keyId });
      if (text !== null && (await resealKey(db, id, { from: keyId, ...(await sealer.seal(text)) }))) count += 1;
      after = id;
    }
    if (rows.length < batch) return count;
  }
}
