import type { Database } from "../../../backends/sql/database.ts";
import { timeText } from "../../../backends/sql/codecs.ts";

const localEmail = "owner@localhost";

/** The id of the one person of an installation without accounts, whose row is made by the first to ask. */
export async function localOwner(
  { kysely }: Database,
  { now, newId }: { now(): number; newId(): string },
): Promise<string> {
  const found = kysely.selectFrom("users").select("id").where("email", "=", localEmail);
  // Who only looks needs no turn to write.
  const known = await found.executeTakeFirst();
  if (known) return known.id;
  const at = timeText(now());
  await kysely
    .insertInto("users")
    .values({
      id: newId(),
      email: localEmail,
      name: "Owner",
      roles: '["USER","ADMIN"]',
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .execute();
  const { id } = await kysely
    .selectFrom("users")
    .select("id")
    .where("email", "=", localEmail)
    .executeTakeFirstOrThrow();
  return id;
}
