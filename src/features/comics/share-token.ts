import { createHash } from "node:crypto";

/** A new token of a link: 32 random bytes in base64url. */
export function newShareToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** SHA-256 of a token in hex, under which its link is kept; null for what cannot be a token. */
export async function shareHash(token: string): Promise<string | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  // At once, since each picture of a shared comic asks for it: another thread would take many times as long.
  return createHash("sha256").update(token).digest("hex");
}
