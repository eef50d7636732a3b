import type { Result } from "../../core/text/result.ts";

/** What a link gives: one method on one blob, served as one type, until a moment (milliseconds since 1970; whole seconds count). */
export interface LinkGrant {
  key: string;
  method: "GET" | "HEAD" | "PUT";
  contentType: string;
  expiresAt: number;
}

export type LinkFailure = "link-invalid" | "link-expired";

/** Milliseconds that a link lives unless something else is said. */
export const linkLifetime = 15 * 60_000;

/** The query of a link's address: what it grants beside key and method, and the signature (HMAC-SHA-256, base64url). `secret` has 32 bytes or more. */
export async function signLink(secret: Uint8Array<ArrayBuffer>, grant: LinkGrant): Promise<string> {
  const key = await importKey(secret);
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, payload(grant)));
  const query = new URLSearchParams({
    expires: String(Math.floor(grant.expiresAt / 1000)),
    type: grant.contentType,
    signature: base64url(signature),
  });
  return query.toString();
}

/** What a link grants at `now` (milliseconds since 1970), if it is ours. Signatures are compared in constant time, before anything else is believed. */
export async function verifyLink(
  secret: Uint8Array<ArrayBuffer>,
  { key, method, query }: { key: string; method: string; query: URLSearchParams },
  now: number,
): Promise<Result<LinkGrant, LinkFailure>> {
  const invalid = { ok: false, code: "link-invalid", detail: null } as const;
  const expires = query.get("expires") ?? "";
  const contentType = query.get("type");
  const signature = bytesOf(query.get("signature") ?? "");
  if (method !== "GET" && method !== "HEAD" && method !== "PUT") return invalid;
  if (contentType === null || signature === null || !/^[0-9]{1,12}$/.test(expires)) return invalid;
  const grant: LinkGrant = { key, method, contentType, expiresAt: Number(expires) * 1000 };
  const isOurs = await crypto.subtle.verify("HMAC", await importKey(secret), signature, payload(grant));
  if (!isOurs) return invalid;
  return now < grant.expiresAt ? { ok: true, value: grant } : { ok: false, code: "link-expired", detail: null };
}

const algorithm = { name: "HMAC", hash: "SHA-256" };

function importKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  if (secret.length < 32) throw new RangeError("A secret that signs links has at least 32 bytes.");
  return crypto.subtle.importKey("raw", secret, algorithm, false, ["sign", "verify"]);
}

/** What is signed: a list, so that no part can run into the next; the first one keeps the secret's other uses apart. */
function payload({ key, method, contentType, expiresAt }: LinkGrant): Uint8Array<ArrayBuffer> {
  const parts = ["fabula file link 1", key, method, contentType, Math.floor(expiresAt / 1000)];
  return new TextEncoder().encode(JSON.stringify(parts));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The 32 bytes of a signature; null unless it is written as we write it. */
function bytesOf(signature: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]{43}$/.test(signature)) return null;
  const binary = atob(signature.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  // The last letter has two bits to spare: only one spelling is ours.
  return base64url(bytes) === signature ? bytes : null;
}
