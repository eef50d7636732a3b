import type { SignInDatabase } from "./sign-in.ts";

const timeText = (now: number): string => new Date(now).toISOString();

/**
 * Takes from an account whose address never answered all that was set before a provider has proven it: its password, ways to sign in, sessions
 * and tokens may be those of somebody who only knew the address. Nothing for an account that has answered.
 */
export async function forgetUnproven(
  { kysely }: SignInDatabase,
  { id, email, now }: { id: string; email: string; now: number },
): Promise<void> {
  const user = await kysely
    .selectFrom("users")
    .select(["email", "email_verified"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (user === undefined || user.email_verified === 1 || user.email !== email.toLowerCase()) return;
  for (const table of ["accounts", "sessions", "authenticators", "api_tokens"] as const)
    await kysely.deleteFrom(table).where("user_id", "=", id).execute();
  await proveAddress({ kysely }, id, now);
}

/** Writes down that an address has answered. */
export async function proveAddress({ kysely }: SignInDatabase, id: string, now: number): Promise<void> {
  await kysely
    .updateTable("users")
    .set({ email_verified: 1, email_verified_at: timeText(now), updated_at: timeText(now) })
    .where("id", "=", id)
    .where("email_verified", "=", 0)
    .execute();
}
