import type { SignInDatabase } from "./sign-in.ts";

const day = 24 * 3_600_000;

/**
 * Gives a session another token: whoever has the old one has nothing. `isLong` tells whether the session outlives the browser's window. Null where there
 * is no session of that token.
 */
export async function renewToken(
  { kysely }: SignInDatabase,
  token: string,
): Promise<{ token: string; isLong: boolean } | null> {
  const fresh = newToken();
  const row = await kysely
    .updateTable("sessions")
    .set({ token: fresh })
    .where("token", "=", token)
    .returning(["expires_at as expiresAt", "updated_at as updatedAt"])
    .executeTakeFirst();
  if (row === undefined) return null;
  return { token: fresh, isLong: Date.parse(row.expiresAt) - Date.parse(row.updatedAt) > day };
}

/** 256 bits in base64url. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
