import { sql } from "kysely";
import type { Database } from "../../../backends/sql/database.ts";
import { timeText } from "../../../backends/sql/codecs.ts";

/** What stands for an address while the one person of an installation has no account. */
export const localEmail = "owner@localhost";

/** The id of the one person of an installation without accounts; null where accounts are turned on, or nobody is there yet. */
export async function ownerWithoutAccount({ kysely }: Database): Promise<string | null> {
  const row = await kysely.selectFrom("users").select("id").where("email", "=", localEmail).executeTakeFirst();
  return row?.id ?? null;
}

/** Whose the commands of the machine are: its one person, whose row is made by the first to ask, and with accounts the first ADMIN. */
export async function localOwner(db: Database, { now, newId }: { now(): number; newId(): string }): Promise<string> {
  const { kysely } = db;
  // Who only looks needs no turn to write.
  const known = (await ownerWithoutAccount(db)) ?? (await firstAdmin(db));
  if (known !== null) return known;
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
  const made = await ownerWithoutAccount(db);
  if (made === null) throw new Error("The owner's row has gone.");
  return made;
}

/** The ADMIN who has been there longest, and may still come in. */
async function firstAdmin({ kysely }: Database): Promise<string | null> {
  const row = await kysely
    .selectFrom("users")
    .select("id")
    .where("roles", "<>", sql.lit('["USER"]'))
    .where("is_active", "=", 1)
    .orderBy("created_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
