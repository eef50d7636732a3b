import { createHash } from "node:crypto";
import { uuidText } from "../../core/text/uuid7.ts";

/**
 * An id that follows from what the row is about, so that writing it again finds it: a UUID of version 8 (RFC 9562, 5.8) of the
 * first bits of a SHA-256 over the parts.
 */
export async function derivedId(...parts: readonly string[]): Promise<string> {
  // At once: to have so little hashed by another thread takes many times as long, and a page asks for an id of each of its people.
  return uuidText(createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16), 8);
}
