import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";

/** The last word of a person about a version of a document. */
export interface ConsentRow {
  document: string;
  version: string;
  /** ISO 8601, UTC. */
  acceptedAt: string;
  withdrawnAt: string | null;
}

/** Everything that a person ever agreed to, the last first. */
export async function consentsOf({ kysely }: Database, owner: string): Promise<ConsentRow[]> {
  return kysely
    .selectFrom("consents")
    .select(["document", "document_version as version", "accepted_at as acceptedAt", "withdrawn_at as withdrawnAt"])
    .where("user_id", "=", owner)
    .orderBy("accepted_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** Notes that a person agrees to a version of a document; nothing where they do already. `now` in milliseconds since 1970. */
export async function acceptDocument(
  { kysely }: Database,
  owner: string,
  { document, version, now, id }: { document: string; version: string; now: number; id: string },
): Promise<void> {
  const holds = await kysely
    .selectFrom("consents")
    .select("id")
    .where("user_id", "=", owner)
    .where("document", "=", document)
    .where("document_version", "=", version)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (holds) return;
  await kysely
    .insertInto("consents")
    .values({ id, user_id: owner, document, document_version: version, accepted_at: timeText(now) })
    // Asked twice within a millisecond.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Notes that a person agrees to a document no more, in whatever version; what was agreed to before stays on record. */
export async function withdrawDocument(
  { kysely }: Database,
  owner: string,
  { document, now }: { document: string; now: number },
): Promise<void> {
  await kysely
    .updateTable("consents")
    .set({ withdrawn_at: timeText(now) })
    .where("user_id", "=", owner)
    .where("document", "=", document)
    .where("withdrawn_at", "is", null)
    .execute();
}
