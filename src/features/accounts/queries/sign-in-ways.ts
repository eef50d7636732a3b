import type { Database } from "../../../backends/sql/database.ts";

export interface SignInWayRow {
  id: string;
  provider: string;
  createdAt: string;
}

/** The ways by which a person can sign in, but for passkeys; oldest first. */
export async function listWays({ kysely }: Database, owner: string): Promise<SignInWayRow[]> {
  return kysely
    .selectFrom("accounts")
    .select(["id", "provider", "created_at as createdAt"])
    .where("user_id", "=", owner)
    .orderBy("provider")
    .execute();
}

export interface PasskeyRow {
  id: string;
  name: string | null;
  deviceType: string;
  backedUp: number;
  createdAt: string;
  lastUsedAt: string | null;
}

/** The passkeys of a person, oldest first. */
export async function listPasskeys({ kysely }: Database, owner: string): Promise<PasskeyRow[]> {
  return kysely
    .selectFrom("authenticators")
    .select([
      "id",
      "name",
      "device_type as deviceType",
      "backed_up as backedUp",
      "created_at as createdAt",
      "last_used_at as lastUsedAt",
    ])
    .where("user_id", "=", owner)
    .orderBy("created_at")
    .execute();
}

/** Names a passkey; false where the person has none of this id. */
export async function namePasskey({ kysely }: Database, owner: string, id: string, name: string): Promise<boolean> {
  const rows = await kysely
    .updateTable("authenticators")
    .set({ name })
    .where("user_id", "=", owner)
    .where("id", "=", id)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** Takes a passkey away; false where the person has none of this id. */
export async function removePasskey({ kysely }: Database, owner: string, id: string): Promise<boolean> {
  const rows = await kysely
    .deleteFrom("authenticators")
    .where("user_id", "=", owner)
    .where("id", "=", id)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** Notes that somebody has signed in with a passkey. */
export async function notePasskeyUse({ kysely }: Database, credential: string, at: string): Promise<void> {
  await kysely
    .updateTable("authenticators")
    .set({ last_used_at: at })
    .where("credential_id", "=", credential)
    .execute();
}

/** Takes away a way to sign in; false where the person has none by this provider. */
export async function removeWay({ kysely }: Database, owner: string, provider: string): Promise<boolean> {
  const rows = await kysely
    .deleteFrom("accounts")
    .where("user_id", "=", owner)
    .where("provider", "=", provider)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** Gives a person without a password one; false where there is one. */
export async function addPassword(
  { kysely }: Database,
  owner: string,
  { id, hash, at }: { id: string; hash: string; at: string },
): Promise<boolean> {
  const rows = await kysely
    .insertInto("accounts")
    .values({
      id,
      user_id: owner,
      type: "credential",
      provider: "credential",
      provider_account_id: owner,
      password_hash: hash,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.columns(["provider", "provider_account_id"]).doNothing())
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** Of whom mails speak. */
export async function personOfMail(
  { kysely }: Database,
  id: string,
): Promise<{ name: string; language: string } | null> {
  const row = await kysely.selectFrom("users").select(["name", "language"]).where("id", "=", id).executeTakeFirst();
  return row ?? null;
}
