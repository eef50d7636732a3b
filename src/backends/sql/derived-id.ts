import { uuidText } from "../../core/text/uuid7.ts";

/**
 * An id that follows from what the row is about, so that writing it again finds it: a UUID of version 8 (RFC 9562, 5.8) of the
 * first bits of a SHA-256 over the parts.
 */
export async function derivedId(...parts: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(parts)));
  return uuidText(new Uint8Array(digest, 0, 16), 8);
}
